//! Text to tree: TOML whose values keep their text and their place.

use super::page::Page;
use crate::error::{Error, Kind};
use alloc::format;
use alloc::string::{String, ToString};
use toml::Spanned;
use toml::de::DeTable;

/// What some editors put before the first character of a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text without the mark that some editors put before it.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The tree of a text, when it is well-formed TOML; otherwise its first error on each line is kept.
pub(super) fn tree<'a>(page: &Page<'_>, text: &'a str) -> Option<Spanned<DeTable<'a>>> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut seen = None;
    for error in &errors {
        let line = error.span().and_then(|span| page.line(span.start));
        // One slip makes the parser stumble over what follows it on the line, and over all that is left open at the end.
        if seen != Some(line) {
            page.report_on(line, in_our_words(error.message()));
        }
        seen = Some(line);
    }
    errors.is_empty().then_some(tree)
}

fn in_our_words(message: &str) -> Error {
    match message {
        "duplicate key" => Error::new(Kind::Duplicate, "a key or section that already stands there", "every key once"),
        "cannot recurse further; max recursion depth met" | "recursion limit" => {
            Error::new(Kind::Syntax, "values nested too deeply", "at most 80 levels")
        }
        "string values must be quoted, expected literal string" => {
            Error::new(Kind::Syntax, "a value that is no TOML", "a number, a list, or text in quotes")
        }
        other if other.starts_with("missing escaped value") => {
            let found = "a backslash before a letter that it does not go with";
            let error =
                Error::new(Kind::Syntax, found, "one of \\b, \\t, \\n, \\f, \\r, \\e, \\\", \\\\, \\x, \\u, \\U");
            error.advise("Write \\\\ for a backslash; in the names of files write / instead.")
        }
        other if other.starts_with("unquoted keys cannot be empty") => {
            Error::new(Kind::Syntax, "no key before the `=`", "a key")
        }
        other => {
            let (found, expected) = other.split_once(", expected ").unwrap_or((other, "well-formed TOML"));
            Error::new(Kind::Syntax, found, choice(expected))
        }
    }
}

/// The parser lists what it expected; its word for the end of a value is "nothing".
fn choice(expected: &str) -> String {
    match expected {
        "nothing" => "the end of the value".to_string(),
        one if !one.contains(", ") => one.to_string(),
        several => format!("one of {several}"),
    }
}
