//! TOML and CSV, byte by byte: the one way in which the canonical text writes each value.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

/// Keys with their values, in the order in which they are written.
pub(super) type Pairs = Vec<(&'static str, String)>;

/// Text in quotes; everything that TOML does not allow inside is escaped.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            // Only these are not allowed as they are, and each of them fits in four digits.
            control if control.is_control() => {
                write!(quoted, "\\u{:04X}", u32::from(control)).expect("writing to a string does not fail");
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A key: bare where TOML allows it.
pub(super) fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !name.is_empty() && name.bytes().all(bare) { name.into() } else { quoted(name) }
}

/// A list of values: `["vws", "zvw"]`.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", values.into_iter().collect::<Vec<String>>().join(", "))
}

/// A list of texts.
pub(super) fn texts(texts: &[String]) -> String {
    list(texts.iter().map(|text| quoted(text)))
}

/// Keys with their values on one line: `{ role = "part" }`.
pub(super) fn inline(pairs: &[(&str, String)]) -> String {
    if pairs.is_empty() {
        return "{}".into();
    }
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{} = {value}", key(name))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// Values by names that were made for them: `{ 2016 = "50%" }`.
pub(super) fn named(pairs: impl Iterator<Item = (String, String)>) -> String {
    let pairs: Vec<(String, String)> = pairs.collect();
    let pairs: Vec<(&str, String)> = pairs.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    inline(&pairs)
}

/// The lines of a section: its heading, and a key on each line.
pub(super) fn section(heading: &str, pairs: &[(&str, String)]) -> String {
    let lines = pairs.iter().map(|(name, value)| format!("{} = {value}\n", key(name)));
    format!("\n{heading}\n{}", lines.collect::<String>())
}

/// A line of CSV.
pub(super) fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| csv_cell(&cell)).collect();
    format!("{}\n", cells.join(","))
}

/// A cell; in quotes where it could be taken for more cells, for a remark, or for the separator of another notation.
fn csv_cell(cell: &str) -> String {
    if cell.contains(['"', ',', ';']) || cell.starts_with('#') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{csv_cell, key, quoted};

    #[test]
    fn values_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ é"), r#""a \"b\" \\ é""#);
        assert_eq!(quoted("a\nb\u{7f}\u{0}"), r#""a\u000Ab\u007F\u0000""#);
        assert_eq!(key("vws_2015-a"), "vws_2015-a");
        assert_eq!(key("De Marne"), "\"De Marne\"");
        assert_eq!(key(""), "\"\"");
        assert_eq!(csv_cell("Bedum"), "Bedum");
        assert_eq!(csv_cell("Bedum, De \"Marne\""), "\"Bedum, De \"\"Marne\"\"\"");
        assert_eq!(csv_cell("#1"), "\"#1\"");
    }
}
