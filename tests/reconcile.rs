//! The published BMWE tables, reconciled: what holds, what rounding explains, and what is an error.
//!
//! Figures: BMWE-beleidsplan jeugdhulp, hoofdstuk 8 ("RTA verdeling budgetten Jeugdwet", tabel 1.2, tabel 1.3) and bijlage 1
//! (tabel 2.1, 2.4–2.11), as printed.
#![allow(clippy::unwrap_used, reason = "an error where none is expected is a failure")]

use taakgericht::budget::reconcile::{
    Column, DetectedMode, Detection, Expression, Finding, Fit, Form, Identity, Interval, Printed, Quantity, Reference,
    Role, Row, RowRole, Rows, Table, Verdict, detect, reconcile,
};
use taakgericht::exact::{Mode, Percent, Ratio};
use taakgericht::{Error, Kind, Language};

const EURO: Form = form(Quantity::Amount, Printed::HALF_UP_EURO);
const THOUSAND: Form = form(Quantity::Amount, Printed::HALF_UP_THOUSAND);
const COUNT: Form = form(Quantity::Count, Printed::COUNTED);

const fn form(quantity: Quantity, printed: Printed) -> Form {
    Form { quantity, printed }
}

/// Shares printed in multiples of one part in so many: 1000 for tenths of a percent.
fn share(parts: i128) -> Form {
    let unit = Ratio::new(1, parts).unwrap();
    form(Quantity::Share, Printed::new(unit, Mode::HalfUp).unwrap())
}

fn column(name: &str, role: Role, form: Form) -> Column {
    let sum_of = vec![];
    let name = name.into();
    Column { name, role, form, sum_of }
}

/// A row of a table as its CSV line; an empty field is an empty cell.
fn row(line: &str, role: RowRole, form: Option<Form>, columns: &[Column]) -> Row {
    let (label, figures) = line.trim().split_once(',').unwrap();
    let forms = columns.iter().map(|column| form.unwrap_or(column.form));
    let read = |(text, form): (&str, Form)| (!text.is_empty()).then(|| form.quantity.read(text).unwrap());
    let figures = figures.split(',').zip(forms).map(read).collect();
    Row { label: label.into(), role, form, figures }
}

/// A table of parties whose row `Totaal`, where it has one, plays the given role.
fn table_with(total: RowRole, name: &str, columns: Vec<Column>, lines: &str) -> Table {
    let role = |line: &str| {
        if line.trim().starts_with("Totaal") { total } else { RowRole::Party }
    };
    let lines = lines.trim().lines();
    let rows = lines.map(|line| row(line, role(line), None, &columns)).collect();
    Table::new(name, "BMWE-beleidsplan jeugdhulp", columns, rows).unwrap()
}

fn table(name: &str, columns: Vec<Column>, lines: &str) -> Table {
    table_with(RowRole::SumOfPrinted, name, columns, lines)
}

/// Hoofdstuk 8, "RTA verdeling budgetten Jeugdwet".
fn budget() -> Table {
    let columns = vec![
        column("total", Role::Total, EURO),
        column("vws", Role::Part, EURO),
        column("awbz_youth", Role::Part, EURO),
        column("zvw", Role::Part, EURO),
        column("pgb_share", Role::Other, share(1000)),
        column("pgb", Role::Part, EURO),
        column("zin", Role::Memo, EURO), // gross of the 6%, and inside the RTA bijdrage
        column("uitvoeringskosten", Role::Part, EURO),
        column("voorliggend_veld", Role::Part, EURO),
        column("rta_bijdrage", Role::Part, EURO),
    ];
    let lines = "
        Bedum,2354812,669748,802606,882457,84.5,637212,165394,70644,70644,1576311
        De Marne,3268833,1050546,1085683,1132604,77.5,790433,295250,98065,98065,2282270
        Winsum,3415003,696879,1428293,1289830,79.8,1070730,357563,102450,102450,2139371
        Eemsmond,4840285,1680110,1815323,1344851,85.5,1458840,356484,145209,145209,3091027
        Totaal,13878933,4097283,5131905,4649742,,3957215,1174691,416368,416368,9088979";
    table("budget", columns, lines)
}

const FUNCTIONS: [&str; 5] = ["bg_i", "bg_g", "vtijd", "pv", "overig"];

fn function_columns(form: Form) -> impl Iterator<Item = Column> {
    FUNCTIONS.into_iter().map(move |name| column(name, Role::Part, form))
}

/// Tabel 1.2, in thousands. Its total row is exactly the sum of the thousands above it.
fn pgb_costs(total: RowRole) -> Table {
    let mut columns = vec![column("cost", Role::Total, THOUSAND)];
    columns.extend(function_columns(THOUSAND));
    let lines = "
        Bedum,1104000,530000,290000,126000,66000,92000
        De Marne,1026000,415000,238000,135000,116000,122000
        Winsum,2017000,970000,451000,289000,172000,135000
        Eemsmond,2353000,860000,615000,302000,231000,345000
        Totaal,6500000,2775000,1594000,852000,585000,694000";
    table_with(total, "1.2", columns, lines)
}

