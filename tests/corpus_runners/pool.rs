//! Runners for solidarity pools and the payments that settle them.

use super::exact::{amount, joined, named, ratio};
use super::{Case, Outcome, kind};
use taakgericht::Error;
use taakgericht::exact::{Amount, Percent, Ratio, Residual, TieRule};
use taakgericht::key::Key;
use taakgericht::pool::{Account, Accounts, Corridor, Model, Netting, Pool, StopLoss, payments as fewest_payments};

/// `60%`.
fn percent(text: &str) -> Percent {
    Percent::parse(text.strip_suffix('%').unwrap()).unwrap()
}

/// `corridor 5% netted`, as the head of the file says.
fn model(text: &str) -> Model {
    match *text.split_whitespace().collect::<Vec<_>>() {
        ["actual-use"] => Model::ActualUse,
        ["insurance"] => Model::Insurance,
        ["blend", pooled] => Model::Blend { pooled: percent(pooled) },
        ["corridor", band, netting] => {
            Model::Corridor(Corridor { band: percent(band), netting: named(&Netting::ALL, netting) })
        }
        ["stop-loss", threshold, ceded, ceiling] => Model::StopLoss(StopLoss {
            threshold_per_client: amount(threshold),
            ceded_share: percent(ceded),
            ceiling_per_client: (ceiling != "-").then(|| amount(ceiling)),
        }),
        _ => panic!("unknown model {text}"),
    }
}

/// A weight is a sum of numbers and fractions: `1.50+1.60+1.70`.
fn key(case: &Case, column: &str) -> Result<Key<usize>, Error> {
    let sum = |text: &str| {
        let terms = text.split('+').map(ratio);
        terms.fold(Ratio::ZERO, |sum, term| sum.checked_add(term).unwrap())
    };
    Key::new(column, case.list(column).into_iter().map(sum).enumerate(), None)
}

/// Whether a column of the file holds anything.
fn is_given(case: &Case, column: &str) -> bool {
    case.get(column) != "-"
}

fn amounts(case: &Case, column: &str) -> Vec<Amount> {
    if is_given(case, column) {
        case.list(column).into_iter().map(amount).collect()
    } else {
        vec![Amount::ZERO; case.list("costs").len()]
    }
}

fn accounts(case: &Case) -> Result<Accounts<usize>, Error> {
    let (costs, outside, contributions) =
        (amounts(case, "costs"), amounts(case, "outside"), amounts(case, "contributions"));
    let clients: Vec<&str> = if is_given(case, "clients") { case.get("clients").split('|').collect() } else { vec![] };
    let account = |member: usize| Account {
        cost: costs[member],
        outside: outside[member],
        contribution: contributions[member],
        clients: clients.get(member).map_or(vec![], |clients| clients.split_whitespace().map(amount).collect()),
    };
    Accounts::new((0..costs.len()).map(|member| (member, account(member))))
}

fn settle(case: &Case) -> Result<Vec<Amount>, Error> {
    let pool = Pool::new("corpus", model(case.get("model")), key(case, "weights")?)?;
    let pool = pool.placed_by(named(&Residual::ALL, case.get("residual")), named(&TieRule::ALL, case.get("tie")));
    let pool = if is_given(case, "underspend_weights") {
        pool.with_underspend_key(key(case, "underspend_weights")?)?
    } else {
        pool
    };
    Ok(pool.with_levy(amount(case.get("levy"))).settle(&accounts(case)?)?.borne)
}

pub(crate) fn pools(case: &Case) -> Outcome {
    settle(case).map(|borne| joined(&borne)).map_err(|error| kind(&error))
}

/// `2>1 210368.31`: the second member pays the first.
pub(crate) fn payments(case: &Case) -> Outcome {
    let paid = fewest_payments(&amounts_of(case.list("transfers"))).map_err(|error| kind(&error))?;
    let shown = paid.iter().map(|payment| format!("{}>{} {}", payment.from + 1, payment.to + 1, payment.amount));
    Ok(vec![shown.collect::<Vec<_>>().join("; ")])
}

fn amounts_of(texts: Vec<&str>) -> Vec<Amount> {
    texts.into_iter().map(amount).collect()
}
