//! The RTA schedule, the derivation of chapter 8, and printed figures that should agree.

use super::arguments::Arguments;
use super::read::{amount, count, pair, ratio, unknown};
use super::{Operation, Results, write};
use crate::budget::PrintedPercent;
use crate::budget::pgb::{Column, PgbOutcome, PgbShare, PgbTerms, Stage};
use crate::budget::reconcile::{
    Column as TableColumn, Expression, Form, Identity, Printed, Quantity, Role, Row, RowRole, Rows, Table, Verdict,
    reconcile as reconcile_tables,
};
use crate::budget::rta::{CutReading, groningen};
use crate::budget::stream::{Stream, Streams, TotalBasis};
use crate::error::{Error, Errors, Kind};
use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

pub(super) const RTA: Operation = Operation {
    name: "rta",
    about: "One year of the Groningen schedule on a budget of 2015: the cut is read in a declared way, parts in the order of the \
        schedule. parts: korting, voorliggend veld, uitvoeringskosten, transformatie, directe zorg; largest remainder, a tie to \
        the earlier line.",
    arguments: &["year", "reading", "whole"],
    results: &["parts"],
    run: rta,
};

pub(super) const PGB: Operation = Operation {
    name: "pgb",
    about: "Chapter 8 for one municipality: from the streams to the PGB, the ZIN, the two lines of 3% and the RTA bijdrage, half \
        up in euros. pgb: \"amount 637212\", \"printed 84.5\" (in units of 0.1%) or \"share 1/2\". total_basis: stated or \
        sum-of-streams. parts: pgb, zin (a memo), uitvoeringskosten, voorliggend veld, rta bijdrage; implied: pgb over 94% of the \
        AWBZ stream, to 0.0001%.",
    arguments: &["total", "vws", "awbz", "zvw", "pgb", "total_basis", "stage"],
    results: &["parts", "implied"],
    run: pgb,
};

pub(super) const RECONCILE: Operation = Operation {
    name: "reconcile",
    about: "Whether a printed figure agrees with what it should be: stated against plus - minus, all in euros as printed. \
        stated_unit, unit: what the figures were rounded to (half up, unless mode says otherwise for the stated one). \
        figures: of how many printed figures each figure is itself the sum, so that it carries the sum of their intervals. \
        amount: stated less computed; parts: the verdict. Source of the rule: SOURCES.md#exactness and the tables named.",
    arguments: &["stated", "stated_unit", "mode", "plus", "minus", "unit", "figures"],
    results: &["amount", "parts"],
    run: reconcile,
};

fn rta(arguments: &Arguments<'_>) -> Results {
    let reading = arguments.word("reading", &CutReading::ALL, CutReading::name)?;
    let year = groningen().year(arguments.read("year", Year::parse)?, reading)?;
    let outcome = year.waterfall()?.apply(arguments.read("whole", amount)?)?;
    Ok(write::parts(&outcome.lines.iter().map(|line| line.amount).collect::<Vec<Amount>>()))
}

fn pgb(arguments: &Arguments<'_>) -> Results {
    let outcome = derive(arguments)?;
    let amounts = Column::ALL.map(|column| outcome.amount(column));
    Ok(vec![write::amounts(&amounts), implied(&outcome)?])
}

/// What share the PGB is of what is left for care in its stream; `-` where nothing is left.
fn implied(outcome: &PgbOutcome) -> Result<String, Error> {
    let printed = |share| PrintedPercent::of(share, Percent::parse("0.0001")?);
    let printed = outcome.implied_share.map(printed).transpose()?;
    Ok(printed.map_or_else(|| "-".to_string(), |printed| printed.to_string()))
}

fn derive(arguments: &Arguments<'_>) -> Result<PgbOutcome, Error> {
    let stream = |name: &str| Ok(Stream::new(name, vec![arguments.read(name, amount)?]));
    let streams = Streams::new(vec![stream("vws")?, stream("awbz")?, stream("zvw")?])?;
    let streams = streams.with_stated_totals(vec![arguments.read("total", amount)?])?;
    let terms = PgbTerms {
        uitvoeringskosten: Percent::parse("3")?,
        voorliggend_veld: Percent::parse("3")?,
        awbz: "awbz".into(),
        total: arguments.word("total_basis", &[TotalBasis::Stated, TotalBasis::SumOfStreams], total_basis)?,
        rounding: Rounding::HALF_UP_EURO,
        stage: arguments.word("stage", &[Stage::PerStream, Stage::OnTotal], Stage::name)?,
    };
    let outcomes = terms.derive(&streams, &[arguments.read("pgb", share)?])?;
    Ok(outcomes.into_iter().next().expect("an outcome for the one municipality"))
}

