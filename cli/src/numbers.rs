//! Figures as people read them, in their language.

use taakgericht::Language;
use taakgericht::budget::reconcile::{Quantity, shown};
use taakgericht::exact::notation::{dutch, grouped};
use taakgericht::exact::{Amount, Mode, Percent, Ratio, Unrounded, decimal};
use taakgericht::financing::task::ShadowCost;
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

/// An amount without its sign, where words say which way it goes.
pub(crate) fn positive(value: Amount, language: Language) -> String {
    let text = amount(value, language);
    text.strip_prefix('-').map_or(text.clone(), str::to_owned)
}

/// An exact amount, rounded half-up to the cent for people to compare; where it stands, a text says so.
pub(crate) fn to_the_cent(exact: Unrounded, language: Language) -> String {
    // A half goes away from zero; whole cents are rounded down.
    let up = exact.rest() > Ratio::HALF || (exact.rest() == Ratio::HALF && exact.whole_cents() >= 0);
    let cents = exact.whole_cents().checked_add(i128::from(up)).and_then(|cents| i64::try_from(cents).ok());
    cents.map_or_else(|| unrounded(exact, language), |cents| amount(Amount::from_cents(cents), language))
}

/// The same for a difference, with its sign: `+1.00`.
pub(crate) fn exact_difference(difference: Unrounded, language: Language) -> String {
    with_sign(difference > Unrounded::ZERO, to_the_cent(difference, language))
}

/// A share in percent, rounded half-up to two decimals: `7.80%`; where it stands, a text says so.
pub(crate) fn rounded_percent(part: Ratio, language: Language) -> String {
    let hundredths = part.checked_mul(Ratio::integer(10_000)).and_then(|hundredths| Mode::HalfUp.round(hundredths));
    // Two decimals, as the cents of an amount have.
    let rounded = hundredths.ok().and_then(|hundredths| i64::try_from(hundredths).ok()).map(Amount::from_cents);
    rounded.map_or_else(|| share(part, language), |rounded| format!("{}%", amount(rounded, language)))
}

/// The same with its sign: `+7.80%`.
pub(crate) fn signed_percent(part: Ratio, language: Language) -> String {
    with_sign(part > Ratio::ZERO, rounded_percent(part, language))
}

/// A share in percent, as many digits as it has, cut off after four: `17.3431…%`.
pub(crate) fn share(share: Ratio, language: Language) -> String {
    shown(share, Quantity::Share, language)
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
    if let (true, Ok(whole)) = (exact.rest() == Ratio::ZERO, i64::try_from(exact.whole_cents())) {
        return amount(Amount::from_cents(whole), language);
    }
    let euros = Ratio::new(1, 100).and_then(|cent| exact.cents()?.checked_mul(cent));
    euros.map_or_else(|_| exact.to_string(), |euros| shown(euros, Quantity::Amount, language))
}

/// A shadow cost, of which only its text comes out: nobody can add it to what is paid.
pub(crate) fn shadow(cost: ShadowCost, language: Language) -> String {
    let text = cost.to_string();
    let cents =
        decimal::parse(&text).and_then(decimal::to_ratio).and_then(|euros| euros.checked_mul(Ratio::integer(100)));
    cents.map_or(text, |cents| unrounded(Unrounded::from_cents(cents), language))
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
        Value::Share(part) => share(part, language),
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
