//! `compare`: pools side by side with other ways to share the same cost, and contracts with other agreements.

mod agreements;
mod case_records;
mod cases;
mod pools;
mod risks;
pub(crate) mod variant;

use super::Answer;
use crate::args::{CompareArgs, Format};
use crate::failure::Failure;
use crate::input::Loaded;
use crate::report::{Document, Records, Report};
use cases::Cases;
use taakgericht::period::Year;
use taakgericht::scenario::{AlternativeSection, Party, Plan, PoolComparison, Scenario, VariantComparison};
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
        let pools = self.comparisons.iter().map(|compared| self.pool_section(compared, language));
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
        Records { header: pools::HEADER, rows: self.comparisons.iter().flat_map(pools::records).collect() }
    }
}
