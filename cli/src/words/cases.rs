//! What contracts beside other agreements are called.

use super::{Word, contracts, word};
use crate::numbers;
use taakgericht::Language;
use taakgericht::exact::{Percent, Ratio};
use taakgericht::financing::comparison::Shock;
use taakgericht::financing::product::Variant;
use taakgericht::period::Year;
use taakgericht::scenario::{CaseSection, LeakageSection};

pub(crate) const ADMINISTRATION: Word = word("Administration", "Uitvoeringskosten");
pub(crate) const AGREEMENT: Word = word("Agreement", "Afspraak");
pub(crate) const AGREEMENTS: Word = word(
    "What is paid under each agreement: E by effort, O by output, T as a task:",
    "Wat per afspraak wordt betaald: I inspanningsgericht, O outputgericht, T taakgericht:",
);
pub(crate) const AT_NO_VOLUME: Word = word("at no volume", "bij geen enkel volume");
pub(crate) const BREAK_EVENS: Word = word(
    "From which volume on a task costs municipalities less than effort, and from which its provider loses by it, in percent of \
     what was delivered, rounded to two decimals:",
    "Vanaf welk volume een taak gemeenten minder kost dan inspanning, en vanaf welk de aanbieder er verlies op lijdt, in \
     procenten van wat is geleverd, afgerond op twee decimalen:",
);
pub(crate) const CARE_COSTS_MORE: Word = word("Care costs more", "Zorg kost meer");
pub(crate) const CASES: Word = word("Cases", "Gevallen");
pub(crate) const CONTRACTED: Word = word("contracted", "gecontracteerd");
pub(crate) const CONTRACTED_IS: Word =
    word("contracted: the contracts as they are", "gecontracteerd: de contracten zoals ze zijn");
pub(crate) const COST: Word = word("Cost", "Kosten");
pub(crate) const DIFFERENCE: Word =
    word("Difference with what was contracted, in euros:", "Verschil met wat is gecontracteerd, in euro's:");
pub(crate) const DIFFERENCE_PERCENT: Word = word(
    "Difference with what was contracted, in percent, rounded to two decimals:",
    "Verschil met wat is gecontracteerd, in procenten, afgerond op twee decimalen:",
);
pub(crate) const LEAKAGE: Word = word(
    "What it costs that care leaks, within the amounts above:",
    "Wat het kost dat zorg weglekt, binnen de bedragen hierboven:",
);
pub(crate) const LEAKED: Word = word("Care that leaked", "Weggelekte zorg");
pub(crate) const MUNICIPALITIES_BEAR: Word = word("Municipalities bear", "Gemeenten dragen");
pub(crate) const MUNICIPALITIES_GAIN: Word = word("Costs less than effort", "Kost minder dan inspanning");
pub(crate) const MUNICIPALITIES_SHARE: Word = word("Share of municipalities", "Aandeel gemeenten");
pub(crate) const MUNICIPALITIES_PAY_MORE: Word = word("Municipalities pay more", "Gemeenten betalen meer");
pub(crate) const PAID: Word = word("Paid for care", "Betaald voor zorg");
pub(crate) const PAID_AND_ADMINISTRATION: Word = word("Together", "Samen");
pub(crate) const PROVIDER: Word = word("Provider", "Aanbieder");
pub(crate) const PROVIDERS: Word = word(
    "What each provider receives, what its care costs it, and what it keeps, to the cent:",
    "Wat elke aanbieder ontvangt, wat de zorg de aanbieder kost en wat overblijft, op de cent:",
);
pub(crate) const PROVIDERS_BEAR: Word = word("Providers bear", "Aanbieders dragen");
pub(crate) const PROVIDERS_GAIN: Word = word("Providers gain", "Aanbieders houden meer over");
pub(crate) const PROVIDERS_SHARE: Word = word("Share of providers", "Aandeel aanbieders");
pub(crate) const PROVIDER_LOSES: Word = word("Provider loses", "Aanbieder verliest");
pub(crate) const RESULT: Word = word("Result", "Resultaat");
pub(crate) const REVENUE: Word = word("Revenue", "Opbrengst");
pub(crate) const SHOCK: Word = word("Shock", "Schok");
pub(crate) const SHOCKS: Word = word(
    "Who bears a shock: what municipalities pay more, and what providers keep less.",
    "Wie een schok draagt: wat gemeenten meer betalen, en wat aanbieders minder overhouden.",
);
pub(crate) const TASK: Word = word("Task", "Taak");
pub(crate) const WITHOUT_PENALTIES: Word = word(
    "Penalties are left aside: they are no matter of how care is financed.",
    "Malussen blijven buiten beschouwing: ze hangen niet af van de wijze van bekostigen.",
);

