//! One slip in the small scenario with contracts, and what reading says about it.
#![allow(dead_code, reason = "every test program uses its own part of this")]

#[path = "financing_texts.rs"]
mod financing_texts;

use financing_texts::{FILES, MAIN};
use taakgericht::{Errors, Kind, format};

/// What reading says when `good` is replaced by `bad` in the one text that has it.
fn said(good: &str, bad: &str) -> Result<(), Errors> {
    let texts = FILES.iter().map(|(_, text)| *text).chain([MAIN]);
    assert_eq!(texts.map(|text| text.matches(good).count()).sum::<usize>(), 1, "{good:?} stands there once");
    let main = MAIN.replacen(good, bad, 1);
    let files = FILES.map(|(name, text)| (name, text.replacen(good, bad, 1)));
    let file = |name: &str| files.iter().find(|(other, _)| *other == name).map(|(_, text)| text.as_str());
    format::read("s.toml", &main, &file).map(|_| ())
}

/// What is said about each slip, and that all of it is, first, about this kind of thing.
pub(crate) fn check(kind: Kind, cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (good, bad, expected) in cases {
        let (said, kinds) = match said(good, bad) {
            Ok(()) => ("nothing".into(), Vec::new()),
            Err(errors) => (errors.to_string(), errors.all().iter().map(taakgericht::Error::kind).collect()),
        };
        if said != *expected {
            wrong.push(format!("CASE {good:?} as {bad:?}\n{said}"));
        }
        if !kinds.contains(&kind) {
            wrong.push(format!("KIND {bad:?}: {kinds:?} not {kind:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
