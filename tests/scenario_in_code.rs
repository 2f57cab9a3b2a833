//! A scenario built in Rust code without any file: run it, explain every figure, meet every error.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests compute what they expect freely")]

use taakgericht::budget::pgb::Stage;
use taakgericht::budget::reconcile::{Column, Form, Printed, Quantity, Role, Row, RowRole, Table};
use taakgericht::budget::rta::{CutReading, groningen};
use taakgericht::budget::stream::TotalBasis;
use taakgericht::exact::{Amount, Percent, Ratio, Rounding, TieRule};
use taakgericht::party::{Municipality, MunicipalityCode};
use taakgericht::period::Year;
use taakgericht::scenario::{
    BudgetSection, ColumnRole, DerivationSection, Outcome, PgbBasis, Plan, Scenario, ScheduleSection, Source,
    SourceTable, Statement, TableRow,
};
use taakgericht::trace::Value;

/// Chapter 8 of the BMWE plan, in the order of the document: name, code, total, VWS, AWBZ, Zvw, PGB, ZIN, 3%, bijdrage.
const ROWS: [(&str, u16, [i64; 8]); 4] = [
    ("Bedum", 5, [2_354_812, 669_748, 802_606, 882_457, 637_212, 165_394, 70_644, 1_576_311]),
    ("De Marne", 1663, [3_268_833, 1_050_546, 1_085_683, 1_132_604, 790_433, 295_250, 98_065, 2_282_270]),
    ("Winsum", 53, [3_415_003, 696_879, 1_428_293, 1_289_830, 1_070_730, 357_563, 102_450, 2_139_371]),
    ("Eemsmond", 1651, [4_840_285, 1_680_110, 1_815_323, 1_344_851, 1_458_840, 356_484, 145_209, 3_091_027]),
];
const COLUMNS: [&str; 8] = ["total", "vws", "awbz", "zvw", "pgb", "zin", "uitvoeringskosten", "rta_bijdrage"];

fn table(order: &[usize]) -> SourceTable {
    let form = Form { quantity: Quantity::Amount, printed: Printed::HALF_UP_EURO };
    let column = |name: &str| Column { name: name.into(), role: Role::Part, form, sum_of: vec![] };
    let row = |&row: &usize| Row {
        label: ROWS[row].0.into(),
        role: RowRole::Party,
        form: None,
        figures: ROWS[row].2.iter().map(|&euros| Some(Ratio::integer(euros))).collect(),
    };
    let columns = COLUMNS.iter().map(|name| column(name)).collect();
    let party = |&row: &usize| {
        let code = MunicipalityCode::new(ROWS[row].1).unwrap();
        TableRow { municipality: Some(Municipality::new(code, Year::new(2015).unwrap())), line: None }
    };
    let table = Table::new("budget", "bmwe-ch8", columns, order.iter().map(row).collect()).unwrap();
    SourceTable { table, file: None, rows: order.iter().map(party).collect() }
}

fn scenario(order: &[usize]) -> Scenario {
    let three = Percent::parse("3").unwrap();
    Scenario {
        sources: vec![
            Source { id: "bmwe-ch8".into(), title: "BMWE-beleidsplan jeugdhulp, hoofdstuk 8".into() },
            Source { id: "rta-groningen".into(), title: "BMWE-beleidsplan jeugdhulp, paragraaf 5.9".into() },
        ],
        tables: vec![table(order)],
        budget: Some(BudgetSection {
            table: "budget".into(),
            streams: ["vws", "awbz", "zvw"].map(String::from).to_vec(),
            total: TotalBasis::Stated,
            stated: Some("total".into()),
        }),
        derivation: Some(DerivationSection {
            uitvoeringskosten: three,
            voorliggend_veld: three,
            awbz: "awbz".into(),
            pgb: PgbBasis::Amounts("pgb".into()),
            stage: Stage::PerStream,
            rounding: Rounding::HALF_UP_EURO,
        }),
        schedules: vec![ScheduleSection {
            schedule: groningen(),
            file: None,
            reading: CutReading::CumulativePoints,
            tie: TieRule::First,
        }],
        ..Scenario::new("bmwe-2015".into(), "BMWE 2015".into(), Year::new(2015).unwrap())
    }
}

