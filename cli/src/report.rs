//! What a command answers, before it is written in one of the formats.
//!
//! ```text
//! Report ──▶ document(language) ──▶ render/table, render/markdown    for people
//!        ├─▶ json                                                    for programs: everything, language-free
//!        └─▶ records ──▶ render/csv                                  for spreadsheets: one tidy table
//! ```

use taakgericht::Language;

/// An answer that can be written in every format.
pub(crate) trait Report {
    /// For people, in their language.
    fn document(&self, language: Language) -> Document;
    /// For programs; amounts and rates are text, never binary floats. The language is that of the diagnoses.
    fn json(&self, language: Language) -> serde_json::Result<String>;
    /// For spreadsheets: a figure per row, plain numbers.
    fn records(&self, language: Language) -> Records;
}

/// One tidy table.
#[derive(Debug)]
pub(crate) struct Records {
    pub(crate) header: &'static [&'static str],
    pub(crate) rows: Vec<Vec<String>>,
}

/// A text for people: sections with tables.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) sections: Vec<Section>,
}

/// A titled part of a document.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// What a section is made of.
#[derive(Debug)]
pub(crate) enum Block {
    Text(String),
    List(Vec<String>),
    Table(Table),
    Tree(Node),
}

/// A table of texts that know how they are set.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group>,
    /// The row of totals, set apart from the others.
    pub(crate) total: Option<Vec<String>>,
}

/// Rows that belong together, below a title where there are several groups.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) title: Option<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// How a column is set.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) heading: String,
    pub(crate) kind: ColumnKind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// A name: on the left, never broken.
    Name,
    /// A number: on the right, never broken.
    Number,
    /// A sentence: on the left, broken over lines where it must be.
    Sentence,
}

/// A figure with what it was made from.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) text: String,
    pub(crate) remarks: Vec<String>,
    pub(crate) inputs: Vec<Node>,
}

impl Column {
    pub(crate) fn name(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), kind: ColumnKind::Name }
    }

    pub(crate) fn number(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), kind: ColumnKind::Number }
    }

    pub(crate) fn sentence(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), kind: ColumnKind::Sentence }
    }
}

impl Table {
    pub(crate) fn new(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Table {
        Table { columns, groups: vec![Group { title: None, rows }], total: None }
    }

    pub(crate) fn with_total(self, total: Vec<String>) -> Table {
        Table { total: Some(total), ..self }
    }

    /// The same with a column more: a cell for each row, the last for the total.
    pub(crate) fn with_column(mut self, column: Column, cells: Vec<String>) -> Table {
        let rows = self.groups.iter_mut().flat_map(|group| &mut group.rows).chain(&mut self.total);
        rows.zip(cells).for_each(|(row, cell)| row.push(cell));
        self.columns.push(column);
        self
    }

    /// All rows but the total.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Vec<String>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl Section {
    pub(crate) fn new(title: impl Into<String>, blocks: Vec<Block>) -> Section {
        Section { title: title.into(), blocks }
    }
}
