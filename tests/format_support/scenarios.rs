//! Generated scenarios.

#[path = "financing.rs"]
mod financing;
#[path = "pooling.rs"]
mod pooling;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::sample::{Index, select, subsequence};
use rust_decimal::Decimal;
use taakgericht::budget::pgb::Stage;
use taakgericht::budget::reconcile::{
    Column, Expression, Form, Identity, Printed, Quantity, Reference, Role, Row, RowRole, Rows, Table,
};
use taakgericht::budget::rta::{Cut, CutReading, PrintedLine, Residual, Schedule};
use taakgericht::budget::stream::TotalBasis;
use taakgericht::exact::{Amount, Mode, Percent, Ratio, Rounding, TieRule};
use taakgericht::party::{Municipality, MunicipalityCode};
use taakgericht::period::Year;
use taakgericht::scenario::{
    BudgetSection, Check, DerivationSection, PgbBasis, Scenario, ScheduleSection, Source, SourceTable, TableRow,
};

fn ids() -> impl Strategy<Value = String> {
    "[a-z0-9][a-z0-9_-]{0,6}"
}

/// Names that people give to columns and rows: anything but control characters.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{1,6}",
        "[ -~é€–]{1,8}",
        select(vec!["label", "party", "line", "3%", "#x", "a,b", "a;b", "\"q\"", "De Marne", "'", "{}"])
            .prop_map(String::from),
    ]
}

fn different(count: usize, names: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(names, count).prop_map(|names| names.into_iter().collect()).prop_shuffle()
}

fn percents() -> impl Strategy<Value = Percent> {
    (0..=10_000_i64).prop_map(|number| Percent::new(Decimal::new(number, 2)).unwrap())
}

fn printed() -> impl Strategy<Value = (Ratio, Mode)> {
    (select(vec![(1, 1), (1000, 1), (1, 10), (1, 1000), (5, 100), (1, 3)]), select(&Mode::ALL[..]))
        .prop_map(|((above, below), mode)| (Ratio::new(above, below).unwrap(), mode))
}

fn forms() -> impl Strategy<Value = Form> {
    (select(vec![Quantity::Amount, Quantity::Share, Quantity::Count]), printed())
        .prop_map(|(quantity, (unit, mode))| Form { quantity, printed: Printed::new(unit, mode).unwrap() })
}

fn columns(names: Vec<String>) -> impl Strategy<Value = Vec<Column>> {
    let roles = select(vec![Role::Part, Role::Memo, Role::Total, Role::Other]);
    let count = names.len();
    (vec((roles, forms()), count), option::of(subsequence(names[1..].to_vec(), 1..count.max(2)))).prop_map(
        move |(columns, added)| {
            let column = |(name, (role, form)): (&String, (Role, Form))| Column {
                name: name.clone(),
                role,
                form,
                sum_of: vec![],
            };
            let mut columns: Vec<Column> = names.iter().zip(columns).map(column).collect();
            columns[0].sum_of = added.unwrap_or_default();
            columns
        },
    )
}

fn row(label: String, columns: Vec<Column>) -> impl Strategy<Value = Row> {
    let roles = select(vec![RowRole::Party, RowRole::Party, RowRole::Total, RowRole::SumOfPrinted]);
    let units = vec(option::weighted(0.9, -1_000_000..1_000_000_i64), columns.len());
    (roles, option::weighted(0.2, forms()), units).prop_map(move |(role, form, units)| {
        let figure = |(units, column): (Option<i64>, &Column)| {
            let unit = form.unwrap_or(column.form).printed.unit();
            units.map(|units| Ratio::integer(units).checked_mul(unit).unwrap())
        };
        Row { label: label.clone(), role, form, figures: units.into_iter().zip(&columns).map(figure).collect() }
    })
}

