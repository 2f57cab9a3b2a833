//! How a section of the format is declared: its keys, once, for the reader, the schema and the reference alike.

use super::term::Listing;

/// A section of the document: a TOML table with a fixed set of keys.
#[derive(Debug)]
pub(super) struct Section {
    /// What errors and the schema call it.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) meaning: &'static str,
    /// Its keys, in the order in which they are written.
    pub(super) keys: &'static [Key],
    /// Keys of which exactly one must stand there; empty when there is no such choice.
    pub(super) either: &'static [&'static str],
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
    /// An exact number, in quotes or without.
    Number,
    /// An exact percentage in quotes, with its sign.
    Percent,
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
