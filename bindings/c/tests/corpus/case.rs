//! One line of a corpus file, and what C makes of its texts.

use core::ptr;
use std::collections::BTreeMap;
use std::path::Path;
use taakgericht::exact::{Ratio, decimal};
use taakgericht_c::amount::{TKG_NOTATION_PLAIN, tkg_amount_format, tkg_amount_parse};
use taakgericht_c::decimal::{tkg_decimal, tkg_decimal_parse};
use taakgericht_c::status::{TKG_OK, tkg_status, tkg_status_name};

/// The results by column, or the status; no results where C cannot be asked this.
pub(crate) type Found = Result<Vec<(&'static str, String)>, tkg_status>;

pub(crate) struct Case(BTreeMap<String, String>);

impl Case {
    pub(crate) fn all(path: &Path) -> Vec<Case> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap();
        let headers = reader.headers().unwrap().clone();
        let case = |record: csv::StringRecord| {
            Case(headers.iter().zip(record.iter()).map(|(name, text)| (name.into(), text.into())).collect())
        };
        reader.records().map(|record| case(record.unwrap())).collect()
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("no column {name} in {:?}", self.0))
    }

    /// A list that is separated by spaces.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        self.get(name).split_whitespace().collect()
    }

    pub(crate) fn amounts(&self, name: &str) -> Vec<i64> {
        self.list(name).into_iter().map(amount).collect()
    }

    /// Amounts, or nothing for a dash.
    pub(crate) fn given(&self, name: &str) -> Option<Vec<i64>> {
        (self.get(name) != "-").then(|| self.amounts(name))
    }

    /// The position of a name in a list of names, which is its number in C.
    pub(crate) fn choice(&self, column: &str, names: &[&str]) -> i32 {
        number(self.get(column), names)
    }

    /// Weights as whole numbers in the same proportion.
    pub(crate) fn weights(&self, name: &str) -> Vec<i64> {
        let sum = |text: &str| text.split('+').map(ratio).fold(Ratio::ZERO, |sum, term| sum.checked_add(term).unwrap());
        let weights: Vec<Ratio> = self.list(name).into_iter().map(sum).collect();
        let common = weights
            .iter()
            .fold(1, |common, weight| common * weight.denominator() / divisor(common, weight.denominator()));
        let whole = |weight: &Ratio| i64::try_from(weight.numerator() * (common / weight.denominator())).unwrap();
        weights.iter().map(whole).collect()
    }

    /// Whether this is what the case says; of its results only those that C gives are compared.
    pub(crate) fn expects(&self, found: &Found) -> bool {
        let error = self.get("error");
        match found {
            Ok(results) => error.is_empty() && results.iter().all(|(column, text)| self.get(column) == text),
            Err(status) => name_of(*status) == format!("TKG_E_{}", error.to_uppercase().replace('-', "_")),
        }
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// A decimal number or a fraction, exactly.
fn ratio(text: &str) -> Ratio {
    let number = |part: &str| decimal::to_ratio(decimal::parse(part).unwrap()).unwrap();
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    number(above).checked_div(number(below)).unwrap()
}

pub(crate) fn name_of(status: tkg_status) -> String {
    // SAFETY: a static text with a NUL.
    unsafe { core::ffi::CStr::from_ptr(tkg_status_name(status)) }.to_str().unwrap().to_owned()
}

/// The position of a name, which is its number in C.
pub(crate) fn number(name: &str, names: &[&str]) -> i32 {
    let position = names.iter().position(|each| *each == name).unwrap_or_else(|| panic!("unknown name {name}"));
    i32::try_from(position).unwrap()
}

/// How many there are.
pub(crate) fn count<T>(elements: &[T]) -> i64 {
    i64::try_from(elements.len()).unwrap()
}

/// The start of an array, NULL where there is none.
pub(crate) fn start(elements: Option<&Vec<i64>>) -> *const i64 {
    elements.map_or(ptr::null(), |elements| elements.as_ptr())
}

/// Cents, read by the library.
pub(crate) fn amount(text: &str) -> i64 {
    let mut cents = 0;
    let length = i64::try_from(text.len()).unwrap();
    // SAFETY: a text and a place of our own.
    let status =
        unsafe { tkg_amount_parse(text.as_ptr().cast(), length, TKG_NOTATION_PLAIN, &raw mut cents, ptr::null_mut()) };
    assert_eq!(status, TKG_OK, "{text}");
    cents
}

/// A number or a percentage, read by the library.
pub(crate) fn decimal(text: &str) -> tkg_decimal {
    let digits = text.strip_suffix('%').unwrap_or(text);
    let mut number = tkg_decimal { lo: 0, mid: 0, hi: 0, reserved: 0, scale: 0, sign: 0 };
    let length = i64::try_from(digits.len()).unwrap();
    // SAFETY: a text and a place of our own.
    let status = unsafe { tkg_decimal_parse(digits.as_ptr().cast(), length, &raw mut number, ptr::null_mut()) };
    assert_eq!(status, TKG_OK, "{text}");
    number
}

/// Euros, written by the library.
pub(crate) fn shown(cents: i64) -> String {
    let mut buffer = [0_u8; 32];
    // SAFETY: a buffer of our own.
    let status = unsafe {
        tkg_amount_format(cents, TKG_NOTATION_PLAIN, buffer.as_mut_ptr().cast(), 32, ptr::null_mut(), ptr::null_mut())
    };
    assert_eq!(status, TKG_OK);
    core::ffi::CStr::from_bytes_until_nul(&buffer).unwrap().to_str().unwrap().to_owned()
}

pub(crate) fn joined(amounts: &[i64]) -> String {
    amounts.iter().map(|&cents| shown(cents)).collect::<Vec<_>>().join(" ")
}

/// What came out, under a status.
pub(crate) fn parts(status: tkg_status, amounts: &[i64]) -> Found {
    if status == TKG_OK { Ok(vec![("parts", joined(amounts))]) } else { Err(status) }
}
