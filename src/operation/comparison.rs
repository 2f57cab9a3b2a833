//! One demand for care under each way of financing it.

use super::arguments::{Arguments, within};
use super::read::{amount, cents, percent, ratio, unknown, unreadable, whole, words};
use super::{Operation, Results, write};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Rounding, Split, Weights};
use crate::financing::comparison::{
    Administration, AgreedProducts, Agreement, Balance, BreakEven, Demand, DemandColumns, Extent, Financing, Leakage,
    LeakageEffect, LeakedPrice, MonthlyRates, Outcome, Shock, Shocked, Sign, Task, Terms,
};
use crate::financing::effort::{Beyond, Ceiling};
use crate::financing::task::Corridor;
use crate::period::Date;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

pub(super) const COMPARISON: Operation = Operation {
    name: "comparison",
    about: "One demand under each way of financing it. Source: SOURCES.md#financing. Municipalities 0 and 1, and more where the \
        demand names them; provider 0 delivers everything, provider 1 what leaks. \
        demand: lines separated by \" / \": municipality, product, volume, tariff, cost price, results, price per result, invoice \
        lines, and the days on which it was delivered and began, which may be left out. Tariffs and prices are euros per unit; \
        product 0 is counted in hours or minutes, product 1 in days and nights. \
        financing of provider 0: effort, with a ceiling and the share of the provider in what lies beyond or new-care; output; \
        task with lump sum, band, share and key. \
        leakage to provider 1: a share, own with the multiples of tariff and cost price or unit with the tariff and the cost \
        price; - for none. \
        ask: outcome; administration with the rates of a line, a result, a month of effort, of output and of a task, and the number \
        of months; volume and price with the shock (of cost price and of tariff); leakage; same-cost of all or of one municipality \
        and no-result of the provider, which are break-even volumes. \
        amount: what municipalities pay in all (more); parts: each of them; payments: what each provider receives; result: what \
        each provider keeps, bears (shocks) or gains (leakage); of a break-even volume the multiple of the demand, and what the \
        task costs more, or leaves, at less and at more volume.",
    arguments: &["demand", "financing", "leakage", "ask"],
    results: &["amount", "parts", "payments", "result"],
    run: comparison,
};

/// A line of a demand. The days come together, or not at all.
struct Line {
    municipality: usize,
    product: usize,
    volume: i64,
    tariff: Ratio,
    cost_price: Ratio,
    results: i64,
    price_per_result: Ratio,
    invoice_lines: i64,
    days: Option<(Date, Date)>,
}

/// `0 0 100 80.00 75.00 4 2100.00 12 2026-03-31 2026-01-05`; the days may be left out.
fn line(text: &str) -> Result<Line, Error> {
    let words = words(text);
    let (figures, days) = words.split_at_checked(8).ok_or_else(|| unreadable(text, LINE))?;
    let &[municipality, product, volume, tariff, cost_price, results, price, invoice_lines] = figures else {
        return Err(unreadable(text, LINE));
    };
    let days = match *days {
        [] => None,
        [delivered, begun] => Some((Date::parse(delivered)?, Date::parse(begun)?)),
        _ => return Err(unreadable(text, LINE)),
    };
    Ok(Line {
        municipality: position(municipality)?,
        product: position(product)?,
        volume: whole(volume)?,
        tariff: cents(tariff)?,
        cost_price: cents(cost_price)?,
        results: whole(results)?,
        price_per_result: cents(price)?,
        invoice_lines: whole(invoice_lines)?,
        days,
    })
}

const LINE: &str = "eight figures and two days or none, such as \"0 0 100 80.00 75.00 4 2100.00 12\"";

/// The number of a municipality or a product. There are fewer than a thousand of either.
fn position(text: &str) -> Result<usize, Error> {
    let position = whole(text)?;
    if position < 1000 { Ok(position) } else { Err(Error::new(Kind::OutOfRange, text, "a number below 1000")) }
}