fn total_basis(basis: TotalBasis) -> &'static str {
    match basis {
        TotalBasis::Stated => "stated",
        TotalBasis::SumOfStreams => "sum-of-streams",
    }
}

/// `amount 637212`, `printed 84.5` or `share 1/2`.
fn share(text: &str) -> Result<PgbShare, Error> {
    match pair(text, " ", "a word and a number, such as \"amount 637212\"")? {
        ("amount", euros) => amount(euros).map(PgbShare::Amount),
        ("printed", share) => {
            PrintedPercent::new(Percent::parse(share)?, Percent::parse("0.1")?).map(PgbShare::Printed)
        }
        ("share", share) => ratio(share).map(PgbShare::Exact),
        (other, _) => Err(unknown(other, ["amount", "printed", "share"].into_iter())),
    }
}

/// A table of one row, or a total row above which stand the figures that it adds.
fn reconcile(arguments: &Arguments<'_>) -> Results {
    let (plus, minus) = (arguments.list("plus", ratio)?, arguments.list("minus", ratio)?);
    let stated = printed(arguments, "stated_unit", arguments.word("mode", &Mode::ALL, Mode::name)?)?;
    let other = printed(arguments, "unit", Mode::HalfUp)?;
    let names: Vec<String> = (0..plus.len().saturating_add(minus.len())).map(|term| format!("term {term}")).collect();
    let mut columns = vec![column("stated", stated)];
    columns.extend(names.iter().map(|name| column(name, other)));
    let figures: Vec<Ratio> =
        [arguments.read("stated", ratio)?].into_iter().chain(plus.iter().copied()).chain(minus).collect();
    let rows = rows(&figures, arguments.read("figures", count)?)?;
    let table = Table::new("printed", "the caller", columns, rows).map_err(first)?;
    let (added, taken) = names.split_at(plus.len());
    let identity =
        Identity::new("identity", "printed", "stated", Rows::Named(vec![CHECKED.into()]), expression(added, taken));
    let findings = reconcile_tables(&[table], &[identity]).map_err(first)?;
    let finding = findings.first().expect("a finding for the one row that is checked");
    let gap = Unrounded::from_cents(finding.gap.checked_mul(Ratio::integer(100))?);
    Ok(vec![write::residue(gap)?, verdict(&finding.verdict)])
}

/// The row that is checked.
const CHECKED: &str = "checked";

fn printed(arguments: &Arguments<'_>, unit: &str, mode: Mode) -> Result<Form, Error> {
    let printed = arguments.read(unit, |text| Printed::new(ratio(text)?, mode))?;
    Ok(Form { quantity: Quantity::Amount, printed })
}

fn column(name: &str, form: Form) -> TableColumn {
    TableColumn { name: name.into(), role: Role::Part, form, sum_of: vec![] }
}

fn expression(added: &[String], taken: &[String]) -> Expression {
    let [added, taken] = [added, taken].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
    let sum = Expression::sum_of(&added);
    if taken.is_empty() { sum } else { sum.less(&taken) }
}

/// One row, or a row of sums with the rows that it adds up: the figures themselves and nothing else.
fn rows(figures: &[Ratio], added: usize) -> Result<Vec<Row>, Error> {
    let row = |label: String, role, figures: &[Ratio]| Row {
        label,
        role,
        form: None,
        figures: figures.iter().copied().map(Some).collect(),
    };
    let Some(others) = added.checked_sub(1) else {
        let none = Error::new(Kind::OutOfRange, "0 figures", "1 or more");
        return Err(super::arguments::within("figures", none));
    };
    if others == 0 {
        return Ok(vec![row(CHECKED.into(), RowRole::Party, figures)]);
    }
    let nothing = vec![Ratio::ZERO; figures.len()];
    let mut rows: Vec<Row> = (0..others).map(|other| row(format!("row {other}"), RowRole::Party, &nothing)).collect();
    rows.push(row("figures".into(), RowRole::Party, figures));
    rows.push(row(CHECKED.into(), RowRole::SumOfPrinted, figures));
    Ok(rows)
}

fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Holds => "holds".into(),
        Verdict::Explained => "explained".into(),
        Verdict::ExplainedOnlyIf(supposition) => format!("only-if-{}", supposition.mode),
        Verdict::Error { .. } => "error".into(),
    }
}

/// The first of several errors.
fn first(errors: Errors) -> Error {
    errors.all().first().expect("errors hold at least one").clone()
}
