//! The names that sections may refer to.

use alloc::string::String;
use alloc::vec::Vec;

/// What is known of the sections read so far, also of those with errors, so that one error does not bring forth others.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) sources: Vec<String>,
    pub(super) tables: Vec<TableNames>,
}

/// The names inside a table.
#[derive(Debug, Default)]
pub(super) struct TableNames {
    pub(super) id: String,
    pub(super) columns: Vec<String>,
    /// The names of the rows; `None` when its file could not be read.
    pub(super) rows: Option<Vec<String>>,
    /// Whether its rows have municipalities.
    pub(super) has_parties: bool,
}

impl Names {
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> + Clone {
        self.sources.iter().map(String::as_str)
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = &str> + Clone {
        self.tables.iter().map(|table| table.id.as_str())
    }

    /// The names inside the table with an id.
    pub(super) fn table(&self, id: &str) -> Option<&TableNames> {
        self.tables.iter().find(|table| table.id == id)
    }
}

impl TableNames {
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> + Clone {
        self.columns.iter().map(String::as_str)
    }

    pub(super) fn rows(&self) -> Option<impl Iterator<Item = &str> + Clone> {
        self.rows.as_ref().map(|rows| rows.iter().map(String::as_str))
    }
}