/// A table in which all parties have municipalities, or none has.
fn table(id: String, source: String, with_parties: bool) -> impl Strategy<Value = SourceTable> {
    let shape = (different(4, names()), different(5, names()));
    let rows = shape.prop_flat_map(|(names, labels)| {
        columns(names).prop_flat_map(move |columns| {
            let rows: Vec<_> = labels.iter().map(|label| row(label.clone(), columns.clone())).collect();
            (Just(columns), rows)
        })
    });
    (rows, subsequence((1..60_u16).collect::<Vec<_>>(), 5).prop_shuffle()).prop_map(
        move |((columns, mut rows), codes)| {
            rows[0].role = RowRole::Party;
            let place = |(row, code): (&Row, u16)| TableRow {
                municipality: (with_parties && row.role == RowRole::Party).then(|| municipality(code)),
                line: None,
            };
            let places = rows.iter().zip(codes).map(place).collect();
            SourceTable { table: Table::new(&id, &source, columns, rows).unwrap(), file: None, rows: places }
        },
    )
}

fn municipality(code: u16) -> Municipality {
    Municipality::new(MunicipalityCode::new(code).unwrap(), Year::new(2015).unwrap())
}

fn schedules(source: String) -> impl Strategy<Value = Vec<ScheduleSection>> {
    let years = subsequence((2015..2020_i64).collect::<Vec<_>>(), 1..4);
    let section = (ids(), different(4, names()), years, vec(percents(), 16), any::<bool>(), any::<[bool; 4]>());
    let choices = (select(&CutReading::ALL[..]), select(&TieRule::ALL[..]));
    (section, choices).prop_map(move |((id, names, years, percents, has_cut, cut_years), (reading, tie))| {
        let line = |name: &String, first: usize| PrintedLine {
            name: name.clone(),
            percents: years
                .iter()
                .map(|&year| Year::new(year).unwrap())
                .zip(percents[first..].iter().copied())
                .collect(),
        };
        let mut cut = Cut { line: line(&names[0], 0), in_base: percents[15] };
        let mut keep = cut_years.into_iter();
        cut.line.percents.retain(|_| keep.next().unwrap_or(true));
        let has_cut = has_cut && cut.in_base < Percent::WHOLE;
        let mut residual = Residual { line: line(&names[3], 12 - years.len()), unit: Percent::parse("0.01").unwrap() };
        residual.line.percents.sort();
        let lines = vec![line(&names[1], 3), line(&names[2], 6)];
        let schedule = Schedule::new(&id, &source, has_cut.then_some(cut), lines, residual).unwrap();
        // Without a cut all readings are the same, and the text has none.
        vec![ScheduleSection {
            schedule,
            file: None,
            reading: if has_cut { reading } else { CutReading::Literal },
            tie,
        }]
    })
}

fn budget(table: &SourceTable, chosen: &[Index], stated: bool) -> (BudgetSection, DerivationSection) {
    let names: Vec<String> = table.table.columns().iter().map(|column| column.name.clone()).collect();
    let name = |index: usize| chosen[index].get(&names).clone();
    let budget = BudgetSection {
        table: table.table.name().into(),
        streams: names[..2].to_vec(),
        total: if stated { TotalBasis::Stated } else { TotalBasis::SumOfStreams },
        stated: stated.then(|| name(0)),
    };
    let derivation = DerivationSection {
        uitvoeringskosten: Percent::parse("3").unwrap(),
        voorliggend_veld: Percent::parse("2.5").unwrap(),
        awbz: names[1].clone(),
        pgb: if stated { PgbBasis::Amounts(name(1)) } else { PgbBasis::Shares(name(2)) },
        stage: if stated { Stage::PerStream } else { Stage::OnTotal },
        rounding: Rounding::new(Mode::HalfEven, Amount::from_cents(1 + i64::from(stated) * 99)).unwrap(),
    };
    (budget, derivation)
}

