//! Which name was meant when a name is misspelt.
#![expect(clippy::arithmetic_side_effects, reason = "counts of letters of texts in memory, so far below usize::MAX")]

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Nobody misspells more letters than this; and two texts of a million letters would be compared for hours.
const LONGEST: usize = 200;

/// `Did you mean "streams"?`, when a candidate is near enough to what was written; of equally near ones, the first.
pub(crate) fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let is_short = |name: &str| name.chars().nth(LONGEST).is_none();
    if !is_short(written) {
        return None;
    }
    let tolerance = (written.chars().count() / 3).max(1);
    let candidates = candidates.into_iter().filter(|name| is_short(name));
    let near = candidates.map(|name| (distance(written, name), name));
    let near = near.filter(|(distance, _)| *distance <= tolerance);
    let nearest = near.min_by_key(|(distance, _)| *distance);
    nearest.map(|(_, name)| format!("Did you mean \"{name}\"?"))
}

/// How many letters have to be put in, left out, replaced or swapped with their neighbour to make one text of the other;
/// upper and lower case are alike (optimal string alignment).
///
/// Own code: of the well-kept crates strsim needs std, and textdistance brings thirty measures in binary floats.
fn distance(from: &str, to: &str) -> usize {
    let letters = |text: &str| text.chars().map(|letter| letter.to_ascii_lowercase()).collect::<Vec<char>>();
    let (from, to) = (letters(from), letters(to));
    // Row i holds the distances of the first i letters to every beginning of the other text; three rows are enough.
    let (mut before, mut above): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=to.len()).collect());
    for i in 0..from.len() {
        let mut row = Vec::from([i + 1]);
        for j in 0..to.len() {
            let replaced = above[j] + usize::from(from[i] != to[j]);
            let shifted = above[j + 1].min(row[j]) + 1;
            let swapped = i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j];
            row.push(replaced.min(shifted).min(if swapped { before[j - 1] + 1 } else { usize::MAX }));
        }
        (before, above) = (above, row);
    }
    above[to.len()]
}

/// `one of "a", "b" and "c"`, with the first few where there are many.
pub(crate) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("\"{name}\"")).collect();
    match names.as_slice() {
        [] => "a name, but there are none".into(),
        [only] => only.clone(),
        few if few.len() <= MANY => format!("one of {}", few.join(", ")),
        many => format!("one of {} names, such as {}", many.len(), many[..MANY].join(", ")),
    }
}

/// A reader sees a misspelling among this many names; among more, the suggestion has to do.
const MANY: usize = 20;

#[cfg(test)]
mod tests {
    use super::{did_you_mean, distance, one_of};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn letters_put_in_left_out_or_replaced() {
        let cases = [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("stream", "streams", 1),
            ("Totaal", "totaal", 0),
            ("Súdwest", "Sudwest", 1),
            ("tabel", "table", 1),
            ("ca", "abc", 3), // a swapped pair is not edited again
        ];
        for (from, to, expected) in cases {
            assert_eq!(distance(from, to), expected, "{from} {to}");
            assert_eq!(distance(to, from), expected, "{to} {from}");
        }
    }

    #[test]
    fn only_near_names_are_suggested() {
        let keys = ["streams", "stated", "table"];
        assert_eq!(did_you_mean("stream", keys), Some("Did you mean \"streams\"?".to_string()));
        assert_eq!(did_you_mean("tabel", keys), Some("Did you mean \"table\"?".to_string())); // the Dutch word
        assert_eq!(did_you_mean("municipality", keys), None);
        assert_eq!(did_you_mean("x", []), None);
        let (long, million) = ("a".repeat(200), "a".repeat(1_000_000));
        assert!(did_you_mean(&long, ["streams", &long]).is_some());
        assert_eq!(did_you_mean(&million, [million.as_str()]), None, "and at once");
        assert_eq!(did_you_mean(&long, [million.as_str()]), None);
    }

    #[test]
    fn many_names_are_counted() {
        assert_eq!(one_of(["a"]), "\"a\"");
        assert_eq!(one_of(["a", "b"]), "one of \"a\", \"b\"");
        let many: Vec<_> = (0..21).map(|_| "a").collect();
        assert!(one_of(many).starts_with("one of 21 names, such as \"a\", \"a\""));
        assert_eq!(one_of([]), "a name, but there are none");
    }
}
