//! What contracts, their statements and what came of them are called.

use super::{Word, word};
use crate::labels::key_name;
use crate::numbers;
use taakgericht::Language;
use taakgericht::exact::Percent;
use taakgericht::financing::effort::Beyond;
use taakgericht::financing::product::Variant;
use taakgericht::financing::task::{LumpSumBasis, PenaltyBase, Side};
use taakgericht::period::{Date, Month, Year};
use taakgericht::scenario::{ContractOutcome, ProductOutcome};

pub(crate) const BASIS: Word = word("Basis", "Grondslag");
pub(crate) const BEYOND: Word = word("Beyond", "Daarboven");
pub(crate) const BORNE_BY_PROVIDER: Word = word("Borne by the provider", "Voor de aanbieder");
pub(crate) const CEILING: Word = word("Ceiling", "Plafond");
pub(crate) const CORRIDOR: Word = word("Corridor", "Bandbreedte");
pub(crate) const EXPLANATION: Word = word("Explanation", "Toelichting");
pub(crate) const HELD: Word = word("not reached", "niet bereikt");
pub(crate) const INDEX: Word = word("Index", "Indexatie");
pub(crate) const MONTHS: Word = word(
    "What is paid month by month is shown with --months; csv and json always have it.",
    "Wat per maand wordt betaald, toont --months; csv en json hebben het altijd.",
);
pub(crate) const MUTATION: Word = word("mutation", "mutatie");
pub(crate) const NEVER_PAID: Word = word(
    "what reported care would have cost by effort; never paid",
    "wat de gemelde zorg inspanningsgericht had gekost; wordt nooit betaald",
);
pub(crate) const NOTHING_REPORTED: Word =
    word("nothing was reported, so nothing is settled", "er is niets gemeld, dus er wordt niets afgerekend");
pub(crate) const NOTHING_SETTLED: Word = word("nothing is settled of it", "daarvan wordt niets afgerekend");
pub(crate) const OF_WHOLE_YEAR: Word = word("of a whole year", "van een heel jaar");
pub(crate) const PAID: Word = word("Paid", "Betaald");
pub(crate) const PAID_AFTER_CORRIDOR: Word = word("Paid after the corridor", "Betaald na bandbreedte");
pub(crate) const PART_YEAR: Word = word("Part of the year", "Deel van het jaar");
pub(crate) const PENALTY: Word = word("Penalty", "Malus");
pub(crate) const RESULT: Word = word("Result of the provider", "Resultaat aanbieder");
pub(crate) const RESULT_IS: Word = word(
    "paid less shadow cost, as if care costs what the tariffs say",
    "betaald min schaduwkosten, alsof de zorg kost wat de tarieven zeggen",
);
pub(crate) const ROUNDING: Word = word("Rounding", "Afronding");
pub(crate) const SHADOW: Word = word("Shadow cost", "Schaduwkosten");
pub(crate) const VOLUME_NORM: Word = word("Volume norm", "Volumenorm");

/// The heading of what is paid under a contract in a year.
pub(crate) fn statement(contract: &ContractOutcome, language: Language) -> String {
    let ContractOutcome { contract, provider, year, .. } = contract;
    match language {
        Language::En => format!("What is paid under the contract {contract} ({provider}) in {year}, in euros"),
        Language::Nl => format!("Wat onder het contract {contract} ({provider}) in {year} wordt betaald, in euro's"),
    }
}

/// The heading of the same, month by month.
pub(crate) fn by_month(contract: &ContractOutcome, language: Language) -> String {
    let ContractOutcome { contract, provider, year, .. } = contract;
    match language {
        Language::En => format!("The contract {contract} ({provider}) month by month in {year}, in euros"),
        Language::Nl => format!("Het contract {contract} ({provider}) maand voor maand in {year}, in euro's"),
    }
}

/// How a product is financed.
pub(crate) const fn variant(variant: Variant) -> Word {
    match variant {
        Variant::EffortBased => word("by effort", "inspanningsgericht"),
        Variant::OutputBased => word("by output", "outputgericht"),
        Variant::TaskBased => word("as a task", "taakgericht"),
    }
}

/// That products have no more to say than their variant: `kliniek by effort, maatwerk by effort.`
pub(crate) fn products(products: &[ProductOutcome], language: Language) -> String {
    let product = |one: &ProductOutcome| format!("{} {}", one.product, variant(one.variant).to(language));
    format!("{}.", products.iter().map(product).collect::<Vec<_>>().join(", "))
}

/// How many lines were booked.
pub(crate) fn lines(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("Lines of care: {count}, credits included."),
        Language::Nl => format!("Regels geleverde zorg: {count}, met creditregels."),
    }
}

/// Of which products a task is.
pub(crate) fn task(products: &[String], language: Language) -> String {
    let products = products.join(", ");
    match language {
        Language::En => format!("Task: {products}"),
        Language::Nl => format!("Taak: {products}"),
    }
}

/// The day on which a ceiling was reached.
pub(crate) fn reached(day: Date, language: Language) -> String {
    match language {
        Language::En => format!("reached on {day}"),
        Language::Nl => format!("bereikt op {day}"),
    }
}