/// Tabel 2.1, the columns that others refer to.
fn youths() -> Table {
    table(
        "2.1",
        vec![column("youths", Role::Total, COUNT)],
        "Bedum,2947\nDe Marne,2565\nWinsum,3951\nEemsmond,4325\nTotaal,13788",
    )
}

/// Tabel 2.5.
fn pgb_clients() -> Table {
    let columns = vec![
        column("clients", Role::Other, COUNT),
        column("share_of_youths", Role::Other, share(1000)),
        column("cost", Role::Part, EURO),
    ];
    let lines = "
        Bedum,72,2.4,1104641
        De Marne,67,2.6,1025580
        Winsum,113,2.9,2017459
        Eemsmond,136,3.1,2343457
        Totaal,388,2.8,6491137";
    // The share in the total row is rounded from its own value; it is no sum of shares.
    table_with(RowRole::Total, "2.5", columns, lines)
}

/// Tabel 2.6: shares of the functions in percent, and below them two rows of euros.
fn pgb_functions() -> Table {
    let mut columns = vec![column("functions", Role::Other, COUNT)];
    columns.extend(function_columns(share(100)));
    let shares = "
        Bedum,162,39,33,17,4,7
        De Marne,157,31,29,18,10,12
        Winsum,295,35,28,22,8,7
        Eemsmond,349,32,33,20,7,8";
    let total = row("Totaal,963,34,31,20,7,8", RowRole::Total, None, &columns);
    let mean = row("mean,6741,8505,5395,4486,8127,8661", RowRole::Total, Some(EURO), &columns);
    let cost = row("cost,6491137,2772603,1596947,852276,585125,684186", RowRole::Total, Some(EURO), &columns);
    let parties = shares.trim().lines().map(|line| row(line, RowRole::Party, None, &columns));
    let rows = parties.chain([total, mean, cost]).collect();
    Table::new("2.6", "BMWE-beleidsplan jeugdhulp, tabel 2.6", columns, rows).unwrap()
}

/// Tabel 2.11. No costs are known of the last two kinds of care.
fn care_use() -> Table {
    let columns = vec![
        column("clients", Role::Other, COUNT),
        column("cost", Role::Part, EURO),
        column("cost_per_client", Role::Other, EURO),
    ];
    let lines = "
        ZIN AWBZ,89,1201055,13495
        PGB AWBZ,388,6491137,16729
        Zvw 1e lijn,126,43547,345
        Zvw 2e lijn,1001,3511406,3507
        BJz toegang,390,,
        Overig provinciaal,342,,
        Totaal,1946,11247145,7011";
    table_with(RowRole::Total, "2.11", columns, lines)
}

fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.into()).collect()
}

fn check(tables: &[Table], identity: Identity) -> Vec<Finding> {
    reconcile(tables, &[identity]).unwrap()
}

fn refusal(tables: &[Table], identity: Identity) -> Error {
    reconcile(tables, &[identity]).unwrap_err().all()[0].clone()
}

/// The gaps in whole units of the column, from the first finding to the last.
fn gaps(findings: &[Finding]) -> Vec<i64> {
    let whole = |gap: Ratio| Mode::Exact.round(gap).unwrap().try_into().unwrap();
    findings.iter().map(|finding| whole(finding.gap)).collect()
}

fn verdicts(findings: &[Finding]) -> Vec<&'static str> {
    let name = |verdict: &Verdict| match verdict {
        Verdict::Holds => "holds",
        Verdict::Explained => "explained",
        Verdict::ExplainedOnlyIf(_) => "only if",
        Verdict::Error { .. } => "error",
    };
    findings.iter().map(|finding| name(&finding.verdict)).collect()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn streams() -> Expression {
    Expression::sum_of(&["vws", "awbz_youth", "zvw"])
}

#[test]
fn the_totals_of_the_budget_are_explained_by_rounding() {
    let findings = check(&[budget()], Identity::new("streams", "budget", "total", Rows::All, streams()));
    assert_eq!(gaps(&findings), [1, 0, 1, 1, 3]);
    assert_eq!(verdicts(&findings), ["explained", "holds", "explained", "explained", "explained"]);
}

#[test]
fn the_total_row_is_explained_only_because_it_adds_printed_figures() {
    // Rounded from its own exact values, the total row could be 2 off at most: half a euro for each of four figures.
    let own_rounding = Table::new("budget", "", budget().columns().to_vec(), {
        let mut rows = budget().rows().to_vec();
        rows[4].role = RowRole::Total;
        rows
    });
    let identity = Identity::new("streams", "budget", "total", Rows::Totals, streams());
    let findings = check(&[own_rounding.unwrap()], identity);
    assert_eq!(findings[0].verdict, Verdict::Error { beyond: Ratio::ONE });
}

