//! One slip in the small scenario with pools, and what is said about it.
#![allow(dead_code, reason = "every test program uses its own part of this")]

#[path = "pool_texts.rs"]
mod pool_texts;

use pool_texts::{FILES, MAIN};
use taakgericht::scenario::{Plan, Scenario};
use taakgericht::{Errors, Kind, format};

fn read(main: &str, files: &[(&str, String)]) -> Result<Scenario, Errors> {
    let file = |name: &str| files.iter().find(|(other, _)| *other == name).map(|(_, text)| text.as_str());
    format::read("s.toml", main, &file)
}

/// What reading, and planning what was read, says when `good` is replaced by `bad` in the one text that has it.
pub(crate) fn said_with_kinds(good: &str, bad: &str) -> (String, Vec<Kind>) {
    match result_of(good, bad, |_| Ok(())) {
        Ok(()) => ("nothing".into(), Vec::new()),
        Err(errors) => (errors.to_string(), errors.all().iter().map(|error| error.kind()).collect()),
    }
}

/// What is said then about the alternatives of a plan that can itself be settled.
pub(crate) fn said_with_alternatives(good: &str, bad: &str) -> String {
    result_of(good, bad, |_| Ok(())).unwrap_or_else(|errors| panic!("{errors}"));
    let compared = result_of(good, bad, |plan| plan.compare(None, &[]).map(|_| ()));
    compared.map_or_else(|errors| errors.to_string(), |()| "nothing".into())
}

fn result_of(good: &str, bad: &str, then: fn(&Plan<'_>) -> Result<(), Errors>) -> Result<(), Errors> {
    let texts = FILES.iter().map(|(_, text)| *text).chain([MAIN]);
    assert_eq!(texts.filter(|text| text.contains(good)).count(), 1, "{good:?} stands in one text");
    let main = MAIN.replacen(good, bad, 1);
    let files = FILES.map(|(name, text)| (name, text.replacen(good, bad, 1)));
    let planned = |scenario: Scenario| {
        let done = Plan::new(&scenario).and_then(|plan| then(&plan));
        done.map_err(|errors| format::locate("s.toml", &main, errors))
    };
    read(&main, &files).and_then(planned)
}

/// What is said about each slip, and that all of it is, first, about this kind of thing.
pub(crate) fn check(kind: Kind, cases: &[(&str, &str, &str)]) {
    assert_eq!(said_with_kinds(MAIN, MAIN).0, "nothing");
    let mut wrong = Vec::new();
    for (good, bad, expected) in cases {
        let (said, kinds) = said_with_kinds(good, bad);
        if said != *expected {
            wrong.push(format!("CASE {good:?} as {bad:?}\n{said}"));
        }
        if !kinds.contains(&kind) {
            wrong.push(format!("KIND {bad:?}: {kinds:?} not {kind:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
