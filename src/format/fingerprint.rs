//! What identifies inputs: the hash of a text, and the fingerprint of a scenario.

use super::write::{Canonical, write};
use crate::scenario::Scenario;
use alloc::format;
use alloc::string::String;
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, as 64 hexadecimal digits: of an input file as it is.
///
/// ```
/// let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// assert_eq!(taakgericht::format::sha256(b""), empty);
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The fingerprint of what a scenario says: the same for every text that means the same.
///
/// Remarks, white space, the order of keys, the notation of numbers and the names of files make no difference; a figure, a
/// choice or the order of parties does. It can be checked by hand: written to a folder as `scenario.toml` and its CSV
/// files ([`write`](write())), it is what `sha256sum scenario.toml FILES | sha256sum` prints.
#[must_use]
pub fn fingerprint(scenario: &Scenario) -> String {
    let Canonical { main, files } = write(scenario);
    let mut list = listed("scenario.toml", &main);
    list.extend(files.iter().map(|(name, text)| listed(name, text)));
    sha256(list.as_bytes())
}

fn listed(name: &str, text: &str) -> String {
    format!("{}  {name}\n", sha256(text.as_bytes()))
}
