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
    let mut is_code = false;
    let mut count = 0;
    for line in lines(binding) {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if !is_code && !line.is_empty() {
            count += 1;
        }
    }
    count
}
