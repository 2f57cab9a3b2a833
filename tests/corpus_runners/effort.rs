//! Runners for care that is paid by effort.

use super::{Case, Outcome, kind};
use taakgericht::Error;
use taakgericht::exact::{Rounded, Unrounded, decimal};
use taakgericht::financing::effort::{Basis, Tariff, euro_amount, weekly_caps, whole_hours};
use taakgericht::financing::product::Unit;
use taakgericht::period::{Date, Period};

fn rounded(case: &Case) -> Result<Rounded, Error> {
    let (unit, volume) = (Unit::parse(case.get("unit"))?, case.get("volume").parse().unwrap());
    if case.get("tariff") == "-" {
        return Ok(Rounded { amount: euro_amount(volume)?, residue: Unrounded::ZERO });
    }
    let basis = match case.get("basis") {
        "per-unit" => Basis::PerUnit,
        "per-hour-in-minutes" => Basis::PerHourInMinutes,
        other => panic!("unknown basis {other}"),
    };
    Tariff::new(decimal::parse(case.get("tariff"))?, basis)?.amount(unit, volume)
}

pub(crate) fn line(case: &Case) -> Outcome {
    let shown =
        rounded(case).map(|rounded| vec![rounded.amount.to_string(), super::exact::shown_residue(rounded.residue)]);
    shown.map_err(|error| kind(&error))
}

pub(crate) fn hours(case: &Case) -> Outcome {
    let minutes: Vec<i64> = case.list("minutes").into_iter().map(|minutes| minutes.parse().unwrap()).collect();
    whole_hours(&minutes).map(|hours| vec![hours.to_string()]).map_err(|error| kind(&error))
}

pub(crate) fn weekly(case: &Case) -> Outcome {
    let run = || -> Result<Vec<String>, Error> {
        let assignment = Period::new(Date::parse(case.get("from"))?, Date::parse(case.get("to"))?)?;
        let caps = weekly_caps(case.get("volume").parse().unwrap(), assignment)?;
        let months = caps.months.iter().map(|(_, cap)| cap.to_string());
        Ok(vec![months.chain([caps.whole.to_string()]).collect::<Vec<_>>().join(" ")])
    };
    run().map_err(|error| kind(&error))
}