fn run(scenario: &Scenario) -> Outcome {
    Plan::new(scenario).unwrap().run().unwrap()
}

fn statement<'a>(outcome: &'a Outcome, id: &str) -> &'a Statement {
    outcome.statements.iter().find(|statement| statement.id == id).unwrap()
}

fn euros(statement: &Statement, column: &str) -> Vec<i64> {
    let column = statement.columns.iter().find(|other| other.name == column).unwrap();
    column.amounts.iter().map(|amount| amount.cents() / 100).collect()
}

#[test]
fn chapter_8_comes_out_as_printed() {
    let outcome = run(&scenario(&[0, 1, 2, 3]));
    let names: Vec<&str> = outcome.parties.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(names, ["Bedum", "Winsum", "Eemsmond", "De Marne"]); // in the order of their codes
    let derivation = statement(&outcome, "derivation");
    assert_eq!(euros(derivation, "uitvoeringskosten"), [70_644, 102_450, 145_209, 98_065]);
    assert_eq!(euros(derivation, "voorliggend_veld"), [70_644, 102_450, 145_209, 98_065]);
    assert_eq!(euros(derivation, "rta_bijdrage"), [1_576_311, 2_139_371, 3_091_027, 2_282_270]);
    let misses: Vec<_> =
        outcome.comparisons.iter().filter(|comparison| comparison.difference != Amount::ZERO).collect();
    assert_eq!(misses.len(), 1); // ZIN of Eemsmond is printed 1 higher
    assert_eq!((misses[0].column.as_str(), misses[0].party), ("zin", 2));
    assert_eq!(misses[0].difference, Amount::EURO);
    let implied: Vec<&str> = outcome.implied.iter().map(|implied| implied.shown.as_str()).collect();
    assert_eq!(implied, ["84.4605%", "79.7508%", "85.4921%", "77.4523%"]);
}

#[test]
fn every_statement_adds_up_both_ways() {
    let outcome = run(&scenario(&[0, 1, 2, 3]));
    let schedules = outcome.statements.iter().filter(|statement| statement.year.is_some());
    let mut years = 0;
    for statement in schedules {
        years += 1;
        let (total, lines) = statement.columns.split_last().unwrap();
        for (party, &whole) in total.amounts.iter().enumerate() {
            let parts: Vec<Amount> = lines.iter().map(|line| line.amounts[party]).collect();
            assert_eq!(Amount::sum(&parts), Ok(whole), "parts_sum_to_whole");
        }
        let totals: Vec<Amount> = lines.iter().map(|line| line.total).collect();
        assert_eq!(Amount::sum(&totals), Ok(total.total));
        assert_eq!(total.total, Amount::from_euros(13_878_933).unwrap());
    }
    assert_eq!(years, 3);
    let bedum: Vec<String> =
        statement(&outcome, "rta-groningen/2015").columns.iter().map(|column| column.amounts[0].to_string()).collect();
    assert_eq!(bedum, ["0.00", "70644.36", "70644.36", "235481.20", "1978042.08", "2354812.00"]);
}

#[test]
fn the_budget_adds_up_with_the_difference_of_the_stated_totals() {
    let outcome = run(&scenario(&[0, 1, 2, 3]));
    let budget = statement(&outcome, "budget");
    assert_eq!(euros(budget, "difference"), [1, 1, 1, 0]); // Bedum, Winsum, Eemsmond, De Marne
    let (total, parts) = budget.columns.split_last().unwrap();
    assert!(total.role == ColumnRole::Total && parts.iter().all(|part| part.role == ColumnRole::Part));
    for (party, &whole) in total.amounts.iter().enumerate() {
        let parts: Vec<Amount> = parts.iter().map(|part| part.amounts[party]).collect();
        assert_eq!(Amount::sum(&parts), Ok(whole), "parts_sum_to_whole");
    }
    let mut by_streams = scenario(&[0, 1, 2, 3]);
    by_streams.budget.as_mut().unwrap().total = TotalBasis::SumOfStreams;
    let outcome = run(&by_streams);
    let names: Vec<&str> = outcome.statements[0].columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["vws", "awbz", "zvw", "total"]);
    let plan = Plan::new(&by_streams).unwrap();
    assert!(plan.explain("budget/difference/Bedum").is_err());
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let expected = run(&scenario(&[0, 1, 2, 3]));
    for order in [[3, 2, 1, 0], [1, 3, 0, 2]] {
        assert_eq!(run(&scenario(&order)), expected);
    }
}

