//! Files beside each other: an id that two of them have, and twins that do
//! not name each other.

use super::library::{File, find};
use super::reader::{Claims, Content, Kind, KnownIds, read_any};
use super::{Diagnostic, Faults, Library};
use crate::msg;
use crate::text::Clean;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Where templates are kept, which are no scenarios yet.
const TEMPLATES: &str = "scenarios/templates";

/// Whether a folder holds templates of ours, to be filled in.
#[must_use]
pub fn holds_templates(folder: &Path) -> bool {
    real(folder).ends_with(TEMPLATES)
}

/// A file among others.
struct Member<'a> {
    path: String,
    /// By which it is known when it is given twice.
    place: PathBuf,
    source: &'a str,
    claims: Option<Claims>,
}

impl Library {
    /// Reads files that are to stand beside each other and beside this
    /// library, in their order: each with all its faults. Among these are an
    /// id that belongs to an earlier one or to the library, and a twin that
    /// does not point back. One of the library's own files may be among them,
    /// as it is or changed; it stands in for the one that is built in.
    #[must_use]
    pub fn read_beside(&self, files: &[(PathBuf, String)]) -> Vec<Result<Content, Faults>> {
        let members: Vec<Member> = files
            .iter()
            .map(|(path, source)| Member {
                path: path.display().to_string(),
                place: real(path),
                source,
                claims: Claims::of(source),
            })
            .collect();
        let known = self.known_with(members.iter().filter_map(|it| it.claims.as_ref()));
        let beside = Beside {
            library: self,
            members: &members,
            known: &known,
        };
        let read = |member: &Member| {
            let mut told = beside.faults(member);
            match read_any(&member.path, member.source, &known) {
                Ok(content) if told.is_empty() => return Ok(content),
                Ok(_) => {}
                Err(faults) => told.extend(faults.diagnostics),
            }
            Err(Faults::new(&member.path, member.source, told))
        };
        members.iter().map(read).collect()
    }
}

/// What a file is read beside.
struct Beside<'a> {
    library: &'a Library,
    members: &'a [Member<'a>],
    known: &'a KnownIds,
}

impl Beside<'_> {
    /// What is wrong with a file for the others' sake.
    fn faults(&self, member: &Member) -> Vec<Diagnostic> {
        let Some(claims) = &member.claims else {
            return Vec::new();
        };
        let Some(claimed) = &claims.id else {
            return Vec::new();
        };
        let (id, _) = claimed;
        let built_in = find(self.library.files(claims.kind), id);
        let is_ours = built_in.is_some_and(|file| member.is(file));
        let earlier = self
            .members
            .iter()
            .take_while(|other| !std::ptr::eq(*other, member))
            .filter(|other| other.place != member.place)
            .find(|other| other.has(claims.kind, id));
        let owner = match (earlier, built_in) {
            (Some(earlier), _) => Some(Some(earlier.path.as_str())),
            (None, Some(file)) if !is_ours => Some(file.owner()),
            _ => None,
        };
        let taken = |owner| {
            let path = &member.path;
            self.library.taken(claims.kind, claimed, path, owner)
        };
        let mut told: Vec<Diagnostic> = owner.map(taken).into_iter().collect();
        if claims.kind == Kind::Scenario {
            let twins = claims.twins.iter();
            told.extend(twins.filter_map(|twin| self.twin(id, is_ours, twin)));
        }
        told
    }

    /// What is wrong with naming a twin. One of the library can't point back
    /// at a file from outside, and need not.
    fn twin(
        &self,
        id: &str,
        is_ours: bool,
        (twin, span): &(String, Range<usize>),
    ) -> Option<Diagnostic> {
        if twin == id {
            return Some(Diagnostic {
                span: span.clone(),
                message: msg!("content-twin-self"),
                help: msg!("content-twin-self-help"),
            });
        }
        let mut members = self.members.iter();
        let (path, claims) = match members.find(|other| other.has(Kind::Scenario, twin)) {
            Some(other) => (other.path.clone(), other.claims.clone()?),
            None if is_ours => {
                let file = find(self.library.files(Kind::Scenario), twin)?;
                (file.path.to_string(), Claims::of(&file.source)?)
            }
            None => return None,
        };
        let names = || claims.twins.iter().map(|(name, _)| name.as_str());
        // One that is mistyped there is told there.
        let is_known = |name: &str| self.known.ids().is_none_or(|ids| ids.contains(name));
        if names().any(|name| name == id || !is_known(name)) {
            return None;
        }
        let list: Vec<String> = names().chain([id]).map(|it| format!("\"{it}\"")).collect();
        Some(Diagnostic {
            span: span.clone(),
            message: msg!("content-twin-one-way", twin = twin, id = id),
            help: msg!(
                "content-twin-one-way-help",
                path = Clean::line(&path).to_string(),
                twin = twin,
                line = format!("twins = [{}]", list.join(", "))
            ),
        })
    }
}

impl Member<'_> {
    /// Whether it claims this id.
    fn has(&self, kind: Kind, id: &str) -> bool {
        self.claims.as_ref().is_some_and(|claims| {
            claims.kind == kind && claims.id.as_ref().is_some_and(|(own, _)| own == id)
        })
    }

    /// Whether it is a file of the library: the same words, or the same place
    /// in the repository.
    fn is(&self, file: &File) -> bool {
        self.source == file.source || self.place.ends_with(file.path.as_ref())
    }
}

/// A path without detours, as far as there is one.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
