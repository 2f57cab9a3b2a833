//! Every section of the format with its keys: what the reader knows, what the schema says.

pub(super) mod financing;
pub(super) mod pooling;

use super::FORMAT_VERSION;
use super::section::{Choice, Key, Section, Shape};
use super::term::Term;
use crate::budget::pgb::Stage;
use crate::budget::reconcile::{Quantity, Role, RowRole, Rows};
use crate::budget::rta::CutReading;
use crate::budget::stream::TotalBasis;
use crate::exact::notation::Notation;
use crate::exact::{Mode, TieRule};
use crate::scenario::RULES_VERSION;
use financing::{ADMINISTRATION, CASE, CONTRACT, SHOCK, VOLUMES};
use pooling::{ALTERNATIVE, KEY, PARTIES, POOL, SERIES};

/// The whole document.
pub(super) static DOCUMENT: Section = Section {
    name: "document",
    meaning: "A scenario: which budget, by which rules, for which municipalities",
    keys: &[
        Key::required("format", Shape::Version(FORMAT_VERSION), "The version of this format"),
        Key::required(
            "rules",
            Shape::Version(RULES_VERSION),
            "The version of the rules; results for one version never change",
        ),
        Key::required("scenario", Shape::Section(&SCENARIO), "What the scenario is about"),
        Key::optional("source", Shape::Sections(&SOURCE), "Where figures come from"),
        Key::optional("table", Shape::Sections(&TABLE), "The tables with figures"),
        Key::optional("budget", Shape::Section(&BUDGET), "The budget that is divided"),
        Key::optional("derivation", Shape::Section(&DERIVATION), "How the RTA bijdrage follows from the budget"),
        Key::optional("schedule", Shape::Sections(&SCHEDULE), "The schedules by which the budget is divided"),
        Key::optional("identity", Shape::Sections(&IDENTITY), "What the tables should satisfy"),
        Key::optional("parties", Shape::Section(&PARTIES), "Who takes part, where no budget says so"),
        Key::optional("series", Shape::Sections(&SERIES), "Figures per municipality and year"),
        Key::optional("key", Shape::Sections(&KEY), "The keys by which pools share"),
        Key::optional("pool", Shape::Sections(&POOL), "The solidarity pools"),
        Key::optional("alternative", Shape::Sections(&ALTERNATIVE), "Other ways to share the same pools"),
        Key::optional("product", Shape::Sections(&financing::PRODUCT), "What is bought"),
        Key::optional("contract", Shape::Sections(&CONTRACT), "By which contracts, and how it is financed"),
        Key::optional("volumes", Shape::Sections(&VOLUMES), "What was delivered"),
        Key::optional("case", Shape::Sections(&CASE), "Other agreements for the same demand"),
        Key::optional("shock", Shape::Sections(&SHOCK), "Changes of volume or price that every case has to bear"),
        Key::optional("administration", Shape::Section(&ADMINISTRATION), "What running each variant costs"),
    ],
    choice: Choice::None,
};

pub(super) static SCENARIO: Section = Section {
    name: "scenario",
    meaning: "What the scenario is about",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry"),
        Key::required("title", Shape::Text, "What it is about, in your own words"),
        Key::required(
            "division",
            Shape::Year,
            "The municipal division of all municipality codes (Dutch: indelingsjaar)",
        ),
    ],
    choice: Choice::None,
};

pub(super) static SOURCE: Section = Section {
    name: "source",
    meaning: "Where figures come from (Dutch: bron)",
    keys: &[
        Key::required("id", Shape::Id, "The name that tables and schedules know it by"),
        Key::required("title", Shape::Text, "Document, chapter, table, publisher"),
    ],
    choice: Choice::None,
};

pub(super) static TABLE: Section = Section {
    name: "table",
    meaning: "A published table: a CSV file, and what its columns and rows are",
    keys: &[
        Key::required("id", Shape::Id, "The name that budget and identities know it by"),
        Key::required("file", Shape::Text, "The CSV file, as seen from the folder of this file"),
        Key::required("source", Shape::Text, "The id of the source it was published in"),
        Key::required("label", Shape::Text, "The CSV column with the names of the rows"),
        Key::optional(
            "party",
            Shape::Text,
            "The CSV column with municipality codes; every row but the totals then has one",
        ),
        Key::with_default(
            "notation",
            Shape::Term(Notation::listing),
            "plain",
            "How the numbers in the CSV file are written",
        ),
        Key::with_default("ignore", Shape::Texts, "none", "CSV columns to leave out"),
        Key::with_default(
            "totals",
            Shape::NamedTerms(RowRole::listing),
            "none",
            "The rows that are totals, and how each came about",
        ),
        Key::required(
            "columns",
            Shape::Named(&COLUMN),
            "The CSV columns with figures, in any order; the order of the CSV file counts",
        ),
        Key::with_default(
            "rows",
            Shape::Named(&ROW),
            "none",
            "The rows whose figures differ from their columns, such as euros below percentages",
        ),
    ],
    choice: Choice::None,
};