#[test]
fn the_rta_bijdrage_is_explained_by_rounding() {
    let rest = Expression::column("total").less(&["pgb", "uitvoeringskosten", "voorliggend_veld"]);
    let findings = check(&[budget()], Identity::new("rest", "budget", "rta_bijdrage", Rows::All, rest));
    assert_eq!(gaps(&findings), [-1, 0, -2, 0, -3]);
    assert_eq!(verdicts(&findings), ["explained", "holds", "explained", "holds", "explained"]);
}

#[test]
fn the_rta_bijdrage_is_rounded_per_stream() {
    let share = |column: &str| Expression::column(column).percent(percent("94"));
    let euro = Printed::HALF_UP_EURO;
    let awbz = Expression::Difference(Box::new(share("awbz_youth")), vec![Expression::column("pgb")]);
    let whole = Expression::Difference(Box::new(streams().percent(percent("94"))), vec![Expression::column("pgb")]);
    let per_stream = Expression::Sum(vec![share("vws").rounded(euro), share("zvw").rounded(euro), awbz.rounded(euro)]);
    let check =
        |expression| check(&[budget()], Identity::new("94%", "budget", "rta_bijdrage", Rows::Parties, expression));
    assert_eq!(verdicts(&check(per_stream)), ["holds"; 4]);
    let once = check(whole.rounded(euro));
    assert_eq!(once.iter().filter(|finding| finding.verdict == Verdict::Holds).count(), 2);
}

#[test]
fn three_percent_of_the_total_holds_once_it_is_rounded() {
    let three_percent = || Expression::column("total").percent(percent("3"));
    let identity = |rows, expression| Identity {
        columns: columns(&["uitvoeringskosten", "voorliggend_veld"]),
        ..Identity::new("3%", "budget", "", rows, expression)
    };
    let rounded = three_percent().rounded(Printed::HALF_UP_EURO);
    assert_eq!(verdicts(&check(&[budget()], identity(Rows::All, rounded))), ["holds"; 10]);
    // Without the rounding step the figures are cents off, which rounding explains.
    let findings = check(&[budget()], identity(Rows::Parties, three_percent()));
    assert_eq!(verdicts(&findings), ["explained"; 8]);
    assert_eq!(findings[0].gap, Ratio::new(-36, 100).unwrap()); // 70,644 against 70,644.36
}

#[test]
fn zin_is_awbz_less_pgb_in_three_of_four() {
    let expression = Expression::column("awbz_youth").less(&["pgb"]);
    let findings = check(&[budget()], Identity::new("zin", "budget", "zin", Rows::All, expression));
    assert_eq!(gaps(&findings), [0, 0, 0, 1, 1]); // Eemsmond is printed 1 higher
    assert_eq!(verdicts(&findings), ["holds", "holds", "holds", "explained", "explained"]);
}

#[test]
fn pgb_lies_within_what_the_printed_share_allows() {
    let awbz = Expression::column("awbz_youth").percent(percent("94"));
    let expression = Expression::Product(vec![awbz, Expression::column("pgb_share")]);
    let identity = |expression| Identity::new("pgb", "budget", "pgb", Rows::Parties, expression);
    let findings = check(&[budget()], identity(expression.clone()));
    assert_eq!(verdicts(&findings), ["explained"; 4]);
    let rounded = check(&[budget()], identity(expression.rounded(Printed::HALF_UP_EURO)));
    assert_eq!(gaps(&rounded), [-298, -487, -661, -135]);
}

#[test]
fn the_naive_sum_with_zin_is_refused() {
    let everything = ["pgb", "zin", "uitvoeringskosten", "voorliggend_veld", "rta_bijdrage"];
    let identity = Identity::new("naive", "budget", "total", Rows::All, Expression::sum_of(&everything));
    let error = refusal(&[budget()], identity.clone());
    assert_eq!(error.kind(), Kind::Memo);
    let text = "identity \"naive\", table \"budget\", row \"Totaal\", column \"total\": \
        pgb + zin + uitvoeringskosten + voorliggend_veld + rta_bijdrage adds up to 15053621 against the stated 13878933, \
        because it adds the memo \"zin\", expected a sum of parts.\n  \
        Leave \"zin\" out, for it already lies inside another column: the sum is then 13878930.";
    assert_eq!(error.to_string(), text);
    assert_eq!(detect(&[budget()], &identity).unwrap_err().kind(), Kind::Memo);
    let parts = Expression::sum_of(&["pgb", "uitvoeringskosten", "voorliggend_veld", "rta_bijdrage"]);
    let findings = check(&[budget()], Identity::new("parts", "budget", "total", Rows::All, parts));
    assert_eq!(gaps(&findings), [1, 0, 2, 0, 3]);
}

