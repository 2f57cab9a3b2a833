//! What holds for every scenario with pools: its figures add up, fit each other, and are explained down to the inputs.

use std::collections::BTreeMap;
use taakgericht::exact::Amount;
use taakgericht::pool::{Letter, ReserveYear, RoundKind};
use taakgericht::scenario::{
    Column, ColumnRole, Counterparty, InnerOutcome, Outcome, Plan, PoolOutcome, Scenario, Statement,
};
use taakgericht::trace::{Trace, Value};

/// Runs a scenario and checks all that it owes; of the members every n-th one is explained, in all columns and years.
/// Returns the outcome, and how many figures were explained.
pub(crate) fn check(scenario: &Scenario, every: usize) -> (Outcome, usize) {
    let plan = Plan::new(scenario).unwrap_or_else(|errors| panic!("{errors}"));
    let outcome = plan.run().unwrap();
    for statement in &outcome.statements {
        check_rows(statement);
        check_balances(statement);
    }
    for pool in &outcome.pools {
        check_levy(&outcome, pool);
        check_payments(&outcome, pool);
        check_letters(&outcome, pool);
        check_rounds(&outcome, pool);
    }
    check_reserves(scenario, &outcome);
    check_comparisons(&plan, &outcome);
    let explained = outcome.statements.iter().map(|statement| explain(&plan, &outcome, statement, every)).sum();
    (outcome, explained)
}

pub(crate) fn statement<'o>(outcome: &'o Outcome, id: &str) -> &'o Statement {
    let found = outcome.statements.iter().find(|statement| statement.id == id);
    let ids = || outcome.statements.iter().map(|statement| statement.id.as_str()).collect::<Vec<_>>();
    found.unwrap_or_else(|| panic!("no statement {id} among {:?}", ids()))
}

pub(crate) fn column<'s>(statement: &'s Statement, name: &str) -> Option<&'s Column> {
    statement.columns.iter().find(|column| column.name == name)
}

pub(crate) fn amounts<'s>(statement: &'s Statement, name: &str) -> &'s [Amount] {
    &column(statement, name).unwrap_or_else(|| panic!("{} has no column {name}", statement.id)).amounts
}

fn sum(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    Amount::sum(&amounts.into_iter().collect::<Vec<_>>()).unwrap()
}

fn plus(one: Amount, other: Amount) -> Amount {
    one.checked_add(other).unwrap()
}

fn less(one: Amount, other: Amount) -> Amount {
    one.checked_sub(other).unwrap()
}

/// The parts of every row add up to its total, and every column to its own.
fn check_rows(statement: &Statement) {
    let of_role = |role| statement.columns.iter().filter(move |column| column.role == role);
    for column in &statement.columns {
        assert_eq!(sum(column.amounts.iter().copied()), column.total, "{} {}", statement.id, column.name);
        assert_eq!(column.amounts.len(), statement.parties.len());
    }
    for total in of_role(ColumnRole::Total) {
        for (row, &whole) in total.amounts.iter().enumerate() {
            let parts = sum(of_role(ColumnRole::Part).map(|part| part.amounts[row]));
            assert_eq!(parts, whole, "parts_sum_to_whole: {} row {row}", statement.id);
        }
    }
}

/// What was paid and what is still to pay is what is borne.
fn check_balances(statement: &Statement) {
    if let Some(balance) = column(statement, "balance") {
        let (paid, borne) = (amounts(statement, "already_paid"), amounts(statement, "borne"));
        for ((&balance, &paid), &borne) in balance.amounts.iter().zip(paid).zip(borne) {
            assert_eq!(plus(paid, balance), borne, "balances_reach_borne: {}", statement.id);
        }
    }
}

fn into_reserve(reserve: Option<&ReserveYear>) -> Amount {
    reserve.map_or(Amount::ZERO, |year| less(plus(year.stored, year.topped_up), year.withdrawn))
}

fn into_inner_reserves(inner: &[InnerOutcome]) -> Amount {
    sum(inner.iter().map(|pool| plus(into_reserve(pool.reserve.as_ref()), into_inner_reserves(&pool.inner))))
}

