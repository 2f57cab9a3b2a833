//! Age bands, and which bands of a source make up a declared one.

use crate::error::{Error, Kind, listed};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// People from one age to another, both included: `0-17` is everyone below 18.
///
/// Dutch: *leeftijdsgroep*. In whole years. "Jongeren" in a published table are often 0 to 24, where youth care as a rule
/// ends at 18, so a key by youths names its band. Source: `SOURCES.md#bmwe-table-2-1`.
///
/// ```
/// use taakgericht::key::AgeBand;
/// let bands = ["0-3", "4-11", "12-17", "18-24"].map(AgeBand::parse).into_iter().collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(AgeBand::parse("0-17")?.made_of(&bands)?, bands[..3]);
/// assert!(AgeBand::parse("0-14")?.made_of(&bands).is_err()); // it cuts through 12-17
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeBand {
    from: u8,
    to: u8,
}

/// More bands than this are not listed in an error.
const MOST_BANDS: usize = 30;

impl AgeBand {
    /// The highest age that can be written; an open band such as "75 and older" ends here.
    pub const OLDEST: u8 = 120;

    /// The ages from `from` to `to`, both included.
    ///
    /// # Errors
    /// `OutOfRange` when the band ends before it begins, or after [`AgeBand::OLDEST`].
    pub fn new(from: u8, to: u8) -> Result<AgeBand, Error> {
        if from <= to && to <= AgeBand::OLDEST {
            return Ok(AgeBand { from, to });
        }
        let expected = format!("a first age and a last age, from 0-0 to 0-{}", AgeBand::OLDEST);
        Err(Error::new(Kind::OutOfRange, format!("the age band {from}-{to}"), expected))
    }

    /// Reads the first and the last age: `0-17`.
    ///
    /// # Errors
    /// `Unreadable` when the text is not two ages with `-` between them; `OutOfRange` as for [`AgeBand::new`].
    pub fn parse(text: &str) -> Result<AgeBand, Error> {
        match text.split_once('-').map(|(from, to)| (age(from), age(to))) {
            Some((Some(from), Some(to))) => AgeBand::new(from, to),
            _ => Err(Error::new(Kind::Unreadable, format!("\"{text}\""), "an age band such as 0-17")
                .advise("Write the first age, - and the last age; both belong to the band.")),
        }
    }

    /// The first age of the band.
    #[must_use]
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The last age of the band; it belongs to it.
    #[must_use]
    pub const fn to(self) -> u8 {
        self.to
    }

    /// The bands of a source that together hold exactly the ages of this one, from young to old.
    ///
    /// # Errors
    /// `Duplicate` when bands of the source overlap; `OutOfRange` when one of them lies partly inside this band and partly
    /// outside; `Missing` when no band holds some of the ages. The advice lists which bands could be declared.
    pub fn made_of(self, bands: &[AgeBand]) -> Result<Vec<AgeBand>, Error> {
        let mut bands = bands.to_vec();
        bands.sort_unstable();
        prove_apart(&bands)?;
        let inside: Vec<AgeBand> = bands.iter().copied().filter(|&band| self.overlaps(band)).collect();
        match self.misfit(&inside) {
            None => Ok(inside),
            Some((kind, found)) => Err(self.not_made_of(kind, found, &bands)),
        }
    }

    fn holds(self, age: u8) -> bool {
        (self.from..=self.to).contains(&age)
    }

    fn overlaps(self, other: AgeBand) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Why the bands that overlap this one do not make it up.
    fn misfit(self, inside: &[AgeBand]) -> Option<(Kind, String)> {
        let cut = inside.iter().find(|band| band.from < self.from || band.to > self.to);
        if let Some(cut) = cut {
            return Some((Kind::OutOfRange, format!("it cuts through {cut}")));
        }
        let uncounted = |age: &u8| !inside.iter().any(|band| band.holds(*age));
        let from = (self.from..=self.to).find(uncounted)?;
        let to = (from..=self.to).take_while(uncounted).last()?;
        Some((Kind::Missing, format!("there are no figures of {}", AgeBand { from, to })))
    }