#[test]
fn every_total_row_adds_up() {
    let tables =
        [budget(), pgb_costs(RowRole::SumOfPrinted), pgb_clients(), youths(), pgb_result(), zin_clients(), zvw()];
    for table in &tables {
        let names = table.columns().iter().filter(|column| column.form.quantity != Quantity::Share);
        let identity = Identity {
            columns: names.map(|column| column.name.clone()).collect(),
            ..Identity::new("rows", table.name(), "", Rows::Totals, Expression::column_sum())
        };
        let findings = check(&tables, identity);
        assert!(findings.iter().all(|finding| finding.verdict == Verdict::Holds), "{}", table.name());
    }
}

#[test]
fn table_1_2_against_2_5() {
    let tables = [pgb_costs(RowRole::SumOfPrinted), pgb_clients()];
    let identity = Identity::new("vektis", "1.2", "cost", Rows::All, Expression::elsewhere("2.5", "cost"));
    let findings = check(&tables, identity);
    assert_eq!(gaps(&findings), [-641, 420, -459, 9_543, 8_863]);
    assert_eq!(verdicts(&findings), ["only if", "explained", "explained", "error", "error"]);
    let diagnoses = [
        "1.2, Bedum, cost: stated 1,104,000, computed 1,104,641 (2.5/cost): 641 too low, which rounding explains only if \
         the figure 1.2, Bedum, cost was truncated.",
        "1.2, De Marne, cost: stated 1,026,000, computed 1,025,580 (2.5/cost): 420 too high, which rounding explains: the \
         figures stand for 1,025,500 to 1,026,500 and 1,025,579.5 to 1,025,580.5.",
        "1.2, Winsum, cost: stated 2,017,000, computed 2,017,459 (2.5/cost): 459 too low, which rounding explains: the \
         figures stand for 2,016,500 to 2,017,500 and 2,017,458.5 to 2,017,459.5.",
        "1.2, Eemsmond, cost: stated 2,353,000, computed 2,343,457 (2.5/cost): 9,543 too high, which rounding does not \
         explain: 9,042.5 is left.",
        "1.2, Totaal, cost: stated 6,500,000, computed 6,491,137 (2.5/cost): 8,863 too high, which rounding does not \
         explain: 6,862.5 is left.",
    ];
    let found: Vec<String> = findings.iter().map(|finding| finding.diagnosis(Language::En)).collect();
    assert_eq!(found, diagnoses);
    assert_eq!(
        findings[0].diagnosis(Language::Nl),
        "1.2, Bedum, cost: vermeld 1.104.000, berekend 1.104.641 (2.5/cost): 641 te laag, alleen verklaarbaar door \
         afronding als het cijfer 1.2, Bedum, cost is afgekapt."
    );
    assert_eq!(
        findings[3].diagnosis(Language::Nl),
        "1.2, Eemsmond, cost: vermeld 2.353.000, berekend 2.343.457 (2.5/cost): 9.543 te hoog, niet verklaarbaar door \
         afronding: 9.042,5 blijft over."
    );
}

#[test]
fn nothing_is_supposed_of_figures_that_are_not_rounded() {
    // Half a euro short: truncation would explain it, but only where a figure may have been truncated.
    let verdict = |mode: Mode| {
        let form = form(Quantity::Amount, Printed::HALF_UP_EURO.with_mode(mode));
        let columns = vec![column("total", Role::Total, form)];
        let table = table_with(RowRole::Total, "t", columns, "Bedum,70644");
        let exact = Expression::Constant(Ratio::new(141_289, 2).unwrap()); // 70,644.50
        check(&[table], Identity::new("x", "t", "total", Rows::All, exact)).remove(0).verdict
    };
    assert!(matches!(verdict(Mode::HalfUp), Verdict::ExplainedOnlyIf(other) if other.mode == Mode::HalfEven));
    assert!(matches!(verdict(Mode::Up), Verdict::ExplainedOnlyIf(other) if other.mode == Mode::HalfEven));
    let half = Ratio::new(1, 2).unwrap();
    assert_eq!(verdict(Mode::Exact), Verdict::Error { beyond: half });
}

#[test]
fn a_column_that_adds_printed_columns_carries_their_intervals() {
    // Were the costs of table 1.2 added up from its five functions, they could be 2,500 off: Bedum would be explained.
    let costs = pgb_costs(RowRole::SumOfPrinted);
    let mut added = costs.columns().to_vec();
    added[0].sum_of = columns(&FUNCTIONS);
    let added = Table::new("1.2", costs.source(), added, costs.rows().to_vec()).unwrap();
    let identity = Identity::new("vektis", "1.2", "cost", Rows::All, Expression::elsewhere("2.5", "cost"));
    let findings = check(&[added, pgb_clients()], identity);
    assert_eq!(findings[0].stated.interval.to_string(), "[1101500, 1106500)");
    assert_eq!(findings[4].stated.interval.to_string(), "[6490000, 6510000)"); // four rows of five figures
    assert_eq!(verdicts(&findings), ["explained", "explained", "explained", "error", "explained"]);
}

