//! Dear Customer: a workshop that walks a board through one question (should
//! we earn money with our customers' data in this way?) and exports a scored
//! decision memo. This file is the map; `ARCHITECTURE.md` tells the way of a
//! rating through it.
//!
//! Arrows point down only:
//!
//! | module | is for | may use |
//! | --- | --- | --- |
//! | [`cli`] | one file a command, thin | everything below |
//! | [`tui`] | the terminal: draws the walk's pages, reads keys | [`walk`] and below |
//! | [`prompts`] | the same line by line, for a screen reader or a script | [`walk`] and below |
//! | [`walk`] | which page comes when, what it asks, what answers do; no terminal | everything below |
//! | [`memo`] | one Memo built from session and method, and its renderers | session, content, method, lang |
//! | [`session`] | events, their fold, what may happen when, the log file | content, method, lang |
//! | [`content`] | instruments and scenarios: TOML to checked types, diagnostics | method, lang |
//! | [`method`] | the rules, pure: numbers in, numbers out | nothing |
//! | [`lang`] | every word a user sees, in English and Dutch | text |
//! | [`text`] | text from outside, made harmless | nothing |

pub mod cli;
pub mod content;
pub mod lang;
pub mod memo;
pub mod method;
pub mod prompts;
pub mod session;
pub mod text;
pub mod tui;
pub mod walk;
