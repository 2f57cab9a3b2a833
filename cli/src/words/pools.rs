//! What pools, their settlements and their variants are called.

use super::{Word, word};
use crate::labels;
use crate::numbers;
use taakgericht::Language;
use taakgericht::exact::Amount;
use taakgericht::period::Year;
use taakgericht::pool::{InnerTerms, KeyUsed, Pot, PotKind, ReserveYear, RoundKind};
use taakgericht::scenario::{InnerOutcome, KeyChoice, PoolOutcome};

pub(crate) const ADVANCES: Word = word("Advances, in instalments:", "Voorschotten, in termijnen:");
pub(crate) const ALL_INSTALMENTS: Word = word("All instalments", "Alle termijnen");
pub(crate) const AS_IT_IS: Word = word("Pool as it is", "Pot zoals nu");
pub(crate) const DIFFERENCE: Word =
    word("Difference with the pool as it is, in euros", "Verschil met de pot zoals nu, in euro's");
pub(crate) const DIFFERENCE_PERCENT: Word = word(
    "Difference with the pool as it is, in percent, rounded to two decimals",
    "Verschil met de pot zoals nu, in procenten, afgerond op twee decimalen",
);
pub(crate) const EUROS: Word = word("Euros", "Euro's");
pub(crate) const FIRST_INSTALMENT: Word = word("First instalment", "Eerste termijn");
pub(crate) const LINE: Word = word("Line", "Regel");
pub(crate) const NO_VARIANT: Word = word(
    "No variant is about a pool of this year, so there is nothing to put beside it.",
    "Geen variant gaat over een pot van dit jaar, dus er is niets om ernaast te zetten.",
);
pub(crate) const NOT_A_MEMBER: Word =
    word("* takes no part: bears its own cost.", "* doet niet mee: draagt de eigen kosten.");
pub(crate) const OF_WHICH_SHARED: Word = word("of which shared", "waarvan gedeeld");
pub(crate) const OF_WHICH_RESERVE: Word = word("of which into the reserve", "waarvan naar de reserve");
pub(crate) const PAYER: Word = word("Pays", "Betaalt");
pub(crate) const PAYMENTS: Word = word("Payments that meet the balances:", "Betalingen die de saldi vereffenen:");
pub(crate) const POOL_ACCOUNT: Word = word("account of the pool", "rekening van de pot");
pub(crate) const RECEIVER: Word = word("To", "Aan");
pub(crate) const RESIDUE_OF_SHARE: Word = word(
    "Residue in euros: the exact share less what is borne.",
    "Rest in euro's: het exacte aandeel min wat is toegedeeld.",
);
pub(crate) const SHARE: Word = word("Share", "Aandeel");
pub(crate) const SUB_POOLS: Word = word("Sub-pools, which settled first:", "Deelpotten, die eerst afrekenden:");
pub(crate) const VARIANTS: Word = word("Variants:", "Varianten:");

/// What the pool of a settlement shares: all, or some segments.
pub(crate) fn segments(segments: &[String], language: Language) -> String {
    let segments = segments.join(", ");
    match language {
        Language::En => format!("Shared are the segments {segments}."),
        Language::Nl => format!("Gedeeld worden de segmenten {segments}."),
    }
}

/// A kind of settlement.
pub(crate) const fn round(kind: RoundKind) -> Word {
    match kind {
        RoundKind::Provisional => word("provisional", "voorlopig"),
        RoundKind::Final => word("final", "definitief"),
        RoundKind::PriorYear => word("prior-year", "naverrekening"),
    }
}

/// Which settlement it is: `the pool bmwe, 2015 (final)`.
fn pool_year(pool: &str, year: Year, kind: RoundKind, language: Language) -> String {
    let kind = round(kind).to(language);
    match language {
        Language::En => format!("the pool {pool}, {year} ({kind})"),
        Language::Nl => format!("de pot {pool}, {year} ({kind})"),
    }
}

/// The heading of a settlement.
pub(crate) fn settlement(pool: &PoolOutcome, language: Language) -> String {
    let which = pool_year(&pool.pool, pool.year, pool.kind, language);
    match language {
        Language::En => format!("Settlement of {which}, in euros"),
        Language::Nl => format!("Afrekening van {which}, in euro's"),
    }
}

