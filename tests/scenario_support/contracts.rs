//! Small scenarios with contracts, built without any file.

use taakgericht::budget::reconcile::{Column, Form, Printed, Quantity, Role, Row, RowRole, Table};
use taakgericht::exact::{Amount, Ratio, Rounding, decimal};
use taakgericht::financing::effort::Basis;
use taakgericht::financing::product::{Frequency, ProductCode, Unit, Variant};
use taakgericht::financing::task::{Corridor, LumpSumBasis, LumpSumPlan};
use taakgericht::key::{KeyBasis, KeyRule};
use taakgericht::party::Municipality;
use taakgericht::period::{Date, Period, Year};
use taakgericht::scenario::{
    ContractProductSection, ContractSection, DeliveredLine, KeySection, PartiesSection, ProductSection, Scenario,
    Source, SourceTable, TableRow, TaskSection, Volumes,
};

/// A line of care of the only provider and product.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) party: usize,
    pub(crate) day: &'static str,
    pub(crate) volume: i64,
    pub(crate) moments: Vec<i64>,
    pub(crate) number: Option<&'static str>,
    pub(crate) credits: Option<&'static str>,
}

pub(crate) const PARTIES: [(&str, &str, i64); 2] = [("GM0005@2015", "Bedum", 2_211), ("GM0053@2015", "Winsum", 3_150)];

fn municipality(party: usize) -> Municipality {
    Municipality::parse(PARTIES[party].0).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Two municipalities, and a key of fixed shares: their youths.
pub(crate) fn scenario() -> Scenario {
    let entries = PARTIES.iter().enumerate().map(|(party, row)| (municipality(party), Ratio::integer(row.2)));
    let youths = KeySection {
        id: "youths".into(),
        rule: KeyRule { basis: KeyBasis::Fixed { entries: entries.collect() }, year: None, ages: None },
        series: None,
        segments: None,
        frozen: None,
    };
    Scenario {
        sources: vec![Source { id: "invented".into(), title: "Verzonnen".into() }],
        tables: vec![places()],
        parties: Some(PartiesSection { table: "places".into() }),
        keys: vec![youths],
        ..Scenario::new("contracts".into(), "Twee gemeenten".into(), Year::new(2015).unwrap())
    }
}

fn places() -> SourceTable {
    let form = Form { quantity: Quantity::Count, printed: Printed::COUNTED };
    let column = Column { name: "youths".into(), role: Role::Other, form, sum_of: vec![] };
    let row = |(_, name, youths): &(&str, &str, i64)| Row {
        label: name.to_string(),
        role: RowRole::Party,
        form: None,
        figures: vec![Some(Ratio::integer(*youths))],
    };
    let table = Table::new("places", "invented", vec![column], PARTIES.iter().map(row).collect()).unwrap();
    let rows = (0..2).map(|party| TableRow { municipality: Some(municipality(party)), line: None });
    SourceTable { table, file: None, rows: rows.collect() }
}

pub(crate) fn product(id: &str, code: &str, unit: &str) -> ProductSection {
    ProductSection {
        id: id.into(),
        title: None,
        code: ProductCode::parse(code).unwrap(),
        segment: "2".into(),
        unit: Unit::ALL.into_iter().find(|one| one.name() == unit).unwrap(),
        frequency: Frequency::Total,
    }
}

/// A contract for one product at 87.30 an hour, declared in minutes.
pub(crate) fn contract(
    id: &str,
    provider: &str,
    from: &str,
    to: &str,
    product: &str,
    variant: Variant,
) -> ContractSection {
    ContractSection {
        id: id.into(),
        provider: provider.into(),
        subcontractors: vec![],
        period: Period::new(day(from), day(to)).unwrap(),
        products: vec![ContractProductSection {
            product: product.into(),
            variant,
            unit: None,
            basis: Basis::PerHourInMinutes,
            tariffs: vec![(day(from), decimal::parse("87.30").unwrap())],
            cost_price: Some(decimal::parse("80").unwrap()),
            result: None,
            ceilings: vec![],
        }],
        task: None,
    }
}

/// An agreed lump sum in 2026, with no corridor.
pub(crate) fn task(key: &str, cents: i64) -> TaskSection {
    TaskSection {
        lump_sum: LumpSumPlan {
            basis: LumpSumBasis::Agreed(Amount::from_cents(cents)),
            first: Year::new(2026).unwrap(),
            rounding: Rounding::HALF_UP_CENT,
            later: vec![],
        },
        part_year: None,
        corridor: Corridor::none(),
        key: key.into(),
        penalties: vec![],
    }
}

pub(crate) fn volumes(lines: &[Line]) -> Volumes {
    let line = |line: &Line| DeliveredLine {
        number: line.number.map(Into::into),
        credits: line.credits.map(Into::into),
        municipality: municipality(line.party),
        provider: "Elker".into(),
        product: "begeleiding".into(),
        delivered: day(line.day),
        begun: None,
        volume: line.volume,
        moments: line.moments.clone(),
        line: None,
    };
    Volumes {
        id: "2026".into(),
        source: "invented".into(),
        file: None,
        moments: vec![],
        lines: lines.iter().map(line).collect(),
    }
}