/// `transfers_sum_to_zero`, but for what goes into reserves; so for every sub-pool among its own members.
fn check_levy(outcome: &Outcome, pool: &PoolOutcome) {
    let of_statement = |id: &str| column(statement(outcome, id), "transfer").unwrap().total;
    let levy = plus(into_reserve(pool.reserve.as_ref()), into_inner_reserves(&pool.inner));
    assert_eq!(of_statement(&pool.statement), levy, "transfers_sum_to_zero: {}", pool.statement);
    if is_last(outcome, pool) {
        check_inner_levies(outcome, pool, &pool.statement, &pool.inner);
    }
}

fn check_inner_levies(outcome: &Outcome, pool: &PoolOutcome, around: &str, inner: &[InnerOutcome]) {
    for sub in inner {
        let own = statement(outcome, &format!("{}/{}", sub.pool, pool.year));
        let levy = plus(into_reserve(sub.reserve.as_ref()), into_inner_reserves(&sub.inner));
        assert_eq!(column(own, "transfer").unwrap().total, levy, "transfers_sum_to_zero: {}", own.id);
        let all = statement(outcome, around);
        let rows = all.parties.iter().zip(amounts(all, "borne")).filter(|(party, _)| own.parties.contains(party));
        assert_eq!(sum(rows.map(|(_, &borne)| borne)), sub.borne, "{}", sub.pool);
        // What the members bear by the pool around it is what they settled among themselves, and what the sub-pool pays.
        assert_eq!(plus(column(own, "borne").unwrap().total, sub.transfer), sub.borne, "{}", sub.pool);
        check_inner_levies(outcome, pool, &own.id, &sub.inner);
    }
}

/// The statements of sub-pools are about the last settlement of the year.
fn is_last(outcome: &Outcome, pool: &PoolOutcome) -> bool {
    let mut same = outcome.pools.iter().filter(|other| (&other.pool, other.year) == (&pool.pool, pool.year));
    same.next_back().is_some_and(|last| last.statement == pool.statement)
}

/// Payments meet every balance; there are fewer than those who take part, the account of the pool included.
fn check_payments(outcome: &Outcome, pool: &PoolOutcome) {
    let parties = &statement(outcome, &pool.statement).parties;
    assert!(pool.payments.len() <= parties.len(), "fewer_payments_than_members: {}", pool.statement);
    let net = |who: Counterparty| {
        let paid = pool.payments.iter().filter(|payment| payment.from == who).map(|payment| payment.amount);
        let received = pool.payments.iter().filter(|payment| payment.to == who).map(|payment| payment.amount);
        less(sum(paid), sum(received))
    };
    for (letter, &party) in pool.letters.iter().zip(parties) {
        assert_eq!(net(Counterparty::Party(party)), letter.balance, "{}", pool.statement);
    }
    let balances = sum(pool.letters.iter().map(|letter| letter.balance));
    assert_eq!(plus(net(Counterparty::Pool), balances), Amount::ZERO, "{}", pool.statement);
}

/// Every letter proves itself and says what stands in the statement.
fn check_letters(outcome: &Outcome, pool: &PoolOutcome) {
    let statement = statement(outcome, &pool.statement);
    assert_eq!(pool.letters.len(), statement.parties.len());
    for (row, letter) in pool.letters.iter().enumerate() {
        letter.prove().unwrap();
        assert_eq!(letter.member, statement.parties[row]);
        assert_eq!((&letter.pool, letter.year, letter.kind), (&pool.pool, pool.year, pool.kind));
        let figures = [
            ("contribution", letter.contribution),
            ("own_cost", letter.own_cost),
            ("transfer", letter.transfer),
            ("borne", letter.borne),
            ("already_paid", letter.already_paid),
            ("balance", letter.balance),
        ];
        for (name, figure) in figures {
            let shown = column(statement, name).map(|column| column.amounts[row]);
            assert!(shown.is_none_or(|shown| shown == figure), "{} {name} row {row}", statement.id);
        }
        assert!(letter.key.as_ref().is_none_or(|key| *key == pool.key));
    }
}

