//! What the READMEs of the bindings show.

use super::folder;
use std::fs;

/// The README of a binding, as lines.
fn lines(binding: &str) -> Vec<String> {
    let text = fs::read_to_string(folder().join("..").join(binding).join("README.md")).expect("a README");
    text.lines().map(str::to_owned).collect()
}

/// The smallest program of a binding, in a language as Markdown calls it.
pub(crate) fn smallest(binding: &str, language: &str) -> String {
    let lines = lines(binding);
    let inside = lines.iter().skip_while(|line| **line != format!("```{language}")).skip(1);
    let code: String = inside.take_while(|line| *line != "```").map(|line| line.to_owned() + "\n").collect();
    assert!(!code.is_empty(), "{binding}: no program in {language}");
    code
}

/// How many lines of a README are no code.
pub(crate) fn words(binding: &str) -> usize {
    let lines = lines(binding);
    // Between two fences there is code: every second piece.
    let pieces = lines.split(|line| line.starts_with("```")).step_by(2);
    pieces.flatten().filter(|line| !line.is_empty()).count()
}
