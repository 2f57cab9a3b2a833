//! Funding streams: where the money of a budget comes from.

use crate::error::{Error, Kind, same_length};
use crate::exact::Amount;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// One funding stream: a column of amounts, one per party, in the declared order of the parties.
///
/// Dutch: *geldstroom*, such as VWS/provinciaal, AWBZ-jeugd and Zvw.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Stream {
    /// What the stream is called.
    pub name: String,
    /// The amount of each party; a negative amount is a correction.
    pub amounts: Vec<Amount>,
}

impl Stream {
    /// A stream with its column.
    #[must_use]
    pub fn new(name: impl Into<String>, amounts: Vec<Amount>) -> Stream {
        Stream { name: name.into(), amounts }
    }
}

/// Which figure counts as the total of a party; it has no default, because published totals are often a euro off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum TotalBasis {
    /// The total that the source states (Dutch: *totaal zoals gepubliceerd*).
    Stated,
    /// What the streams add up to (Dutch: *som van de geldstromen*).
    SumOfStreams,
}

/// The streams of a budget over the same parties, and the totals that its source states.
///
/// ```
/// use taakgericht::budget::stream::{Stream, Streams, TotalBasis};
/// use taakgericht::exact::Amount;
/// let euros = |column: &[i64]| column.iter().map(|&euros| Amount::from_euros(euros)).collect::<Result<Vec<_>, _>>();
/// let streams = Streams::new(vec![
///     Stream::new("VWS", euros(&[669_748, 1_050_546])?),
///     Stream::new("AWBZ-jeugd", euros(&[802_606, 1_085_683])?),
///     Stream::new("Zvw", euros(&[882_457, 1_132_604])?),
/// ])?
/// .with_stated_totals(euros(&[2_354_812, 3_268_833])?)?;
/// assert_eq!(streams.totals(TotalBasis::SumOfStreams)?, euros(&[2_354_811, 3_268_833])?);
/// assert_eq!(streams.totals(TotalBasis::Stated)?, euros(&[2_354_812, 3_268_833])?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Streams {
    streams: Vec<Stream>,
    stated_totals: Option<Vec<Amount>>,
}

impl Streams {
    /// Streams with different names and one amount for each party.
    ///
    /// # Errors
    /// `Missing` without any stream; `Duplicate` when two have one name; `Length` when they differ in length.
    pub fn new(streams: Vec<Stream>) -> Result<Streams, Error> {
        let Some(first) = streams.first() else {
            return Err(Error::new(Kind::Missing, "no funding stream", "at least one"));
        };
        if let Some(twice) = Error::doubles("streams", streams.iter().map(|stream| stream.name.as_str())).pop() {
            return Err(twice);
        }
        for stream in &streams {
            one_for_each_party(&stream.name, &stream.amounts, first.amounts.len())?;
        }
        Ok(Streams { streams, stated_totals: None })
    }

    /// Adds the totals per party as the source states them; they need not be what the streams add up to.
    ///
    /// # Errors
    /// `Length` when there is not one total for each party.
    pub fn with_stated_totals(mut self, totals: Vec<Amount>) -> Result<Streams, Error> {
        one_for_each_party("stated total", &totals, self.parties())?;
        self.stated_totals = Some(totals);
        Ok(self)
    }

