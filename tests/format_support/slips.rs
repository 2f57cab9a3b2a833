//! Slips of the pen: small changes that no author meant.

use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

/// A slip of the pen in a text.
#[derive(Clone, Debug)]
pub(crate) enum Slip {
    /// Bytes are left out; the text stays UTF-8 by dropping whole characters.
    Delete(Index, usize),
    Insert(Index, String),
    /// A word becomes another word of the text.
    Replace(Index, Index),
    DeleteLine(Index),
    DoubleLine(Index),
}

pub(crate) fn slips() -> impl Strategy<Value = Slip> {
    let token = select(vec![
        "[",
        "]",
        "{",
        "}",
        "=",
        "\"",
        "'",
        ",",
        ";",
        ".",
        "#",
        "\n",
        "\r",
        "\0",
        "\u{feff}",
        "%",
        "-",
        "1",
        "1e9",
        "0x1f",
        "é",
        "true",
        "[[table]]",
        "[budget]",
        "2015-01-01",
        "\"\"\"",
        "\\",
        "99999999999999999999999999999999999999999",
        "/",
        "1/3",
    ]);
    prop_oneof![
        (any::<Index>(), 1..8_usize).prop_map(|(at, count)| Slip::Delete(at, count)),
        (any::<Index>(), token).prop_map(|(at, text)| Slip::Insert(at, text.into())),
        (any::<Index>(), any::<Index>()).prop_map(|(at, with)| Slip::Replace(at, with)),
        any::<Index>().prop_map(Slip::DeleteLine),
        any::<Index>().prop_map(Slip::DoubleLine),
    ]
}

impl Slip {
    pub(crate) fn make(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        match self {
            _ if letters.is_empty() => text.into(),
            Slip::Delete(at, count) => {
                let at = at.index(letters.len());
                letters.iter().take(at).chain(letters.iter().skip(at + count)).collect()
            }
            Slip::Insert(at, inserted) => {
                let at = at.index(letters.len());
                letters
                    .iter()
                    .take(at)
                    .copied()
                    .chain(inserted.chars())
                    .chain(letters.iter().skip(at).copied())
                    .collect()
            }
            Slip::Replace(at, with) => {
                let is_word = |part: &&str| part.chars().any(char::is_alphanumeric);
                let words: Vec<&str> =
                    text.split(|c: char| !c.is_alphanumeric() && !"_-.%".contains(c)).filter(is_word).collect();
                if words.is_empty() {
                    text.into()
                } else {
                    text.replacen(words[at.index(words.len())], words[with.index(words.len())], 1)
                }
            }
            Slip::DeleteLine(at) => Slip::lines(text, *at, &|_| vec![]),
            Slip::DoubleLine(at) => Slip::lines(text, *at, &|line| vec![line, line]),
        }
    }

    fn lines(text: &str, at: Index, change: &dyn Fn(&str) -> Vec<&str>) -> String {
        let count = text.lines().count().max(1);
        let lines = text.lines().enumerate();
        let changed =
            lines.flat_map(|(number, line)| if number == at.index(count) { change(line) } else { vec![line] });
        changed.map(|line| format!("{line}\n")).collect()
    }
}
