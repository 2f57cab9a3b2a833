//! Figures that the tests of several files use: the youths of table 2.1, and invented spend and clients.

use super::{AgeBand, Measure};
use crate::exact::Ratio;
use crate::period::Year;
use alloc::vec::Vec;

/// The municipalities in the order of the table.
pub(super) const BMWE: [&str; 4] = ["Bedum", "De Marne", "Winsum", "Eemsmond"];

pub(super) fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

pub(super) fn ages(text: &str) -> AgeBand {
    AgeBand::parse(text).unwrap()
}

/// The youths of 2014 by age band. Source: `SOURCES.md#bmwe-table-2-1`.
pub(super) fn youths() -> Measure<&'static str> {
    let bands = ["0-3", "4-11", "12-17", "18-24"].map(ages);
    let counts = [[422, 963, 826, 736], [373, 888, 693, 611], [549, 1442, 1159, 801], [570, 1445, 1227, 1083]];
    let of_party = |(party, counts): (&'static str, [i64; 4])| {
        bands.into_iter().zip(counts).map(move |(band, count)| (party, year(2014), Some(band), Ratio::integer(count)))
    };
    let figures: Vec<_> = BMWE.into_iter().zip(counts).flat_map(of_party).collect();
    Measure::new("youths", "persons", figures).unwrap()
}

/// Spend of three years, in units of ten thousand euros; the last year is what care really cost. Invented.
pub(super) fn spend() -> Measure<&'static str> {
    let table = [(2013, [150, 205, 240, 290]), (2014, [160, 210, 235, 300]), (2015, [170, 215, 250, 305])];
    measure("spend", "10,000 euros", &table)
}

/// Clients of three years; Winsum did not count in the last. Invented.
pub(super) fn clients() -> Measure<&'static str> {
    let last = BMWE.into_iter().zip([140, 120, 0, 220]).filter(|(party, _)| *party != "Winsum");
    let last = last.map(|(party, count)| (party, year(2014), None, Ratio::integer(count)));
    let earlier = figures(&[(2012, [130, 119, 180, 200]), (2013, [150, 110, 190, 210])]);
    Measure::new("clients", "persons", earlier.into_iter().chain(last)).unwrap()
}

/// A measure without age bands, from rows of a year and the figures of the four municipalities.
pub(super) fn measure(name: &str, unit: &str, table: &[(i64, [i64; 4])]) -> Measure<&'static str> {
    Measure::new(name, unit, figures(table)).unwrap()
}

type Figure = (&'static str, Year, Option<AgeBand>, Ratio);

fn figures(table: &[(i64, [i64; 4])]) -> Vec<Figure> {
    let row = |&(number, values): &(i64, [i64; 4])| {
        BMWE.into_iter().zip(values).map(move |(party, value)| (party, year(number), None, Ratio::integer(value)))
    };
    table.iter().flat_map(row).collect()
}
