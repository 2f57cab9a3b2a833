//! What stands below the statement of a settlement: the key, the pots, the reserve, the sub-pools, who pays whom.

use crate::numbers;
use crate::report::{Block, Column, Table};
use crate::words::{self, pools};
use taakgericht::Language;
use taakgericht::exact::{Amount, Ratio, Unrounded};
use taakgericht::pool::{KeyUsed, Pot, ReserveYear};
use taakgericht::scenario::{ColumnRole, Counterparty, InnerOutcome, KeyWeights, Outcome, PoolOutcome, Statement};

/// The settlement that a statement is of.
pub(super) enum Settled<'a> {
    /// Of an outermost pool.
    Pool(&'a PoolOutcome),
    /// Of a sub-pool, among its own members.
    Inner(&'a PoolOutcome, &'a InnerOutcome),
}

impl<'a> Settled<'a> {
    /// The settlement with the name of a statement; `None` for a statement of a budget.
    pub(super) fn of(statement: &Statement, outcome: &'a Outcome) -> Option<Settled<'a>> {
        outcome.pools.iter().find_map(|pool| {
            let inner = || inner_of(statement, &pool.inner).map(|inner| Settled::Inner(pool, inner));
            if pool.statement == statement.id { Some(Settled::Pool(pool)) } else { inner() }
        })
    }

    /// The heading of the statement.
    pub(super) fn heading(&self, language: Language) -> String {
        match self {
            Settled::Pool(pool) => pools::settlement(pool, language),
            Settled::Inner(pool, inner) => pools::inner_settlement(&inner.pool, pool.year, language),
        }
    }

    /// What stands below the amounts and the rule.
    pub(super) fn blocks(&self, statement: &Statement, outcome: &Outcome, language: Language) -> Vec<Block> {
        let sharing = self.sharing();
        let mut blocks = sharing_blocks(&sharing, statement, outcome, language);
        if let Settled::Pool(pool) = self {
            blocks.extend(inner_blocks(&pool.inner, language));
            blocks.extend(payment_blocks(pool, outcome, language));
            blocks.extend(instalment_blocks(pool, statement, outcome, language));
        }
        blocks
    }

    fn sharing(&self) -> Sharing<'a> {
        match *self {
            Settled::Pool(pool) => Sharing {
                segments: pool.segments.as_deref(),
                key: &pool.key,
                weights: &pool.weights,
                underspend_key: pool.underspend_key.as_ref(),
                pots: &pool.pots,
                reserve: pool.reserve.as_ref(),
            },
            Settled::Inner(_, inner) => Sharing {
                segments: inner.segments.as_deref(),
                key: &inner.key,
                weights: &inner.weights,
                underspend_key: None,
                pots: &inner.pots,
                reserve: inner.reserve.as_ref(),
            },
        }
    }
}

/// What a pool and a sub-pool both say of how they share.
struct Sharing<'a> {
    segments: Option<&'a [String]>,
    key: &'a KeyUsed,
    weights: &'a KeyWeights,
    underspend_key: Option<&'a KeyUsed>,
    pots: &'a [Pot],
    reserve: Option<&'a ReserveYear>,
}

fn inner_of<'a>(statement: &Statement, inner: &'a [InnerOutcome]) -> Option<&'a InnerOutcome> {
    inner.iter().find_map(|inner| {
        let is_it = inner.statement.as_ref() == Some(&statement.id);
        if is_it { Some(inner) } else { inner_of(statement, &inner.inner) }
    })
}

fn sharing_blocks(sharing: &Sharing<'_>, statement: &Statement, outcome: &Outcome, language: Language) -> Vec<Block> {
    let mut texts: Vec<String> = sharing.segments.map(|all| pools::segments(all, language)).into_iter().collect();
    let is_shared = !sharing.pots.is_empty();
    if is_shared {
        texts.push(pools::pots(sharing.pots, language));
    }
    texts.extend(sharing.reserve.map(|reserve| pools::reserve(reserve, language)));
    if is_shared {
        texts.push(pools::key(sharing.key, language));
        texts.extend(sharing.underspend_key.map(|key| pools::underspend_key(key, language)));
    }
    let mut blocks: Vec<Block> = texts.into_iter().map(Block::Text).collect();
    if is_shared {
        let residues = residues(statement);
        blocks.push(Block::Table(weights(sharing.weights, residues, statement, outcome, language)));
        blocks.extend(residues.map(|_| Block::Text(pools::RESIDUE_OF_SHARE.to(language).into())));
    }
    blocks
}

/// What placing took off the exact share of each member.
fn residues(statement: &Statement) -> Option<&[Unrounded]> {
    let borne = statement.columns.iter().find(|column| column.role == ColumnRole::Total);
    borne.map(|column| column.residues.as_slice()).filter(|residues| !residues.is_empty())
}

