//! The schedule of the province of Groningen.

use super::schedule::{Cut, PrintedLine, Residual, Schedule};
use crate::exact::Percent;
use crate::period::Year;
use alloc::string::ToString;
use alloc::vec;
use rust_decimal::Decimal;

/// The schedule of the 23 municipalities of Groningen for 2015, 2016 and 2017, as published.
///
/// Percentages of the budget of 2015, from which a State cut of 3.5% has already been taken. Source:
/// `SOURCES.md#rta-groningen` (BMWE-beleidsplan jeugdhulp, paragraaf 5.9).
///
/// ```
/// use taakgericht::budget::rta::{CutReading, groningen};
/// use taakgericht::exact::Amount;
/// use taakgericht::period::Year;
/// let year = groningen().year(Year::new(2016)?, CutReading::CumulativePoints)?;
/// let outcome = year.waterfall()?.apply(Amount::from_euros(13_878_933)?)?;
/// let amounts: Vec<String> = outcome.lines.iter().map(|line| line.amount.to_string()).collect();
/// assert_eq!(amounts, ["693946.65", "346973.33", "346973.32", "1387893.30", "11103146.40"]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[must_use]
pub fn groningen() -> Schedule {
    let cut = Cut { line: line("korting", &[(2016, 85), (2017, 125)]), in_base: percent(35) };
    let lines = vec![
        line("voorliggend_veld", &[(2015, 30), (2016, 25), (2017, 25)]),
        line("uitvoeringskosten", &[(2015, 30), (2016, 25), (2017, 25)]),
        line("transformatie", &[(2015, 100), (2016, 100), (2017, 100)]),
    ];
    let residual = Residual { line: line("directe_zorg", &[(2015, 840), (2016, 800), (2017, 760)]), unit: percent(10) };
    let schedule = Schedule::new("rta-groningen", "rta-groningen", Some(cut), lines, residual);
    schedule.expect("the published schedule is complete")
}

/// A line with its percentages in tenths, as printed with one decimal.
fn line(name: &str, tenths: &[(i64, i64)]) -> PrintedLine {
    let year = |year| Year::new(year).expect("2015 to 2017 are years");
    PrintedLine {
        name: name.to_string(),
        percents: tenths.iter().map(|&(number, tenths)| (year(number), percent(tenths))).collect(),
    }
}

fn percent(tenths: i64) -> Percent {
    Percent::new(Decimal::new(tenths, 1)).expect("a percentage with one decimal")
}
