//! The languages in which figures are explained.

/// The language of a diagnosis. Error messages are always English.
///
/// Dutch: *taal*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Language {
    /// English, with `1,234.5`.
    #[default]
    En,
    /// Dutch, with `1.234,5`.
    Nl,
}
