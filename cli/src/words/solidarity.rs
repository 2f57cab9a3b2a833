//! What is said of a pool over its years.

use super::{Word, word};
use taakgericht::Language;
use taakgericht::exact::Amount;
use taakgericht::period::Year;

pub(crate) const EXACT_IN_JSON: Word = word(
    "Means are rounded to the cent, percentages to two decimals; json has them exact. The heaviest year is the one that is \
     furthest above the contribution.",
    "Gemiddelden zijn afgerond op de cent, percentages op twee decimalen; json heeft ze exact. Het zwaarste jaar is het jaar \
     dat het verst boven de inleg ligt.",
);
pub(crate) const HEAVIEST_WITH: Word = word("Heaviest year with", "Zwaarste jaar met");
pub(crate) const HEAVIEST_WITHOUT: Word = word("Heaviest year without", "Zwaarste jaar zonder");
pub(crate) const LASTING: Word = word("Lasting", "Blijvend");
pub(crate) const MEAN_WITH: Word = word("Mean with", "Gemiddeld met");
pub(crate) const MEAN_WITHOUT: Word = word("Mean without", "Gemiddeld zonder");
pub(crate) const NET: Word = word("Pays over all years", "Betaalt over alle jaren");
pub(crate) const RANGE_WITH: Word = word("Range with", "Spreiding met");
pub(crate) const RANGE_WITHOUT: Word = word("Range without", "Spreiding zonder");
pub(crate) const REDISTRIBUTED: Word = word("Redistributed", "Herverdeeld");
pub(crate) const REDISTRIBUTION: Word = word(
    "Redistribution: what moves between members in a year, and what has moved after all years, when good and bad years of \
     one member cancel out:",
    "Herverdeling: wat in een jaar tussen deelnemers verschuift, en wat na alle jaren verschoven is, als goede en slechte \
     jaren van een deelnemer tegen elkaar wegvallen:",
);
pub(crate) const ROLE: Word = word("Role", "Rol");
pub(crate) const SHARE_OF_COST: Word = word("Of all cost", "Van alle kosten");
pub(crate) const STANDARD_DEVIATION_WITH: Word = word("Standard deviation with", "Standaardafwijking met");
pub(crate) const STANDARD_DEVIATION_WITHOUT: Word = word("Standard deviation without", "Standaardafwijking zonder");
pub(crate) const YEAR: Word = word("Year", "Jaar");

/// The heading of what a pool does over its years.
pub(crate) fn solidarity(pool: &str, years: &[Year], language: Language) -> String {
    let years = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match language {
        Language::En => format!("What members bear without and with the pool {pool}, {years}, in euros"),
        Language::Nl => format!("Wat deelnemers dragen zonder en met de pot {pool}, {years}, in euro's"),
    }
}

/// What a member is over all years.
pub(crate) fn role(net_transfer: Amount) -> Word {
    match net_transfer.cmp(&Amount::ZERO) {
        std::cmp::Ordering::Greater => word("net payer", "nettobetaler"),
        std::cmp::Ordering::Less => word("net receiver", "netto-ontvanger"),
        std::cmp::Ordering::Equal => word("even", "quitte"),
    }
}