#[test]
fn a_truncated_column_is_detected_on_both_sides_of_zero() {
    let fit = |row: &str, printed: i64, tenths: i128| {
        let exact = Interval::point(Ratio::new(tenths, 10).unwrap());
        Fit::of(row, Ratio::integer(printed), Ratio::ONE, exact).unwrap()
    };
    let cases = [
        (vec![fit("a", 1, 17), fit("b", 2, 21)], DetectedMode::Decided(Mode::Down)),
        (vec![fit("a", -1, -17)], DetectedMode::Decided(Mode::Down)), // the ceiling too, but the usual mode stands for both
        (vec![fit("a", 1, 17), fit("b", -2, -17)], DetectedMode::Decided(Mode::Floor)),
        (vec![fit("a", 2, 17), fit("b", -1, -17)], DetectedMode::Decided(Mode::Ceiling)),
        (vec![fit("a", 2, 11)], DetectedMode::Decided(Mode::Up)),
        (vec![fit("a", 2, 25), fit("b", 2, 17), fit("c", 3, 31)], DetectedMode::Decided(Mode::HalfEven)), // a half decides
        (vec![fit("a", 1, 11)], DetectedMode::Undecided), // half-up and truncation agree
        (vec![fit("a", 1, 17), fit("b", 2, 17)], DetectedMode::None),
        (vec![], DetectedMode::Undecided),
    ];
    for (fits, outcome) in cases {
        let (table, column) = ("t".into(), "c".into());
        let detection = Detection { table, column, fits };
        assert_eq!(detection.outcome(), outcome, "{detection:?}");
    }
    let undecided = Detection { table: "t".into(), column: "c".into(), fits: vec![fit("a", 1, 11)] };
    assert_eq!(
        undecided.diagnosis(Language::En),
        "t, c: the figures do not decide how they were rounded; not rounded away from zero, by a."
    );
}

#[test]
fn no_rounding_mode_fits_table_1_2() {
    let tables = [pgb_costs(RowRole::SumOfPrinted), pgb_clients()];
    let identity = Identity::new("vektis", "1.2", "cost", Rows::Parties, Expression::elsewhere("2.5", "cost"));
    let detection = &detect(&tables, &identity).unwrap()[0];
    assert_eq!(detection.outcome(), DetectedMode::None);
    assert_eq!(
        detection.diagnosis(Language::En),
        "1.2, cost: no way of rounding fits all rows; not rounded half-up, by Bedum and Eemsmond; \
         not truncated, by De Marne and Eemsmond; not rounded away from zero, by Bedum, Winsum and Eemsmond."
    );
    // Eemsmond is an error whatever the mode; the other three do not share a mode either.
    assert_eq!(detection.contradicting(Mode::Down), ["De Marne", "Eemsmond"]);
}

/// Tabel 1.2 is checked both ways: its total row as the sum of four figures in thousands carries ±2,000, as a row rounded by
/// itself ±500. The sum is right, since each of its columns adds exactly; the verdicts do not depend on it.
#[test]
fn table_1_2_against_2_6() {
    let cost_row = Expression::Figure(Reference { table: Some("2.6".into()), row: Some("cost".into()), column: None });
    let identity =
        Identity { columns: columns(&FUNCTIONS), ..Identity::new("functions", "1.2", "", Rows::Totals, cost_row) };
    for (total, beyond) in
        [(RowRole::SumOfPrinted, ["396.5", "946.5", "7813.5"]), (RowRole::Total, ["1896.5", "2446.5", "9313.5"])]
    {
        let findings = check(&[pgb_costs(total), pgb_functions()], identity.clone());
        assert_eq!(gaps(&findings), [2_397, -2_947, -276, -125, 9_814]);
        assert_eq!(verdicts(&findings), ["error", "error", "explained", "explained", "error"]);
        let left = findings.iter().filter_map(|finding| match finding.verdict {
            Verdict::Error { beyond } => Some(beyond),
            _ => None,
        });
        let expected = beyond.map(|text| Quantity::Amount.read(text).unwrap());
        assert!(left.eq(expected), "{total:?}");
    }
}

#[test]
fn table_1_2_adds_along_its_rows() {
    let identity = Identity::new("functions", "1.2", "cost", Rows::All, Expression::sum_of(&FUNCTIONS));
    let findings = check(&[pgb_costs(RowRole::SumOfPrinted)], identity);
    assert_eq!(verdicts(&findings), ["holds"; 5]); // the errors in its total row cancel out: the table was made to add
}