    fn not_made_of(self, kind: Kind, found: String, bands: &[AgeBand]) -> Error {
        let expected = format!("ages that are made of whole bands: {}", named(bands));
        Error::new(kind, found, expected).advise(possible(bands)).within(format!("age band {self}"))
    }
}

/// Proves that no two of these bands, which are sorted, share an age: whoever has it would count twice.
pub(super) fn prove_apart(sorted: &[AgeBand]) -> Result<(), Error> {
    // Bands that overlap at all do so somewhere with their neighbour, because they are sorted by their first age.
    let shared = sorted.windows(2).find_map(|pair| match pair {
        [first, second] if first == second => Some(format!("the age band {first} stands there twice")),
        [first, second] if first.overlaps(*second) => Some(format!("the age bands {first} and {second} overlap")),
        _ => None,
    });
    match shared {
        None => Ok(()),
        Some(found) => Err(Error::new(Kind::Duplicate, found, "every age in one band at most")
            .advise("Leave out a band that is the sum of others, such as a total.")),
    }
}

/// What to do: which bands can be declared.
pub(super) fn possible(sorted: &[AgeBand]) -> String {
    let mut runs: Vec<AgeBand> = (0..sorted.len()).flat_map(|start| runs_from(&sorted[start..])).collect();
    runs.sort_unstable();
    if runs.is_empty() || runs.len() > MOST_BANDS {
        return "Declare a band that begins where one of these begins and ends where one ends.".to_string();
    }
    let (last, others) = runs.split_last().expect("there is at least one run");
    let others: Vec<String> = others.iter().map(AgeBand::to_string).collect();
    let or = if others.is_empty() { "" } else { " or " };
    format!("Possible: {}{or}{last}.", others.join(", "))
}

/// The bands that begin with the first of these and go on without a gap.
fn runs_from(sorted: &[AgeBand]) -> Vec<AgeBand> {
    let Some(&first) = sorted.first() else { return Vec::new() };
    let joins = |pair: &&[AgeBand]| matches!(pair, [one, next] if one.to.checked_add(1) == Some(next.from));
    let longer = sorted.windows(2).take_while(joins).filter_map(|pair| pair.last());
    let ends = core::iter::once(first.to).chain(longer.map(|band| band.to));
    ends.map(|to| AgeBand { from: first.from, to }).collect()
}

/// The bands that there are: `0-3, 4-11 and 12-17`.
pub(super) fn named(bands: &[AgeBand]) -> String {
    match bands.len() {
        0 => "there is none".to_string(),
        1..=MOST_BANDS => listed(&bands.iter().map(AgeBand::to_string).collect::<Vec<_>>()),
        many => format!("the {many} that there are"),
    }
}

/// An age as it prints: no sign, no leading zero.
fn age(text: &str) -> Option<u8> {
    text.parse().ok().filter(|age: &u8| age.to_string() == text)
}

/// `0-17`.
impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{}", self.from, self.to))
    }
}

#[cfg(feature = "serde")]
crate::exact::serial::as_text!(AgeBand, "0-17", AgeBand::parse);

#[cfg(test)]
mod tests {
    use super::{AgeBand, possible};
    use crate::error::Kind;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn bands(texts: &[&str]) -> Vec<AgeBand> {
        texts.iter().map(|text| AgeBand::parse(text).unwrap()).collect()
    }

    const TABLE_2_1: [&str; 4] = ["0-3", "4-11", "12-17", "18-24"];

    #[test]
    fn a_band_is_two_ages() {
        for (text, ages) in [("0-17", (0, 17)), ("18-18", (18, 18)), ("0-120", (0, 120))] {
            let band = AgeBand::parse(text).unwrap();
            assert_eq!((band.from(), band.to()), ages);
            assert_eq!(band.to_string(), text);
        }
        for text in ["", "17", "0-", "-17", "0 - 17", "0–17", "00-17", "+0-17", "0-17-24", "0-300", "0 tot 18"] {
            let error = AgeBand::parse(text).unwrap_err().to_string();
            let advice = "Write the first age, - and the last age; both belong to the band.";
            assert_eq!(error, alloc::format!("\"{text}\", expected an age band such as 0-17.\n  {advice}"));
        }
        for text in ["17-0", "0-121"] {
            let error = AgeBand::parse(text).unwrap_err();
            assert_eq!(error.kind(), Kind::OutOfRange);
            let expected = "expected a first age and a last age, from 0-0 to 0-120.";
            assert_eq!(error.to_string(), alloc::format!("the age band {text}, {expected}"));
        }
    }