fn demand(arguments: &Arguments<'_>) -> Result<Demand, Error> {
    let mut columns = DemandColumns::default();
    for line in arguments.split("demand", " / ", line)? {
        columns.municipalities.push(line.municipality);
        columns.providers.push(0);
        columns.products.push(line.product);
        columns.volumes.push(line.volume);
        columns.tariffs.push(line.tariff);
        columns.cost_prices.push(line.cost_price);
        columns.results.push(line.results);
        columns.prices_per_result.push(line.price_per_result);
        columns.invoice_lines.push(line.invoice_lines);
        columns.delivered.extend(line.days.map(|(delivered, _)| delivered));
        columns.begun.extend(line.days.map(|(_, begun)| begun));
    }
    Demand::new(extent(&columns), columns).map_err(|error| within("demand", error))
}

/// Two of everything, and more where the demand names them.
fn extent(columns: &DemandColumns) -> Extent {
    let named = |positions: &[usize]| positions.iter().map(|position| position.saturating_add(1)).fold(2, usize::max);
    Extent { municipalities: named(&columns.municipalities), providers: 2, products: named(&columns.products) }
}

const FINANCINGS: [&str; 3] = ["effort", "output", "task"];

/// `effort`, `effort 12000.00 50%`, `effort 12000.00 new-care`, `output`, `task 12000.00 5% 50% 3:2`.
fn financing(text: &str, leakage: Option<Leakage>) -> Result<Financing, Error> {
    match words(text)[..] {
        ["effort"] => Ok(Financing::Effort(None)),
        ["effort", most, beyond] => {
            Ok(Financing::Effort(Some(Ceiling { amount: amount(most)?, beyond: by_whom(beyond)? })))
        }
        ["output"] => Ok(Financing::Output),
        ["task", lump_sum, band, share, key] => Ok(Financing::Task(Task {
            lump_sum: amount(lump_sum)?,
            corridor: Corridor::flat(percent(band)?, percent(share)?)?,
            rounding: Rounding::HALF_UP_CENT,
            key: Weights::from_ratios(&key.split(':').map(ratio).collect::<Result<Vec<_>, Error>>()?)?,
            leakage,
        })),
        [name, ..] if !FINANCINGS.contains(&name) => Err(unknown(name, FINANCINGS.into_iter())),
        _ => Err(unreadable(text, "\"effort\", \"effort 12000.00 50%\", \"output\" or \"task 12000.00 5% 50% 3:2\"")),
    }
}

fn by_whom(text: &str) -> Result<Beyond, Error> {
    if text == "new-care" { Ok(Beyond::NewCareByProvider) } else { percent(text).map(Beyond::SharedByProvider) }
}

/// `20% own 6/5 11/10`, `20% unit 90.00 80.00`, to provider 1.
fn leakage(text: &str) -> Result<Option<Leakage>, Error> {
    let (share, price) = match words(text)[..] {
        ["-"] => return Ok(None),
        [share, "own", tariff, cost] => {
            (share, LeakedPrice::OwnTimes { tariff: ratio(tariff)?, cost_price: ratio(cost)? })
        }
        [share, "unit", tariff, cost] => {
            (share, LeakedPrice::PerUnit { tariff: cents(tariff)?, cost_price: cents(cost)? })
        }
        _ => return Err(unreadable(text, "- or \"20% own 6/5 11/10\" or \"20% unit 90.00 80.00\"")),
    };
    Ok(Some(Leakage { share: percent(share)?, provider: 1, price }))
}

/// In all, of each municipality, to each provider, and what becomes of providers.
type Answer = Result<[String; 4], Error>;

/// Where nothing was asked.
fn none() -> String {
    "-".into()
}

