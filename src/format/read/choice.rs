//! Keys that go together: of some exactly one, of some at least one, and some only with a word or a key beside them.

use super::part::{Part, advised};
use crate::error::{Error, Kind};
use crate::format::nearest::one_of;
use crate::format::section::{Case, Choice, Section, Sign, either};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Keeps what is wrong with the choice that a section leaves.
pub(super) fn check(part: &Part<'_>, section: &'static Section) {
    match section.choice {
        Choice::None => {}
        Choice::OneOf(keys) => refuse_none_or_several(part, keys),
        Choice::AnyOf(keys) => refuse_none(part, keys),
        Choice::Cases(cases) => check_case(part, section, cases),
        Choice::Together { needed, may_have } => refuse_half(part, section, needed, may_have),
    }
}

/// Of keys that exclude each other, exactly one stands there.
fn refuse_none_or_several(part: &Part<'_>, keys: &[&str]) {
    let chosen = keys.iter().filter(|key| part.has(key)).count();
    if chosen > 1 {
        let found = format!("{chosen} of the keys {}", either(keys));
        part.report(Error::new(Kind::Duplicate, found, "only one of them"));
    }
    refuse_none(part, keys);
}

fn refuse_none(part: &Part<'_>, keys: &[&str]) {
    if !keys.iter().any(|key| part.has(key)) {
        part.report(Error::new(Kind::Missing, format!("no key {}", either(keys)), "one of them"));
    }
}

/// Of keys that go together, none is missing.
fn refuse_half(part: &Part<'_>, section: &'static Section, needed: &[&str], may_have: &[&str]) {
    if needed.iter().chain(may_have).any(|key| part.has(key)) {
        refuse_missing(part, section, needed);
    }
}

fn refuse_missing(part: &Part<'_>, section: &'static Section, needed: &[&str]) {
    for key in needed.iter().filter(|key| !part.has(key)) {
        part.refuse_missing(section.key(key).expect("a choice names keys of its section"));
    }
}

fn check_case(part: &Part<'_>, section: &'static Section, cases: &'static [Case]) {
    refuse_none_or_several_cases(part, cases);
    let mut fitting = cases.iter().filter(|case| is_of(part, case));
    // A word that is none of them, and two signs at once, were kept as errors of their own.
    let (Some(case), None) = (fitting.next(), fitting.next()) else { return };
    refuse_missing(part, section, case.needs);
    if !case.one_of.is_empty() {
        refuse_none_or_several(part, case.one_of);
    }
    let keys: BTreeSet<&str> = cases.iter().flat_map(Case::keys).collect();
    keys.into_iter().for_each(|key| refuse_stranger(part, case, cases, key));
}

/// Of cases that are known by their keys, exactly one stands there.
fn refuse_none_or_several_cases(part: &Part<'_>, cases: &[Case]) {
    let signs: Vec<&str> = cases.iter().flat_map(|case| case.sign.keys()).collect();
    let first = |case: &Case| case.sign.keys().find(|key| part.has(key));
    let chosen: Vec<&str> = cases.iter().filter_map(first).collect();
    if chosen.len() > 1 {
        let found = format!("{} of the keys {}", chosen.len(), either(&chosen));
        part.report(Error::new(Kind::Duplicate, found, "only one of them"));
    }
    if !signs.is_empty() {
        refuse_none(part, &signs);
    }
}

fn is_of(part: &Part<'_>, case: &Case) -> bool {
    match case.sign {
        Sign::Key(_) | Sign::AnyKey(_) => case.sign.keys().any(|key| part.has(key)),
        Sign::Word(key, word) => part.word(key) == Some(word),
    }
}

/// A key that goes with other cases only.
fn refuse_stranger(part: &Part<'_>, case: &Case, cases: &[Case], key: &str) {
    let has = |case: &Case| case.keys().any(|own| own == key);
    if !part.has(key) || has(case) {
        return;
    }
    let found = format!("the key \"{key}\" beside {}", case.written());
    let own: Vec<&str> = case.keys().collect();
    let expected = if own.is_empty() { String::from("no such key") } else { one_of(own) };
    let advice = format!("\"{key}\" goes with {}.", any_of(cases.iter().filter(|case| has(case))));
    if let Some(field) = part.field(key) {
        field.report_as_key(advised(Error::new(Kind::UnknownKey, found, expected), Some(advice)));
    }
}

/// `basis = "mean-of-sums" or "mean-of-shares"`; the cases of a section have signs of one sort.
fn any_of<'c>(cases: impl Iterator<Item = &'c Case>) -> String {
    let sign = |(position, case): (usize, &Case)| match case.sign {
        Sign::Word(_, word) if position > 0 => format!("\"{word}\""),
        _ => case.written(),
    };
    let signs: Vec<String> = cases.enumerate().map(sign).collect();
    match signs.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => signs.concat(),
    }
}