const UNIT: &str = "1 for an amount or a count; a share has no default";
const MODE: &str = "half-up; exact for a count";

pub(super) static COLUMN: Section = Section {
    name: "column",
    meaning: "What the figures of a column are, and how they were printed",
    keys: &[
        Key::required("role", Shape::Term(Role::listing), "What the column is to the total of its row"),
        Key::with_default("quantity", Shape::Term(Quantity::listing), "amount", "What its figures are"),
        Key::with_default(
            "unit",
            Shape::Number,
            UNIT,
            "The figures are printed in multiples of this; for a share in percent",
        ),
        Key::with_default(
            "mode",
            Shape::Term(Mode::listing),
            MODE,
            "Which way the figures were rounded when they were printed",
        ),
        Key::with_default(
            "sum_of",
            Shape::Texts,
            "none",
            "The columns whose printed figures were added up to make this one",
        ),
    ],
    choice: Choice::None,
};

pub(super) static ROW: Section = Section {
    name: "row",
    meaning: "What the figures of a row are, where it differs from its columns",
    keys: &[
        Key::required("quantity", Shape::Term(Quantity::listing), "What its figures are"),
        Key::with_default(
            "unit",
            Shape::Number,
            UNIT,
            "The figures are printed in multiples of this; for a share in percent",
        ),
        Key::with_default(
            "mode",
            Shape::Term(Mode::listing),
            MODE,
            "Which way the figures were rounded when they were printed",
        ),
    ],
    choice: Choice::None,
};

pub(super) static BUDGET: Section = Section {
    name: "budget",
    meaning: "The budget: funding streams per municipality (Dutch: begroting, geldstromen)",
    keys: &[
        Key::required("table", Shape::Text, "The id of the table; its rows with a municipality are the parties"),
        Key::required("streams", Shape::Texts, "The columns that are funding streams"),
        Key::required(
            "total",
            Shape::Term(TotalBasis::listing),
            "Which total counts; published totals are often a euro off",
        ),
        Key::optional("stated", Shape::Text, "The column with the stated total; required when that one counts"),
    ],
    choice: Choice::None,
};

pub(super) static DERIVATION: Section = Section {
    name: "derivation",
    meaning: "How the RTA bijdrage follows from the budget (BMWE-beleidsplan jeugdhulp, hoofdstuk 8)",
    keys: &[
        Key::required("uitvoeringskosten", Shape::Percent, "The share of the total for executing the tasks"),
        Key::required("voorliggend_veld", Shape::Percent, "The share of the total for the services that come first"),
        Key::required("awbz", Shape::Text, "The stream that personal budgets are paid from"),
        Key::required("pgb", Shape::Section(&PGB), "Where the personal budgets come from"),
        Key::required("stage", Shape::Term(Stage::listing), "Where the bijdrage is rounded"),
        Key::required("rounding", Shape::Section(&ROUNDING), "The rounding step"),
    ],
    choice: Choice::None,
};

pub(super) static PGB: Section = Section {
    name: "pgb",
    meaning: "Where the personal budgets (pgb) come from: one of two columns of the budget table",
    keys: &[
        Key::optional("amounts", Shape::Text, "The column with amounts; the implied shares are reported"),
        Key::optional("shares", Shape::Text, "The column with printed shares"),
    ],
    choice: Choice::OneOf(&["amounts", "shares"]),
};

pub(super) static ROUNDING: Section = Section {
    name: "rounding",
    meaning: "A rounding step (Dutch: afronding)",
    keys: &[
        Key::required("mode", Shape::Term(Mode::listing), "Which way it rounds"),
        Key::required("unit", Shape::Number, "To multiples of how many euros: 1, \"0.01\""),
    ],
    choice: Choice::None,
};

pub(super) static SCHEDULE: Section = Section {
    name: "schedule",
    meaning: "An RTA schedule: a CSV file with a column `line`, a column for each year, and percentages of the base-year budget",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry"),
        Key::required("file", Shape::Text, "The CSV file, as seen from the folder of this file"),
        Key::required("source", Shape::Text, "The id of the source it was published in"),
        Key::with_default(
            "notation",
            Shape::Term(Notation::listing),
            "plain",
            "How the percentages in the CSV file are written",
        ),
        Key::optional(
            "cut",
            Shape::Section(&CUT),
            "What the State takes off; left out when it takes nothing (Dutch: korting)",
        ),
        Key::required("residual", Shape::Section(&RESIDUAL), "The line that gets what the others leave"),
        Key::with_default(
            "tie",
            Shape::Term(TieRule::listing),
            "first",
            "Which line goes first when lines tie for a cent",
        ),
    ],
    choice: Choice::None,
};