fn outcome(demand: &Demand, terms: &Terms) -> Answer {
    let outcome = Outcome::new(demand, terms)?;
    let of_providers =
        |of: fn(&_) -> Amount| write::amounts(&outcome.providers.iter().map(of).collect::<Vec<Amount>>());
    let (revenues, results) = (of_providers(|provider| provider.revenue), of_providers(|provider| provider.result));
    Ok([outcome.paid.to_string(), write::amounts(&outcome.municipalities), revenues, results])
}

fn administration(demand: &Demand, terms: &Terms, rates: [&str; 6]) -> Answer {
    let [per_invoice_line, per_result, effort, output, task, months] = rates;
    let administration = Administration {
        per_invoice_line: amount(per_invoice_line)?,
        per_result: amount(per_result)?,
        per_month: MonthlyRates { effort: amount(effort)?, output: amount(output)?, task: amount(task)? },
        months: whole(months)?,
    };
    let costs = administration.cost(demand, terms)?;
    let cost = costs.first().expect("a cost for the one agreement");
    Ok([cost.amount.to_string(), none(), none(), none()])
}

fn shocked(demand: &Demand, terms: &Terms, shock: Shock) -> Answer {
    let shocked = Shocked::new(demand, terms, shock)?;
    let borne = write::joined(shocked.providers.iter().copied().map(write::unrounded), " ");
    Ok([shocked.paid_more.to_string(), write::amounts(&shocked.municipalities), none(), borne])
}

fn leaked(demand: &Demand, terms: &Terms) -> Answer {
    let effect = LeakageEffect::new(demand, terms)?;
    let gains = write::joined(effect.providers.iter().copied().map(write::unrounded), " ");
    Ok([effect.paid_more.to_string(), write::amounts(&effect.municipalities), none(), gains])
}

fn break_evens(balance: &Balance<'_>) -> Answer {
    let one = |one: &BreakEven| format!("{} {} {}", one.from.multiple, sign(one.before), sign(one.after));
    Ok([none(), none(), none(), write::joined(balance.break_evens()?.iter().map(one), " / ")])
}

const fn sign(sign: Option<Sign>) -> &'static str {
    match sign {
        None => "0",
        Some(Sign::Negative) => "-",
        Some(Sign::Positive) => "+",
    }
}

const QUESTIONS: [&str; 7] = ["outcome", "administration", "volume", "price", "leakage", "same-cost", "no-result"];

fn answer(question: &str, demand: &Demand, terms: &Terms) -> Answer {
    match words(question)[..] {
        ["outcome"] => outcome(demand, terms),
        ["administration", line, result, effort, output, task, months] => {
            administration(demand, terms, [line, result, effort, output, task, months])
        }
        ["volume", more] => shocked(demand, terms, Shock::Volume(percent(more)?)),
        ["price", cost, tariff] => {
            shocked(demand, terms, Shock::Price { cost_price: percent(cost)?, tariff: percent(tariff)? })
        }
        ["leakage"] => leaked(demand, terms),
        ["same-cost"] => break_evens(&Balance::of_municipalities(demand, terms, 0)?),
        ["same-cost", one] => break_evens(&Balance::of_municipality(demand, terms, 0, position(one)?)?),
        ["no-result"] => break_evens(&Balance::of_provider(demand, terms, 0)?),
        [name, ..] if !QUESTIONS.contains(&name) => Err(unknown(name, QUESTIONS.into_iter())),
        _ => Err(unreadable(question, "a question with its figures, such as \"volume 10%\" or \"price 4% 3%\"")),
    }
}

fn comparison(arguments: &Arguments<'_>) -> Results {
    let demand = demand(arguments)?;
    let leakage = arguments.read("leakage", leakage)?;
    let financing = arguments.read("financing", |text| financing(text, leakage))?;
    let agreement = Agreement { provider: 0, products: AgreedProducts::All, financing };
    let terms = Terms::new(demand.extent(), vec![agreement], Split::default())?;
    Ok(Vec::from(arguments.read("ask", |question| answer(question, &demand, &terms))?))
}
