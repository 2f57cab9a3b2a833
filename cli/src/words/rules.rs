//! What rules, methods and steps are called.

use super::{Word, word};
use crate::labels::key_name;
use crate::numbers;
use taakgericht::Language;
use taakgericht::budget::pgb::Stage;
use taakgericht::budget::rta::CutReading;
use taakgericht::exact::{Amount, Method, Mode, Percent, Residual, Rounding, Split, TieRule};
use taakgericht::pool::{Model, Netting};
use taakgericht::scenario::AppliedRule;
use taakgericht::trace::Rule;

/// A way of rounding, as a participle.
pub(crate) const fn mode(mode: Mode) -> Word {
    match mode {
        Mode::HalfUp => word("rounded half-up", "rekenkundig afgerond"),
        Mode::HalfEven => word("rounded half-even", "afgerond met een half naar even"),
        Mode::HalfDown => word("rounded half-down", "afgerond met een half naar nul"),
        Mode::Up => word("rounded away from zero", "afgerond van nul af"),
        Mode::Down => word("truncated", "afgekapt"),
        Mode::Floor => word("rounded down", "naar beneden afgerond"),
        Mode::Ceiling => word("rounded up", "naar boven afgerond"),
        Mode::Exact => word("not rounded", "niet afgerond"),
    }
}

/// A method of dividing.
pub(crate) const fn method(method: Method) -> Word {
    match method {
        Method::LargestRemainder => word("largest remainder", "grootste resten"),
        Method::Cumulative => word("cumulative rounding", "cumulatief afronden"),
        Method::FirstTakesRest => word("the first takes the rest", "de eerste is sluitpost"),
        Method::LastTakesRest => word("the last takes the rest", "de laatste is sluitpost"),
        Method::Webster => word("Webster", "Webster (Sainte-Laguë)"),
        Method::Jefferson => word("Jefferson", "Jefferson (D'Hondt)"),
        Method::Adams => word("Adams", "Adams"),
        Method::HuntingtonHill => word("Huntington–Hill", "Huntington–Hill"),
    }
}

/// A tie rule.
pub(crate) const fn tie(tie: TieRule) -> Word {
    match tie {
        TieRule::First => word("ties to the first", "bij gelijke rest de eerste"),
        TieRule::Last => word("ties to the last", "bij gelijke rest de laatste"),
        TieRule::LargestWeight => word("ties to the largest weight", "bij gelijke rest het grootste gewicht"),
        TieRule::Refuse => word("ties refused", "gelijke resten geweigerd"),
    }
}

/// How a whole is divided.
pub(crate) fn split(split: Split, language: Language) -> String {
    let (method, tie) = (method(split.method()).to(language), tie(split.tie_rule()).to(language));
    let unit = numbers::amount(split.unit_amount(), language);
    match language {
        Language::En => format!("{method}, in units of {unit}, {tie}"),
        Language::Nl => format!("{method}, in eenheden van {unit}, {tie}"),
    }
}

/// How a whole is divided in instalments.
pub(crate) const INSTALMENTS: Word = word(
    "cumulative rounding: every running total is the exact one, rounded to the cent",
    "cumulatief afgerond: elk lopend totaal is het exacte, afgerond op de cent",
);

/// That the parts add up.
pub(crate) fn adds_up(whole: &str, language: Language) -> String {
    match language {
        Language::En => format!("The parts add up to {whole} exactly"),
        Language::Nl => format!("De delen tellen precies op tot {whole}"),
    }
}

fn rounding(rounding: Rounding, language: Language) -> String {
    let (mode, unit) = (mode(rounding.mode()).to(language), numbers::amount(rounding.unit(), language));
    match language {
        Language::En => format!("{mode} to multiples of {unit}"),
        Language::Nl => format!("{mode} op veelvouden van {unit}"),
    }
}

