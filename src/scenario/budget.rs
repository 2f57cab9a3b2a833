//! The budget section, resolved: the parties with their streams and totals.

use super::model::{BudgetSection, Scenario, SourceTable};
use super::outcome::{Column, ColumnRole, Party, Statement};
use crate::budget::reconcile;
use crate::budget::stream::{Stream, Streams, TotalBasis};
use crate::error::{Error, Errors, Kind};
use crate::exact::{Amount, Ratio, decimal};
use crate::party::same_division;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The parties with what they receive, in the order of their ids.
pub(super) struct Budget<'a> {
    pub(super) parties: Vec<Party>,
    pub(super) streams: Streams,
    pub(super) totals: Vec<Amount>,
    section: &'a BudgetSection,
    table: PartyTable<'a>,
}

/// A table seen by party: which row is about which party.
pub(super) struct PartyTable<'a> {
    table: &'a SourceTable,
    source: &'a str,
    /// For each party the position of its row.
    rows: Vec<usize>,
}

impl<'a> PartyTable<'a> {
    /// The rows with a municipality, in the order of their ids.
    fn new(scenario: &'a Scenario, table: &'a SourceTable) -> Result<PartyTable<'a>, Error> {
        let mut parties: Vec<_> = (table.rows.iter().enumerate())
            .filter_map(|(position, row)| row.municipality.map(|municipality| (municipality, position)))
            .collect();
        parties.sort();
        let ids: Vec<_> = parties.iter().map(|(municipality, _)| *municipality).collect();
        if ids.is_empty() {
            return Err(Error::new(Kind::Missing, "no row with a municipality", "at least one")
                .advise("Name the column with the municipality codes: party = \"code\"."));
        }
        same_division(&ids)?;
        if let Some(pair) = ids.windows(2).find(|pair| pair.first() == pair.last()) {
            let twice = pair.first().map(ToString::to_string).unwrap_or_default();
            return Err(Error::new(Kind::Duplicate, format!("two rows about {twice}"), "one row per municipality"));
        }
        let rows = parties.into_iter().map(|(_, position)| position).collect();
        let source = scenario.sources.iter().find(|source| source.id == table.table.source());
        Ok(PartyTable { table, source: source.map_or(table.table.source(), |source| &source.title), rows })
    }

    /// The parties, in the order of their ids.
    fn parties(&self) -> Vec<Party> {
        let rows =
            self.rows.iter().filter_map(|&row| Some((self.table.rows.get(row)?, self.table.table.rows().get(row)?)));
        rows.filter_map(|(row, figures)| Some(Party { municipality: row.municipality?, name: figures.label.clone() }))
            .collect()
    }

    fn column(&self, name: &str) -> Result<(usize, &reconcile::Column), Error> {
        let columns = self.table.table.columns();
        let found = columns.iter().enumerate().find(|(_, column)| column.name == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            Error::new(Kind::UnknownName, format!("no column \"{name}\""), format!("one of {}", names.join(", ")))
        })
    }

    /// A column of figures, one per party.
    pub(super) fn figures(&self, column: &str) -> Result<Vec<Ratio>, Error> {
        let (position, _) = self.column(column)?;
        let figure = |&row: &usize| {
            let row = self.table.table.rows().get(row)?;
            Some(row.figures.get(position).copied().flatten().ok_or_else(|| {
                let empty = Error::new(Kind::Missing, "an empty cell", "a figure");
                empty.within(format!("row \"{}\"", row.label)).within(format!("column \"{column}\""))
            }))
        };
        self.rows.iter().filter_map(figure).collect()
    }

    /// A column of amounts, one per party; the figures are euros.
    pub(super) fn amounts(&self, column: &str) -> Result<Vec<Amount>, Error> {
        let amount = |euros: Ratio| {
            let cents = decimal::from_ratio(euros).and_then(|euros| decimal::scaled(euros, 2))?;
            Amount::from_wide(cents, "amount in cents")
        };
        let amounts = self.figures(column)?.into_iter().map(amount).collect::<Result<Vec<Amount>, Error>>();
        amounts.map_err(|error| error.within(format!("column \"{column}\"")))
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.table.table.columns().iter().any(|other| other.name == column)
    }

    /// The unit that a column was printed in.
    pub(super) fn unit(&self, column: &str) -> Result<Ratio, Error> {
        Ok(self.column(column)?.1.form.printed.unit())
    }

    /// Where a figure stands: file, line, column and source.
    pub(super) fn place(&self, column: &str, party: usize) -> String {
        let line = self.rows.get(party).and_then(|&row| self.table.rows.get(row)).and_then(|row| row.line);
        let file = match (&self.table.file, line) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            (Some(file), None) => file.clone(),
            (None, _) => format!("table {}", self.table.table.name()),
        };
        format!("{file}, column {column}; {}", self.source)
    }
}

