//! The example of the README, as a program of its own.

use taakgericht::budget::rta::{CutReading, groningen};
use taakgericht::exact::Amount;
use taakgericht::period::Year;

fn main() -> Result<(), taakgericht::Error> {
    let budget = Amount::from_euros(13_878_933)?;
    let year = groningen().year(Year::new(2016)?, CutReading::CumulativePoints)?;
    for line in year.waterfall()?.apply(budget)?.lines {
        println!("{:<18} {:>14}   residue {}", line.name, line.amount, line.residue);
    }
    Ok(())
}
