//! How a section of the format is declared: its keys, once, for the reader, the schema and the reference alike.

use super::term::Listing;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A section of the document: a TOML table with a fixed set of keys.
#[derive(Debug)]
pub(super) struct Section {
    /// What errors and the schema call it.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) meaning: &'static str,
    /// Its keys, in the order in which they are written.
    pub(super) keys: &'static [Key],
    /// Which of its keys go together.
    pub(super) choice: Choice,
}

/// Which keys of a section go together, beside those that each key says it needs.
#[derive(Debug)]
pub(super) enum Choice {
    /// Every key is a matter of its own.
    None,
    /// Exactly one of these stands there.
    OneOf(&'static [&'static str]),
    /// At least one of these stands there.
    AnyOf(&'static [&'static str]),
    /// What the section is about decides which keys it has; keys of no case go with every one.
    Cases(&'static [Case]),
    /// When any of these stands there, all that are `needed` do.
    Together { needed: &'static [&'static str], may_have: &'static [&'static str] },
}

/// What a section can be about, with the keys that go with it.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) sign: Sign,
    /// Keys that must stand there.
    pub(super) needs: &'static [&'static str],
    /// Keys that may stand there.
    pub(super) may_have: &'static [&'static str],
    /// Keys of which exactly one must stand there.
    pub(super) one_of: &'static [&'static str],
}

/// What tells that a section is of a case.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sign {
    /// This key stands there.
    Key(&'static str),
    /// At least one of these keys stands there.
    AnyKey(&'static [&'static str]),
    /// This key has this word.
    Word(&'static str, &'static str),
}

/// A key of a section.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) need: Need,
    /// What it says, in one sentence without an end.
    pub(super) meaning: &'static str,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
    /// What is meant when it is left out, in words.
    Default(&'static str),
}

/// What a value looks like.
#[derive(Debug)]
pub(super) enum Shape {
    /// Text in quotes.
    Text,
    /// A name that other sections refer to: lower-case letters, digits, `-` and `_`.
    Id,
    /// One fixed whole number.
    Version(u32),
    /// Four digits, without quotes.
    Year,
    /// A list of years, each once.
    Years,
    /// A whole number, without quotes.
    Count,
    /// Two ages in quotes: `0-17`.
    Ages,
    /// An exact number, in quotes or without.
    Number,
    /// A list of exact numbers.
    Numbers,
    /// Exact numbers by a name that the author chooses.
    NamedNumbers,
    /// A day: `2026-01-01`.
    Date,
    /// Exact numbers by the day from which they hold.
    NumbersByDay,
    /// Exact numbers by year.
    NumbersByYear,
    /// A list of exact percentages.
    Percents,
    /// An exact percentage in quotes, with its sign.
    Percent,
    /// One percentage, or one for each year.
    PercentByYear,
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Term(Listing),
    /// A list of texts.
    Texts,
    /// A section inside.
    Section(&'static Section),
    /// Any number of sections: `[[table]]`.
    Sections(&'static Section),
    /// Sections by a name that the author chooses.
    Named(&'static Section),
    /// Words by a name that the author chooses.
    NamedTerms(Listing),
    /// One of a few words, or a list of texts.
    TermOrTexts(Listing),
    /// What a figure should be: see [`super::sections::FORMS`].
    Expression,
    /// A list of expressions; exactly two where it says so.
    Expressions { exactly_two: bool },
}

impl Case {
    /// Every key that goes with this case.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> + Clone {
        let sign = self.sign.keys();
        sign.chain([self.needs, self.one_of, self.may_have].into_iter().flatten().copied())
    }

    /// Its keys in words: `kind = "blend" needs "pooled"`.
    pub(super) fn described(&self) -> String {
        let joined = |keys: &[&str], word: &str| {
            let keys: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            keys.join(word)
        };
        let mut needs: Vec<String> = Vec::new();
        needs.extend((!self.needs.is_empty()).then(|| joined(self.needs, ", ")));
        needs.extend((!self.one_of.is_empty()).then(|| joined(self.one_of, " or ")));
        let mut text = self.written();
        text.push_str(" needs ");
        text.push_str(&if needs.is_empty() { "nothing else".into() } else { needs.join(", and ") });
        if !self.may_have.is_empty() {
            text.push_str("; it may have ");
            text.push_str(&joined(self.may_have, ", "));
        }
        text
    }

    /// The case as its author writes it: `basis = "measured"`, or `"file"`.
    pub(super) fn written(&self) -> String {
        match self.sign {
            Sign::Key(key) => format!("\"{key}\""),
            Sign::AnyKey(keys) => either(keys),
            Sign::Word(key, word) => format!("{key} = \"{word}\""),
        }
    }
}

impl Sign {
    /// The keys that are a sign by standing there.
    pub(super) fn keys(self) -> impl Iterator<Item = &'static str> + Clone {
        let (one, several): (Option<&'static str>, &[&'static str]) = match self {
            Sign::Key(key) => (Some(key), &[]),
            Sign::AnyKey(keys) => (None, keys),
            Sign::Word(..) => (None, &[]),
        };
        one.into_iter().chain(several.iter().copied())
    }
}

