//! `[parties]`, or the municipalities of the budget: who takes part.

use super::Sources;
use super::known::Parties;
use crate::error::{Error, Kind};
use crate::format::read::budget::refuse_no_parties;
use crate::format::read::part::{Field, Part};
use crate::format::sections::pooling::PARTIES;
use crate::scenario::{PartiesSection, SourceTable};
use alloc::format;

/// The section, and the parties, which are those of the budget where there is one.
pub(super) fn read(document: &Part<'_>, sources: &Sources<'_, '_, '_>) -> (Option<PartiesSection>, Option<Parties>) {
    let section = document.field("parties").and_then(|field| field.part(&PARTIES));
    let field = section.and_then(|part| part.field("table"));
    let own = field.as_ref().and_then(|field| table(field, sources));
    let of_budget = document.inner_word("budget", "table");
    if let (Some(field), Some(own), Some(other)) = (&field, &own, of_budget) {
        refuse_other_table(field, own, other);
    }
    let table = own.as_deref().or(of_budget);
    let parties = table.and_then(|id| sources.table(id)).map(of_table);
    // A table without municipalities was kept as an error.
    let parties = parties.filter(|parties| !parties.0.is_empty());
    (own.map(|table| PartiesSection { table }), parties)
}

fn table(field: &Field<'_>, sources: &Sources<'_, '_, '_>) -> Option<alloc::string::String> {
    let id = field.known("table", sources.names.tables())?;
    if let Some(inside) = sources.names.table(&id) {
        refuse_no_parties(field, inside);
    }
    Some(id)
}

fn refuse_other_table(field: &Field<'_>, own: &str, of_budget: &str) {
    if own != of_budget {
        let found = format!("the table \"{own}\" beside the budget of \"{of_budget}\"");
        let error = Error::new(Kind::Duplicate, found, "the parties of one table");
        field.report(error.advise("Leave out the section: the parties are those of the budget."));
    }
}

fn of_table(table: &SourceTable) -> Parties {
    let rows = table.table.rows().iter().zip(&table.rows);
    Parties(rows.filter_map(|(row, place)| Some((row.label.clone(), place.municipality?))).collect())
}

impl Sources<'_, '_, '_> {
    /// The table with an id, when each of its rows could be read.
    pub(super) fn table(&self, id: &str) -> Option<&SourceTable> {
        let table = self.tables.iter().flatten().find(|table| table.table.name() == id)?;
        let is_complete = self.names.table(id)?.rows.is_some() && table.table.rows().len() == table.rows.len();
        is_complete.then_some(table)
    }
}
