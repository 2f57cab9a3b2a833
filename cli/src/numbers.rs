//! Figures as people read them, in their language.

use taakgericht::Language;
use taakgericht::budget::reconcile::{Quantity, shown};
use taakgericht::exact::notation::{dutch, grouped};
use taakgericht::exact::{Amount, Percent, Ratio, Unrounded, decimal};
use taakgericht::trace::Value;

/// `1,234.56` or `1.234,56`; the unit stands in a heading.
pub(crate) fn amount(amount: Amount, language: Language) -> String {
    match language {
        Language::En => grouped(amount).without_symbol().to_string(),
        Language::Nl => dutch(amount).without_symbol().to_string(),
    }
}

/// A difference, with its sign: `+1.00`.
pub(crate) fn difference(difference: Amount, language: Language) -> String {
    with_sign(difference > Amount::ZERO, amount(difference, language))
}

/// A gap between printed figures, with its sign: `+1`, `-0.5%`.
pub(crate) fn gap(gap: Ratio, quantity: Quantity, language: Language) -> String {
    with_sign(gap > Ratio::ZERO, shown(gap, quantity, language))
}

fn with_sign(positive: bool, text: String) -> String {
    if positive { format!("+{text}") } else { text }
}

/// Euros that need not be whole cents: `0.20`, `0.005`, and `0.0033…` where digits were left off.
pub(crate) fn unrounded(exact: Unrounded, language: Language) -> String {
    let cents = exact.cents();
    if let (true, Ok(whole)) = (cents.is_integer(), i64::try_from(cents.numerator())) {
        return amount(Amount::from_cents(whole), language);
    }
    let euros = Ratio::new(1, 100).and_then(|cent| cents.checked_mul(cent));
    euros.map_or_else(|_| exact.to_string(), |euros| shown(euros, Quantity::Amount, language))
}

/// `8.5%` or `8,5%`.
pub(crate) fn percent(percent: Percent, language: Language) -> String {
    match language {
        Language::En => grouped(percent).to_string(),
        Language::Nl => dutch(percent).to_string(),
    }
}

/// The value of a step of a trace.
pub(crate) fn value(value: Value, language: Language) -> String {
    match value {
        Value::Amount(whole) => amount(whole, language),
        Value::Unrounded(exact) => unrounded(exact, language),
        Value::Share(share) => shown(share, Quantity::Share, language),
        Value::Percent(share) => percent(share, language),
        Value::Number(plain) => number(plain, language),
    }
}

/// A number without a unit, such as a weight.
pub(crate) fn number(number: Ratio, language: Language) -> String {
    shown(number, Quantity::Count, language)
}

/// For programs: `1104641.5`, or a fraction where the decimals do not end.
pub(crate) fn plain(number: Ratio) -> String {
    decimal::from_ratio(number).map_or_else(|_| number.to_string(), |decimal| decimal.to_string())
}
