//! What was counted or spent, per party and year, and per age band where the source has these.

use super::ages::{self, AgeBand};
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::Display;

/// Figures of one kind: youths by age band, inhabitants, clients, spend.
///
/// Dutch: *maatstaf*. The figures have age bands or they have none. A figure may be negative (a year in which more was
/// corrected than spent); a key refuses a negative weight.
///
/// ```
/// use taakgericht::exact::Ratio;
/// use taakgericht::key::Measure;
/// use taakgericht::period::Year;
/// let year = Year::new(2012)?;
/// let clients = [("Bedum", 130), ("De Marne", 119)].map(|(party, count)| (party, year, None, Ratio::integer(count)));
/// let clients = Measure::new("clients", "persons", clients)?;
/// assert_eq!(clients.figure(&"Bedum", year, None)?.sum(), Ratio::integer(130));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure<P> {
    name: String,
    unit: String,
    /// Sorted, so that what belongs together stands together and the order of rows changes nothing.
    entries: Vec<Entry<P>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry<P> {
    // The order of the fields is the order of entries.
    year: Year,
    party: P,
    ages: Option<AgeBand>,
    value: Ratio,
}

/// What a measure says of one party in one year.
///
/// Dutch: *jaarcijfer*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct YearFigure {
    year: Year,
    parts: Vec<(Option<AgeBand>, Ratio)>,
    sum: Ratio,
}

impl YearFigure {
    /// Of which year it is.
    #[must_use]
    pub const fn year(&self) -> Year {
        self.year
    }

    /// The figures that make it up: one for each age band, from young to old, or the one figure without a band.
    #[must_use]
    pub fn parts(&self) -> &[(Option<AgeBand>, Ratio)] {
        &self.parts
    }

    /// What the parts add up to.
    #[must_use]
    pub const fn sum(&self) -> Ratio {
        self.sum
    }
}

impl<P: Ord + Clone + Display> Measure<P> {
    /// A measure from its figures, in any order; `unit` says of what they are numbers: `persons`, `euros`.
    ///
    /// # Errors
    /// `Missing` when some figures have an age band and others have none; `Duplicate` when a party has two figures of one
    /// year and band, or bands that overlap.
    pub fn new(
        name: &str,
        unit: &str,
        figures: impl IntoIterator<Item = (P, Year, Option<AgeBand>, Ratio)>,
    ) -> Result<Measure<P>, Error> {
        let entry = |(party, year, ages, value)| Entry { year, party, ages, value };
        let mut entries: Vec<Entry<P>> = figures.into_iter().map(entry).collect();
        entries.sort();
        let measure = Measure { name: name.to_string(), unit: unit.to_string(), entries };
        measure.prove_bands_or_none().map_err(|error| measure.within(error))?;
        let mut groups = measure.entries.chunk_by(|one, other| (one.year, &one.party) == (other.year, &other.party));
        groups.try_for_each(prove_once).map_err(|error| measure.within(error))?;
        Ok(measure)
    }

    /// The name, as the name of a key begins: `youths`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Of what the figures are numbers: `persons`, `euros`.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The years of which there are figures, oldest first.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.entries.iter().map(|entry| entry.year).collect();
        years.dedup();
        years
    }

    /// Whether the figures have age bands.
    #[must_use]
    pub fn has_ages(&self) -> bool {
        self.entries.first().is_some_and(|entry| entry.ages.is_some())
    }

    /// What the measure says of a party in a year: of the declared ages where it has age bands, in all where it has none.
    ///
    /// # Errors
    /// `Missing` when there are no figures of the year, or none of the party in it; when the measure has age bands and none
    /// is declared, or the other way round; otherwise as for [`AgeBand::made_of`].
    pub fn figure(&self, party: &P, year: Year, ages: Option<AgeBand>) -> Result<YearFigure, Error> {
        self.find(party, year, ages).map_err(|error| self.within(error))
    }

    /// What the measure says of some parties in a year, in their order.
    ///
    /// # Errors
    /// As for [`Measure::figure`].
    pub fn figures(&self, parties: &[P], year: Year, ages: Option<AgeBand>) -> Result<Vec<YearFigure>, Error> {
        parties.iter().map(|party| self.figure(party, year, ages)).collect()
    }

    fn find(&self, party: &P, year: Year, ages: Option<AgeBand>) -> Result<YearFigure, Error> {
        let in_year = stretch(&self.entries, |entry| entry.year.cmp(&year));
        if in_year.is_empty() {
            return Err(self.no_year(year));
        }
        let of_party = stretch(in_year, |entry| entry.party.cmp(party));
        if of_party.is_empty() {
            return Err(self.no_figure(party, year));
        }
        let parts = declared(of_party, ages).map_err(|error| error.within(format!("{party} in {year}")))?;
        let sum = parts.iter().try_fold(Ratio::ZERO, |sum, &(_, value)| sum.checked_add(value))?;
        Ok(YearFigure { year, parts, sum })
    }

    fn within(&self, error: Error) -> Error {
        error.within(format!("measure \"{}\"", self.name))
    }

    fn prove_bands_or_none(&self) -> Result<(), Error> {
        let with_band = self.entries.iter().find(|entry| entry.ages.is_some());
        let without = self.entries.iter().find(|entry| entry.ages.is_none());
        let (Some(with_band), Some(without)) = (with_band, without) else { return Ok(()) };
        let found = format!("the figure of {} in {} has no age band", without.party, without.year);
        let expected = format!("a band, as the figure of {} in {} has", with_band.party, with_band.year);
        Err(Error::new(Kind::Missing, found, expected)
            .advise("Give every figure a band; leave out a total, which is the sum of its bands."))
    }

    fn no_year(&self, year: Year) -> Error {
        let years: Vec<String> = self.years().iter().map(Year::to_string).collect();
        if years.is_empty() {
            return Error::new(Kind::Missing, "no figures at all", format!("figures of {year}"));
        }
        Error::new(Kind::Missing, format!("no figures of {year}"), one_of(&years))
            .advise(format!("Declare another key year, or add the figures of {year}."))
    }

    fn no_figure(&self, party: &P, year: Year) -> Error {
        let of_party = self.entries.iter().filter(|entry| entry.party == *party);
        let mut years: Vec<String> = of_party.map(|entry| entry.year.to_string()).collect();
        years.dedup();
        let error = Error::new(Kind::Missing, format!("no figure of {party} in {year}"), "one for every party");
        match years.as_slice() {
            [] => error.advise(format!("There are none of {party} in any year: is it called otherwise?")),
            years => error.advise(format!("There are figures of {party} in {}.", crate::error::listed(years))),
        }
    }
}

