//! Breaking text between words.

use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` columns; a word that is longer stands on a line of its own. Blanks in front
/// indent every line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(text.len().saturating_sub(text.trim_start().len()));
    let words: Vec<&str> = text.split_whitespace().collect();
    let options = Options::new(width)
        .initial_indent(&indent)
        .subsequent_indent(&indent)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(&words.join(" "), options).into_iter().map(String::from).collect()
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
