//! How well a pool does its job over its years, per municipality and per year.

use super::settlement::name;
use crate::numbers;
use crate::report::{Block, Column, Section, Table};
use crate::words::{self, solidarity};
use taakgericht::Language;
use taakgericht::pool::{Burden, MemberSolidarity, Redistribution};
use taakgericht::scenario::{Outcome, PoolSolidarity};

pub(super) fn solidarity_section(pool: &PoolSolidarity, outcome: &Outcome, language: Language) -> Section {
    let text = |word: words::Word| Block::Text(word.to(language).into());
    let blocks = vec![
        Block::Table(spread(pool, outcome, language)),
        Block::Table(heaviest(pool, outcome, language)),
        text(solidarity::EXACT_IN_JSON),
        text(solidarity::REDISTRIBUTION),
        Block::Table(redistribution(pool, language)),
    ];
    Section::new(solidarity::solidarity(&pool.pool, &pool.years, language), blocks)
}

/// The members with what was found about them.
fn members<'a>(pool: &'a PoolSolidarity, outcome: &'a Outcome) -> impl Iterator<Item = (String, &'a MemberSolidarity)> {
    let names = pool.parties.iter().map(|&party| name(outcome, party).to_owned());
    names.zip(&pool.solidarity.members)
}

fn columns(headings: &[words::Word], language: Language) -> Vec<Column> {
    let party = Column::name(words::PARTY.to(language));
    std::iter::once(party).chain(headings.iter().map(|heading| Column::number(heading.to(language)))).collect()
}

/// Mean, standard deviation and range.
fn spread(pool: &PoolSolidarity, outcome: &Outcome, language: Language) -> Table {
    let headings = [
        solidarity::MEAN_WITHOUT,
        solidarity::MEAN_WITH,
        solidarity::STANDARD_DEVIATION_WITHOUT,
        solidarity::STANDARD_DEVIATION_WITH,
        solidarity::RANGE_WITHOUT,
        solidarity::RANGE_WITH,
    ];
    let row = |(name, member): (String, &MemberSolidarity)| {
        let both = [&member.without, &member.with];
        let means = both.map(|burden| numbers::to_the_cent(burden.mean, language));
        let deviations = both.map(|burden| numbers::amount(burden.standard_deviation, language));
        let ranges = both.map(|burden| numbers::amount(burden.range, language));
        std::iter::once(name).chain(means).chain(deviations).chain(ranges).collect()
    };
    Table::new(columns(&headings, language), members(pool, outcome).map(row).collect())
}

/// The heaviest year, and what a member pays or receives over all years.
fn heaviest(pool: &PoolSolidarity, outcome: &Outcome, language: Language) -> Table {
    let headings = [solidarity::HEAVIEST_WITHOUT, solidarity::HEAVIEST_WITH, solidarity::NET];
    let year = |burden: &Burden| {
        let heaviest = burden.heaviest.as_ref();
        heaviest.map_or("-".to_owned(), |year| {
            format!("{}: {}", year.label, numbers::signed_percent(year.above_budget, language))
        })
    };
    let row = |(name, member): (String, &MemberSolidarity)| {
        let net = numbers::difference(member.net_transfer, language);
        let role = solidarity::role(member.net_transfer).to(language).to_owned();
        vec![name, year(&member.without), year(&member.with), net, role]
    };
    let mut columns = columns(&headings, language);
    columns.push(Column::name(solidarity::ROLE.to(language)));
    Table::new(columns, members(pool, outcome).map(row).collect())
}

/// What moves between the members, per year and after all years.
fn redistribution(pool: &PoolSolidarity, language: Language) -> Table {
    let columns = vec![
        Column::name(solidarity::YEAR.to(language)),
        Column::number(solidarity::REDISTRIBUTED.to(language)),
        Column::number(solidarity::SHARE_OF_COST.to(language)),
    ];
    let row = |year: String, moved: &Redistribution| {
        let share = moved.share_of_cost.map_or("-".to_owned(), |share| numbers::rounded_percent(share, language));
        vec![year, numbers::amount(moved.amount, language), share]
    };
    let found = &pool.solidarity;
    let rows = pool.years.iter().zip(&found.yearly).map(|(year, moved)| row(year.to_string(), moved)).collect();
    Table::new(columns, rows).with_total(row(solidarity::LASTING.to(language).to_owned(), &found.lasting))
}
