//! Pools beside other ways to share the same cost.

use super::CompareReport;
use crate::numbers;
use crate::report::{Block, Column, Section, Table};
use crate::words::{self, line, pools};
use taakgericht::Language;
use taakgericht::period::Year;
use taakgericht::pool::{Effect, Variant};
use taakgericht::scenario::{AlternativeSection, ModelChoice, Party, PoolComparison, PoolSection};

/// The columns of pools as one tidy table.
pub(super) const HEADER: &[&str] = &[
    "pool",
    "year",
    "variant",
    "takes_part",
    "party_code",
    "division",
    "party",
    "own_cost",
    "borne",
    "difference",
    "difference_share",
];

/// A row for each member in each variant.
pub(super) fn records(compared: &PoolComparison) -> Vec<Vec<String>> {
    let of_variant = |variant: &Variant| {
        let record = |(row, member): (usize, &Party)| record(compared, variant, row, member);
        compared.comparison.members.iter().enumerate().map(record).collect::<Vec<_>>()
    };
    compared.comparison.variants.iter().flat_map(of_variant).collect()
}

fn record(compared: &PoolComparison, variant: &Variant, row: usize, member: &Party) -> Vec<String> {
    let text = |cell: Option<String>| cell.unwrap_or_default();
    let effect = variant.effects.get(row);
    vec![
        compared.pool.clone(),
        compared.year.to_string(),
        variant.name.clone(),
        text(variant.takes_part.get(row).map(ToString::to_string)),
        member.municipality.code.to_string(),
        member.municipality.division.to_string(),
        member.name.clone(),
        text(variant.own_costs.get(row).map(ToString::to_string)),
        text(variant.borne.get(row).map(ToString::to_string)),
        text(effect.map(|effect| effect.difference.to_string())),
        text(effect.and_then(|effect| effect.share).map(|share| share.to_string())),
    ]
}

impl CompareReport {
    /// Everything that there is to say of a pool in a year.
    pub(super) fn pool_section(&self, compared: &PoolComparison, language: Language) -> Section {
        let variants = &compared.comparison.variants;
        let mut blocks = vec![Block::Text(pools::VARIANTS.to(language).into())];
        blocks.push(Block::List(self.descriptions(compared, language)));
        blocks.push(Block::Table(borne(compared, language)));
        let title = pools::comparison(&compared.pool, compared.year, language);
        if variants.len() < 2 {
            blocks.push(Block::Text(pools::NO_VARIANT.to(language).into()));
            return Section::new(title, blocks);
        }
        if variants.iter().any(|variant| variant.takes_part.contains(&false)) {
            blocks.push(Block::Text(pools::NOT_A_MEMBER.to(language).into()));
        }
        blocks.push(Block::Text(format!("{}:", pools::DIFFERENCE.to(language))));
        let in_euros = |effect: &Effect| numbers::difference(effect.difference, language);
        blocks.push(Block::Table(effects(compared, in_euros, language)));
        blocks.push(Block::Text(format!("{}:", pools::DIFFERENCE_PERCENT.to(language))));
        let percent =
            |effect: &Effect| effect.share.map_or("-".into(), |share| numbers::signed_percent(share, language));
        blocks.push(Block::Table(effects(compared, percent, language)));
        Section::new(title, blocks)
    }

    /// What each variant is, where its name alone would have to say it.
    fn descriptions(&self, compared: &PoolComparison, language: Language) -> Vec<String> {
        let pool = self.scenario.pools.iter().find(|pool| pool.id == compared.pool);
        let as_it_is = pool.map(|pool| describe_pool(pool, compared.year, language));
        let as_it_is = as_it_is.map(|how| format!("{}: {how}", pools::AS_IT_IS.to(language)));
        let of_variant = |variant: &Variant| {
            let is_it = |other: &&AlternativeSection| other.id == variant.name && self.is_of(other, &compared.pool);
            let how = self.alternatives.iter().find(is_it).map(|other| self.describe(other, compared, language))?;
            Some(format!("{}: {how}", variant.name)).filter(|_| how != variant_name(&variant.name, language))
        };
        as_it_is.into_iter().chain(compared.comparison.variants.iter().skip(1).filter_map(of_variant)).collect()
    }