/// The heading of what the members of a sub-pool settle among themselves.
pub(crate) fn inner_settlement(pool: &str, year: Year, language: Language) -> String {
    match language {
        Language::En => format!("Settlement of the sub-pool {pool} among its own members, {year}, in euros"),
        Language::Nl => format!("Afrekening van de deelpot {pool} onder de eigen deelnemers, {year}, in euro's"),
    }
}

/// The heading of a letter.
pub(crate) fn letter(party: &str, pool: &PoolOutcome, language: Language) -> String {
    let (which, booked) = (pool_year(&pool.pool, pool.year, pool.kind, language), pool.booked);
    match language {
        Language::En => format!("{party}: settlement of {which}, booked in {booked}"),
        Language::Nl => format!("{party}: afrekening van {which}, geboekt in {booked}"),
    }
}

/// By which terms a sub-pool settled before.
pub(crate) fn inner_terms(terms: &InnerTerms, language: Language) -> String {
    let (pool, how, key) = (&terms.pool, super::rules::model(&terms.model, language), key(&terms.key, language));
    match language {
        Language::En => format!("Settled first in the sub-pool {pool}: {how}. {key}"),
        Language::Nl => format!("Eerst afgerekend in de subpot {pool}: {how}. {key}"),
    }
}

/// The key that was used, with the years of its figures and its fingerprint.
pub(crate) fn key(key: &KeyUsed, language: Language) -> String {
    let years: Vec<String> = key.years.iter().map(ToString::to_string).collect();
    let (name, years) = (labels::key_name(&key.name, language), years.join(", "));
    let of_years = match (years.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::En) => format!(", figures of {years}"),
        (false, Language::Nl) => format!(", cijfers van {years}"),
    };
    let fingerprint = key.fingerprint.as_deref();
    match language {
        Language::En => format!("Key: {name}{of_years}{}", print_of(fingerprint, "fingerprint")),
        Language::Nl => format!("Sleutel: {name}{of_years}{}", print_of(fingerprint, "vingerafdruk")),
    }
}

fn print_of(fingerprint: Option<&str>, word: &str) -> String {
    fingerprint.map(|print| format!("; {word}:\n{print}")).unwrap_or_default()
}

/// By which other key underspends are given back.
pub(crate) fn underspend_key(used: &KeyUsed, language: Language) -> String {
    let key = key(used, language);
    match language {
        Language::En => format!("For underspends: {key}"),
        Language::Nl => format!("Voor onderschrijdingen: {key}"),
    }
}

/// The heading of weights.
pub(crate) fn weight(unit: &str, language: Language) -> &'static str {
    let heading = match unit {
        "cents" | "euros" => word("Weight, in euros", "Gewicht, in euro's"),
        "people" => word("Weight, in people", "Gewicht, in personen"),
        _ => super::WEIGHT,
    };
    heading.to(language)
}

/// What was divided by a key.
pub(crate) fn pots(pots: &[Pot], language: Language) -> String {
    let pot = |pot: &Pot| format!("{} {}", pot_kind(pot.kind).to(language), numbers::unrounded(pot.amount, language));
    let pots = pots.iter().map(pot).collect::<Vec<_>>().join("; ");
    match language {
        Language::En => format!("Divided by the key: {pots}."),
        Language::Nl => format!("Naar de sleutel verdeeld: {pots}."),
    }
}

const fn pot_kind(kind: PotKind) -> Word {
    match kind {
        PotKind::Cost => word("shared cost", "gedeelde kosten"),
        PotKind::Deviations => word("deviations beyond the band", "afwijkingen buiten de bandbreedte"),
        PotKind::Overspends => word("overspends beyond the band", "overschrijdingen buiten de bandbreedte"),
        PotKind::Underspends => word("underspends beyond the band", "onderschrijdingen buiten de bandbreedte"),
        PotKind::Ceded => word("ceded above the threshold", "afgestaan boven de drempel"),
        PotKind::Reserve => word("into the reserve", "naar de reserve"),
    }
}

/// What a reserve did in a year.
pub(crate) fn reserve(reserve: &ReserveYear, language: Language) -> String {
    let ReserveYear { opening, withdrawn, stored, topped_up, closing } = reserve;
    let amounts = [opening, withdrawn, stored, topped_up, closing].map(|&amount| numbers::amount(amount, language));
    let [opening, withdrawn, stored, topped_up, closing] = amounts;
    match language {
        Language::En => format!(
            "Reserve: {opening} at the start, {withdrawn} withdrawn, {stored} stored, {topped_up} topped up, {closing} at \
             the end."
        ),
        Language::Nl => format!(
            "Reserve: {opening} aan het begin, {withdrawn} onttrokken, {stored} gestort, {topped_up} gedoteerd, {closing} \
             aan het eind."
        ),
    }
}

