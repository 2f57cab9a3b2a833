//! A budget that runs through lines.

use super::arguments::Arguments;
use super::read::{amount, pair, percent, unreadable};
use super::{Operation, Results, write};
use crate::budget::waterfall::{Line, Waterfall};
use crate::error::Error;
use crate::exact::Amount;
use alloc::format;
use alloc::vec::Vec;

pub(super) const WATERFALL: Operation = Operation {
    name: "waterfall",
    about: "Carves a budget into lines. A line is name=rule; rules: 3% (of the whole), 10%-of-rest, 50%-of:name, 1000.00 (fixed), \
        rest. A rule may end with >=floor or <=ceiling; a name that starts with (memo) is shown, and no part. Lines are separated \
        by \"; \". Exact until one placing in cents, a tie to the earlier line. Source: SOURCES.md#rta-groningen for the shape of \
        the schedule.",
    arguments: &["base", "lines"],
    results: &["parts"],
    run: waterfall,
};

fn waterfall(arguments: &Arguments<'_>) -> Results {
    let lines = arguments.rows("lines", "; ", line)?;
    let outcome = Waterfall::new(lines)?.apply(arguments.read("base", amount)?)?;
    Ok(write::parts(&outcome.lines.iter().map(|line| line.amount).collect::<Vec<Amount>>()))
}

/// `(memo)voorliggend=3%-of:zorg>=25.00`.
fn line(text: &str) -> Result<Line, Error> {
    let (name, rule) = pair(text, "=", "a line such as zorg=80%")?;
    let (rule, ceiling) = bound(rule, "<=")?;
    let (rule, floor) = bound(rule, ">=")?;
    let memo = name.strip_prefix("(memo)");
    let line = Line { floor, ceiling, ..of_rule(memo.unwrap_or(name), rule)? };
    Ok(if memo.is_some() { line.memo() } else { line })
}

fn of_rule(name: &str, rule: &str) -> Result<Line, Error> {
    let base = |rest: &str| rest.strip_prefix("-of:").map(alloc::borrow::ToOwned::to_owned);
    Ok(match rule.split_once('%') {
        None if rule == "rest" => Line::residual(name),
        None => Line::fixed(name, amount(rule)?),
        Some((share, "")) => Line::percent(name, percent(&format!("{share}%"))?),
        Some((share, "-of-rest")) => Line::percent_of_rest(name, percent(&format!("{share}%"))?),
        Some((share, rest)) => {
            let base = base(rest).ok_or_else(|| unreadable(rule, "a rule such as 3%, 10%-of-rest or 50%-of:zorg"))?;
            Line::percent_of(name, &base, percent(&format!("{share}%"))?)
        }
    })
}

/// The rule, and the bound behind a sign.
fn bound<'a>(rule: &'a str, sign: &str) -> Result<(&'a str, Option<Amount>), Error> {
    match rule.split_once(sign) {
        Some((rule, bound)) => Ok((rule, Some(amount(bound)?))),
        None => Ok((rule, None)),
    }
}
