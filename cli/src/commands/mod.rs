//! The commands: each reads its input, asks the library, and answers with a report.

mod check;
pub(crate) mod compare;
mod contract;
mod explain;
mod instalments;
mod letter;
mod receipt;
mod run;
mod settlement;
mod solidarity;
mod split;
mod table_file;

use crate::args::{Args, Command, Format};
use crate::failure::Failure;
use crate::report::Report;
use std::path::PathBuf;

/// What a command answers.
pub(crate) struct Answer {
    pub(crate) content: Content,
    /// The files that were read.
    pub(crate) inputs: Vec<PathBuf>,
    /// Whether the input deviates in a way that rounding does not explain.
    pub(crate) deviates: bool,
}

/// A report that can be written in every format, or a text that is what it is.
pub(crate) enum Content {
    Report(Box<dyn Report>),
    Text(String),
}

impl Answer {
    fn new(report: impl Report + 'static, inputs: Vec<PathBuf>) -> Answer {
        Answer { content: Content::Report(Box::new(report)), inputs, deviates: false }
    }
}

/// Carries a command out.
pub(crate) fn carry_out(args: &Args) -> Result<Answer, Failure> {
    match &args.command {
        Command::Run { scenario, unit, months } => run::run(scenario, unit.as_deref(), *months),
        Command::Compare(asked) => compare::compare(asked, args.output.format),
        Command::Letter(args) => letter::letter(args),
        Command::Check(check) => check::check(check),
        Command::Explain { scenario, figure: Some(figure), all } => explain::explain(scenario, figure, *all),
        Command::Explain { scenario, figure: None, .. } => explain::list(scenario),
        Command::Split(split) => split::split(split),
        Command::Schema => schema(args.output.format),
    }
}

/// The schema is JSON, whichever way it is asked for.
fn schema(format: Format) -> Result<Answer, Failure> {
    if matches!(format, Format::Csv | Format::Markdown) {
        return Err(Failure::usage("the schema is JSON; it cannot be written as csv or markdown"));
    }
    Ok(Answer { content: Content::Text(taakgericht::format::schema()), inputs: Vec::new(), deviates: false })
}