/// A rule of the receipt.
pub(crate) fn applied(rule: &AppliedRule, language: Language) -> String {
    match rule {
        AppliedRule::Rounded { rounding: step, stage: at, .. } => {
            format!("{}; {}", rounding(*step, language), stage(*at).to(language))
        }
        AppliedRule::Divided { reading: read, split: how, .. } => {
            format!("{}; {}", reading(*read).to(language), split(*how, language))
        }
        AppliedRule::Pooled { model: how, key, residual: rest, tie: rule, .. } => {
            let how = model_by_key(how, key, language);
            let (rest, rule) = (residual(*rest).to(language), tie(*rule).to(language));
            match language {
                Language::En => format!("{how}; cents once at the end, {rest}, {rule}"),
                Language::Nl => format!("{how}; centen eenmaal aan het eind, {rest}, {rule}"),
            }
        }
        AppliedRule::Declared { rounding: step, .. } => {
            let step = rounding(*step, language);
            match language {
                Language::En => format!("every line of care {step}; a credit cancels its whole line"),
                Language::Nl => format!("elke declaratieregel {step}; een creditregel heft de hele regel op"),
            }
        }
        AppliedRule::Tasked { lump_sum, settlement, key, split: how, .. } => {
            let (key, how) = (key_name(key, language), split(*how, language));
            let own = (lump_sum != settlement).then(|| rounding(*lump_sum, language));
            let (own, rest) = (own.map_or_else(String::new, |own| format!(" {own}")), rounding(*settlement, language));
            match language {
                Language::En => {
                    format!("lump sum{own}, corridor and penalties {rest}; divided by the key {key}; {how}")
                }
                Language::Nl => {
                    format!("taakbudget{own}, bandbreedte en malus {rest}; verdeeld naar de sleutel {key}; {how}")
                }
            }
        }
        AppliedRule::Shown { unit, .. } => {
            let unit = numbers::amount(*unit, language);
            match language {
                Language::En => {
                    format!("shown in multiples of {unit}, rounded together so that rows and columns add up")
                }
                Language::Nl => {
                    format!("getoond in veelvouden van {unit}, samen afgerond zodat rijen en kolommen optellen")
                }
            }
        }
    }
}

/// How a pool shares its cost, and by which key.
pub(crate) fn model_by_key(how: &Model, key: &str, language: Language) -> String {
    let is_unused = *how == Model::ActualUse && key == "equal"; // nothing is divided, so none was declared
    let (how, key) = (model(how, language), key_name(key, language));
    match language {
        _ if is_unused => how,
        Language::En => format!("{how}, by the key {key}"),
        Language::Nl => format!("{how}, naar de sleutel {key}"),
    }
}

/// How a pool shares its cost.
pub(crate) fn model(model: &Model, language: Language) -> String {
    let percent = |share: Percent| numbers::percent(share, language);
    let amount = |amount: Amount| numbers::amount(amount, language);
    match (model, language) {
        (Model::ActualUse, Language::En) => "actual use".into(),
        (Model::ActualUse, Language::Nl) => "profijtbeginsel".into(),
        (Model::Insurance, Language::En) => "insurance".into(),
        (Model::Insurance, Language::Nl) => "verzekeringsmodel".into(),
        (Model::Blend { pooled }, Language::En) => format!("blend, {} pooled", percent(*pooled)),
        (Model::Blend { pooled }, Language::Nl) => format!("mengvorm, {} gedeeld", percent(*pooled)),
        (Model::Corridor(terms), Language::En) => {
            format!("corridor of {}, {}", percent(terms.band), netting(terms.netting).to(language))
        }
        (Model::Corridor(terms), Language::Nl) => {
            format!("bandbreedte van {}, {}", percent(terms.band), netting(terms.netting).to(language))
        }
        (Model::StopLoss(terms), _) => {
            let (from, share) = (amount(terms.threshold_per_client), percent(terms.ceded_share));
            let to = terms.ceiling_per_client.map(amount);
            match (to, language) {
                (None, Language::En) => format!("stop-loss, {share} of what a client costs above {from}"),
                (None, Language::Nl) => format!("stop-loss, {share} van wat een cliënt kost boven {from}"),
                (Some(to), Language::En) => format!("stop-loss, {share} of what a client costs from {from} to {to}"),
                (Some(to), Language::Nl) => format!("stop-loss, {share} van wat een cliënt kost van {from} tot {to}"),
            }
        }
    }
}

const fn netting(netting: Netting) -> Word {
    match netting {
        Netting::Netted => word("over- and underspends netted", "over- en onderschrijdingen gesaldeerd"),
        Netting::EachSide => word("over- and underspends each on their own", "over- en onderschrijdingen elk apart"),
        Netting::OverspendsOnly => word("overspends only", "alleen overschrijdingen"),
    }
}

const fn stage(stage: Stage) -> Word {
    match stage {
        Stage::PerStream => word("the RTA contribution per stream", "de RTA-bijdrage per geldstroom"),
        Stage::OnTotal => word("the RTA contribution on the total", "de RTA-bijdrage over het totaal"),
    }
}