pub(super) static CUT: Section = Section {
    name: "cut",
    meaning: "What the State takes off, and how its printed percentages are read",
    keys: &[
        Key::required("line", Shape::Text, "The line of the cut; its cell is empty in a year without a cut"),
        Key::required(
            "reading",
            Shape::Term(CutReading::listing),
            "How the printed cut is read; there is no default that would hide it",
        ),
        Key::required("in_base", Shape::Percent, "The cut that the base-year budget already lacks"),
    ],
    choice: Choice::None,
};

pub(super) static RESIDUAL: Section = Section {
    name: "residual",
    meaning: "The line that gets what the others leave",
    keys: &[
        Key::required("line", Shape::Text, "The line"),
        Key::required("unit", Shape::Percent, "The unit it was printed in"),
    ],
    choice: Choice::None,
};

pub(super) static IDENTITY: Section = Section {
    name: "identity",
    meaning: "Something that a published table should satisfy (Dutch: aansluiting)",
    keys: &[
        Key::required("id", Shape::Id, "The name that findings carry"),
        Key::required("table", Shape::Text, "The id of the table whose figures are checked"),
        Key::optional("column", Shape::Text, "The column whose figures are checked"),
        Key::optional("columns", Shape::Texts, "The columns whose figures are checked, each by itself"),
        Key::with_default("rows", Shape::TermOrTexts(Rows::listing), "all", "The rows whose figures are checked"),
        Key::required("equals", Shape::Expression, "What each figure should be"),
        Key::with_default("detect", Shape::Flag, "false", "Whether to find out by which mode the figures were rounded"),
        Key::optional("note", Shape::Text, "What you know about it"),
    ],
    choice: Choice::OneOf(&["column", "columns"]),
};

/// The forms of an expression that are no plain text. The first key of a form is the one that it is known by; a reference
/// is known by any of its keys.
pub(super) static FORMS: [&Section; 8] =
    [&SUM, &DIFFERENCE, &PRODUCT, &QUOTIENT, &ROUNDED, &COLUMN_SUM, &CONSTANT, &REFERENCE];

pub(super) static SUM: Section = Section {
    name: "sum",
    meaning: "Terms added up; a memo column as a term is refused",
    keys: &[Key::required("sum", Shape::Expressions { exactly_two: false }, "The terms")],
    choice: Choice::None,
};

pub(super) static DIFFERENCE: Section = Section {
    name: "difference",
    meaning: "The first less all the others",
    keys: &[
        Key::required("first", Shape::Expression, "What the others are taken off"),
        Key::required("less", Shape::Expressions { exactly_two: false }, "What is taken off"),
    ],
    choice: Choice::None,
};

pub(super) static PRODUCT: Section = Section {
    // `[[product]]` has the plain name.
    name: "product-of-factors",
    meaning: "Factors multiplied",
    keys: &[Key::required("product", Shape::Expressions { exactly_two: false }, "The factors")],
    choice: Choice::None,
};

pub(super) static QUOTIENT: Section = Section {
    name: "quotient",
    meaning: "The first divided by the second",
    keys: &[Key::required("quotient", Shape::Expressions { exactly_two: true }, "The two")],
    choice: Choice::None,
};

pub(super) static ROUNDED: Section = Section {
    name: "rounded",
    meaning: "Rounded as a named step of the rule",
    keys: &[
        Key::required("rounded", Shape::Expression, "What is rounded"),
        Key::required(
            "unit",
            Shape::Number,
            "To multiples of this, in the figure's own unit; a share counts as a fraction",
        ),
        Key::with_default("mode", Shape::Term(Mode::listing), "half-up", "Which way it is rounded"),
    ],
    choice: Choice::None,
};

pub(super) static COLUMN_SUM: Section = Section {
    name: "column-sum",
    meaning: "The figures of a column added up over the rows that are no total",
    keys: &[Key::required("column_sum", Shape::Section(&SUMMED), "Which column; {} is the column that is checked")],
    choice: Choice::None,
};

pub(super) static SUMMED: Section = Section {
    name: "summed-column",
    meaning: "A column; what is left out is the same as in the figure that is checked",
    keys: &[
        Key::optional("table", Shape::Text, "The id of the table"),
        Key::optional("column", Shape::Text, "The column"),
    ],
    choice: Choice::None,
};

pub(super) static CONSTANT: Section = Section {
    name: "constant",
    meaning: "A number that is exactly so; a bare number says the same",
    keys: &[Key::required("constant", Shape::Number, "The number; a fraction such as \"527/4519\" will do too")],
    choice: Choice::None,
};

pub(super) static REFERENCE: Section = Section {
    name: "reference",
    meaning: "Another printed figure; what is left out is the same as in the figure that is checked",
    keys: &[
        Key::optional("table", Shape::Text, "The id of the table; without it, the same table"),
        Key::optional("row", Shape::Text, "The name of the row; without it, the row with the same name"),
        Key::optional("column", Shape::Text, "The column; without it, the column with the same name"),
    ],
    choice: Choice::None,
};