/// The entries that are equal to what is looked for; they stand together, because the entries are sorted by it.
fn stretch<E>(sorted: &[E], order: impl Fn(&E) -> Ordering) -> &[E] {
    let start = sorted.partition_point(|entry| order(entry).is_lt());
    let end = sorted.partition_point(|entry| order(entry).is_le());
    &sorted[start..end]
}

/// The figures of a party in a year that make up the declared ages.
fn declared<P>(entries: &[Entry<P>], ages: Option<AgeBand>) -> Result<Vec<(Option<AgeBand>, Ratio)>, Error> {
    let bands: Vec<AgeBand> = entries.iter().filter_map(|entry| entry.ages).collect();
    let counted = match (ages, bands.is_empty()) {
        (None, true) => Vec::new(),
        (None, false) => return Err(undeclared(&bands)),
        (Some(ages), true) => return Err(no_ages(ages)),
        (Some(ages), false) => ages.made_of(&bands)?,
    };
    let counts = |entry: &&Entry<P>| entry.ages.is_none_or(|band| counted.contains(&band));
    Ok(entries.iter().filter(counts).map(|entry| (entry.ages, entry.value)).collect())
}

fn undeclared(bands: &[AgeBand]) -> Error {
    let expected = format!("one that is made of whole bands: {}", ages::named(bands));
    Error::new(Kind::Missing, "no age band is declared", expected).advise(ages::possible(bands))
}

fn no_ages(ages: AgeBand) -> Error {
    Error::new(Kind::Missing, format!("no figures by age to take {ages} from"), "figures with age bands")
        .advise("Leave out the age band of the key, or give the figures by age.")
}

/// Proves that a party has one figure of a year, or one for each of several bands that do not overlap.
fn prove_once<P: Display>(same: &[Entry<P>]) -> Result<(), Error> {
    let Some(first) = same.first() else { return Ok(()) };
    let bands: Vec<AgeBand> = same.iter().filter_map(|entry| entry.ages).collect();
    let within = |error: Error| error.within(format!("{} in {}", first.party, first.year));
    if bands.is_empty() && same.len() > 1 {
        return Err(within(Error::new(Kind::Duplicate, format!("{} figures", same.len()), "one")));
    }
    ages::prove_apart(&bands).map_err(within)
}

