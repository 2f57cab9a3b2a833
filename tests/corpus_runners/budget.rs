//! Runners for the RTA schedule and the derivation of chapter 8.

use super::exact::{amount, joined, named, ratio};
use super::{Case, Outcome, kebab, kind};
use taakgericht::Error;
use taakgericht::budget::PrintedPercent;
use taakgericht::budget::pgb::{Column, PgbOutcome, PgbShare, PgbTerms, Stage};
use taakgericht::budget::reconcile::{
    Column as TableColumn, Expression, Form, Identity, Printed, Quantity, Role as TableRole, Row, RowRole, Rows, Table,
    Verdict, reconcile as budget_reconcile,
};
use taakgericht::budget::rta::{CutReading, groningen};
use taakgericht::budget::stream::{Stream, Streams, TotalBasis};
use taakgericht::budget::waterfall::{Line, Waterfall};
use taakgericht::exact::{Amount, Mode, Percent, Ratio, Rounding};
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

/// `voorliggend=3%; zorg=rest`, as the head of the file says.
pub(crate) fn waterfall(case: &Case) -> Outcome {
    let run = || {
        let lines = case.get("lines").split("; ").map(line).collect();
        let outcome = Waterfall::new(lines)?.apply(amount(case.get("base")))?;
        Ok(outcome.lines.iter().map(|line| line.amount).collect::<Vec<Amount>>())
    };
    run().map(|parts| joined(&parts)).map_err(|error: Error| kind(&error))
}

fn line(text: &str) -> Line {
    let (name, rule) = text.split_once('=').unwrap();
    let (rule, floor) = rule.split_once(">=").map_or((rule, None), |(rule, floor)| (rule, Some(amount(floor))));
    let (rule, ceiling) = rule.split_once("<=").map_or((rule, None), |(rule, ceiling)| (rule, Some(amount(ceiling))));
    let memo = name.strip_prefix("(memo)");
    let name = memo.unwrap_or(name);
    let mut line = match rule.split_once('%') {
        Some((share, "")) => Line::percent(name, percent(share)),
        Some((share, "-of-rest")) => Line::percent_of_rest(name, percent(share)),
        Some((share, of)) => Line::percent_of(name, of.strip_prefix("-of:").unwrap(), percent(share)),
        None if rule == "rest" => Line::residual(name),
        None => Line::fixed(name, amount(rule)),
    };
    line.floor = floor;
    line.ceiling = ceiling;
    if memo.is_some() { line.memo() } else { line }
}

/// A table of two columns and one row, or a total row above which stand the figures that it adds.
pub(crate) fn reconcile(case: &Case) -> Outcome {
    let (plus, minus) = (case.list("plus"), case.list("minus"));
    let printed = |unit: &str, mode| {
        let printed = Printed::new(ratio(unit), mode).unwrap();
        Form { quantity: Quantity::Amount, printed }
    };
    let stated = printed(case.get("stated_unit"), named(&Mode::ALL, case.get("mode")));
    let others = printed(case.get("unit"), Mode::HalfUp);
    let names: Vec<String> = (0..plus.len() + minus.len()).map(|position| format!("term{position}")).collect();
    let column = |name: &str, form| TableColumn { name: name.into(), role: TableRole::Part, form, sum_of: vec![] };
    let mut columns = vec![column("stated", stated)];
    columns.extend(names.iter().map(|name| column(name, others)));
    let mut figures = vec![ratio(case.get("stated"))];
    figures.extend(plus.iter().chain(&minus).map(|figure| ratio(figure)));
    let table = Table::new("case", "corpus", columns, rows(&figures, case.get("figures").parse().unwrap())).unwrap();
    let (added, taken) = names.split_at(plus.len());
    let added: Vec<&str> = added.iter().map(String::as_str).collect();
    let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
    let expression = Expression::sum_of(&added);
    let expression = if taken.is_empty() { expression } else { expression.less(&taken) };
    let checked = Rows::Named(vec!["checked".into()]);
    let identity = Identity::new("case", "case", "stated", checked, expression);
    let finding = budget_reconcile(&[table], &[identity]).unwrap().remove(0);
    let gap = Amount::from_euros(i64::try_from(finding.gap.numerator()).unwrap()).unwrap();
    Ok(vec![gap.to_string(), verdict(&finding.verdict)])
}

/// One row, or a row of sums with the rows that it adds up: the figure itself and nothing else.
fn rows(figures: &[Ratio], added: usize) -> Vec<Row> {
    let row = |label: String, role, figures: Vec<Ratio>| Row {
        label,
        role,
        form: None,
        figures: figures.into_iter().map(Some).collect(),
    };
    if added == 1 {
        return vec![row("checked".into(), RowRole::Party, figures.to_vec())];
    }
    let nothing = vec![Ratio::ZERO; figures.len()];
    let mut rows: Vec<Row> =
        (1..added).map(|position| row(format!("row {position}"), RowRole::Party, nothing.clone())).collect();
    rows.push(row("figures".into(), RowRole::Party, figures.to_vec()));
    rows.push(row("checked".into(), RowRole::SumOfPrinted, figures.to_vec()));
    rows
}

fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Holds => "holds".into(),
        Verdict::Explained => "explained".into(),
        Verdict::ExplainedOnlyIf(supposition) => format!("only-if-{}", kebab(&format!("{:?}", supposition.mode))),
        Verdict::Error { .. } => "error".into(),
    }
}
