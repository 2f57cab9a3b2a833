//! `compare`: pools side by side with other ways to share the same cost, and contracts with other agreements.

use super::case::Cases;
use super::variant;
use super::{Answer, case_records};
use crate::args::{CompareArgs, Format};
use crate::failure::Failure;
use crate::input::Loaded;
use crate::numbers;
use crate::report::{Block, Column, Document, Records, Report, Section, Table};
use crate::words::{self, line, pools};
use taakgericht::period::Year;
use taakgericht::pool::{Effect, Variant};
use taakgericht::scenario::{
    AlternativeSection, ModelChoice, Party, Plan, PoolComparison, PoolSection, Scenario, VariantComparison,
};
use taakgericht::{Error, Errors, Kind, Language};

/// Pools beside their variants, and contracts beside other agreements.
struct CompareReport {
    scenario: Scenario,
    parties: Vec<Party>,
    /// Those of the scenario, then those that were typed.
    alternatives: Vec<AlternativeSection>,
    comparisons: Vec<PoolComparison>,
    variants: Vec<VariantComparison>,
}

/// `compare`.
pub(super) fn compare(args: &CompareArgs, format: Format) -> Result<Answer, Failure> {
    let loaded = Loaded::read(&args.scenario)?;
    match loaded.plan().and_then(|plan| CompareReport::new(&loaded, &plan, args, format)) {
        Ok(report) => Ok(Answer::new(report, loaded.texts.paths())),
        Err(errors) => Err(loaded.fail(errors)),
    }
}

impl CompareReport {
    fn new(loaded: &Loaded, plan: &Plan<'_>, args: &CompareArgs, format: Format) -> Result<CompareReport, Errors> {
        let scenario = &loaded.scenario;
        let asked = Asked::new(scenario, args)?;
        if asked == Asked::Both && format == Format::Csv {
            let found = "pools and contracts in one csv table";
            let error = Error::new(Kind::WrongType, found, "one of them");
            return Err(error.advise("Add --contracts, or --pool with the id of a pool.").into());
        }
        let (mut comparisons, mut variants, mut alternatives) = (Vec::new(), Vec::new(), scenario.alternatives.clone());
        if asked != Asked::Contracts {
            let typed = typed(scenario, plan, args)?;
            comparisons = plan.compare(args.pool.as_deref(), &typed)?;
            alternatives.extend(typed);
        }
        if asked != Asked::Pools {
            variants = plan.compare_variants().map_err(|errors| loaded.locate(errors))?;
        }
        keep_year(&mut comparisons, &mut variants, args.year)?;
        let (scenario, parties) = (scenario.clone(), plan.parties().to_vec());
        Ok(CompareReport { scenario, parties, alternatives, comparisons, variants })
    }
}

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Pools,
    Contracts,
    Both,
}

impl Asked {
    /// What was asked for, of what there is.
    fn new(scenario: &Scenario, args: &CompareArgs) -> Result<Asked, Error> {
        let of_pools = args.pool.is_some() || !args.model.is_empty() || !args.without.is_empty();
        let (pools, contracts) = (!scenario.pools.is_empty(), !scenario.contracts.is_empty());
        match (pools && !args.contracts, contracts && !of_pools) {
            (true, true) => Ok(Asked::Both),
            (true, false) => Ok(Asked::Pools),
            (false, true) => Ok(Asked::Contracts),
            (false, false) if args.contracts => {
                Err(Error::new(Kind::Missing, "no contract to compare", "a scenario with a [[contract]]"))
            }
            (false, false) => Err(Error::new(Kind::Missing, "no pool to compare", "a scenario with a [[pool]]")),
        }
    }
}

/// The variants that were typed: for the pool that was asked for, or for every outermost pool.
fn typed(scenario: &Scenario, plan: &Plan<'_>, args: &CompareArgs) -> Result<Vec<AlternativeSection>, Error> {
    let leaving = args.without.iter().map(|name| find(plan.parties(), name)).collect::<Result<Vec<_>, _>>()?;
    let outermost = scenario.pools.iter().filter(|pool| pool.within.is_none()).map(|pool| pool.id.as_str());
    let pools: Vec<&str> = args.pool.as_deref().map_or_else(|| outermost.collect(), |pool| vec![pool]);
    let of_pool = |pool: &str| {
        let models = args.model.iter().map(|model| model.of_pool(pool));
        models.chain((!leaving.is_empty()).then(|| variant::without(&leaving, pool))).collect::<Vec<_>>()
    };
    Ok(pools.into_iter().flat_map(of_pool).collect())
}

fn find<'a>(parties: &'a [Party], name: &str) -> Result<&'a Party, Error> {
    let found = parties.iter().find(|party| party.is_named(name));
    let names = parties.iter().map(|party| party.name.as_str());
    found.ok_or_else(|| Error::unknown("municipality", name, names).within("--without"))
}

/// Keeps the comparisons of one year, or all of them.
fn keep_year(
    pools: &mut Vec<PoolComparison>,
    variants: &mut Vec<VariantComparison>,
    year: Option<Year>,
) -> Result<(), Error> {
    let Some(year) = year else { return Ok(()) };
    let all = pools.iter().map(|compared| compared.year).chain(variants.iter().map(|compared| compared.year));
    let all: Vec<String> = all.map(|year| year.to_string()).collect();
    pools.retain(|compared| compared.year == year);
    variants.retain(|compared| compared.year == year);
    if pools.is_empty() && variants.is_empty() {
        return Err(Error::unknown("year", &year.to_string(), all.iter().map(String::as_str)).within("--year"));
    }
    Ok(())
}

#[derive(serde::Serialize)]
struct CompareJson<'a> {
    shape: &'static str,
    scenario: &'a str,
    title: &'a str,
    parties: &'a [Party],
    comparisons: &'a [PoolComparison],
    #[serde(skip_serializing_if = "<[VariantComparison]>::is_empty")]
    variants: &'a [VariantComparison],
}

impl Report for CompareReport {
    fn document(&self, language: Language) -> Document {
        let pools = self.comparisons.iter().map(|compared| self.section(compared, language));
        let (parties, sections) = (&self.parties, &self.scenario.cases);
        let variants = self.variants.iter().map(|compared| Cases { compared, parties, sections, language }.section());
        let sections = pools.chain(variants).collect();
        Document { title: self.scenario.title.clone(), sections }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        let CompareReport { scenario, parties, comparisons, variants, .. } = self;
        serde_json::to_string_pretty(&CompareJson {
            shape: "taakgericht/compare/1",
            scenario: &scenario.id,
            title: &scenario.title,
            parties,
            comparisons,
            variants,
        })
    }

    fn records(&self, _: Language) -> Records {
        if !self.variants.is_empty() {
            let variants = self.variants.iter();
            let rows = variants.flat_map(|compared| case_records::records(compared, &self.parties)).collect();
            return Records { header: case_records::HEADER, rows };
        }
        let header = &[
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
        Records { header, rows: self.comparisons.iter().flat_map(records).collect() }
    }
}

/// A row for each member in each variant.
fn records(compared: &PoolComparison) -> Vec<Vec<String>> {
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
    fn section(&self, compared: &PoolComparison, language: Language) -> Section {
        let variants = &compared.comparison.variants;
        let mut blocks = vec![Block::Text(pools::VARIANTS.to(language).into())];
        blocks.push(Block::List(self.descriptions(compared, language)));
        blocks.push(Block::Table(borne(compared, language)));
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
        Section::new(pools::comparison(&compared.pool, compared.year, language), blocks)
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