/// Expressions over the columns and rows of one table.
fn expressions(table: &SourceTable) -> impl Strategy<Value = Expression> + use<> {
    let columns: Vec<String> = table.table.columns().iter().map(|column| column.name.clone()).collect();
    let rows: Vec<String> = table.table.rows().iter().map(|row| row.label.clone()).collect();
    let reference =
        (option::of(Just(table.table.name().to_string())), option::of(select(rows)), option::of(select(columns)));
    let reference = reference.prop_map(|(table, row, column)| Reference { table, row, column });
    let filled = reference.clone().prop_filter("a reference with a key", |one| *one != Reference::default());
    let leaf = prop_oneof![
        (any::<i64>(), 1..100_i128)
            .prop_map(|(above, below)| Expression::Constant(Ratio::new(above.into(), below).unwrap())),
        percents().prop_map(Expression::Percent),
        filled.prop_map(Expression::Figure),
        reference.prop_map(|one| Expression::ColumnSum(Reference { row: None, ..one })),
    ];
    leaf.prop_recursive(4, 16, 3, |inner| {
        let (several, boxed) = (vec(inner.clone(), 1..4), inner.prop_map(Box::new));
        prop_oneof![
            several.clone().prop_map(Expression::Sum),
            several.clone().prop_map(Expression::Product),
            (boxed.clone(), several).prop_map(|(first, less)| Expression::Difference(first, less)),
            (boxed.clone(), boxed.clone()).prop_map(|(above, below)| Expression::Quotient(above, below)),
            (boxed, printed())
                .prop_map(|(one, (unit, mode))| Expression::Rounded(one, Printed::new(unit, mode).unwrap())),
        ]
    })
}

fn checks(table: &SourceTable) -> impl Strategy<Value = Vec<Check>> + use<> {
    let columns: Vec<String> = table.table.columns().iter().map(|column| column.name.clone()).collect();
    let labels: Vec<String> = table.table.rows().iter().map(|row| row.label.clone()).collect();
    let rows = prop_oneof![
        select(vec![Rows::All, Rows::Parties, Rows::Totals]),
        subsequence(labels, 1..3).prop_map(Rows::Named),
    ];
    let name = table.table.name().to_string();
    let check = (subsequence(columns, 1..3), rows, expressions(table), any::<bool>(), option::of(names()));
    vec(check, 0..4).prop_map(move |checks| {
        let numbered = checks.into_iter().enumerate();
        let check = |(number, (columns, rows, expression, detect, note)): (usize, _)| Check {
            identity: Identity { id: format!("check-{number}"), table: name.clone(), columns, rows, expression },
            detect,
            note,
        };
        numbered.map(check).collect()
    })
}

/// Scenarios that keep the rules of the format.
pub(crate) fn scenarios() -> impl Strategy<Value = Scenario> {
    scenarios_without_contracts().prop_flat_map(|scenario| {
        let financing = option::of(financing::sections(&scenario));
        (Just(scenario), financing).prop_map(|(scenario, financing)| match financing {
            None => scenario,
            Some(financing) => financing.added_to(scenario),
        })
    })
}

fn scenarios_without_contracts() -> impl Strategy<Value = Scenario> {
    scenarios_without_pools().prop_flat_map(|scenario| {
        let pooling = option::of(pooling::sections(&scenario));
        (Just(scenario), pooling).prop_map(|(scenario, pooling)| match pooling {
            None => scenario,
            Some(pooling) => pooling.added_to(scenario),
        })
    })
}

fn scenarios_without_pools() -> impl Strategy<Value = Scenario> {
    let tables = different(3, ids()).prop_flat_map(|ids| {
        let [one, two, source] = <[String; 3]>::try_from(ids).unwrap();
        let tables = (table(one, source.clone(), true), table(two, source.clone(), false));
        (tables, schedules(source.clone()), Just(source))
    });
    let with_checks = tables.prop_flat_map(|((one, two), schedules, source)| {
        let checks = checks(&two);
        (Just(one), Just(two), Just(schedules), Just(source), checks)
    });
    let rest = (ids(), "[^\\p{C}]{1,20}", any::<bool>(), vec(any::<Index>(), 3), any::<bool>());
    (with_checks, rest).prop_map(|((one, two, schedules, source, checks), (id, title, has_budget, chosen, stated))| {
        let (budget, derivation) = budget(&one, &chosen, stated);
        Scenario {
            sources: vec![Source { id: source, title: "a \"title\"\n\twith \\ everything\u{7f}".into() }],
            tables: vec![one, two],
            budget: has_budget.then_some(budget),
            derivation: has_budget.then_some(derivation),
            schedules,
            checks,
            ..Scenario::new(id, title, Year::new(2015).unwrap())
        }
    })
}