    /// Whether a variant is of an outermost pool, or of one within it.
    fn is_of(&self, other: &AlternativeSection, outermost: &str) -> bool {
        let around =
            |id: &str| self.scenario.pools.iter().find(|pool| pool.id == id).and_then(|pool| pool.within.clone());
        let first = Some(other.pool.clone());
        std::iter::successors(first, |pool| around(pool)).any(|pool| pool == outermost)
    }

    fn describe(&self, other: &AlternativeSection, compared: &PoolComparison, language: Language) -> String {
        let sub_pool = (other.pool != compared.pool).then(|| pools::sub_pool(&other.pool, language));
        let model = other.model.as_ref().and_then(|model| describe_model(model, compared.year, language));
        let key = other.key.as_ref().map(|key| pools::by_key(key, language));
        let segments = other.segments.as_ref().map(|all| {
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            pools::only_segments(&all.join(", "), language)
        });
        let leaving: Vec<&str> = (self.parties.iter())
            .filter(|party| other.without.contains(&party.municipality))
            .map(|party| party.name.as_str())
            .collect();
        let without = (!leaving.is_empty()).then(|| pools::without(&leaving.join(", "), language));
        [sub_pool, model, key, segments, without].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

fn describe_pool(pool: &PoolSection, year: Year, language: Language) -> String {
    let model = describe_model(&pool.model, year, language);
    let key = pool.key.as_ref().map(|key| pools::by_key(key, language));
    model.into_iter().chain(key).collect::<Vec<_>>().join(", ")
}

fn describe_model(model: &ModelChoice, year: Year, language: Language) -> Option<String> {
    model.in_year(year).map(|model| words::model(&model, language))
}

/// What each member costs itself and bears by each variant.
fn borne(compared: &PoolComparison, language: Language) -> Table {
    let (members, variants) = (&compared.comparison.members, &compared.comparison.variants);
    let own_cost = Column::number(line("own_cost", language));
    let columns = std::iter::once(Column::name(words::PARTY.to(language))).chain([own_cost]);
    let columns = columns.chain(headings(variants, language)).collect();
    let row = |(row, member): (usize, &Party)| {
        let own = variants.first().and_then(|first| first.own_costs.get(row));
        let own = own.map(|&own| numbers::amount(own, language));
        let cells = variants.iter().filter_map(|variant| cell(variant, row, language));
        std::iter::once(member.name.clone()).chain(own).chain(cells).collect()
    };
    let own = variants.first().map(|first| numbers::amount(first.total.own_cost, language));
    let totals = variants.iter().map(|variant| numbers::amount(variant.total.borne, language));
    let total = std::iter::once(words::TOTAL.to(language).to_owned()).chain(own).chain(totals).collect();
    Table::new(columns, members.iter().enumerate().map(row).collect()).with_total(total)
}

/// What a member bears; with a star where it takes no part.
fn cell(variant: &Variant, row: usize, language: Language) -> Option<String> {
    let borne = numbers::amount(*variant.borne.get(row)?, language);
    let takes_part = variant.takes_part.get(row).copied().unwrap_or(true);
    Some(if takes_part { borne } else { format!("* {borne}") })
}

/// What every variant but the first means for each member.
fn effects(compared: &PoolComparison, shown: impl Fn(&Effect) -> String, language: Language) -> Table {
    let (members, variants) = (&compared.comparison.members, &compared.comparison.variants);
    let others = || variants.iter().skip(1);
    let columns = headings(variants, language).into_iter().skip(1);
    let columns = std::iter::once(Column::name(words::PARTY.to(language))).chain(columns).collect();
    let row = |(row, member): (usize, &Party)| {
        let cells = others().filter_map(|variant| variant.effects.get(row)).map(&shown);
        std::iter::once(member.name.clone()).chain(cells).collect()
    };
    let totals = others().map(|variant| shown(&variant.total.effect));
    let total = std::iter::once(words::TOTAL.to(language).to_owned()).chain(totals).collect();
    Table::new(columns, members.iter().enumerate().map(row).collect()).with_total(total)
}

fn headings(variants: &[Variant], language: Language) -> Vec<Column> {
    let names = variants.iter().enumerate().map(|(position, variant)| match position {
        0 => pools::AS_IT_IS.to(language).to_owned(),
        _ => variant_name(&variant.name, language),
    });
    names.map(Column::number).collect()
}

/// The name of a variant; one that was typed as `--without` says so in the language.
fn variant_name(name: &str, language: Language) -> String {
    name.strip_prefix("without ").map_or_else(|| name.to_owned(), |leaving| pools::without(leaving, language))
}
