//! Why a call did not do what was asked, before it is a status and a record.

use crate::status::{TKG_E_ARGUMENT, TKG_E_BUFFER, TKG_E_INTERNAL, TKG_E_NULL, of_kind, tkg_status};
use taakgericht::{Error, Errors, Kind};

/// Why a call did not do what was asked; on the heap, so that a `Result` stays small.
#[derive(Debug)]
pub(crate) struct Failure(Box<Report>);

#[derive(Debug)]
struct Report {
    status: tkg_status,
    row: Option<usize>,
    item: Option<usize>,
    field: String,
    message: String,
}

impl Failure {
    /// A mistake in an argument: `weights: NULL, expected a pointer.`
    pub(crate) fn of_caller(status: tkg_status, field: &str, found: &str, expected: &str) -> Failure {
        let message = format!("{field}: {found}, expected {expected}.");
        Failure(Box::new(Report { status, row: None, item: None, field: field.to_owned(), message }))
    }

    /// A pointer that may not be NULL.
    pub(crate) fn null(field: &str) -> Failure {
        Failure::of_caller(TKG_E_NULL, field, "NULL", "a pointer")
    }

    /// An argument that cannot be right, whatever the data.
    pub(crate) fn argument(field: &str, found: &str, expected: &str) -> Failure {
        Failure::of_caller(TKG_E_ARGUMENT, field, found, expected)
    }

    /// A buffer that is too short.
    pub(crate) fn buffer(field: &str, capacity: i64, needed: usize) -> Failure {
        Failure::of_caller(TKG_E_BUFFER, field, &format!("room for {capacity}"), &format!("room for {needed}"))
    }

    /// A mistake of this library.
    pub(crate) fn internal(what: &str) -> Failure {
        let failure = Failure::of_caller(TKG_E_INTERNAL, "taakgericht", what, "none");
        failure.advise("This is a mistake in the library. Please report it with what was called.")
    }

    /// An error in the data that this crate finds itself.
    pub(crate) fn of_data(kind: Kind, field: &str, found: &str, expected: &str) -> Failure {
        Failure::from(Error::new(kind, found, expected).within(field))
    }

    /// An error of a batch of one row, which that row is told with its own number.
    pub(crate) fn of_only_row(error: Error) -> Failure {
        let path = &error.place().path;
        let place: Vec<&str> = path.iter().map(String::as_str).filter(|&step| step != "row 0").collect();
        let (before, place) = (path.join(", "), place.join(", "));
        let mut failure = Failure::from(error);
        if let Some(rest) = failure.0.message.strip_prefix(&before).filter(|_| !before.is_empty()) {
            let rest = if place.is_empty() { rest.trim_start_matches([':', ' ']) } else { rest };
            failure.0.message = format!("{place}{rest}");
        }
        failure.0.field = place;
        failure
    }

    /// Says what the caller can do about it.
    pub(crate) fn advise(mut self, advice: &str) -> Failure {
        self.0.message.push_str("\n  ");
        self.0.message.push_str(advice);
        self
    }

    /// Says in which row of a batch it happened.
    pub(crate) fn in_row(mut self, row: usize) -> Failure {
        self.0.row = Some(row);
        self.0.message = format!("row {row}: {}", self.0.message);
        self
    }

    /// Says at which position of an array it happened.
    pub(crate) fn at_item(mut self, item: usize) -> Failure {
        self.0.item = Some(item);
        self
    }

    pub(crate) fn status(&self) -> tkg_status {
        self.0.status
    }

    pub(crate) fn row(&self) -> i64 {
        position(self.0.row)
    }

    pub(crate) fn item(&self) -> i64 {
        position(self.0.item)
    }

    pub(crate) fn field(&self) -> &str {
        &self.0.field
    }

    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }
}

/// A position as C reads it: -1 where there is none.
fn position(position: Option<usize>) -> i64 {
    position.and_then(|position| i64::try_from(position).ok()).unwrap_or(-1)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure(Box::new(Report {
            status: of_kind(error.kind()),
            row: None,
            item: error.positions().first().copied(),
            field: error.place().path.join(", "),
            message: error.to_string(),
        }))
    }
}

/// The first error; how many there are more is said behind it.
impl From<Errors> for Failure {
    fn from(errors: Errors) -> Failure {
        let Some((first, others)) = errors.all().split_first() else {
            return Failure::internal("errors without an error");
        };
        let failure = Failure::from(first.clone());
        match others.len() {
            0 => failure,
            1 => failure.advise("And 1 more error: tkg_scenario_diagnose lists both."),
            more => failure.advise(&format!("And {more} more errors: tkg_scenario_diagnose lists them all.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;
    use crate::status::{TKG_E_MISSING, TKG_E_NULL, TKG_E_TIE};
    use taakgericht::exact::{Amount, Split, TieRule, Weights};
    use taakgericht::{Error, Errors, Kind};

    #[test]
    fn a_mistake_names_the_argument() {
        let failure = Failure::null("weights");
        assert_eq!((failure.status(), failure.row(), failure.item()), (TKG_E_NULL, -1, -1));
        assert_eq!((failure.field(), failure.message()), ("weights", "weights: NULL, expected a pointer."));
        assert_eq!(Failure::null("out").in_row(3).message(), "row 3: out: NULL, expected a pointer.");
    }

    #[test]
    fn an_error_of_the_engine_keeps_its_text_and_its_position() {
        let weights = Weights::from_integers(&[0, 1, 1]).unwrap();
        let tie = Split::default().tie(TieRule::Refuse).divide(Amount::CENT, &weights).unwrap_err();
        let failure = Failure::from(tie.clone().within("year 2016"));
        assert_eq!((failure.status(), failure.item(), failure.field()), (TKG_E_TIE, 1, "year 2016"));
        assert_eq!(failure.message(), tie.within("year 2016").to_string());
    }

    #[test]
    fn the_only_row_of_a_batch_is_not_named_twice() {
        let error = Error::new(Kind::Tie, "a tie", "none").within("line \"zorg\"").within("row 0");
        let failure = Failure::of_only_row(error).in_row(7);
        assert_eq!((failure.row(), failure.field()), (7, "line \"zorg\""));
        assert_eq!(failure.message(), "row 7: line \"zorg\": a tie, expected none.");
        let alone = Failure::of_only_row(Error::new(Kind::Tie, "a tie", "none").within("row 0"));
        assert_eq!((alone.field(), alone.message()), ("", "a tie, expected none."));
        let inside = Error::new(Kind::Tie, "a tie", "none").within("row 0").within("key \"youths\"");
        let inside = Failure::of_only_row(inside);
        assert_eq!((inside.field(), inside.message()), ("key \"youths\"", "key \"youths\": a tie, expected none."));
    }

    #[test]
    fn of_many_errors_the_first_is_told_and_the_others_are_counted() {
        let missing = |line| Error::new(Kind::Missing, "nothing", "a value").in_file("a.toml", Some(line));
        let failure = Failure::from(Errors::or_ok(vec![missing(7), missing(2), missing(9)], ()).unwrap_err());
        assert_eq!(failure.status(), TKG_E_MISSING);
        let text = "a.toml:2: nothing, expected a value.\n  And 2 more errors: tkg_scenario_diagnose lists them all.";
        assert_eq!(failure.message(), text);
    }
}
