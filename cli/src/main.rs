//! The command line of taakgericht: the only place that reads files and writes to a terminal.
//!
//! ```text
//! args ──▶ commands ──▶ Report ──▶ render ──▶ standard output or a file
//!            │   └─ input, files       └─ table, markdown, csv, json
//!            └─ the library            words, labels, numbers: English and Dutch
//! ```

mod args;
mod commands;
mod failure;
mod files;
mod input;
mod labels;
mod numbers;
mod render;
mod report;
mod words;

use args::{Args, OutputArgs};
use clap::Parser;
use commands::{Answer, Content};
use failure::Failure;
use std::io::{self, Write};
use std::process::ExitCode;

/// What `check` ends with when rounding does not explain everything.
const DEVIATES: u8 = 3;
/// How wide tables are where nobody looks on; a terminal has its own width.
const WIDTH: usize = 120;

fn main() -> ExitCode {
    let args = Args::parse();
    match answer(&args) {
        Ok(deviates) => ExitCode::from(if deviates { DEVIATES } else { 0 }),
        Err(failure) => {
            failure.report();
            ExitCode::from(failure.code())
        }
    }
}

/// Carries the command out and writes the answer; says whether the input deviates.
fn answer(args: &Args) -> Result<bool, Failure> {
    let answer = commands::carry_out(args)?;
    let output = &args.output;
    match &output.out {
        Some(path) => files::write_whole(path, &answer.inputs, |to| write(&answer, output, to))?,
        None => write_to_screen(&answer, output).map_err(Failure::Output)?,
    }
    Ok(answer.deviates)
}

fn write_to_screen(answer: &Answer, output: &OutputArgs) -> io::Result<()> {
    let mut to = io::BufWriter::new(io::stdout().lock());
    let written = write(answer, output, &mut to).and_then(|()| to.flush());
    match written {
        // A reader that has seen enough (`| head`) is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn write(answer: &Answer, output: &OutputArgs, to: &mut dyn Write) -> io::Result<()> {
    match &answer.content {
        Content::Report(report) => render::write(&**report, output.format, output.lang.into(), width(output), to),
        Content::Text(text) => writeln!(to, "{}", text.trim_end()),
    }
}

/// The width that was asked for, else that of the terminal; a file is as wide on every machine.
fn width(output: &OutputArgs) -> usize {
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0.max(40));
    let asked = output.width.or_else(|| if output.out.is_none() { terminal() } else { None });
    asked.map_or(WIDTH, usize::from)
}
