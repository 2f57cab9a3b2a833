//! A scenario as plain data: what a file says, or what Rust code builds without any file.

use super::contracting::{CaseSection, ContractSection, ProductSection, ShockSection, Volumes};
use super::pooling::{AlternativeSection, KeySection, PartiesSection, PoolSection, Series};
use crate::budget::pgb::Stage;
use crate::budget::reconcile::{Identity, Table};
use crate::budget::rta::{CutReading, Schedule};
use crate::budget::stream::TotalBasis;
use crate::error::Error;
use crate::exact::{Percent, Rounding, TieRule};
use crate::financing::comparison::Administration;
use crate::party::Municipality;
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// The version of the rules that this engine carries out; results for one version never change.
pub const RULES_VERSION: u32 = 1;

/// A whole scenario.
///
/// Dutch: *scenario*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The name that results carry: `bmwe-2015`.
    pub id: String,
    /// What it is about, in the words of its author.
    pub title: String,
    /// The municipal division that all its municipalities belong to (Dutch: *indelingsjaar*).
    pub division: Year,
    /// Where its figures come from.
    pub sources: Vec<Source>,
    /// The tables with its figures.
    pub tables: Vec<SourceTable>,
    /// The budget that is divided.
    pub budget: Option<BudgetSection>,
    /// The derivation of the RTA bijdrage from the budget.
    pub derivation: Option<DerivationSection>,
    /// The schedules by which the budget is divided.
    pub schedules: Vec<ScheduleSection>,
    /// What the tables should satisfy.
    pub checks: Vec<Check>,
    /// The parties, where there is no budget that has them.
    pub parties: Option<PartiesSection>,
    /// Figures per municipality and year.
    pub series: Vec<Series>,
    /// The keys by which pools share.
    pub keys: Vec<KeySection>,
    /// The solidarity pools.
    pub pools: Vec<PoolSection>,
    /// Other ways to share the same pools.
    pub alternatives: Vec<AlternativeSection>,
    /// What is bought.
    pub products: Vec<ProductSection>,
    /// By which contracts, and how it is financed.
    pub contracts: Vec<ContractSection>,
    /// What was delivered.
    pub volumes: Vec<Volumes>,
    /// Other agreements for the same demand.
    pub cases: Vec<CaseSection>,
    /// Changes of volume or price that every case has to bear.
    pub shocks: Vec<ShockSection>,
    /// What running each variant costs; its months are those of each contract.
    pub administration: Option<Administration>,
}

impl Scenario {
    /// A scenario that says nothing yet.
    #[must_use]
    pub const fn new(id: String, title: String, division: Year) -> Scenario {
        Scenario {
            id,
            title,
            division,
            sources: Vec::new(),
            tables: Vec::new(),
            budget: None,
            derivation: None,
            schedules: Vec::new(),
            checks: Vec::new(),
            parties: None,
            series: Vec::new(),
            keys: Vec::new(),
            pools: Vec::new(),
            alternatives: Vec::new(),
            products: Vec::new(),
            contracts: Vec::new(),
            volumes: Vec::new(),
            cases: Vec::new(),
            shocks: Vec::new(),
            administration: None,
        }
    }

    /// The title of a source; a source that is not listed stands for itself.
    pub(super) fn source_title<'a>(&'a self, id: &'a str) -> &'a str {
        let listed = self.sources.iter().find(|source| source.id == id);
        listed.map_or(id, |source| &source.title)
    }

    /// The table with an id.
    pub(super) fn table(&self, id: &str) -> Result<&SourceTable, Error> {
        let table = self.tables.iter().find(|table| table.table.name() == id);
        table.ok_or_else(|| Error::unknown("table", id, self.tables.iter().map(|table| table.table.name())))
    }

    /// What the scenario says, apart from where its figures stand: without names of files and numbers of lines.
    ///
    /// Two texts of one scenario differ in these alone.
    #[must_use]
    pub fn without_places(mut self) -> Scenario {
        for table in &mut self.tables {
            table.file = None;
            table.rows.iter_mut().for_each(|row| row.line = None);
        }
        self.schedules.iter_mut().for_each(|schedule| schedule.file = None);
        self.series = self.series.into_iter().map(Series::without_places).collect();
        for volumes in &mut self.volumes {
            volumes.file = None;
            volumes.lines.iter_mut().for_each(|line| line.line = None);
        }
        self
    }
}

/// Where figures come from.
///
/// Dutch: *bron*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name that tables and schedules know it by.
    pub id: String,
    /// Document, chapter, table, publisher.
    pub title: String,
}

/// A table with the parties of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTable {
    /// The figures.
    pub table: Table,
    /// The file they were read from; `None` when they were built in code.
    pub file: Option<String>,
    /// One per row of the table.
    pub rows: Vec<TableRow>,
}

/// What is known of a row beside its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// The municipality that the row is about.
    pub municipality: Option<Municipality>,
    /// The line of the file, counted from 1.
    pub line: Option<u32>,
}

/// The budget: streams per municipality, from one table.
///
/// Dutch: *begroting*, *geldstromen*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetSection {
    /// The table; its rows with a municipality are the parties.
    pub table: String,
    /// The columns that are streams, in euros; none is called `total` or, beside a stated total, `difference`.
    pub streams: Vec<String>,
    /// Whether the total is the stated one or the sum of the streams.
    pub total: TotalBasis,
    /// The column of the stated total, in euros; needed when that total is divided.
    pub stated: Option<String>,
}

/// How the RTA bijdrage follows from the budget (BMWE, chapter 8).
///
/// Dutch: *verdeling budgetten*. Source: `SOURCES.md#bmwe-ch8`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationSection {
    /// The share of the total for executing the tasks (Dutch: *uitvoeringskosten*).
    pub uitvoeringskosten: Percent,
    /// The share of the total for services that come first (Dutch: *versterking voorliggend veld*).
    pub voorliggend_veld: Percent,
    /// The stream that personal budgets are paid from (Dutch: *AWBZ-jeugd*), by its column.
    pub awbz: String,
    /// Where the personal budgets come from.
    pub pgb: PgbBasis,
    /// Whether the bijdrage is rounded per stream or on the total.
    pub stage: Stage,
    /// The rounding step.
    pub rounding: Rounding,
}

/// Where the personal budgets (pgb) come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PgbBasis {
    /// A column of the budget table with amounts, in euros; the implied share is reported.
    Amounts(String),
    /// A column of the budget table with shares of what is left for care of that stream, as printed.
    Shares(String),
}

/// A schedule with the choices that it leaves open.
///
/// Dutch: *verdeling volgens het Regionaal Transitie Arrangement*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleSection {
    /// The percentages.
    pub schedule: Schedule,
    /// The file they were read from; `None` when they were built in code.
    pub file: Option<String>,
    /// How the State's cut is read; there is no default that would hide it.
    pub reading: CutReading,
    /// Which line goes first when lines tie for a cent.
    pub tie: TieRule,
}

/// Something that a published table should satisfy.
///
/// Dutch: *aansluiting*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The identity.
    pub identity: Identity,
    /// Whether to find out by which rounding mode the figures were printed.
    pub detect: bool,
    /// What the author of the scenario knows about it.
    pub note: Option<String>,
}