impl<'a> Budget<'a> {
    /// Finds the table and its columns.
    pub(super) fn new(scenario: &'a Scenario, section: &'a BudgetSection) -> Result<Budget<'a>, Errors> {
        Budget::resolve(scenario, section).map_err(|error| error.within("budget").into())
    }

    fn resolve(scenario: &'a Scenario, section: &'a BudgetSection) -> Result<Budget<'a>, Error> {
        let table = scenario.tables.iter().find(|table| table.table.name() == section.table);
        let table = table.ok_or_else(|| {
            let names: Vec<&str> = scenario.tables.iter().map(|table| table.table.name()).collect();
            Error::new(
                Kind::UnknownName,
                format!("no table \"{}\"", section.table),
                format!("one of {}", names.join(", ")),
            )
        })?;
        let table = PartyTable::new(scenario, table)?;
        let stream = |name: &String| Ok(Stream::new(name.clone(), table.amounts(name)?));
        let mut streams = Streams::new(section.streams.iter().map(stream).collect::<Result<_, Error>>()?)?;
        if let Some(stated) = &section.stated {
            streams = streams.with_stated_totals(table.amounts(stated)?)?;
        }
        let totals = streams.totals(section.total)?;
        Ok(Budget { parties: table.parties(), streams, totals, section, table })
    }

    pub(super) fn table(&self) -> &PartyTable<'a> {
        &self.table
    }

    /// The streams and the total that is divided.
    pub(super) fn statement(&self) -> Result<Statement, Error> {
        let role = match self.section.total {
            TotalBasis::SumOfStreams => ColumnRole::Part,
            // The stated totals may differ from the streams, so these are no parts of them.
            TotalBasis::Stated => ColumnRole::Memo,
        };
        let streams = self.streams.all().iter();
        let mut columns: Vec<Column> =
            streams.map(|stream| Column::given(&stream.name, role, &stream.amounts)).collect::<Result<_, Error>>()?;
        columns.push(Column::given("total", ColumnRole::Total, &self.totals)?);
        Ok(Statement { id: "budget".into(), year: None, columns })
    }

    /// Explains a stream or the total of a party; returns its position in the trace.
    pub(super) fn explain(&self, trace: &mut Trace, column: &str, party: usize) -> Result<usize, Error> {
        if column == "total" { self.explain_total(trace, party) } else { self.explain_stream(trace, column, party) }
    }

    pub(super) fn explain_stream(&self, trace: &mut Trace, name: &str, party: usize) -> Result<usize, Error> {
        let amount = self.streams.column(name)?.get(party).copied().unwrap_or_default();
        Ok(trace.given(&self.label(name, party), Value::Amount(amount), &self.table.place(name, party)))
    }

    pub(super) fn explain_total(&self, trace: &mut Trace, party: usize) -> Result<usize, Error> {
        match (self.section.total, &self.section.stated) {
            (TotalBasis::Stated, Some(stated)) => {
                let amount = self.totals.get(party).copied().unwrap_or_default();
                Ok(trace.given(&self.label("total", party), Value::Amount(amount), &self.table.place(stated, party)))
            }
            _ => {
                let streams = self.section.streams.iter();
                let inputs: Result<Vec<usize>, Error> =
                    streams.map(|name| self.explain_stream(trace, name, party)).collect();
                trace.compute(&self.label("total", party), Rule::Sum, &inputs?)
            }
        }
    }

    /// `uitvoeringskosten, Bedum`.
    pub(super) fn label(&self, name: &str, party: usize) -> String {
        format!("{name}, {}", self.name(party))
    }

    /// The name of a party.
    pub(super) fn name(&self, party: usize) -> &str {
        self.parties.get(party).map_or("?", |party| party.name.as_str())
    }

    /// Which total is divided.
    pub(super) fn total_basis(&self) -> TotalBasis {
        self.section.total
    }
}

impl Column {
    /// A column that leaves no residues.
    pub(super) fn given(name: &str, role: ColumnRole, amounts: &[Amount]) -> Result<Column, Error> {
        let total = Amount::sum(amounts)?;
        Ok(Column { name: name.into(), role, amounts: amounts.to_vec(), total, residues: Vec::new() })
    }
}
