//! Writing a report: each format once, whatever the command.

mod csv;
mod layout;
mod markdown;
mod plain;
mod table;
mod wrap;

use crate::args::Format;
use crate::report::Report;
use std::io::{self, Write};
use taakgericht::Language;

/// Writes a report in a format; `width` is how wide tables may be.
pub(crate) fn write(
    report: &dyn Report,
    format: Format,
    language: Language,
    width: usize,
    to: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => table::write(&report.document(language), width, to),
        Format::Markdown => markdown::write(&report.document(language), to),
        Format::Csv => csv::write(&report.records(language), to),
        Format::Json => writeln!(to, "{}", report.json(language)?),
    }
}
