//! Solidarity pools, and the payments that settle them.

use super::arguments::{Arguments, one_each};
use super::exact::tie;
use super::read::{amount, percent, sum, unknown, unreadable, word, words};
use super::{Operation, Results, write};
use crate::error::Error;
use crate::exact::{Amount, Residual};
use crate::key::Key;
use crate::pool::{Account, Accounts, Corridor, Model, Netting, Pool, StopLoss, payments as fewest_payments};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

pub(super) const POOLS: Operation = Operation {
    name: "pools",
    about: "A solidarity pool settles one year: what each member finally bears. Members stand in the order of the columns. \
        model: actual-use, insurance, blend POOLED, corridor BAND NETTING, stop-loss THRESHOLD CEDED CEILING (- for none). \
        costs: of the own clients in what is shared; outside: in what is not shared; contributions: inleg; - for a column of zeros. \
        weights: the key, each a number, a fraction or a sum (1+2+3, of years or ages); underspend_weights: the key for \
        underspends, - for the same. \
        clients: what single clients cost, members separated by \" | \", - for none. levy: what goes into a reserve (below zero: \
        out of it). Source of the rules: SOURCES.md#solidarity.",
    arguments: &[
        "model",
        "costs",
        "outside",
        "contributions",
        "weights",
        "underspend_weights",
        "clients",
        "levy",
        "residual",
        "tie",
    ],
    results: &["parts"],
    run: pools,
};

pub(super) const PAYMENTS: Operation = Operation {
    name: "payments",
    about: "Reduces transfers (above zero: the member pays) to fewer payments than there are members: whoever pays exactly what \
        another receives pays that one; then who pays most pays who receives most; of equal amounts the first goes first. \
        payments: from>to amount, members by their number from 1, in the order of who pays, separated by \"; \". \
        Source of the rule: SOURCES.md#solidarity.",
    arguments: &["transfers"],
    results: &["payments"],
    run: payments,
};

const MODELS: [&str; 5] = ["actual-use", "insurance", "blend", "corridor", "stop-loss"];

/// `corridor 5% netted`.
fn model(text: &str) -> Result<Model, Error> {
    Ok(match words(text)[..] {
        ["actual-use"] => Model::ActualUse,
        ["insurance"] => Model::Insurance,
        ["blend", pooled] => Model::Blend { pooled: percent(pooled)? },
        ["corridor", band, netting] => {
            Model::Corridor(Corridor { band: percent(band)?, netting: word(netting, &Netting::ALL, Netting::name)? })
        }
        ["stop-loss", threshold, ceded, ceiling] => Model::StopLoss(StopLoss {
            threshold_per_client: amount(threshold)?,
            ceded_share: percent(ceded)?,
            ceiling_per_client: if ceiling == "-" { None } else { Some(amount(ceiling)?) },
        }),
        [name, ..] if !MODELS.contains(&name) => return Err(unknown(name, MODELS.into_iter())),
        _ => return Err(unreadable(text, "a model with its figures, such as \"blend 60%\" or \"corridor 5% netted\"")),
    })
}

fn key(arguments: &Arguments<'_>, name: &str) -> Result<Key<usize>, Error> {
    Key::new(name, arguments.list(name, sum)?.into_iter().enumerate(), None)
}

/// A column with an amount for each member; zeros for `-`.
fn amounts(arguments: &Arguments<'_>, name: &str, members: usize) -> Result<Vec<Amount>, Error> {
    let given = arguments.unless_nothing(name, || arguments.list(name, amount))?;
    let amounts = given.unwrap_or_else(|| vec![Amount::ZERO; members]);
    one_each(name, amounts.len(), "member", members)?;
    Ok(amounts)
}

/// What single clients of each member cost.
fn clients(arguments: &Arguments<'_>, members: usize) -> Result<Vec<Vec<Amount>>, Error> {
    if arguments.is_nothing("clients")? {
        return Ok(vec![Vec::new(); members]);
    }
    let of_member = |text| words(text).into_iter().map(amount).collect();
    let clients = arguments.rows("clients", "|", of_member)?;
    one_each("clients", clients.len(), "member", members)?;
    Ok(clients)
}

fn accounts(arguments: &Arguments<'_>) -> Result<Accounts<usize>, Error> {
    let costs = arguments.list("costs", amount)?;
    let outside = amounts(arguments, "outside", costs.len())?;
    let contributions = amounts(arguments, "contributions", costs.len())?;
    let clients = clients(arguments, costs.len())?;
    let columns = costs.into_iter().zip(outside).zip(contributions).zip(clients);
    let account = |(((cost, outside), contribution), clients)| Account { cost, outside, contribution, clients };
    Accounts::new(columns.map(account).enumerate())
}

fn pools(arguments: &Arguments<'_>) -> Results {
    let pool = Pool::new("call", arguments.read("model", model)?, key(arguments, "weights")?)?;
    let pool = pool.placed_by(arguments.word("residual", &Residual::ALL, Residual::name)?, tie(arguments)?);
    let own_key = arguments.unless_nothing("underspend_weights", || key(arguments, "underspend_weights"))?;
    let pool = match own_key {
        Some(key) => pool.with_underspend_key(key)?,
        None => pool,
    };
    Ok(write::parts(&pool.with_levy(arguments.read("levy", amount)?).settle(&accounts(arguments)?)?.borne))
}

/// `2>1 210368.31`: the second member pays the first.
fn payments(arguments: &Arguments<'_>) -> Results {
    let number = |member: usize| member.saturating_add(1);
    let paid = fewest_payments(&arguments.list("transfers", amount)?)?;
    let shown =
        paid.iter().map(|payment| format!("{}>{} {}", number(payment.from), number(payment.to), payment.amount));
    Ok(vec![write::joined(shown, "; ")])
}