/// Tabel 1.3.
fn pgb_result() -> Table {
    let names = [("budget", Role::Part), ("cost", Role::Part), ("result", Role::Total)];
    let columns = names.map(|(name, role)| column(name, role, THOUSAND)).to_vec();
    let lines = "
        Bedum,637000,1104000,-467000
        De Marne,790000,1026000,-236000
        Winsum,1071000,2017000,-946000
        Eemsmond,1459000,2353000,-894000
        Totaal,3957000,6500000,-2543000";
    table("1.3", columns, lines)
}

#[test]
fn the_result_of_2015_is_budget_less_cost() {
    let tables = [pgb_result(), budget(), pgb_costs(RowRole::SumOfPrinted)];
    let result = Expression::column("budget").less(&["cost"]);
    let identities = [
        Identity::new("result", "1.3", "result", Rows::All, result),
        Identity::new("cost", "1.3", "cost", Rows::All, Expression::elsewhere("1.2", "cost")),
        Identity::new("budget", "1.3", "budget", Rows::All, Expression::elsewhere("budget", "pgb")),
    ];
    let findings = reconcile(&tables, &identities).unwrap();
    assert_eq!(verdicts(&findings[..10]), ["holds"; 10]);
    assert_eq!(gaps(&findings[10..]), [-212, -433, 270, 160, -215]);
    assert_eq!(verdicts(&findings[10..]), ["explained"; 5]);
    let pgb = Identity::new("budget", "1.3", "budget", Rows::Parties, Expression::elsewhere("budget", "pgb"));
    assert_eq!(detect(&tables, &pgb).unwrap()[0].outcome(), DetectedMode::Decided(Mode::HalfUp));
}

/// Tabel 2.4.
fn zin_clients() -> Table {
    let columns = vec![
        column("clients", Role::Total, COUNT),
        column("with_care", Role::Part, COUNT),
        column("without_care", Role::Part, COUNT),
        column("amount", Role::Other, EURO),
    ];
    let lines = "
        Bedum,39,22,17,241876
        De Marne,47,16,31,309783
        Winsum,62,21,41,382341
        Eemsmond,82,30,52,267055
        Totaal,230,89,141,1201055";
    table("2.4", columns, lines)
}

/// Tabel 2.7.
fn zvw() -> Table {
    let columns = vec![
        column("clients", Role::Total, COUNT),
        column("cost", Role::Total, EURO),
        column("first_clients", Role::Part, COUNT),
        column("first_cost", Role::Part, EURO),
        column("second_clients", Role::Part, COUNT),
        column("second_cost", Role::Part, EURO),
    ];
    let lines = "
        Bedum,231,818027,37,13011,194,805016
        De Marne,193,831270,16,5942,177,825328
        Winsum,303,802261,41,13331,262,788930
        Eemsmond,400,1103395,32,11263,368,1092132
        Totaal,1127,3554953,126,43547,1001,3511406";
    table("2.7", columns, lines)
}

#[test]
fn the_tables_of_clients_and_costs_add_along_their_rows() {
    let tables = [zvw(), zin_clients()];
    let identities = [
        Identity::new("clients", "2.7", "clients", Rows::All, Expression::sum_of(&["first_clients", "second_clients"])),
        Identity::new("cost", "2.7", "cost", Rows::All, Expression::sum_of(&["first_cost", "second_cost"])),
        Identity::new("care", "2.4", "clients", Rows::All, Expression::sum_of(&["with_care", "without_care"])),
    ];
    assert_eq!(verdicts(&reconcile(&tables, &identities).unwrap()), ["holds"; 15]);
}

#[test]
fn a_count_that_is_one_off_is_an_error() {
    let mut rows = zvw().rows().to_vec();
    rows[1].figures[0] = Some(Ratio::integer(194)); // De Marne: 16 + 177 = 193
    let table = Table::new("2.7", "", zvw().columns().to_vec(), rows).unwrap();
    let sum = Expression::sum_of(&["first_clients", "second_clients"]);
    let findings = check(&[table], Identity::new("clients", "2.7", "clients", Rows::All, sum));
    assert_eq!(gaps(&findings), [0, 1, 0, 0, 0]);
    assert_eq!(findings[1].verdict, Verdict::Error { beyond: Ratio::ONE }); // a count is not rounded
}