    #[test]
    fn a_declared_band_is_made_of_whole_bands() {
        let cases: [(&str, &[&str]); 4] = [
            ("0-17", &["0-3", "4-11", "12-17"]),
            ("0-24", &TABLE_2_1),
            ("4-11", &["4-11"]),
            ("12-24", &["12-17", "18-24"]),
        ];
        let source = bands(&["18-24", "0-3", "12-17", "4-11"]); // the order of columns changes nothing
        for (declared, made_of) in cases {
            assert_eq!(AgeBand::parse(declared).unwrap().made_of(&source), Ok(bands(made_of)), "{declared}");
        }
    }

    #[test]
    fn a_band_that_cannot_be_made_says_which_can() {
        let every = "Possible: 0-3, 0-11, 0-17, 0-24, 4-11, 4-17, 4-24, 12-17, 12-24 or 18-24.";
        let none = "Declare a band that begins where one of these begins and ends where one ends.";
        let cases: [(&str, &[&str], Kind, &str, &str); 5] = [
            ("0-14", &TABLE_2_1, Kind::OutOfRange, "it cuts through 12-17", every),
            ("2-17", &TABLE_2_1, Kind::OutOfRange, "it cuts through 0-3", every),
            ("0-27", &TABLE_2_1, Kind::Missing, "there are no figures of 25-27", every),
            (
                "0-17",
                &["0-3", "12-17"],
                Kind::Missing,
                "there are no figures of 4-11",
                "Possible: 0-3 or 12-17.", // no run across the gap
            ),
            ("0-17", &[], Kind::Missing, "there are no figures of 0-17", none),
        ];
        for (declared, source, kind, found, advice) in cases {
            let error = AgeBand::parse(declared).unwrap().made_of(&bands(source)).unwrap_err();
            let there_are = match source.len() {
                4 => "0-3, 4-11, 12-17 and 18-24",
                2 => "0-3 and 12-17",
                _ => "there is none",
            };
            let expected = alloc::format!("expected ages that are made of whole bands: {there_are}.");
            assert_eq!(error.kind(), kind);
            assert_eq!(error.to_string(), alloc::format!("age band {declared}: {found}, {expected}\n  {advice}"));
        }
    }

    #[test]
    fn bands_of_a_source_do_not_overlap() {
        let advice = "Leave out a band that is the sum of others, such as a total.";
        let cases: [(&[&str], &str); 3] = [
            (&["0-3", "4-11", "0-24"], "the age bands 0-3 and 0-24 overlap"), // a total beside its parts
            (&["0-4", "4-11"], "the age bands 0-4 and 4-11 overlap"),         // "0 to 4" that did not include 4
            (&["0-3", "0-3"], "the age band 0-3 stands there twice"),
        ];
        for (source, found) in cases {
            let error = AgeBand::parse("0-3").unwrap().made_of(&bands(source)).unwrap_err();
            assert_eq!(error.kind(), Kind::Duplicate);
            assert_eq!(
                error.to_string(),
                alloc::format!("{found}, expected every age in one band at most.\n  {advice}")
            );
        }
    }

    #[test]
    fn many_bands_are_not_listed() {
        let single: Vec<AgeBand> = (0..40).map(|age| AgeBand::new(age, age).unwrap()).collect();
        assert_eq!(possible(&single), "Declare a band that begins where one of these begins and ends where one ends.");
        let error = AgeBand::parse("30-41").unwrap().made_of(&single).unwrap_err().to_string();
        assert!(error.contains("made of whole bands: the 40 that there are."), "{error}");
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_band_travels_as_text() {
        let band = AgeBand::parse("0-17").unwrap();
        assert_eq!(serde_json::to_string(&band).unwrap(), "\"0-17\"");
        assert_eq!(serde_json::from_str::<AgeBand>("\"0-17\"").unwrap(), band);
        assert!(serde_json::from_str::<AgeBand>("17").is_err());
    }
}