/// Each settlement begins with what the one before it left: advances first, then what was borne by it.
fn check_rounds(outcome: &Outcome, pool: &PoolOutcome) {
    let of_year = outcome.pools.iter().filter(|other| (&other.pool, other.year) == (&pool.pool, pool.year));
    let of_year: Vec<&PoolOutcome> = of_year.collect();
    for pair in of_year.windows(2) {
        for (before, after) in pair[0].letters.iter().zip(&pair[1].letters) {
            // Who paid no advances bears its own cost until then, which may be known better by now.
            // Who did, paid only for its own clients in what is not shared.
            let own = |letter: &Letter<usize>| {
                if pool.instalments.is_empty() { letter.own_cost } else { less(letter.own_cost, letter.shared_cost) }
            };
            let known_since = less(own(after), own(before));
            assert_eq!(after.already_paid, plus(before.borne, known_since), "{}", pair[1].statement);
        }
        assert!(
            pair[0].kind <= pair[1].kind && pair[0].kind != RoundKind::Final || pair[1].kind == RoundKind::PriorYear
        );
    }
    for (instalments, letter) in pool.instalments.iter().zip(&of_year[0].letters) {
        let advance = less(letter.already_paid, less(letter.own_cost, letter.shared_cost));
        assert_eq!(sum(instalments.iter().copied()), advance, "the instalments are the advance");
    }
}

/// A reserve opens with what was in it at the end of the last year of its pool.
fn check_reserves(scenario: &Scenario, outcome: &Outcome) {
    let mut before: BTreeMap<&str, Amount> = BTreeMap::new();
    for pool in &outcome.pools {
        let mut closings = BTreeMap::new();
        check_openings(scenario, &before, &pool.pool, pool.reserve.as_ref(), &pool.inner, &mut closings);
        if is_last(outcome, pool) {
            before.extend(closings);
        }
    }
}

fn check_openings<'o>(
    scenario: &'o Scenario,
    before: &BTreeMap<&str, Amount>,
    id: &'o str,
    reserve: Option<&ReserveYear>,
    inner: &'o [InnerOutcome],
    closings: &mut BTreeMap<&'o str, Amount>,
) {
    let section = scenario.pools.iter().find(|pool| pool.id == id).unwrap();
    assert_eq!(section.reserve.is_some(), reserve.is_some());
    if let Some((terms, reserve)) = section.reserve.zip(reserve) {
        assert_eq!(reserve.opening, before.get(id).copied().unwrap_or(terms.opening), "{id}");
        closings.insert(id, reserve.closing);
    }
    for sub in inner {
        check_openings(scenario, before, &sub.pool, sub.reserve.as_ref(), &sub.inner, closings);
    }
}

/// What others are compared with is the last settlement of each year.
fn check_comparisons(plan: &Plan<'_>, outcome: &Outcome) {
    for compared in plan.compare(None, &[]).unwrap() {
        let mut same = outcome.pools.iter().filter(|pool| (&pool.pool, pool.year) == (&compared.pool, compared.year));
        let last = statement(outcome, &same.next_back().unwrap().statement);
        assert_eq!(compared.comparison.variants[0].borne, amounts(last, "borne"), "{}", last.id);
        assert_eq!(compared.parties, last.parties);
    }
}

/// `explanation_replays`: the explanation of each figure gives the figure, and goes down to inputs that have a source.
fn explain(plan: &Plan<'_>, outcome: &Outcome, statement: &Statement, every: usize) -> usize {
    let mut explained = 0;
    for column in &statement.columns {
        let names = statement.parties.iter().map(|&party| outcome.parties[party].name.as_str());
        let figures = names.zip(&column.amounts).step_by(every);
        for (party, &amount) in figures.chain([("total", &column.total)]) {
            let figure = format!("{}/{}/{party}", statement.id, column.name);
            let trace = plan.explain(&figure).unwrap_or_else(|errors| panic!("{errors}"));
            assert_eq!(trace.replay(), Ok(Value::Amount(amount)), "explanation_replays: {figure}");
            check_leaves(&trace, &figure);
            explained += 1;
        }
    }
    explained
}

fn check_leaves(trace: &Trace, figure: &str) {
    for step in trace.steps().iter().filter(|step| step.inputs.is_empty()) {
        assert!(step.source.as_ref().is_some_and(|source| !source.is_empty()), "{figure}: {} from nowhere", step.label);
    }
}