#[test]
fn explanation_replays() {
    let scenario = scenario(&[0, 1, 2, 3]);
    let (plan, outcome) = (Plan::new(&scenario).unwrap(), run(&scenario));
    let mut explained = 0;
    for statement in &outcome.statements {
        for column in &statement.columns {
            let parties = outcome.parties.iter().map(|party| party.name.as_str()).zip(&column.amounts);
            for (party, amount) in parties.chain([("total", &column.total)]) {
                let figure = format!("{}/{}/{party}", statement.id, column.name);
                let trace = plan.explain(&figure).unwrap();
                assert_eq!(trace.replay(), Ok(Value::Amount(*amount)), "explanation_replays: {figure}");
                explained += 1;
            }
        }
    }
    assert_eq!(explained, (5 + 5 + 3 * 6) * 5);
}

#[test]
fn a_party_may_be_named_by_its_code() {
    let scenario = scenario(&[0, 1, 2, 3]);
    let plan = Plan::new(&scenario).unwrap();
    let by_name = plan.explain("rta-groningen/2016/korting/Bedum").unwrap();
    for code in ["GM0005", "0005", "GM0005@2015"] {
        assert_eq!(plan.explain(&format!("rta-groningen/2016/korting/{code}")).unwrap(), by_name);
    }
}

#[test]
fn the_readings_of_the_cut_differ_and_are_explained() {
    let mut scenario = scenario(&[0, 1, 2, 3]);
    scenario.schedules[0].reading = CutReading::Compounding;
    let (plan, outcome) = (Plan::new(&scenario).unwrap(), run(&scenario));
    for year in [2016, 2017] {
        let statement = statement(&outcome, &format!("rta-groningen/{year}"));
        for column in &statement.columns {
            let trace = plan.explain(&format!("rta-groningen/{year}/{}/total", column.name)).unwrap();
            assert_eq!(trace.replay(), Ok(Value::Amount(column.total)), "explanation_replays: {year} {}", column.name);
        }
    }
    scenario.schedules[0].reading = CutReading::Literal;
    let errors = Plan::new(&scenario).unwrap_err();
    assert_eq!(errors.all().len(), 2); // both years, at once
    assert!(errors.to_string().contains("the lines add up to 103.5%, expected 100%."), "{errors}");
}

