//! Runners for the RTA schedule and the derivation of chapter 8.

use super::exact::{amount, joined, named, ratio};
use super::{Case, Outcome, kind};
use taakgericht::Error;
use taakgericht::budget::PrintedPercent;
use taakgericht::budget::pgb::{Column, PgbOutcome, PgbShare, PgbTerms, Stage};
use taakgericht::budget::rta::{CutReading, groningen};
use taakgericht::budget::stream::{Stream, Streams, TotalBasis};
use taakgericht::exact::{Amount, Percent, Rounding};
use taakgericht::period::Year;

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

pub(crate) fn rta(case: &Case) -> Outcome {
    let run = || {
        let reading = named(&CutReading::ALL, case.get("reading"));
        let year = groningen().year(Year::parse(case.get("year"))?, reading)?;
        let outcome = year.waterfall()?.apply(amount(case.get("whole")))?;
        Ok(outcome.lines.iter().map(|line| line.amount).collect::<Vec<Amount>>())
    };
    run().map(|parts| joined(&parts)).map_err(|error: Error| kind(&error))
}

pub(crate) fn pgb(case: &Case) -> Outcome {
    let outcome = derive(case).map_err(|error| kind(&error))?;
    let mut results = joined(&Column::ALL.map(|column| outcome.amount(column)));
    let implied = outcome.implied_share.expect("every case has an AWBZ stream");
    results.push(PrintedPercent::of(implied, percent("0.0001")).unwrap().to_string());
    Ok(results)
}

fn derive(case: &Case) -> Result<PgbOutcome, Error> {
    let streams = ["vws", "awbz", "zvw"].map(|name| Stream::new(name, vec![amount(case.get(name))]));
    let streams = Streams::new(streams.into())?.with_stated_totals(vec![amount(case.get("total"))])?;
    let terms = PgbTerms {
        uitvoeringskosten: percent("3"),
        voorliggend_veld: percent("3"),
        awbz: "awbz".into(),
        total: named(&[TotalBasis::Stated, TotalBasis::SumOfStreams], case.get("total_basis")),
        rounding: Rounding::HALF_UP_EURO,
        stage: named(&[Stage::PerStream, Stage::OnTotal], case.get("stage")),
    };
    Ok(terms.derive(&streams, &[share(case.get("pgb"))?])?.remove(0))
}

/// `amount 637212`, `printed 84.5` or `share 1/2`.
fn share(text: &str) -> Result<PgbShare, Error> {
    match text.split_once(' ').unwrap() {
        ("amount", euros) => Ok(PgbShare::Amount(amount(euros))),
        ("printed", share) => PrintedPercent::new(percent(share), percent("0.1")).map(PgbShare::Printed),
        ("share", share) => Ok(PgbShare::Exact(ratio(share))),
        (other, _) => panic!("unknown share {other}"),
    }
}
