//! Breaking text between words.

use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` columns; a word that is longer stands on a line of its own. Blanks in front
/// indent every line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(text.len().saturating_sub(text.trim_start().len()));
    let mut lines = Vec::new();
    let mut line = indent.clone();
    for word in text.split_whitespace() {
        let is_begun = line.len() > indent.len();
        let with_word = line.width().saturating_add(1).saturating_add(word.width());
        if is_begun && with_word > width {
            lines.push(std::mem::replace(&mut line, indent.clone()));
        } else if is_begun {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// The width of the widest word.
pub(super) fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{longest_word, wrap};

    #[test]
    fn lines_break_between_words_only() {
        let cases: [(&str, usize, &[&str]); 6] = [
            ("Versterking voorliggend veld", 16, &["Versterking", "voorliggend veld"]),
            ("Versterking voorliggend veld", 5, &["Versterking", "voorliggend", "veld"]), // longer words stand out
            ("één twee", 8, &["één twee"]), // letters are counted, not bytes
            ("a  b", 9, &["a b"]),
            ("  in a group", 6, &["  in a", "  group"]),
            ("", 9, &[""]),
        ];
        for (text, width, lines) in cases {
            assert_eq!(wrap(text, width), lines, "{text} in {width}");
        }
        assert_eq!(longest_word("Versterking voorliggend veld"), 11);
    }
}
