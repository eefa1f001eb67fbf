//! What a memo costs: of a session of eight people and two options with
//! everything in it, from its view to the bytes of a file, in each format.

#[path = "../tests/common/board.rs"]
mod board;

use board::Board;
use dear_customer::{
    lang::Lang,
    memo::{self, Format},
    session::{self, Opened},
};
use divan::Bencher;
use std::path::PathBuf;
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn held() -> (TempDir, PathBuf, Opened) {
    let folder = tempfile::tempdir().expect("a folder");
    let [.., board] = Board::ALL;
    let path = folder.path().join(format!("{}.session.toml", board.name()));
    board.hold(&path, Lang::Nl);
    let opened = session::read(&path).expect("just written");
    (folder, path, opened)
}

#[divan::bench(args = Format::written())]
fn export(bencher: Bencher, format: Format) {
    let (_folder, _, opened) = held();
    let view = opened.host();
    bencher.bench_local(|| format.render(&view, &opened.notice, Lang::Nl));
}

#[divan::bench]
fn verify_html(bencher: Bencher) {
    let (_folder, path, opened) = held();
    let memo = Format::Html.render(&opened.host(), &opened.notice, Lang::Nl);
    let memo = memo.expect("HTML is always written");
    bencher.bench_local(|| memo::verify(&path, &memo));
}