    /// How many parties there are.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.streams.first().map_or(0, |stream| stream.amounts.len())
    }

    /// The streams, in their declared order.
    #[must_use]
    pub fn all(&self) -> &[Stream] {
        &self.streams
    }

    /// The column of one stream.
    ///
    /// # Errors
    /// `UnknownName` when no stream has this name.
    pub fn column(&self, name: &str) -> Result<&[Amount], Error> {
        let stream = self.streams.iter().find(|stream| stream.name == name);
        let names = || self.streams.iter().map(|stream| stream.name.as_str());
        stream.map(|stream| stream.amounts.as_slice()).ok_or_else(|| Error::unknown("stream", name, names()))
    }

    /// The total of each party, on the declared basis.
    ///
    /// # Errors
    /// `Missing` when stated totals are asked for and there are none; `Overflow` when a sum is out of range.
    pub fn totals(&self, basis: TotalBasis) -> Result<Vec<Amount>, Error> {
        match basis {
            TotalBasis::Stated => self.stated_totals.clone().ok_or_else(|| {
                Error::new(Kind::Missing, "no stated totals", "a total for each party")
                    .advise("State the totals, or use the sum of the streams.")
            }),
            TotalBasis::SumOfStreams => {
                let columns: Vec<&[Amount]> = self.streams.iter().map(|stream| stream.amounts.as_slice()).collect();
                let mut totals = vec![Amount::ZERO; self.parties()];
                Amount::sum_columns(&columns, &mut totals)?;
                Ok(totals)
            }
        }
    }

    /// How far each stated total lies above the sum of its streams.
    ///
    /// # Errors
    /// As for [`Streams::totals`].
    pub fn gaps(&self) -> Result<Vec<Amount>, Error> {
        let stated = self.totals(TotalBasis::Stated)?;
        let sums = self.totals(TotalBasis::SumOfStreams)?;
        stated.iter().zip(sums).map(|(total, sum)| total.checked_sub(sum)).collect()
    }
}

fn one_for_each_party(column: &str, amounts: &[Amount], parties: usize) -> Result<(), Error> {
    same_length("amount", amounts.len(), "party", parties).map_err(|error| error.within(format!("column \"{column}\"")))
}

#[cfg(test)]
mod tests {
    use super::{Stream, Streams, TotalBasis};
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn euros(column: &[i64]) -> Vec<Amount> {
        column.iter().map(|&euros| Amount::from_euros(euros).unwrap()).collect()
    }

    /// BMWE-beleidsplan jeugdhulp, hoofdstuk 8: Bedum, De Marne, Winsum, Eemsmond.
    fn bmwe() -> Streams {
        let streams = vec![
            Stream::new("VWS", euros(&[669_748, 1_050_546, 696_879, 1_680_110])),
            Stream::new("AWBZ-jeugd", euros(&[802_606, 1_085_683, 1_428_293, 1_815_323])),
            Stream::new("Zvw", euros(&[882_457, 1_132_604, 1_289_830, 1_344_851])),
        ];
        Streams::new(streams).unwrap()
    }

    #[test]
    fn published_totals_are_a_euro_above_their_streams() {
        let stated = euros(&[2_354_812, 3_268_833, 3_415_003, 4_840_285]);
        let streams = bmwe().with_stated_totals(stated.clone()).unwrap();
        assert_eq!(streams.gaps().unwrap(), euros(&[1, 0, 1, 1]));
        assert_eq!(streams.totals(TotalBasis::Stated).unwrap(), stated);
        let sums = streams.totals(TotalBasis::SumOfStreams).unwrap();
        assert_eq!(sums, euros(&[2_354_811, 3_268_833, 3_415_002, 4_840_284]));
        assert_eq!(streams.column("Zvw").unwrap()[0], euros(&[882_457])[0]);
    }

    #[test]
    fn errors_say_what_to_do() {
        let column = |name| Stream::new(name, euros(&[1, 2]));
        let cases = [
            (Streams::new(vec![]).unwrap_err(), "no funding stream, expected at least one."),
            (
                Streams::new(vec![column("Zvw"), column("Zvw")]).unwrap_err(),
                "two streams \"Zvw\", expected every name once.",
            ),
            (
                Streams::new(vec![column("Zvw"), Stream::new("VWS", euros(&[1]))]).unwrap_err(),
                "column \"VWS\": 1 amount, expected 2, one for each party.",
            ),
            (
                bmwe().with_stated_totals(euros(&[1])).unwrap_err(),
                "column \"stated total\": 1 amount, expected 4, one for each party.",
            ),
            (
                bmwe().column("AWBZ").unwrap_err(),
                "no stream \"AWBZ\", expected one of \"VWS\", \"AWBZ-jeugd\", \"Zvw\".",
            ),
            (
                bmwe().totals(TotalBasis::Stated).unwrap_err(),
                "no stated totals, expected a total for each party.\n  State the totals, or use the sum of the streams.",
            ),
        ];
        for (error, text) in cases {
            assert_eq!(error.to_string(), text);
        }
    }
}