const fn reading(reading: CutReading) -> Word {
    match reading {
        CutReading::CumulativePoints => word(
            "cut read as cumulative percentage points, less the cut already in the base",
            "korting gelezen als cumulatieve procentpunten, min de korting die al in de grondslag zit",
        ),
        CutReading::Literal => word("cut read literally", "korting letterlijk gelezen"),
        CutReading::Compounding => word(
            "cut read as compounding on the uncut base",
            "korting gelezen als doorwerkend op de ongekorte grondslag",
        ),
    }
}

/// What a step of a trace does.
pub(crate) fn rule(rule: Rule, language: Language) -> String {
    match rule {
        Rule::Given => word("given", "gegeven").to(language).into(),
        Rule::Sum => word("the sum of", "de som van").to(language).into(),
        Rule::Less => word("the first less the others", "het eerste min de andere").to(language).into(),
        Rule::Times => word("the first times the others", "het eerste maal de andere").to(language).into(),
        Rule::Ratio => {
            word("the first divided by the second", "het eerste gedeeld door het tweede").to(language).into()
        }
        Rule::Round(step) => rounding(step, language),
        Rule::Part { position, split: how } => part(position, how, language),
        Rule::Proportion => word(
            "the first in the proportion of the second to the third",
            "het eerste naar verhouding van het tweede tot het derde",
        )
        .to(language)
        .into(),
        Rule::Clamp => word(
            "the first, at least the second and at most the third",
            "het eerste, ten minste het tweede en ten hoogste het derde",
        )
        .to(language)
        .into(),
        Rule::Layer { from, to } => layer(from, to, language),
        Rule::Place { position, residual: rest, tie: rule } => {
            // The first input is the whole, and people count from one.
            let number = position.saturating_add(2);
            let (rest, rule) = (residual(rest).to(language), tie(rule).to(language));
            match language {
                Language::En => format!(
                    "input {number}, placed in whole cents so that all after the first add up to the first: {rest}, {rule}"
                ),
                Language::Nl => format!(
                    "invoer {number}, op hele centen gebracht zodat alle na de eerste optellen tot de eerste: {rest}, {rule}"
                ),
            }
        }
        // The engine may learn rules that this vocabulary does not have yet.
        other => format!("{other:?}"),
    }
}

/// The cost between two borders.
fn layer(from: Amount, to: Option<Amount>, language: Language) -> String {
    let shown = |border: Amount| numbers::amount(border, language);
    match (to, language) {
        (Some(to), Language::En) => format!("what each has above {} and up to {}, added up", shown(from), shown(to)),
        (Some(to), Language::Nl) => format!("wat elk heeft boven {} en tot {}, opgeteld", shown(from), shown(to)),
        (None, Language::En) => format!("what each has above {}, added up", shown(from)),
        (None, Language::Nl) => format!("wat elk heeft boven {}, opgeteld", shown(from)),
    }
}

/// Who gets the cents that are left.
pub(crate) const fn residual(residual: Residual) -> Word {
    match residual {
        Residual::LargestRemainder => word("largest remainder", "grootste resten"),
        Residual::Cumulative => word("cumulative rounding", "cumulatief afronden"),
        Residual::First => word("the first takes the rest", "de eerste is sluitpost"),
        Residual::Last => word("the last takes the rest", "de laatste is sluitpost"),
    }
}

fn part(position: usize, how: Split, language: Language) -> String {
    let (number, how) = (position.saturating_add(1), split(how, language));
    match language {
        Language::En => format!("part {number} of the first, divided by the others: {how}"),
        Language::Nl => format!("deel {number} van het eerste, verdeeld naar de andere: {how}"),
    }
}

/// What a step took off.
pub(crate) fn residue(residue: &str, language: Language) -> String {
    match language {
        Language::En => format!("residue {residue}"),
        Language::Nl => format!("rest {residue}"),
    }
}

/// That a step was explained before.
pub(crate) const AS_ABOVE: Word = word("as above", "als hierboven");

/// The terms of a sum that are not told one by one, and what they come to.
pub(crate) fn more_terms(count: usize, sum: Option<&str>, language: Language) -> String {
    match (language, sum) {
        (Language::En, Some(sum)) => format!("{count} more, together = {sum} (all of them with --all)"),
        (Language::En, None) => format!("{count} more (all of them with --all)"),
        (Language::Nl, Some(sum)) => format!("nog {count}, samen = {sum} (allemaal met --all)"),
        (Language::Nl, None) => format!("nog {count} (allemaal met --all)"),
    }
}