/// The heading of what was delivered in a year, under several agreements.
pub(crate) fn comparison(year: Year, language: Language) -> String {
    match language {
        Language::En => format!("The care of {year} under other agreements: what each municipality pays, in euros"),
        Language::Nl => format!("De zorg van {year} onder andere afspraken: wat elke gemeente betaalt, in euro's"),
    }
}

/// The letter of a variant, in a table of amounts.
pub(crate) const fn letter(variant: Variant) -> Word {
    match variant {
        Variant::EffortBased => word("E", "I"),
        Variant::OutputBased => word("O", "O"),
        Variant::TaskBased => word("T", "T"),
    }
}

/// What a case switches.
pub(crate) fn case(case: &CaseSection, language: Language) -> String {
    let list = |names: &Option<std::collections::BTreeSet<String>>| {
        names.as_ref().map(|names| names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    };
    let variant = case.variant.map(|variant| contracts::variant(variant).to(language).to_owned());
    let contracts = list(&case.contracts).map(|names| match language {
        Language::En => format!("contracts {names}"),
        Language::Nl => format!("contracten {names}"),
    });
    let segments = list(&case.segments).map(|names| super::pools::only_segments(&names, language));
    let leakage = case.leakage.as_ref().map(|section| leakage(section, language));
    let all = [variant, contracts, segments, leakage].into_iter().flatten().collect::<Vec<_>>().join("; ");
    format!("{}: {all}", case.id)
}

fn leakage(section: &LeakageSection, language: Language) -> String {
    let LeakageSection { share, to, tariff_times, cost_times } = section;
    let share = numbers::percent(*share, language);
    let [tariff, cost] = [tariff_times, cost_times].map(|&times| numbers::number(times, language));
    match language {
        Language::En => format!(
            "{share} of the volume of each task leaks to the provider of the contract {to}, at {tariff} times the tariff \
             and {cost} times the cost price"
        ),
        Language::Nl => format!(
            "{share} van het volume van elke taak lekt weg naar de aanbieder van het contract {to}, tegen {tariff} maal \
             het tarief en {cost} maal de kostprijs"
        ),
    }
}

/// A usual case that the contracts do not allow.
pub(crate) fn left_out(case: &str, reason: &str, language: Language) -> String {
    let case = case_name(case, language);
    match language {
        Language::En => format!("{case}: not compared; {reason}"),
        Language::Nl => format!("{case}: niet vergeleken; {reason}"),
    }
}

/// The name of a case; those that nobody declared are named in the language.
pub(crate) fn case_name(id: &str, language: Language) -> String {
    let usual = Variant::ALL.into_iter().find(|variant| variant.name() == id);
    match (id, usual) {
        ("contracted", _) => CONTRACTED.to(language).to_owned(),
        (_, Some(variant)) => contracts::variant(variant).to(language).to_owned(),
        _ => id.to_owned(),
    }
}

/// The name of a shock, and what changes.
pub(crate) fn shock(id: &str, shock: Shock, language: Language) -> String {
    let signed = |percent: Percent| {
        let plus = if percent > Percent::ZERO { "+" } else { "" };
        format!("{plus}{}", numbers::percent(percent, language))
    };
    match (shock, language) {
        (Shock::Volume(more), _) => format!("{id}: volume {}", signed(more)),
        (Shock::Price { cost_price, tariff }, Language::En) => {
            format!("{id}: cost prices {}, tariffs {}", signed(cost_price), signed(tariff))
        }
        (Shock::Price { cost_price, tariff }, Language::Nl) => {
            format!("{id}: kostprijzen {}, tarieven {}", signed(cost_price), signed(tariff))
        }
    }
}

/// A stretch of volumes, in percent of what was delivered: `above 95.31%`.
pub(crate) fn volumes(from: Option<Ratio>, to: Option<Ratio>, language: Language) -> String {
    let percent = |volume: Ratio| numbers::rounded_percent(volume, language);
    match (from.map(percent), to.map(percent), language) {
        (None, None, Language::En) => "at any volume".into(),
        (None, None, Language::Nl) => "bij elk volume".into(),
        (Some(from), None, Language::En) => format!("above {from}"),
        (Some(from), None, Language::Nl) => format!("boven {from}"),
        (None, Some(to), Language::En) => format!("below {to}"),
        (None, Some(to), Language::Nl) => format!("onder {to}"),
        (Some(from), Some(to), Language::En) => format!("from {from} to {to}"),
        (Some(from), Some(to), Language::Nl) => format!("van {from} tot {to}"),
    }
}
