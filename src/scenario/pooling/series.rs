//! A series: figures per municipality and year, and where each of them stands.

use crate::error::{Error, Errors, Kind};
use crate::exact::{Amount, Ratio};
use crate::key::AgeBand;
use crate::party::Municipality;
use crate::period::Year;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// Figures per municipality and year, and where they have these: per segment, age band and client.
///
/// Dutch: *reeks*. The order of its records says nothing: they are kept in the order of municipality, year, segment, age
/// band and client.
///
/// ```
/// use taakgericht::exact::Ratio;
/// use taakgericht::party::Municipality;
/// use taakgericht::period::Year;
/// use taakgericht::scenario::{Record, Series, SeriesQuantity};
/// let cost = |code, year, euros| -> Result<Record, taakgericht::Error> {
///     Ok(Record::new(Municipality::parse(code)?, Year::new(year)?, Ratio::integer(euros)))
/// };
/// let records = vec![cost("GM0053@2015", 2015, 2_500_000)?, cost("GM0005@2015", 2015, 1_700_000)?];
/// let series = Series::new("cost", "invented", SeriesQuantity::Amount, None, records)?;
/// assert_eq!(series.records()[0].municipality.to_string(), "GM0005@2015");
/// # Ok::<(), taakgericht::Errors>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    id: String,
    source: String,
    quantity: SeriesQuantity,
    origin: Option<Origin>,
    records: Vec<Record>,
}

/// What the figures of a series are.
///
/// Dutch: *bedrag*, *aantal*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SeriesQuantity {
    /// Euros, at most cents.
    #[default]
    Amount,
    /// A whole number of youths, clients, inhabitants.
    Count,
}

/// The file that a series was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its name.
    pub file: String,
    /// The columns that the figures stand in.
    pub columns: Vec<String>,
}

/// One figure of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The municipality that it is about.
    pub municipality: Municipality,
    /// The year that it is about.
    pub year: Year,
    /// The segment of care (Dutch: *perceel*, *segment*); all records of a series have one, or none has.
    pub segment: Option<String>,
    /// The ages of the youths; all records of a series have them, or none has.
    pub ages: Option<AgeBand>,
    /// The number of the client; all records of a series have one, or none has.
    pub client: Option<String>,
    /// The figure: euros, or a number.
    pub value: Ratio,
    /// Where it stands; `None` when it was built in code.
    pub place: Option<Cell>,
}

/// Where a figure stands in the file of its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The line, counted from 1.
    pub line: u32,
    /// The position of the column among those of the [`Origin`].
    pub column: usize,
}

/// What tells the records of a series apart; also their order.
type Identity<'r> = (Municipality, Year, Option<&'r str>, Option<AgeBand>, Option<&'r str>);

impl Record {
    /// A figure of a municipality as a whole in a year.
    #[must_use]
    pub const fn new(municipality: Municipality, year: Year, value: Ratio) -> Record {
        Record { municipality, year, segment: None, ages: None, client: None, value, place: None }
    }

    /// The figure as an amount, where the series is of amounts.
    ///
    /// # Errors
    /// `Inexact` when it is no whole number of cents; `Overflow` out of range. A record of a series of amounts is neither.
    pub fn amount(&self) -> Result<Amount, Error> {
        let cents = self.value.checked_mul(Ratio::integer(100))?;
        if cents.is_integer() {
            return Amount::from_wide(cents.numerator(), "amount in cents");
        }
        let found = format!("{} euros, which is not a whole number of cents", self.value);
        Err(Error::new(Kind::Inexact, found, "an amount of at most two decimals"))
    }

    fn identity(&self) -> Identity<'_> {
        (self.municipality, self.year, self.segment.as_deref(), self.ages, self.client.as_deref())
    }

    /// Which of these it has: a segment, ages, a client.
    fn shape(&self) -> [bool; 3] {
        [self.segment.is_some(), self.ages.is_some(), self.client.is_some()]
    }

    fn prove(&self, quantity: SeriesQuantity) -> Result<(), Error> {
        match quantity {
            SeriesQuantity::Amount => self.amount().map(|_| ()),
            SeriesQuantity::Count if self.value.is_integer() => Ok(()),
            SeriesQuantity::Count => Err(Error::new(Kind::Unit, format!("the count {}", self.value), "a whole number")
                .advise("Declare quantity = \"amount\" where the figures are euros.")),
        }
    }
}

/// `GM0005 in 2015, segment "zin", ages 0-3, client "12"`.
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.municipality.code, self.year)?;
        self.segment.iter().try_for_each(|segment| write!(f, ", segment \"{segment}\""))?;
        self.ages.iter().try_for_each(|ages| write!(f, ", ages {ages}"))?;
        self.client.iter().try_for_each(|client| write!(f, ", client \"{client}\""))
    }
}