#[test]
fn shares_of_functions_and_of_youths_are_explained_by_rounding() {
    let tables = [pgb_functions(), pgb_clients(), youths()];
    let whole = Identity {
        columns: vec!["bg_i".into()],
        rows: Rows::Named(columns(&["Bedum", "De Marne", "Winsum", "Eemsmond", "Totaal"])),
        ..Identity::new(
            "whole",
            "2.6",
            "",
            Rows::All,
            Expression::Constant(Ratio::ONE).less(&["bg_g", "vtijd", "pv", "overig"]),
        )
    };
    assert_eq!(verdicts(&check(&tables, whole)), ["holds"; 5]);
    let share = Expression::column("clients").over(Expression::elsewhere("2.1", "youths"));
    let share = Identity::new("share", "2.5", "share_of_youths", Rows::All, share);
    assert_eq!(verdicts(&check(&tables, share.clone())), ["explained"; 5]);
    let detection = &detect(&tables, &share).unwrap()[0];
    assert_eq!(detection.outcome(), DetectedMode::Decided(Mode::HalfUp));
    assert_eq!(detection.contradicting(Mode::Down), ["Winsum"]); // 113 of 3,951 is 2.86%
}

fn cost_per_client(rows: &[&str]) -> Detection {
    let quotient = Expression::column("cost").over(Expression::column("clients"));
    let identity = Identity::new("price", "2.11", "cost_per_client", Rows::Named(columns(rows)), quotient);
    detect(&[care_use()], &identity).unwrap().remove(0)
}

#[test]
fn the_cost_per_client_is_truncated() {
    let detection = cost_per_client(&["ZIN AWBZ", "PGB AWBZ", "Zvw 1e lijn", "Zvw 2e lijn"]);
    assert_eq!(detection.outcome(), DetectedMode::Decided(Mode::Down));
    assert_eq!(detection.contradicting(Mode::HalfUp), ["PGB AWBZ", "Zvw 1e lijn", "Zvw 2e lijn"]);
    assert_eq!(
        detection.diagnosis(Language::Nl),
        "2.11, cost_per_client: afgekapt; niet rekenkundig afgerond, door PGB AWBZ, Zvw 1e lijn en Zvw 2e lijn; \
         niet afgerond van nul af, door PGB AWBZ, Zvw 1e lijn en Zvw 2e lijn."
    );
    // 1,201,055 / 89 is whole, so this row fits every mode and decides nothing.
    let zin = cost_per_client(&["ZIN AWBZ"]);
    assert_eq!(zin.outcome(), DetectedMode::Undecided);
    assert_eq!(zin.consistent().len(), 7);
}

#[test]
fn the_total_cost_per_client_divides_by_1604() {
    let cost = || Expression::column("cost");
    let toegang = |label: &str| {
        let (row, column) = (Some(label.into()), Some("clients".into()));
        Expression::Figure(Reference { table: None, row, column })
    };
    let identity = |expression| Identity::new("total", "2.11", "cost_per_client", Rows::Totals, expression);
    let stated = check(&[care_use()], identity(cost().over(Expression::column("clients"))));
    assert_eq!(
        stated[0].diagnosis(Language::En),
        "2.11, Totaal, cost_per_client: stated 7,011, computed 5,779.6223… (cost / clients): 1,231.3776… too high, which \
         rounding does not explain: 1,230.8774… is left."
    );
    let without_trajectories =
        Expression::Difference(Box::new(Expression::column("clients")), vec![toegang("Overig provinciaal")]);
    let truncated = Printed::HALF_UP_EURO.with_mode(Mode::Down);
    let fits = check(&[care_use()], identity(cost().over(without_trajectories).rounded(truncated)));
    assert_eq!(verdicts(&fits), ["holds"]); // 11,247,145 / (1,946 − 342) = 7,011.9
    // The 390 access trajectories are not in the total of clients.
    let clients = Reference { column: Some("clients".into()), ..Reference::default() };
    let clients = Expression::Difference(Box::new(Expression::ColumnSum(clients)), vec![toegang("BJz toegang")]);
    let clients = Identity::new("clients", "2.11", "clients", Rows::Totals, clients);
    assert_eq!(verdicts(&check(&[care_use()], clients)), ["holds"]);
}

#[test]
fn what_cannot_be_checked_is_an_error_with_its_place() {
    let identity = |table: &str, column: &str, rows, expression| Identity::new("x", table, column, rows, expression);
    let share = || Expression::column("pgb_share");
    let quotient = |column: &str| Expression::column("total").over(Expression::column(column));
    let cases = [
        (identity("2.9", "cost", Rows::All, share()), "no table \"2.9\", expected one of \"budget\"."),
        (
            identity("budget", "zorg", Rows::All, share()),
            "no column \"zorg\", expected one of \"total\", \"vws\", \"awbz_youth\", \"zvw\", \"pgb_share\", \
             \"pgb\", \"zin\", \"uitvoeringskosten\", \"voorliggend_veld\", \"rta_bijdrage\".",
        ),
        (
            identity("budget", "pgb", Rows::Named(columns(&["Loppersum"])), share()),
            "no row \"Loppersum\", expected one of \"Bedum\", \"De Marne\", \"Winsum\", \"Eemsmond\", \"Totaal\".",
        ),
        (
            identity("budget", "pgb_share", Rows::Totals, share()),
            "no figure to check, expected at least one filled cell.",
        ),
        (
            identity("budget", "pgb", Rows::Totals, share()),
            "table \"budget\", row \"Totaal\", column \"pgb_share\": an empty cell, expected a figure.",
        ),
        (
            identity("budget", "pgb", Rows::All, quotient("pgb").over(Expression::Constant(Ratio::ZERO))),
            "table \"budget\", row \"Bedum\", column \"pgb\": a division by a figure in [0, 0], expected a divisor that \
             cannot come near zero.",
        ),
    ];
    for (identity, text) in cases {
        assert_eq!(
            refusal(&[budget()], identity).to_string(),
            format!("identity \"x\": {text}").replace(": table", ", table")
        );
    }
    let twice = reconcile(&[budget(), budget()], &[]).unwrap_err();
    assert_eq!(twice.to_string(), "two tables \"budget\", expected every name once.");
}

