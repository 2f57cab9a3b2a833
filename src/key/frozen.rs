//! Frozen keys: the text of a key, its fingerprint, and the proof that a key is still the one that was agreed.

use super::Key;
use alloc::format;
use alloc::string::String;
use core::fmt::Display;
#[cfg(feature = "format")]
use {
    crate::error::{Error, Kind},
    sha2::{Digest, Sha256},
};

impl<P: Ord + Clone + Display> Key<P> {
    /// The key as text: its name, then a line for each party with its id and its weight as an exact fraction.
    ///
    /// The same entries give the same text, whatever their order (`order_free`). Weights stand there as given: 1 and 2 is
    /// another text than 2 and 4, although it divides alike.
    ///
    /// ```
    /// use taakgericht::exact::Ratio;
    /// use taakgericht::key::Key;
    /// let key = Key::new("youths 0-24, 2014", [("GM1663", Ratio::integer(2565)), ("GM0005", Ratio::integer(2947))], None)?;
    /// assert_eq!(key.canonical_text(), "youths 0-24, 2014\nGM0005 2947\nGM1663 2565\n");
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    #[must_use]
    pub fn canonical_text(&self) -> String {
        let line = |(party, weight)| format!("{} {weight}\n", one_line(&format!("{party}")));
        let lines: String = self.parties().iter().zip(self.amounts()).map(line).collect();
        format!("{}\n{lines}", one_line(self.name()))
    }

    /// The SHA-256 of the canonical text, as 64 hexadecimal digits: what `sha256sum` prints of it.
    ///
    /// Behind the feature `format`.
    #[cfg(feature = "format")]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        Sha256::digest(self.canonical_text()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Proves that this is the key whose fingerprint was frozen.
    ///
    /// Dutch: *bevroren sleutel*: what was agreed keeps its figures, also when the source publishes better ones later.
    /// Behind the feature `format`.
    ///
    /// # Errors
    /// `KeySum` when it is another key: like a stated sum, the fingerprint says something about the entries that they do not
    /// meet. `Unreadable` when the text is no fingerprint.
    #[cfg(feature = "format")]
    pub fn prove_frozen(&self, fingerprint: &str) -> Result<(), Error> {
        let found = self.fingerprint();
        if fingerprint == found {
            return Ok(());
        }
        let error = if is_fingerprint(fingerprint) {
            let advice =
                "Its name, a party or a weight changed: use the figures that were frozen, or freeze this key anew.";
            Error::new(Kind::KeySum, format!("the fingerprint is {found}"), format!("the frozen {fingerprint}"))
                .advise(advice)
        } else {
            let expected = "64 hexadecimal digits in lower case";
            Error::new(Kind::Unreadable, format!("the fingerprint \"{fingerprint}\""), expected)
                .advise(format!("The fingerprint of this key is {found}."))
        };
        Err(error.within(format!("key \"{}\"", self.name())))
    }
}

#[cfg(feature = "format")]
fn is_fingerprint(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Keeps a line of the text one line, so that no two keys have the same text.
fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use crate::exact::Ratio;
    use crate::key::Key;

    fn key(name: &str, entries: &[(&'static str, i64)]) -> Key<&'static str> {
        Key::new(name, entries.iter().map(|&(party, weight)| (party, Ratio::integer(weight))), None).unwrap()
    }

    #[test]
    fn the_text_of_a_key_is_its_name_and_its_lines() {
        let half = Key::new("objective", [("De Marne", Ratio::HALF), ("Bedum", Ratio::ONE)], None).unwrap();
        assert_eq!(half.canonical_text(), "objective\nBedum 1\nDe Marne 1/2\n");
        let two_lines = key("a\nBedum 1", &[("Winsum", 1)]);
        let two_parties = key("a", &[("Bedum", 1), ("Winsum", 1)]);
        assert_ne!(two_lines.canonical_text(), two_parties.canonical_text());
    }

    #[cfg(feature = "format")]
    #[test]
    fn a_frozen_key_is_proved_by_its_fingerprint() {
        use alloc::string::ToString;
        let frozen = key("youths 0-24, 2014", &[("GM0005", 2947), ("GM1663", 2565)]);
        let fingerprint = "cdc4e552168a73f1955f2a764f06dc6096b698ee0d6eb706abc1fbf89b360f4b";
        assert_eq!(frozen.fingerprint(), fingerprint); // printf 'youths 0-24, 2014\nGM0005 2947\nGM1663 2565\n' | sha256sum
        assert_eq!(frozen.prove_frozen(fingerprint), Ok(()));
        let corrected = key("youths 0-24, 2014", &[("GM0005", 2947), ("GM1663", 2566)]);
        assert_eq!(
            corrected.prove_frozen(fingerprint).unwrap_err().to_string(),
            "key \"youths 0-24, 2014\": the fingerprint is \
             6f2cb5b9076ceb544ae99bbe5526cc3310bfeee9bf7fd892de53aa43e3a6cd49, expected the frozen \
             cdc4e552168a73f1955f2a764f06dc6096b698ee0d6eb706abc1fbf89b360f4b.\n  \
             Its name, a party or a weight changed: use the figures that were frozen, or freeze this key anew."
        );
        assert_eq!(
            frozen.prove_frozen("5b42").unwrap_err().to_string(),
            "key \"youths 0-24, 2014\": the fingerprint \"5b42\", expected 64 hexadecimal digits in lower case.\n  \
             The fingerprint of this key is cdc4e552168a73f1955f2a764f06dc6096b698ee0d6eb706abc1fbf89b360f4b."
        );
    }
}