impl Series {
    /// Builds a series from records in any order.
    ///
    /// # Errors
    /// All at once: `Missing` without records, and for a record without a segment, ages or a client where others have one;
    /// `Duplicate` for a second figure of the same; `Inexact` for amounts that are no whole cents, `Overflow` for those out
    /// of range; `Unit` for counts that are not whole. Each stands on its line, where the figures have places.
    pub fn new(
        id: &str,
        source: &str,
        quantity: SeriesQuantity,
        origin: Option<Origin>,
        mut records: Vec<Record>,
    ) -> Result<Series, Errors> {
        // By line too, so that of two figures of the same the later one is the one too many.
        let line = |record: &Record| record.place.map(|place| place.line);
        records.sort_by(|one, other| (one.identity(), line(one)).cmp(&(other.identity(), line(other))));
        let series = Series { id: id.into(), source: source.into(), quantity, origin, records };
        let errors = series.errors().into_iter().map(|(record, error)| series.located(record, error));
        Errors::or_ok(errors.collect(), ()).map(|()| series)
    }

    /// What is wrong with the records, each with the record that it is about.
    fn errors(&self) -> Vec<(Option<&Record>, Error)> {
        let Some(first) = self.records.first() else {
            return Vec::from([(None, Error::new(Kind::Missing, "no figure", "at least one"))]);
        };
        let of_one = self.records.iter().filter_map(|record| {
            let proved = record.prove(self.quantity).and_then(|()| same_shape(record, first));
            Some((Some(record), proved.err()?))
        });
        let doubles = self.records.windows(2).filter(|pair| pair[0].identity() == pair[1].identity());
        let doubles = doubles.map(|pair| {
            let found = format!("a second figure of {}", pair[1]);
            (Some(&pair[1]), Error::new(Kind::Duplicate, found, "every figure once"))
        });
        of_one.chain(doubles).collect()
    }

    /// Says in which series, and on which line, an error about a record stands.
    pub(in crate::scenario) fn located(&self, record: Option<&Record>, error: Error) -> Error {
        let error = error.within(format!("series \"{}\"", self.id));
        let line = record.and_then(|record| record.place).map(|place| place.line);
        match (&self.origin, line) {
            (Some(origin), Some(line)) => error.in_file(&origin.file, Some(line)),
            _ => error,
        }
    }

    /// The name that keys and pools know it by.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id of the source that it comes from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What its figures are.
    #[must_use]
    pub const fn quantity(&self) -> SeriesQuantity {
        self.quantity
    }

    /// The file that it was read from; `None` when it was built in code.
    #[must_use]
    pub const fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Its figures, in the order of municipality, year, segment, age band and client; there is at least one.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The figures of a municipality in a year; empty where there are none.
    #[must_use]
    pub fn of(&self, municipality: Municipality, year: Year) -> &[Record] {
        let key = |record: &Record| (record.municipality, record.year);
        let start = self.records.partition_point(|record| key(record) < (municipality, year));
        let end = self.records.partition_point(|record| key(record) <= (municipality, year));
        &self.records[start..end]
    }

    /// Its segments; none where it has no segments.
    #[must_use]
    pub fn segments(&self) -> BTreeSet<&str> {
        self.records.iter().filter_map(|record| record.segment.as_deref()).collect()
    }

    /// Whether its figures are per segment.
    #[must_use]
    pub fn has_segments(&self) -> bool {
        self.records.first().is_some_and(|record| record.segment.is_some())
    }

    /// Whether its figures are per age band.
    #[must_use]
    pub fn has_ages(&self) -> bool {
        self.records.first().is_some_and(|record| record.ages.is_some())
    }

    /// Whether its figures are per client.
    #[must_use]
    pub fn has_clients(&self) -> bool {
        self.records.first().is_some_and(|record| record.client.is_some())
    }

    /// Where a figure stands, as an explanation cites it: `data/costs.csv:12, column cost; source title`.
    #[must_use]
    pub fn place(&self, record: &Record, source_title: &str) -> String {
        let cell = self.origin.as_ref().zip(record.place);
        let file = match cell {
            Some((origin, cell)) => {
                let column = origin.columns.get(cell.column).map_or(String::new(), |name| format!(", column {name}"));
                format!("{}:{}{column}", origin.file, cell.line)
            }
            None => {
                self.origin.as_ref().map_or_else(|| format!("series {}", self.id), |origin| origin.file.to_string())
            }
        };
        format!("{file}; {source_title}")
    }

    /// The same figures, without the places where they stand.
    pub(in crate::scenario) fn without_places(mut self) -> Series {
        self.origin = None;
        self.records.iter_mut().for_each(|record| record.place = None);
        self
    }
}

