//! How it reads: short stretches of a walk as they stand on a terminal, in
//! both languages.

use crate::stage::{home, opened, outside, typed};
use dear_customer::lang::Lang;
use std::path::Path;

/// Without the name of the folder, which is another one in every run.
fn without(folder: &Path, said: &str) -> String {
    said.replace(&folder.display().to_string(), "~")
}

/// Would catch a line that reads badly aloud: look at the diff.
#[test]
fn one_alone_from_home_to_a_reveal() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let outside = outside();
        let search = match lang {
            Lang::En => "advertisers and payment",
            Lang::Nl => "adverteerders en betaal",
        };
        let lines = [
            "1", search, "", "", "1", "1", "1", "", "/?", "3", "4", "", "", "11", "4", "", "why",
            "2", "", "", "", "", "/q",
        ];
        let said = typed(home(lang, folder.path(), &outside), &lines.join("\n"));
        let said = without(folder.path(), &said);
        insta::assert_snapshot!(format!("alone_{}", lang.code()), said);
    }
}

/// Would catch the same for a group: cards, then the keyboard going round.
#[test]
fn a_group_with_cards_and_with_the_keyboard() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let outside = outside();
        let name = match lang {
            Lang::En => "Test idea",
            Lang::Nl => "Testidee",
        };
        let file = match lang {
            Lang::En => "test-idea.session.toml",
            Lang::Nl => "testidee.session.toml",
        };
        let begin = [
            "2", name, "2", "3", "2", "2", "/g", "2", "", "", "4", "4", "why",
        ];
        let round = [
            "/o", "", "x", "4", "x", "x", "", "/a", "2", "", "/n", "a note", "/q",
        ];
        let lines = [&begin[..], &round].concat();
        let said = typed(home(lang, folder.path(), &outside), &lines.join("\n"));
        let said = without(folder.path(), &said);
        insta::assert_snapshot!(format!("keyboard_{}", lang.code()), said);
        let lines = ["", "2", "/g", "3", "/t", "/L", "/L", "/q"];
        let walk = opened(lang, &folder.path().join(file), &outside);
        let said = without(folder.path(), &typed(walk, &lines.join("\n")));
        insta::assert_snapshot!(format!("again_{}", lang.code()), said);
    }
}