#[test]
fn a_table_that_does_not_fit_together_is_refused() {
    let thousands = || column("cost", Role::Total, THOUSAND);
    let sum_of = |name: &str, added: &str| Column { sum_of: columns(&[added]), ..column(name, Role::Total, EURO) };
    let row = |label: &str, euros: &[i64]| Row {
        label: label.into(),
        role: RowRole::Party,
        form: None,
        figures: euros.iter().map(|&euros| Some(Ratio::integer(euros))).collect(),
    };
    let cases = [
        (vec![thousands(), thousands()], vec![], "two columns \"cost\", expected every name once."),
        (
            vec![thousands()],
            vec![row("Bedum", &[0]), row("Bedum", &[0])],
            "two rows \"Bedum\", expected every name once.",
        ),
        (vec![thousands()], vec![row("Bedum", &[])], "row \"Bedum\": 0 figures, expected 1, one for each column."),
        (
            vec![thousands()],
            vec![row("Bedum", &[1_104_641])],
            "row \"Bedum\", column \"cost\": the printed figure 1104641, expected a multiple of its unit 1000.\n  \
             Declare the unit in which the column is printed.",
        ),
        (vec![sum_of("total", "vws")], vec![], "column \"total\": no column \"vws\", expected one of \"total\"."),
        (
            vec![sum_of("total", "part"), sum_of("part", "leaf"), column("leaf", Role::Part, EURO)],
            vec![],
            "column \"total\": the column \"part\" that is added is itself a sum, expected columns that were rounded \
             themselves.",
        ),
    ];
    for (columns, rows, text) in cases {
        let errors = Table::new("t", "", columns, rows).unwrap_err();
        let expected = format!("table \"t\": {text}").replace("\": row", "\", row").replace("\": column", "\", column");
        assert_eq!(errors.to_string(), expected);
    }
}

#[test]
#[cfg(feature = "serde")]
fn a_finding_is_written_as_json_without_floats() {
    let identity = Identity::new("streams", "budget", "total", Rows::Named(columns(&["Bedum"])), streams());
    let json = serde_json::to_value(&check(&[budget()], identity)[0]).unwrap();
    let end = |at: &str, closed: bool| serde_json::json!({ "at": at, "closed": closed });
    let expected = serde_json::json!({
        "identity": "streams", "table": "budget", "row": "Bedum", "column": "total", "quantity": "amount",
        "stated": { "value": "2354812", "interval": { "low": end("2354811.5", true), "high": end("2354812.5", false) } },
        "computed": { "value": "2354811", "interval": { "low": end("2354809.5", true), "high": end("2354812.5", false) } },
        "expression": "vws + awbz_youth + zvw", "gap": "1", "verdict": "explained",
    });
    assert_eq!(json, expected);
}

#[test]
#[cfg(feature = "serde")]
fn a_supposition_does_not_hide_where_the_finding_stands() {
    let tables = [pgb_costs(RowRole::SumOfPrinted), pgb_clients()];
    let identity = Identity::new("vektis", "1.2", "cost", Rows::All, Expression::elsewhere("2.5", "cost"));
    let text = serde_json::to_string(&check(&tables, identity)[0]).unwrap();
    assert_eq!(text.matches("\"row\":").count(), 2, "one of the finding, one of the supposition: {text}");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["row"], &json["verdict"]), (&"Bedum".into(), &"explained-only-if".into()));
    let supposed = serde_json::json!({ "table": "1.2", "row": "Bedum", "column": "cost", "mode": "down" });
    assert_eq!(json["supposition"], supposed);
}

#[test]
#[cfg(feature = "serde")]
fn a_detection_is_written_with_its_outcome() {
    let json = serde_json::to_value(cost_per_client(&["PGB AWBZ", "Zvw 1e lijn"])).unwrap();
    assert_eq!((&json["outcome"], &json["mode"]), (&"decided".into(), &"down".into()));
}