/// What a sub-pool bears, and what it pays to the others as one party.
pub(crate) fn inner(inner: &InnerOutcome, language: Language) -> String {
    let InnerOutcome { pool, borne, transfer, .. } = inner;
    let how = super::model_by_key(&inner.model, &inner.key.name, language);
    let (borne, paid) = (numbers::amount(*borne, language), transfer_to_others(*transfer, language));
    match language {
        Language::En => format!("{pool} ({how}): its members bear {borne} together; as one party {paid}."),
        Language::Nl => format!("{pool} ({how}): de deelnemers dragen samen {borne}; als één partij {paid}."),
    }
}

fn transfer_to_others(transfer: Amount, language: Language) -> String {
    let amount = numbers::positive(transfer, language);
    match (transfer.cmp(&Amount::ZERO), language) {
        (std::cmp::Ordering::Greater, Language::En) => format!("it pays {amount} to the others"),
        (std::cmp::Ordering::Greater, Language::Nl) => format!("betaalt zij {amount} aan de anderen"),
        (std::cmp::Ordering::Less, Language::En) => format!("it receives {amount} from the others"),
        (std::cmp::Ordering::Less, Language::Nl) => format!("ontvangt zij {amount} van de anderen"),
        (std::cmp::Ordering::Equal, Language::En) => "it pays and receives nothing".into(),
        (std::cmp::Ordering::Equal, Language::Nl) => "betaalt en ontvangt zij niets".into(),
    }
}

/// What the last line of a letter asks or promises.
pub(crate) fn to_pay(balance: Amount, language: Language) -> String {
    let amount = numbers::positive(balance, language);
    match (balance.cmp(&Amount::ZERO), language) {
        (std::cmp::Ordering::Greater, Language::En) => format!("To pay: {amount}."),
        (std::cmp::Ordering::Greater, Language::Nl) => format!("Te betalen: {amount}."),
        (std::cmp::Ordering::Less, Language::En) => format!("To receive: {amount}."),
        (std::cmp::Ordering::Less, Language::Nl) => format!("Te ontvangen: {amount}."),
        (std::cmp::Ordering::Equal, Language::En) => "Nothing to pay or to receive.".into(),
        (std::cmp::Ordering::Equal, Language::Nl) => "Niets te betalen of te ontvangen.".into(),
    }
}

/// Advances in instalments, in a letter.
pub(crate) fn advances(count: usize, instalments: &str, language: Language) -> String {
    match language {
        Language::En => format!("Advances in {count} instalments: {instalments}."),
        Language::Nl => format!("Voorschotten in {count} termijnen: {instalments}."),
    }
}

/// The heading of a comparison.
pub(crate) fn comparison(pool: &str, year: Year, language: Language) -> String {
    match language {
        Language::En => format!("Variants of the pool {pool}, {year}: what each municipality bears, in euros"),
        Language::Nl => format!("Varianten van de pot {pool}, {year}: wat elke gemeente draagt, in euro's"),
    }
}

/// By what a variant shares, where it says so.
pub(crate) fn by_key(key: &KeyChoice, language: Language) -> String {
    match (key, language) {
        (KeyChoice::Key(id), Language::En) => format!("by the key {id}"),
        (KeyChoice::Key(id), Language::Nl) => format!("naar de sleutel {id}"),
        (KeyChoice::Contribution, Language::En) => "by contribution".into(),
        (KeyChoice::Contribution, Language::Nl) => "naar inleg".into(),
    }
}

/// Which segments a variant shares.
pub(crate) fn only_segments(segments: &str, language: Language) -> String {
    match language {
        Language::En => format!("segments {segments}"),
        Language::Nl => format!("segmenten {segments}"),
    }
}

/// Who leaves in a variant.
pub(crate) fn without(names: &str, language: Language) -> String {
    match language {
        Language::En => format!("without {names}"),
        Language::Nl => format!("zonder {names}"),
    }
}

/// A sub-pool, of which a variant differs.
pub(crate) fn sub_pool(pool: &str, language: Language) -> String {
    match language {
        Language::En => format!("sub-pool {pool}"),
        Language::Nl => format!("deelpot {pool}"),
    }
}
