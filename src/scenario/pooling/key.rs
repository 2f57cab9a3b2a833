//! Which figures become the weights of a key.

use crate::key::{KeyBasis, KeyRule};
use crate::party::Municipality;
use alloc::collections::BTreeSet;
use alloc::string::String;

/// A key by which pools share.
///
/// Dutch: *verdeelsleutel*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySection {
    /// The name that pools know it by; not `contribution`, which stands for the contribution of a pool.
    pub id: String,
    /// Which figures become the weights: the basis, the key year, the ages.
    pub rule: KeyRule<Municipality>,
    /// The id of the series with the figures; `None` for a basis that looks at none.
    pub series: Option<String>,
    /// The segments of the series that count; `None` for all of them.
    pub segments: Option<BTreeSet<String>>,
    /// The fingerprint that the key must have (SHA-256, hexadecimal), when it was frozen: of the parties by their ids, with
    /// their weights. Alternatives are not held to it, as members may leave in them.
    pub frozen: Option<String>,
}

impl KeySection {
    /// Whether its basis looks at figures of a series.
    #[must_use]
    pub const fn looks_at_figures(&self) -> bool {
        !matches!(self.rule.basis, KeyBasis::Equal | KeyBasis::Fixed { .. })
    }
}