/// `2014`, `one of 2012, 2013, 2014`.
fn one_of(words: &[String]) -> String {
    match words {
        [one] => one.clone(),
        _ => format!("one of {}", words.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::Measure;
    use crate::error::{Error, Kind};
    use crate::exact::Ratio;
    use crate::key::AgeBand;
    use crate::key::samples::{ages, clients, year, youths};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn a_figure_is_the_sum_of_the_declared_bands() {
        let youths = youths();
        let cases = [("0-17", [2211, 1954, 3150, 3242]), ("0-24", [2947, 2565, 3951, 4325])];
        for (band, sums) in cases {
            let parties = ["Bedum", "De Marne", "Winsum", "Eemsmond"];
            let figures = youths.figures(&parties, year(2014), Some(ages(band))).unwrap();
            assert!(figures.iter().map(|figure| figure.sum()).eq(sums.map(Ratio::integer)), "{band}");
        }
        let bedum = youths.figure(&"Bedum", year(2014), Some(ages("0-11"))).unwrap();
        let parts = [(Some(ages("0-3")), Ratio::integer(422)), (Some(ages("4-11")), Ratio::integer(963))];
        assert_eq!(bedum.parts(), parts);
        assert_eq!(bedum.year(), year(2014));
        assert!(youths.has_ages());
        assert_eq!((youths.name(), youths.unit()), ("youths", "persons"));
    }

    #[test]
    fn a_negative_figure_is_a_figure() {
        let corrected = [("Bedum", year(2015), None, Ratio::integer(-500))];
        let spend = Measure::new("spend", "euros", corrected).unwrap();
        assert_eq!(spend.figure(&"Bedum", year(2015), None).unwrap().sum(), Ratio::integer(-500));
    }

    #[test]
    fn what_is_not_there_is_named() {
        let text = |measure: &Measure<&'static str>, party, number, ages: Option<&str>| {
            let ages = ages.map(|band| AgeBand::parse(band).unwrap());
            let error = measure.figure(&party, year(number), ages).unwrap_err();
            (error.kind(), error.to_string())
        };
        let possible = "Possible: 0-3, 0-11, 0-17, 0-24, 4-11, 4-17, 4-24, 12-17, 12-24 or 18-24.";
        let bands = "0-3, 4-11, 12-17 and 18-24";
        let cases = [
            (
                text(&clients(), "Bedum", 2011, None),
                "measure \"clients\": no figures of 2011, expected one of 2012, 2013, 2014.\n  \
                 Declare another key year, or add the figures of 2011."
                    .to_string(),
            ),
            (
                text(&youths(), "Bedum", 2013, Some("0-17")),
                "measure \"youths\": no figures of 2013, expected 2014.\n  \
                 Declare another key year, or add the figures of 2013."
                    .to_string(),
            ),
            (
                text(&clients(), "Winsum", 2014, None),
                "measure \"clients\": no figure of Winsum in 2014, expected one for every party.\n  \
                 There are figures of Winsum in 2012 and 2013."
                    .to_string(),
            ),
            (
                text(&clients(), "winsum", 2014, None),
                "measure \"clients\": no figure of winsum in 2014, expected one for every party.\n  \
                 There are none of winsum in any year: is it called otherwise?"
                    .to_string(),
            ),
            (
                text(&youths(), "Bedum", 2014, None),
                alloc::format!(
                    "measure \"youths\", Bedum in 2014: no age band is declared, \
                     expected one that is made of whole bands: {bands}.\n  {possible}"
                ),
            ),
            (
                text(&clients(), "Bedum", 2014, Some("0-17")),
                "measure \"clients\", Bedum in 2014: no figures by age to take 0-17 from, expected figures with age bands.\n  \
                 Leave out the age band of the key, or give the figures by age."
                    .to_string(),
            ),
        ];
        for ((kind, found), expected) in cases {
            assert_eq!((kind, found), (Kind::Missing, expected));
        }
        let (kind, cut) = text(&youths(), "Bedum", 2014, Some("0-14"));
        assert_eq!(kind, Kind::OutOfRange);
        let expected = alloc::format!("expected ages that are made of whole bands: {bands}.\n  {possible}");
        assert_eq!(
            cut,
            alloc::format!("measure \"youths\", Bedum in 2014, age band 0-14: it cuts through 12-17, {expected}")
        );
        let empty = Measure::<&str>::new("clients", "persons", []).unwrap();
        assert_eq!(
            text(&empty, "Bedum", 2014, None).1,
            "measure \"clients\": no figures at all, expected figures of 2014."
        );
    }

    #[test]
    fn nobody_counts_twice() {
        let measure = |bands: &[Option<&str>]| -> Result<Measure<&'static str>, Error> {
            let figure =
                |band: &Option<&str>| ("Bedum", year(2014), band.map(|text| AgeBand::parse(text).unwrap()), Ratio::ONE);
            Measure::new("youths", "persons", bands.iter().map(figure).collect::<Vec<_>>())
        };
        let total = "expected every age in one band at most.\n  \
                     Leave out a band that is the sum of others, such as a total.";
        let cases = [
            (
                measure(&[None, None]),
                Kind::Duplicate,
                "measure \"youths\", Bedum in 2014: 2 figures, expected one.".to_string(),
            ),
            (
                measure(&[Some("0-3"), Some("4-11"), Some("0-3")]),
                Kind::Duplicate,
                alloc::format!("measure \"youths\", Bedum in 2014: the age band 0-3 stands there twice, {total}"),
            ),
            (
                measure(&[Some("0-3"), Some("4-11"), Some("0-24")]),
                Kind::Duplicate,
                alloc::format!("measure \"youths\", Bedum in 2014: the age bands 0-3 and 0-24 overlap, {total}"),
            ),
            (
                measure(&[Some("0-3"), None]),
                Kind::Missing,
                "measure \"youths\": the figure of Bedum in 2014 has no age band, expected a band, \
                 as the figure of Bedum in 2014 has.\n  \
                 Give every figure a band; leave out a total, which is the sum of its bands."
                    .to_string(),
            ),
        ];
        for (measure, kind, text) in cases {
            let error = measure.unwrap_err();
            assert_eq!((error.kind(), error.to_string()), (kind, text));
        }
    }
}