fn weights(
    key: &KeyWeights,
    residues: Option<&[Unrounded]>,
    statement: &Statement,
    outcome: &Outcome,
    language: Language,
) -> Table {
    let mut columns = vec![Column::name(words::PARTY.to(language))];
    columns.push(Column::number(pools::weight(&key.unit, language)));
    columns.push(Column::number(pools::SHARE.to(language)));
    columns.extend(residues.map(|_| Column::number(words::RESIDUE.to(language))));
    let row = |(member, &party): (usize, &usize)| {
        let weight = key.weights.get(member).map(|&weight| in_unit(weight, &key.unit, language));
        let share = key.shares.get(member).map(|&share| numbers::share(share, language));
        let residue = residues.and_then(|all| all.get(member)).map(|&residue| numbers::unrounded(residue, language));
        std::iter::once(name(outcome, party).to_owned()).chain(weight).chain(share).chain(residue).collect()
    };
    let total = [in_unit(key.total, &key.unit, language), numbers::share(Ratio::ONE, language)];
    let total = std::iter::once(words::TOTAL.to(language).to_owned()).chain(total);
    let total = total.chain(residues.map(|_| String::new())).collect();
    Table::new(columns, statement.parties.iter().enumerate().map(row).collect()).with_total(total)
}

/// A weight as what it counts: cents as euros, other things as numbers.
fn in_unit(weight: Ratio, unit: &str, language: Language) -> String {
    match unit {
        "cents" => numbers::unrounded(Unrounded::from_cents(weight), language),
        _ => numbers::number(weight, language),
    }
}

fn inner_blocks(inner: &[InnerOutcome], language: Language) -> Vec<Block> {
    if inner.is_empty() {
        return Vec::new();
    }
    let mut items = Vec::new();
    for inner in inner {
        add_inner(inner, &mut items, language);
    }
    vec![Block::Text(pools::SUB_POOLS.to(language).into()), Block::List(items)]
}

fn add_inner(inner: &InnerOutcome, items: &mut Vec<String>, language: Language) {
    let sentence = pools::inner(inner, language);
    // With a statement of its own, the reserve stands there.
    let reserve = inner.reserve.as_ref().filter(|_| inner.statement.is_none());
    let reserve = reserve.map(|reserve| format!(" {}", pools::reserve(reserve, language)));
    items.push(format!("{sentence}{}", reserve.unwrap_or_default()));
    inner.inner.iter().for_each(|inner| add_inner(inner, items, language));
}

fn payment_blocks(pool: &PoolOutcome, outcome: &Outcome, language: Language) -> Vec<Block> {
    if pool.payments.is_empty() {
        return Vec::new();
    }
    let who = |who: Counterparty| match who {
        Counterparty::Party(party) => name(outcome, party).to_owned(),
        Counterparty::Pool => pools::POOL_ACCOUNT.to(language).to_owned(),
    };
    let payments = pool.payments.iter();
    let row = payments.map(|paid| vec![who(paid.from), who(paid.to), numbers::amount(paid.amount, language)]);
    let columns = vec![
        Column::name(pools::PAYER.to(language)),
        Column::name(pools::RECEIVER.to(language)),
        Column::number(words::AMOUNT.to(language)),
    ];
    let table = Table::new(columns, row.collect());
    vec![Block::Text(pools::PAYMENTS.to(language).into()), Block::Table(table)]
}

/// The advances, once a year: they are the same for every settlement of it.
fn instalment_blocks(pool: &PoolOutcome, statement: &Statement, outcome: &Outcome, language: Language) -> Vec<Block> {
    let first = outcome.pools.iter().find(|other| other.pool == pool.pool && other.year == pool.year);
    if pool.instalments.is_empty() || first.is_none_or(|first| first.statement != pool.statement) {
        return Vec::new();
    }
    let columns = vec![
        Column::name(words::PARTY.to(language)),
        Column::number(pools::FIRST_INSTALMENT.to(language)),
        Column::sentence(pools::ALL_INSTALMENTS.to(language)),
    ];
    let row = |(&party, paid): (&usize, &Vec<Amount>)| {
        let first = paid.first().map(|&first| numbers::amount(first, language)).unwrap_or_default();
        vec![name(outcome, party).to_owned(), first, instalments(paid, language)]
    };
    let table = Table::new(columns, statement.parties.iter().zip(&pool.instalments).map(row).collect());
    vec![Block::Text(pools::ADVANCES.to(language).into()), Block::Table(table)]
}

/// `4 × 109,200.84, 8 × 109,200.83`: equal instalments are counted, in the order in which they first come.
pub(super) fn instalments(paid: &[Amount], language: Language) -> String {
    let mut amounts: Vec<Amount> = Vec::new();
    for amount in paid {
        if !amounts.contains(amount) {
            amounts.push(*amount);
        }
    }
    let count = |amount: &Amount| paid.iter().filter(|other| *other == amount).count();
    let counted = amounts.iter().map(|amount| format!("{} × {}", count(amount), numbers::amount(*amount, language)));
    counted.collect::<Vec<_>>().join(", ")
}

/// The name of the party at a position.
pub(super) fn name(outcome: &Outcome, position: usize) -> &str {
    outcome.parties.get(position).map_or("?", |party| party.name.as_str())
}