/// A figure of a segment beside a figure of all segments would be counted twice.
fn same_shape(record: &Record, first: &Record) -> Result<(), Error> {
    let words = ["segment", "age band", "client"];
    let differs = |(word, (own, expected)): (&'static str, (bool, bool))| (own != expected).then_some((word, own));
    let differing = words.into_iter().zip(record.shape().into_iter().zip(first.shape())).find_map(differs);
    match differing {
        None => Ok(()),
        Some((word, true)) => Err(Error::new(
            Kind::Missing,
            format!("{record} beside figures without a {word}"),
            format!("a {word} for every figure, or for none"),
        )),
        Some((word, false)) => Err(Error::new(
            Kind::Missing,
            format!("{record} without a {word}"),
            format!("a {word} for every figure, or for none"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Origin, Record, Series, SeriesQuantity};
    use crate::error::Errors;
    use crate::exact::Ratio;
    use crate::party::Municipality;
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn record(code: &str, year: i64, value: Ratio) -> Record {
        Record::new(Municipality::parse(code).unwrap(), Year::new(year).unwrap(), value)
    }

    fn series(quantity: SeriesQuantity, records: Vec<Record>) -> Result<Series, Errors> {
        Series::new("cost", "invented", quantity, None, records)
    }

    fn whole(number: i64) -> Ratio {
        Ratio::integer(number)
    }

    #[test]
    fn order_free() {
        let records = [("GM0053@2015", 2016), ("GM0005@2015", 2016), ("GM0053@2015", 2015), ("GM0005@2015", 2015)];
        let records: Vec<Record> = records.iter().map(|&(code, year)| record(code, year, whole(year))).collect();
        let reversed = records.iter().rev().cloned().collect();
        let one = series(SeriesQuantity::Amount, records.clone()).unwrap();
        assert_eq!(series(SeriesQuantity::Amount, reversed), Ok(one.clone()));
        let found = one.of(Municipality::parse("GM0005@2015").unwrap(), Year::new(2016).unwrap());
        assert_eq!(found, &records[1..2]);
        assert!(one.of(Municipality::parse("GM0005@2015").unwrap(), Year::new(2017).unwrap()).is_empty());
    }

    #[test]
    fn a_series_that_contradicts_itself_is_refused() {
        let with_segment = |record: Record| Record { segment: Some("zin".into()), ..record };
        let plain = |value| record("GM0005@2015", 2015, value);
        let third = Ratio::new(1, 3).unwrap();
        let (amount, count) = (SeriesQuantity::Amount, SeriesQuantity::Count);
        let cases = [
            (amount, vec![], "no figure, expected at least one."),
            (
                amount,
                vec![plain(whole(1)), plain(whole(1))],
                "a second figure of GM0005 in 2015, expected every figure once.",
            ),
            (
                amount,
                vec![with_segment(plain(whole(1))), with_segment(plain(whole(2)))],
                "a second figure of GM0005 in 2015, segment \"zin\", expected every figure once.",
            ),
            (
                amount,
                vec![plain(whole(1)), with_segment(plain(whole(1)))], // the whole beside a part of it
                "GM0005 in 2015, segment \"zin\" beside figures without a segment, expected a segment for every figure, or \
                 for none.",
            ),
            (
                amount,
                vec![plain(third)],
                "1/3 euros, which is not a whole number of cents, expected an amount of at most two decimals.",
            ),
            (
                amount,
                vec![plain(whole(i64::MAX))],
                "the amount in cents does not fit, expected an amount between -92233720368547758.08 and \
                 92233720368547758.07.",
            ),
            (
                count,
                vec![plain(third)],
                "the count 1/3, expected a whole number.\n  Declare quantity = \"amount\" where the figures are euros.",
            ),
        ];
        for (quantity, records, text) in cases {
            let said = series(quantity, records).unwrap_err().to_string();
            assert_eq!(said, alloc::format!("series \"cost\": {text}"));
        }
    }

    #[test]
    fn errors_and_figures_know_their_place() {
        let at = |line, record| Record { place: Some(Cell { line, column: 1 }), ..record };
        let origin = || Some(Origin { file: "costs.csv".into(), columns: vec!["first".into(), "second".into()] });
        let one = at(12, record("GM0005@2015", 2015, whole(1)));
        let good = Series::new("cost", "s", SeriesQuantity::Amount, origin(), vec![one.clone()]).unwrap();
        assert_eq!(good.place(&good.records()[0], "Invented"), "costs.csv:12, column second; Invented");
        // The later line is the one too many, wherever it stands among the records.
        let double = vec![at(14, one.clone()), one];
        let error = Series::new("cost", "s", SeriesQuantity::Amount, origin(), double).unwrap_err();
        assert_eq!(
            error.to_string(),
            "costs.csv:14: series \"cost\": a second figure of GM0005 in 2015, expected every figure once."
        );
    }
}