/// `"amounts" or "shares"`.
pub(super) fn either(keys: &[&str]) -> String {
    let names: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
    names.join(" or ")
}

impl Section {
    /// The key with a name.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Key {
    pub(super) const fn required(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
        Key { name, shape, need: Need::Required, meaning }
    }

    pub(super) const fn optional(name: &'static str, shape: Shape, meaning: &'static str) -> Key {
        Key { name, shape, need: Need::Optional, meaning }
    }

    pub(super) const fn with_default(
        name: &'static str,
        shape: Shape,
        default: &'static str,
        meaning: &'static str,
    ) -> Key {
        Key { name, shape, need: Need::Default(default), meaning }
    }
}

impl Shape {
    /// The shape in the words of an error: what was expected.
    pub(super) const fn expected(&self) -> &'static str {
        match self {
            Shape::Text => "text in quotes",
            Shape::Id => "a name in quotes, such as \"bmwe-2015\"",
            Shape::Version(_) => "a whole number, such as 1",
            Shape::Year => "a year without quotes, such as 2015",
            Shape::Years => "a list of years, such as [2015, 2016]",
            Shape::Count => "a whole number without quotes, such as 3",
            Shape::Ages => "an age band in quotes, such as \"0-17\"",
            Shape::Numbers => "a list of numbers, such as [\"0.5\", \"0.3\"]",
            Shape::NamedNumbers => "names with numbers, such as { Bedum = 3 }",
            Shape::Date => "a date in quotes, such as \"2026-01-01\"",
            Shape::NumbersByDay => "days with numbers, such as { \"2026-01-01\" = \"87.30\" }",
            Shape::NumbersByYear => "years with numbers, such as { 2026 = 1000 }",
            Shape::Percents => "a list of percentages, such as [\"40%\"]",
            Shape::PercentByYear => "a percentage in quotes, or one for each year, such as { 2016 = \"50%\" }",
            Shape::Number => "a number, such as 1000 or \"0.1\"",
            Shape::Percent => "a percentage in quotes, such as \"8.5%\"",
            Shape::Flag => "true or false",
            Shape::Term(_) => "a word in quotes",
            Shape::Texts => "a list of texts, such as [\"vws\", \"zvw\"]",
            Shape::Section(_) => "a section of keys",
            Shape::Sections(_) => "sections in double brackets, such as [[table]]",
            Shape::Named(_) => "names with sections of keys, such as vws = { role = \"part\" }",
            Shape::NamedTerms(_) => "names with words, such as { Totaal = \"total\" }",
            Shape::TermOrTexts(_) => "a word in quotes, or a list of texts",
            Shape::Expression => "an expression, such as \"vws\", \"3%\" or { sum = [\"vws\", \"zvw\"] }",
            Shape::Expressions { exactly_two: false } => "a list of expressions, such as [\"vws\", \"zvw\"]",
            Shape::Expressions { exactly_two: true } => "a list of two expressions, such as [\"cost\", \"clients\"]",
        }
    }
}
