//! Why a command did not answer, as text and as exit code.

use crate::files::FileError;
use crate::input::Texts;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::{self, IsTerminal, Write};
use std::ops::Range;
use taakgericht::{Error, Errors};

/// Why a command did not answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input has errors, at lines of these texts.
    Input(Errors, Texts),
    /// The command was typed wrongly.
    Usage(clap::Error),
    /// Files could not be read or written.
    Files(Vec<FileError>),
    /// The screen, or what stands in for it, could not be written to.
    Output(io::Error),
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Failure {
        Failure::Files(vec![error])
    }
}

impl From<Errors> for Failure {
    fn from(errors: Errors) -> Failure {
        Failure::Input(errors, Texts::default())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::from(Errors::from(error))
    }
}

impl Failure {
    /// Puts the errors beside the texts that they are about.
    pub(crate) fn beside(self, texts: Texts) -> Failure {
        match self {
            Failure::Input(errors, _) => Failure::Input(errors, texts),
            other => other,
        }
    }

    /// What the command was typed wrongly in, as clap says it.
    pub(crate) fn usage(text: &str) -> Failure {
        use clap::CommandFactory;
        Failure::Usage(crate::args::Args::command().error(clap::error::ErrorKind::ArgumentConflict, text))
    }

    /// The exit code that stands in the help.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Failure::Input(..) => 1,
            Failure::Usage(error) => u8::try_from(error.exit_code()).unwrap_or(2),
            Failure::Files(_) | Failure::Output(_) => 4,
        }
    }

    /// Tells the user; when even that fails there is nobody left to tell.
    pub(crate) fn report(&self) {
        let mut to = io::stderr().lock();
        let told = match self {
            Failure::Input(errors, texts) => report_all(errors, texts, &mut to),
            Failure::Usage(error) => error.print(),
            Failure::Files(errors) => errors.iter().try_for_each(|error| report_plainly(&error.to_string(), &mut to)),
            Failure::Output(error) => report_plainly(&format!("could not write the output: {error}"), &mut to),
        };
        drop(told);
    }
}

fn report_plainly(text: &str, to: &mut dyn Write) -> io::Result<()> {
    let title = Level::ERROR.primary_title(text);
    writeln!(to, "{}", renderer().render(&[Group::with_title(title)]))
}

fn report_all(errors: &Errors, texts: &Texts, to: &mut dyn Write) -> io::Result<()> {
    let renderer = renderer();
    for (position, error) in errors.all().iter().enumerate() {
        let line_break = if position == 0 { "" } else { "\n" };
        writeln!(to, "{line_break}{}", render(error, texts, &renderer))?;
    }
    Ok(())
}

/// Colours only for a person at a terminal who did not ask for none (<https://no-color.org>).
fn renderer() -> Renderer {
    let without = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stderr().is_terminal() && !without { Renderer::styled() } else { Renderer::plain() }
}

/// The library's text, with the line that it is about below it.
fn render(error: &Error, texts: &Texts, renderer: &Renderer) -> String {
    let message = message(error);
    let (title, advice) =
        message.split_once("\n  ").map_or((message.as_str(), None), |(title, rest)| (title, Some(rest)));
    let mut group = Group::with_title(Level::ERROR.primary_title(title));
    let Some((path, line, text)) = line_of(error, texts) else {
        let help = advice.map(|advice| format!("\n  help: {advice}")).unwrap_or_default();
        return format!("{}{help}", renderer.render(&[group]));
    };
    let snippet = Snippet::source(text).path(path).line_start(line);
    group = group.element(snippet.annotation(AnnotationKind::Primary.span(underlined(title, text))));
    if let Some(advice) = advice {
        group = group.element(Level::HELP.message(advice));
    }
    renderer.render(&[group])
}

/// The text of an error without the file and line, which stand above the snippet instead.
fn message(error: &Error) -> String {
    let text = error.to_string();
    let place = error.place();
    let file_and_line = match (&place.file, place.line) {
        (Some(file), Some(line)) => format!("{file}:{line}: "),
        _ => String::new(),
    };
    text.strip_prefix(&file_and_line).map_or(text.clone(), str::to_owned)
}

/// The line that an error is about: the path of its file, its number, and what stands there.
fn line_of<'a>(error: &'a Error, texts: &'a Texts) -> Option<(&'a str, usize, &'a str)> {
    let (name, line) = (error.place().file.as_deref()?, usize::try_from(error.place().line?).ok()?);
    let (path, text) = texts.find(name)?;
    Some((path, line, text.lines().nth(line.checked_sub(1)?)?))
}

/// Which part of the line to underline: what the message quotes from it, or else the whole line.
fn underlined(message: &str, line: &str) -> Range<usize> {
    let quoted = message.split('"').skip(1).step_by(2);
    // From the end: what was found stands behind the place where it was found.
    let found = quoted.filter(|text| !text.is_empty() && line.matches(text).count() == 1).last();
    match found.and_then(|text| Some((line.find(text)?, text.len()))) {
        Some((start, length)) => start..start.saturating_add(length),
        None => {
            let start = line.len().saturating_sub(line.trim_start().len());
            start..line.trim_end().len().max(start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::underlined;

    #[test]
    fn what_the_message_quotes_is_underlined_and_otherwise_the_line() {
        let cases = [
            ("budget: no table \"begroting\", expected one of budget.", "table = \"begroting\"", "begroting"),
            ("schedule \"rta\": the lines add up to 103.5%, expected 100%.", "  cut = 1  ", "cut = 1"),
            ("\"a\", expected a number.", "a = a", "a = a"), // twice: which one is not known
            ("nothing, expected something.", "", ""),
        ];
        for (message, line, text) in cases {
            assert_eq!(line.get(underlined(message, line)), Some(text), "{message}");
        }
    }
}
