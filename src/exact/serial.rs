//! Exact numbers as text in JSON and other formats: `"1234.56"`, `"8.5%"`, `"527/4519"`, never a binary float.
//!
//! A number without quotes is refused: a JSON reader would already have turned `0.1` into the nearest binary fraction.

use crate::error::Error;
use crate::exact::notation::Notation;
use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unplaced, Unrounded, decimal};
use core::fmt;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{self, Serialize, Serializer};

/// How text becomes a value, and an example of such text for the error when there is no text at all.
pub(crate) struct FromText<T> {
    pub(crate) example: &'static str,
    pub(crate) read: fn(&str) -> Result<T, Error>,
}

impl<T> Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text in quotes, such as \"{}\"", self.example)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }
}

/// Serialises a type as what it displays, and reads it back with a function.
macro_rules! as_text {
    ($type:ty, $example:literal, $read:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let from_text = $crate::exact::serial::FromText { example: $example, read: $read };
                deserializer.deserialize_str(from_text)
            }
        }
    };
}
pub(crate) use as_text;

as_text!(Amount, "1234.56", |text| Notation::Plain.read_amount(text));
as_text!(Percent, "8.5%", |text| Notation::Plain.read_percent(text));
as_text!(Ratio, "527/4519", Ratio::parse);
as_text!(Unrounded, "0.005", read_unrounded);

/// Reads what [`Unrounded`] displays: euros, or a fraction of cents where the decimals of the euros do not end.
fn read_unrounded(text: &str) -> Result<Unrounded, Error> {
    let Some(cents) = text.strip_suffix(" ct") else {
        let cents = decimal::to_ratio(decimal::parse(text)?)?.checked_mul(Ratio::integer(100));
        return cents.map(Unrounded::from_cents);
    };
    // `12 + 1/3 ct`, where one fraction does not hold it.
    let parts = cents.split(" + ").map(|part| Ratio::parse(part).map(Unrounded::from_cents));
    parts.into_iter().try_fold(Unrounded::ZERO, |sum, part| sum.checked_add(part?))
}

/// A list of what each row amounts to.
impl Serialize for Unplaced {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows().map_err(ser::Error::custom)?)
    }
}

/// The fields of a [`Rounding`] as they are written: `{"mode": "half-up", "unit": "0.01"}`.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename = "Rounding", deny_unknown_fields)]
struct WrittenRounding {
    mode: Mode,
    unit: Amount,
}

impl Serialize for Rounding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenRounding { mode: self.mode(), unit: self.unit() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rounding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rounding, D::Error> {
        let written = WrittenRounding::deserialize(deserializer)?;
        Rounding::new(written.mode, written.unit).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};
    use alloc::string::{String, ToString};
    use core::fmt::Debug;
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use proptest::sample::select;
    use rust_decimal::Decimal;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    fn there_and_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
        serde_json::from_str(&json(value)).unwrap()
    }

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).unwrap()
    }

    fn refused<T: DeserializeOwned + Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).unwrap_err().to_string()
    }

    #[test]
    fn numbers_travel_as_text() {
        let ratio = Ratio::new(1581, 13557).unwrap();
        assert_eq!(json(&Amount::from_cents(-123_456)), "\"-1234.56\"");
        assert_eq!(json(&Percent::parse("8.5").unwrap()), "\"8.5%\"");
        assert_eq!(json(&ratio), "\"527/4519\"");
        assert_eq!(json(&Unrounded::from_cents(Ratio::new(1, 2).unwrap())), "\"0.005\"");
        assert_eq!(json(&Unrounded::from_cents(ratio)), "\"527/4519 ct\"");
        assert_eq!(json(&Rounding::HALF_UP_CENT), "{\"mode\":\"half-up\",\"unit\":\"0.01\"}");
    }

    #[test]
    fn a_number_without_quotes_is_refused() {
        let cases = [
            (
                refused::<Amount>("1234.56"),
                "invalid type: floating point `1234.56`, expected text in quotes, such as \"1234.56\"",
            ),
            (refused::<Amount>("1234"), "invalid type: integer `1234`, expected text in quotes, such as \"1234.56\""),
            (
                refused::<Percent>("8.5"),
                "invalid type: floating point `8.5`, expected text in quotes, such as \"8.5%\"",
            ),
            (refused::<Ratio>("1"), "invalid type: integer `1`, expected text in quotes, such as \"527/4519\""),
            (
                refused::<Unrounded>("0.5"),
                "invalid type: floating point `0.5`, expected text in quotes, such as \"0.005\"",
            ),
            (refused::<Amount>("null"), "invalid type: null, expected text in quotes, such as \"1234.56\""),
        ];
        for (error, text) in cases {
            assert!(error.starts_with(text), "{error}");
        }
    }

    #[test]
    fn text_is_read_strictly() {
        let cases = [
            (refused::<Amount>("\"1.234,56\""), "\"1.234,56\", expected an amount such as -1234.56.\n  Write 1234.56."),
            (
                refused::<Amount>("\"1.005\""),
                "\"1.005\", which is not a whole number of cents, expected an amount of at most two",
            ),
            (refused::<Percent>("\"8.5\""), "\"8.5\", expected a percentage such as 8.5%.\n  Write 8.5%."),
            (refused::<Ratio>("\"1/0\""), "1/0, expected a denominator other than zero."),
            (refused::<Unrounded>("\"1/3\""), "\"1/3\", expected a number such as -1234.56."),
            (
                refused::<Rounding>(r#"{"mode":"half-up","unit":"0.00"}"#),
                "a rounding unit of 0.00, expected a unit of at least 0.01.",
            ),
            (refused::<Rounding>(r#"{"mode":"half-up","unit":"0.01","stage":"line"}"#), "unknown field `stage`"),
            (
                refused::<Rounding>(r#"{"mode":"nearest","unit":"0.01"}"#),
                "unknown variant `nearest`, expected one of `half-up`",
            ),
        ];
        for (error, text) in cases {
            assert!(error.starts_with(text), "{error}");
        }
    }

    proptest! {
        #[test]
        fn round_trip(
            cents in any::<i64>(),
            (above, below, shift) in (-i128::MAX..=i128::MAX, 1..=i128::MAX, 0..127_u32),
            (bits, scale) in (any::<i64>(), 0..=26_u32),
            mode in select(&Mode::ALL[..]),
        ) {
            let amount = Amount::from_cents(cents);
            prop_assert_eq!(there_and_back(&amount), amount);
            let ratio = Ratio::new(above >> shift, (below >> shift).max(1)).unwrap();
            prop_assert_eq!(there_and_back(&ratio), ratio);
            // Fractions whose decimals end, and fractions whose decimals do not.
            let ending = Ratio::new(bits.into(), 1 << scale).unwrap();
            for cents in [ratio, ending] {
                let unrounded = Unrounded::from_cents(cents);
                prop_assert_eq!(there_and_back(&unrounded), unrounded);
            }
            let percent = Percent::new(Decimal::new(bits, scale)).unwrap();
            prop_assert_eq!(there_and_back(&percent), percent);
            if let Ok(rounding) = Rounding::new(mode, amount) {
                prop_assert_eq!(there_and_back(&rounding), rounding);
            }
        }
    }
}
