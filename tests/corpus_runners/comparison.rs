//! A runner for one demand under each way of financing it.

use super::exact::{amount, ratio};
use super::task::{joined, percent, prove_not, shown};
use super::{Case, Outcome, kind};
use taakgericht::Error;
use taakgericht::exact::{Amount, Ratio, Rounding, Split, Weights};
use taakgericht::financing::comparison::{
    Administration, AgreedProducts, Agreement, Balance, BreakEven, Demand, DemandColumns, Extent, Financing, Leakage,
    LeakageEffect, LeakedPrice, MonthlyRates, Outcome as Financed, Shock, Shocked, Sign, Task, Terms,
};
use taakgericht::financing::effort::{Beyond, Ceiling};
use taakgericht::financing::task::Corridor;
use taakgericht::period::Date;

const EXTENT: Extent = Extent { municipalities: 2, providers: 2, products: 2 };

/// Euros of any number of decimals, in cents.
fn cents(text: &str) -> Ratio {
    ratio(text).checked_mul(Ratio::integer(100)).unwrap()
}

/// `0 0 100 80.00 75.00 4 2100.00 12 2026-03-31 2026-01-05`, separated by ` / `; the days may be left out.
fn demand(case: &Case) -> Result<Demand, Error> {
    let mut columns = DemandColumns::default();
    for line in case.get("demand").split(" / ") {
        let words: Vec<&str> = line.split_whitespace().collect();
        columns.municipalities.push(words[0].parse().unwrap());
        columns.providers.push(0);
        columns.products.push(words[1].parse().unwrap());
        columns.volumes.push(words[2].parse().unwrap());
        columns.tariffs.push(cents(words[3]));
        columns.cost_prices.push(cents(words[4]));
        columns.results.push(words[5].parse().unwrap());
        columns.prices_per_result.push(cents(words[6]));
        columns.invoice_lines.push(words[7].parse().unwrap());
        columns.delivered.extend(words.get(8).map(|day| Date::parse(day).unwrap()));
        columns.begun.extend(words.get(9).map(|day| Date::parse(day).unwrap()));
    }
    Demand::new(EXTENT, columns)
}

/// `effort 12000.00 50%`, `effort 12000.00 new-care`, `output`, `task 12000.00 5% 50% 3:2`.
fn financing(case: &Case) -> Result<Financing, Error> {
    Ok(match case.list("financing")[..] {
        ["effort"] => Financing::Effort(None),
        ["effort", most, beyond] => Financing::Effort(Some(Ceiling { amount: amount(most), beyond: by_whom(beyond) })),
        ["output"] => Financing::Output,
        ["task", lump_sum, band, share, key] => Financing::Task(Task {
            lump_sum: amount(lump_sum),
            corridor: Corridor::flat(percent(band), percent(share))?,
            rounding: Rounding::HALF_UP_CENT,
            key: Weights::from_ratios(&key.split(':').map(ratio).collect::<Vec<_>>())?,
            leakage: leakage(case),
        }),
        ref other => panic!("unknown financing {other:?}"),
    })
}

fn by_whom(text: &str) -> Beyond {
    if text == "new-care" { Beyond::NewCareByProvider } else { Beyond::SharedByProvider(percent(text)) }
}

/// `20% own 6/5 11/10`, `20% unit 90.00 80.00`, to provider 1.
fn leakage(case: &Case) -> Option<Leakage> {
    let (share, price) = match case.list("leakage")[..] {
        ["-"] => return None,
        [share, "own", tariff, cost] => {
            (share, LeakedPrice::OwnTimes { tariff: ratio(tariff), cost_price: ratio(cost) })
        }
        [share, "unit", tariff, cost] => {
            (share, LeakedPrice::PerUnit { tariff: cents(tariff), cost_price: cents(cost) })
        }
        ref other => panic!("unknown leakage {other:?}"),
    };
    Some(Leakage { share: percent(share), provider: 1, price })
}

/// In all, of each municipality, to each provider, and what becomes of providers; `-` where nothing was asked.
type Answer = [String; 4];

fn none() -> String {
    "-".into()
}

fn amounts(amounts: &[Amount]) -> String {
    joined(amounts.iter().map(ToString::to_string), " ")
}

fn outcome(demand: &Demand, terms: &Terms) -> Result<Answer, Error> {
    let outcome = Financed::new(demand, terms)?;
    let of_providers = |of: fn(&_) -> Amount| amounts(&outcome.providers.iter().map(of).collect::<Vec<_>>());
    let (revenues, results) = (of_providers(|provider| provider.revenue), of_providers(|provider| provider.result));
    Ok([outcome.paid.to_string(), amounts(&outcome.municipalities), revenues, results])
}

fn administration(demand: &Demand, terms: &Terms, rates: &[&str]) -> Result<Answer, Error> {
    let rate = |position: usize| amount(rates[position]);
    let per_month = MonthlyRates { effort: rate(2), output: rate(3), task: rate(4) };
    let months = rates[5].parse().unwrap();
    let administration = Administration { per_invoice_line: rate(0), per_result: rate(1), per_month, months };
    let costs = administration.cost(demand, terms)?;
    Ok([costs[0].amount.to_string(), none(), none(), none()])
}

fn shocked(demand: &Demand, terms: &Terms, shock: Shock) -> Result<Answer, Error> {
    let shocked = Shocked::new(demand, terms, shock)?;
    let borne = joined(shocked.providers.iter().map(|&borne| shown(borne)), " ");
    Ok([shocked.paid_more.to_string(), amounts(&shocked.municipalities), none(), borne])
}

fn leaked(demand: &Demand, terms: &Terms) -> Result<Answer, Error> {
    let effect = LeakageEffect::new(demand, terms)?;
    let gains = joined(effect.providers.iter().map(|&gain| shown(gain)), " ");
    Ok([effect.paid_more.to_string(), amounts(&effect.municipalities), none(), gains])
}

fn break_evens(balance: &Balance<'_>) -> Result<Answer, Error> {
    let sign = |sign| match sign {
        None => "0",
        Some(Sign::Negative) => "-",
        Some(Sign::Positive) => "+",
    };
    let one = |one: &BreakEven| format!("{} {} {}", one.from.multiple, sign(one.before), sign(one.after));
    let found = joined(balance.break_evens()?.iter().map(one), " / ");
    Ok([none(), none(), none(), found])
}

fn answer(case: &Case) -> Result<Answer, Error> {
    let demand = &demand(case)?;
    let agreement = Agreement { provider: 0, products: AgreedProducts::All, financing: financing(case)? };
    let terms = &Terms::new(EXTENT, vec![agreement], Split::default())?;
    match case.list("ask")[..] {
        ["outcome"] => outcome(demand, terms),
        ["administration", ref rates @ ..] => administration(demand, terms, rates),
        ["volume", more] => shocked(demand, terms, Shock::Volume(percent(more))),
        ["price", cost, tariff] => {
            shocked(demand, terms, Shock::Price { cost_price: percent(cost), tariff: percent(tariff) })
        }
        ["leakage"] => leaked(demand, terms),
        ["same-cost"] => break_evens(&Balance::of_municipalities(demand, terms, 0)?),
        ["same-cost", one] => break_evens(&Balance::of_municipality(demand, terms, 0, one.parse().unwrap())?),
        ["no-result"] => break_evens(&Balance::of_provider(demand, terms, 0)?),
        ref other => panic!("unknown question {other:?}"),
    }
}

pub(crate) fn comparison(case: &Case) -> Outcome {
    let answer = answer(case).map_err(|error| kind(&error))?;
    prove_not(case, &answer[..1]);
    Ok(answer.into())
}