#[test]
fn errors_name_what_is_missing_and_what_there_is() {
    let good = scenario(&[0, 1, 2, 3]);
    let plan = Plan::new(&good).unwrap();
    let cases = [
        (
            "budget/total",
            "figure \"budget/total\": \"budget/total\", expected statement/column/party, such as budget/total/Bedum.",
        ),
        (
            "rta/total/Bedum",
            "figure \"rta/total/Bedum\": no statement \"rta\", expected one of \"budget\", \"derivation\", \
             \"rta-groningen/2015\", \"rta-groningen/2016\", \"rta-groningen/2017\".",
        ),
        (
            "budget/wmo/Bedum",
            "figure \"budget/wmo/Bedum\": no column \"wmo\", expected one of \"vws\", \"awbz\", \"zvw\", \
             \"difference\", \"total\".",
        ),
        (
            "budget/vws/Assen",
            "figure \"budget/vws/Assen\": no party \"Assen\", expected one of \"Bedum\", \"Winsum\", \
             \"Eemsmond\", \"De Marne\".",
        ),
    ];
    for (figure, text) in cases {
        assert_eq!(plan.explain(figure).unwrap_err().to_string(), text);
    }
    let broken = |change: fn(&mut Scenario)| {
        let mut scenario = scenario(&[0, 1, 2, 3]);
        change(&mut scenario);
        Plan::new(&scenario).unwrap_err().to_string()
    };
    assert_eq!(
        broken(|scenario| scenario.budget.as_mut().unwrap().table = "begroting".into()),
        "budget: no table \"begroting\", expected one of \"budget\"."
    );
    assert_eq!(
        broken(|scenario| scenario.budget.as_mut().unwrap().streams.push("wmo".into())),
        "budget: no column \"wmo\", expected one of \"total\", \"vws\", \"awbz\", \"zvw\", \"pgb\", \"zin\", \
         \"uitvoeringskosten\", \"rta_bijdrage\"."
    );
    assert_eq!(
        broken(|scenario| scenario.budget = None),
        "derivation: no budget to divide, expected a budget section.\n\
         schedule \"rta-groningen\": no budget to divide, expected a budget section."
    );
    assert_eq!(
        broken(|scenario| scenario.tables[0].rows[1].municipality = scenario.tables[0].rows[0].municipality),
        "budget: two rows about GM0005@2015, expected one row per municipality."
    );
    assert_eq!(
        broken(|scenario| scenario.tables[0].rows.truncate(3)),
        "budget: 3 entries, expected 4, one for each row of the table."
    );
    assert_eq!(
        broken(|scenario| scenario.division = Year::new(2019).unwrap()),
        "budget: municipalities of the division of 2015, expected the division of the scenario, 2019.\n  \
         Restate the figures to that division, or correct the division of the scenario."
    );
    assert_eq!(
        broken(|scenario| scenario.derivation.as_mut().unwrap().pgb = PgbBasis::Shares("pgb".into())),
        "derivation, column \"pgb\", row \"Bedum\": an amount, expected a share."
    );
    assert_eq!(
        broken(|scenario| scenario.schedules.push(scenario.schedules[0].clone())).lines().next().unwrap(),
        "two statements \"rta-groningen/2015\", expected every name once."
    );
    assert_eq!(
        broken(|scenario| scenario.budget.as_mut().unwrap().streams.push("total".into())),
        "budget: two columns \"total\", expected every name once.\n  \
         Rename the stream, the line or the product: the statement has a column of this name itself."
    );
    let division = broken(|scenario| {
        let municipality = scenario.tables[0].rows[1].municipality.as_mut().unwrap();
        municipality.division = Year::new(2019).unwrap();
    });
    assert!(division.starts_with("budget: GM1663@2019 in one column with GM0005@2015"), "{division}");
}

#[test]
fn a_statement_in_thousands_still_adds_up_both_ways() {
    let outcome = run(&scenario(&[0, 1, 2, 3]));
    let thousand = Amount::from_euros(1_000).unwrap();
    for statement in &outcome.statements {
        let rounded = statement.rounded(thousand).unwrap();
        for (exact, shown) in statement.columns.iter().zip(&rounded.columns) {
            assert_eq!(Amount::sum(&shown.amounts), Ok(shown.total), "{} {}", statement.id, shown.name);
            let figures = exact.amounts.iter().zip(&shown.amounts).chain([(&exact.total, &shown.total)]);
            for (exact, shown) in figures {
                assert_eq!(shown.cents() % thousand.cents(), 0);
                assert!(exact.checked_sub(*shown).unwrap().cents().abs() < thousand.cents(), "within_one_unit");
            }
        }
        if statement.year.is_some() {
            let (total, lines) = rounded.columns.split_last().unwrap();
            for (party, &whole) in total.amounts.iter().enumerate() {
                let parts: Vec<Amount> = lines.iter().map(|line| line.amounts[party]).collect();
                assert_eq!(Amount::sum(&parts), Ok(whole), "table_adds_both_ways");
            }
        }
    }
    assert_eq!(
        outcome.statements[0].rounded(Amount::ZERO).unwrap_err().to_string(),
        "a rounding unit of 0.00, expected a unit of at least 0.01."
    );
}

#[cfg(feature = "format")]
#[test]
fn what_is_built_in_code_can_be_written_and_read_back() {
    use taakgericht::format;
    let scenario = scenario(&[0, 1, 2, 3]);
    let canonical = format::write(&scenario);
    let read = format::read("bmwe.toml", &canonical.main, &|name| canonical.file(name)).unwrap();
    assert_eq!(run(&read).statements, run(&scenario).statements, "round_trip");
    assert_eq!(format::fingerprint(&read), format::fingerprint(&scenario));
}