/// Who bears what lies beyond a ceiling.
pub(crate) fn beyond(beyond: Beyond, language: Language) -> String {
    match (beyond, language) {
        (Beyond::SharedByProvider(share), Language::En) => {
            format!("{} is borne by the provider", numbers::percent(share, language))
        }
        (Beyond::SharedByProvider(share), Language::Nl) => {
            format!("{} is voor de aanbieder", numbers::percent(share, language))
        }
        (Beyond::NewCareByProvider, Language::En) => "care that began after that day is borne by the provider".into(),
        (Beyond::NewCareByProvider, Language::Nl) => "zorg die na die dag begon, is voor de aanbieder".into(),
    }
}

/// The lump sum of a year.
pub(crate) fn lump_sum(year: impl std::fmt::Display, language: Language) -> String {
    match language {
        Language::En => format!("Lump sum {year}"),
        Language::Nl => format!("Taakbudget {year}"),
    }
}

/// In how many months of a year a contract holds.
pub(crate) fn months(months: u8, language: Language) -> String {
    match language {
        Language::En => format!("{months} of 12 months"),
        Language::Nl => format!("{months} van 12 maanden"),
    }
}

/// What a first lump sum is based on.
pub(crate) fn basis(basis: &LumpSumBasis, language: Language) -> String {
    let years = |all: &[(Year, _)]| all.iter().map(|(year, _)| year.to_string()).collect::<Vec<_>>().join(", ");
    match (basis, language) {
        (LumpSumBasis::Agreed(_), Language::En) => "agreed".into(),
        (LumpSumBasis::Agreed(_), Language::Nl) => "overeengekomen".into(),
        (LumpSumBasis::HistoricTurnover(all), Language::En) => format!("turnover, mean of {}", years(all)),
        (LumpSumBasis::HistoricTurnover(all), Language::Nl) => format!("omzet, gemiddelde van {}", years(all)),
        (LumpSumBasis::Capitation(groups), Language::En) => {
            format!("capitation: rate times persons of {} groups", groups.len())
        }
        (LumpSumBasis::Capitation(groups), Language::Nl) => {
            format!("populatiebekostiging: bedrag maal personen van {} groepen", groups.len())
        }
    }
}

/// By what the lump sum is divided over municipalities.
pub(crate) fn divided_by(key: &str, language: Language) -> String {
    let key = key_name(key, language);
    match language {
        Language::En => format!("divided by the key {key}"),
        Language::Nl => format!("verdeeld naar de sleutel {key}"),
    }
}

/// On which side of the lump sum the shadow cost lies.
pub(crate) const fn side(side: Side) -> Word {
    match side {
        Side::Over => word("Over the lump sum", "Boven het taakbudget"),
        Side::Under => word("Under the lump sum", "Onder het taakbudget"),
    }
}

/// How far the shadow cost is off the lump sum.
pub(crate) fn of_lump_sum(percent: &str, language: Language) -> String {
    match language {
        Language::En => format!("{percent} of the lump sum"),
        Language::Nl => format!("{percent} van het taakbudget"),
    }
}

/// From where to where a tier reaches.
pub(crate) fn tier(from: Percent, to: Option<Percent>, language: Language) -> String {
    let (from, to) = (numbers::percent(from, language), to.map(|to| numbers::percent(to, language)));
    match (to, language) {
        (Some(to), Language::En) => format!("from {from} to {to}"),
        (Some(to), Language::Nl) => format!("van {from} tot {to}"),
        (None, Language::En) => format!("beyond {from}"),
        (None, Language::Nl) => format!("voorbij {from}"),
    }
}

/// Who bears a tier, or whom it goes back to.
pub(crate) fn tier_share(side: Side, share: Percent, settled: &str, language: Language) -> String {
    let share = numbers::percent(share, language);
    match (side, language) {
        (Side::Over, Language::En) => format!("{share} is borne by the municipalities: {settled}"),
        (Side::Over, Language::Nl) => format!("{share} is voor de gemeenten: {settled}"),
        (Side::Under, Language::En) => format!("{share} goes back to the municipalities: {settled}"),
        (Side::Under, Language::Nl) => format!("{share} gaat terug naar de gemeenten: {settled}"),
    }
}

/// What a penalty is for, and of what.
pub(crate) fn penalty(reason: &str, terms: Option<(Percent, PenaltyBase)>, base: &str, language: Language) -> String {
    let Some((percent, of)) = terms else { return reason.to_owned() };
    let (percent, of) = (numbers::percent(percent, language), penalty_base(of, language));
    match language {
        Language::En => format!("{reason}: {percent} of {of}, {base}"),
        Language::Nl => format!("{reason}: {percent} van {of}, {base}"),
    }
}

fn penalty_base(base: PenaltyBase, language: Language) -> String {
    let month = |month: Month, text: &str| format!("{text} {month}");
    match (base, language) {
        (PenaltyBase::LumpSum, Language::En) => "the lump sum".into(),
        (PenaltyBase::LumpSum, Language::Nl) => "het taakbudget".into(),
        (PenaltyBase::MonthlyPart(of), Language::En) => month(of, "the monthly part of"),
        (PenaltyBase::MonthlyPart(of), Language::Nl) => month(of, "de maandtermijn van"),
        (PenaltyBase::Settled, Language::En) => "what is paid after the corridor".into(),
        (PenaltyBase::Settled, Language::Nl) => "wat na de bandbreedte is betaald".into(),
    }
}
