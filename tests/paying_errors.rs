//! Every error of contracts and volumes, as text with its place: one slip in a good scenario, and all that is said about it.
//!
//! What is wrong with the sections themselves is told by `format_errors_financing.rs`: unknown keys and names, decimals where whole
//! numbers are asked for, empty cells.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests compute what they expect freely")]

#[path = "format_support/paying_slips.rs"]
mod paying_slips;

use paying_slips::{check, said};
use taakgericht::Kind;

#[test]
fn lines_that_no_contract_covers() {
    check(&[
        (
            Kind::Missing,
            "GM1966,Kwelder,begeleiding,2026-05-31",
            "GM1966,Kwelder,begeleiding,2026-03-31",
            "volumes.csv:7: volumes \"2026\": no contract of \"Kwelder\" for \"begeleiding\" on 2026-03-31, expected a contract that holds then.",
        ),
        (
            Kind::Missing,
            "GM1952,Elker,begeleiding,2026-01-31",
            "GM1952,Elker,begeleiding,2027-01-31",
            "volumes.csv:2: volumes \"2026\": no contract of \"Elker\" for \"begeleiding\" on 2027-01-31, expected a contract that holds then.",
        ),
        (
            Kind::UnknownName,
            "GM1952,Elker,begeleiding",
            "GM1952,Elkes,begeleiding",
            "volumes.csv:2: volumes \"2026\", column \"who\": no provider \"Elkes\", expected one of \"De Zijlen\", \"Elker\", \"Kwelder\", \"Lauwerhof\", \"Los\".\n  Did you mean \"Elker\"?",
        ),
        (
            Kind::UnknownName,
            "GM1952,Elker,begeleiding",
            "GM1952,Elker,verblijf",
            "volumes.csv:2: volumes \"2026\", provider \"Elker\": no product \"verblijf\", expected one of \"begeleiding\", \"maatwerk\".",
        ),
        (
            Kind::UnknownName,
            "GM1952,Elker,begeleiding",
            "GM1952,Elker,begeleidng",
            "volumes.csv:2: volumes \"2026\", column \"what\": no product \"begeleidng\", expected one of \"begeleiding\", \"maatwerk\", \"verblijf\".\n  Did you mean \"begeleiding\"?",
        ),
        (
            Kind::UnknownName,
            "GM1952,Elker,begeleiding",
            "GM0014,Elker,begeleiding",
            "volumes.csv:2: volumes \"2026\", column \"code\": no party \"GM0014\", expected one of \"GM1952\", \"GM1966\".",
        ),
        (
            Kind::Duplicate,
            "[\"De Zijlen\"]",
            "[\"De Zijlen\", \"Los\"]",
            "volumes.csv:8: volumes \"2026\": \"Los\" delivers \"begeleiding\" for the contracts \"noord\" and \"trajecten\", expected one contract on each day.\n  Name the main contractor as the one who delivered.",
        ),
    ]);
}

#[test]
fn credits_without_their_debits() {
    check(&[
        (
            Kind::OutOfRange,
            "-150,18,17,",
            "-150,18,,",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a volume of -150 without a debit, expected a volume above 0.\n  Credit the line as a whole, by its number, and declare anew.",
        ),
        (
            Kind::OutOfRange,
            "-150,18,17,",
            "-100,18,17,",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a credit of -100 for a debit of 150, expected -150, the whole debit.\n  Credit the line as a whole, by its number, and declare anew.",
        ),
        (
            Kind::OutOfRange,
            "-150,18,17,",
            "150,18,17,",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a volume of 150 that credits line 17, expected a volume below 0 in a credit, and no debit to credit in a debit.",
        ),
        (
            Kind::UnknownName,
            "-150,18,17,",
            "-150,18,16,",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a credit of line 16, which is not there, expected an earlier debit.\n  A credit stands in the same volumes as its debit.",
        ),
        (
            Kind::OutOfRange,
            "-150,18,17,",
            "-150,18,18,",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a credit of line 18, which is itself, expected an earlier debit.",
        ),
        (
            Kind::Duplicate,
            "-150,18,17,",
            "-150,17,17,",
            "volumes.csv:4: volumes \"2026\", line 17 (position 2): the number of position 1 a second time, expected every number once.",
        ),
        (
            Kind::OutOfRange,
            "GM1966,De Zijlen,begeleiding,2026-02-28,-150",
            "GM1966,De Zijlen,begeleiding,2026-02-27,-150",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a credit of line 17, which is about something else, expected the product, provider, municipality and day of the debit.",
        ),
        (
            Kind::OutOfRange,
            "GM1966,De Zijlen,begeleiding,2026-02-28,-150",
            "GM1952,De Zijlen,begeleiding,2026-02-28,-150",
            "volumes.csv:4: volumes \"2026\", line 18 (position 2): a credit of line 17, which is about something else, expected the product, provider, municipality and day of the debit.",
        ),
        (
            Kind::OutOfRange,
            "2026-01-31,380,,,0,0",
            "2026-01-31,0,,,0,0",
            "volumes.csv:2: volumes \"2026\", line without a number (position 0): a volume of 0, expected a volume that is not 0.\n  Declare no line where nothing was delivered.",
        ),
        (
            Kind::Duplicate,
            "2026-01-31,380,,,0,0\n",
            "2026-01-31,380,,,0,0\nGM1952,Elker,begeleiding,2026-01-31,1,18,,0,0\n",
            "volumes.csv:5: volumes \"2026\", line 18 (position 3): the number of position 1 a second time, expected every number once.",
        ),
        (
            Kind::Duplicate,
            "-150,18,17,0,0\n",
            "-150,18,17,0,0\nGM1966,De Zijlen,begeleiding,2026-02-28,-150,19,17,0,0\n",
            "volumes.csv:5: volumes \"2026\", line 19 (position 3): a second credit of line 17, after line 18, expected one credit for each debit.",
        ),
        (
            Kind::WrongType,
            "-150,18,17,0,0\n",
            "-150,18,17,0,0\nGM1966,De Zijlen,begeleiding,2026-02-28,-150,19,18,0,0\n",
            "volumes.csv:5: volumes \"2026\", line 19 (position 3): a credit of line 18, which is a credit, expected an earlier debit.\n  A credit stays: declare anew what was credited wrongly.",
        ),
        (
            Kind::Inexact,
            "2026-01-31,380,",
            "2026-01-31,380.5,",
            "volumes.csv:2: volumes \"2026\", column \"volume\": \"380.5\", expected a whole number.\n  Declare in a finer unit, such as minutes for hours, and cents for euros.",
        ),
    ]);
}

#[test]
fn products_that_their_contract_cannot_have() {
    check(&[
        // a unit that does not go with the variant
        (
            Kind::WrongType,
            "variant = \"output-based\"\nunit = \"piece-of-output\"",
            "variant = \"output-based\"",
            "s.toml:93: contract \"trajecten\", product 45A04: the unit 01 minute in an output-based product, expected one of 82 piece-of-output, 83 euro.\n  Say in the contract in which unit results are declared; volumes stay in that of the product.",
        ),
        (
            Kind::WrongType,
            "product = \"verblijf\"\nvariant = \"task-based\"",
            "product = \"verblijf\"\nvariant = \"output-based\"",
            "s.toml:69: contract \"wonen\", product 43A12: the unit 14 day-and-night in an output-based product, expected one of 82 piece-of-output, 83 euro.\n  Say in the contract in which unit results are declared; volumes stay in that of the product.",
        ),
        (
            Kind::Unit,
            "variant = \"effort-based\"\nbasis",
            "variant = \"effort-based\"\nunit = \"hour\"\nbasis",
            "s.toml:50: contract \"noord\", product \"begeleiding\": the unit 04 hour for a product that is counted in 01 minute, expected the unit 01 minute.\n  Only results (output-based) are declared in another unit than the volume.",
        ),
        // a switch of variant inside a period
        (
            Kind::OutOfRange,
            "product = \"maatwerk\"\nvariant = \"effort-based\"\n\n[contract.task]",
            "product = \"verblijf\"\nvariant = \"effort-based\"\ntariffs = { \"2026-01-01\" = 250 }\n\n[contract.task]",
            "s.toml:69: contract \"wonen\": the product 43A12 as task-based and as effort-based, expected one variant per period.\n  End the contract, and start a new one with the other variant.",
        ),
        // two contracts for one product of one provider
        (
            Kind::Duplicate,
            "provider = \"Kwelder\"\nsubcontractors = [\"Los\"]",
            "provider = \"Elker\"\nsubcontractors = [\"Los\", \"Kwelder\"]",
            "s.toml:93: contract \"trajecten\", provider \"Elker\": the contracts \"noord\" and \"trajecten\" both have 45A04 from 2026-04-01 to 2026-12-31, expected one contract on each day.",
        ),
        (
            Kind::Missing,
            "tariffs = { \"2026-01-01\" = \"87.30\" }\n",
            "",
            "s.toml:50: contract \"noord\", product 45A04: an effort-based product without tariffs, expected tariffs by date.",
        ),
        (
            Kind::Missing,
            "\"2026-01-01\" = \"87.30\"",
            "\"2026-02-01\" = \"87.30\"",
            "volumes.csv:2: volumes \"2026\", contract \"noord\", product \"begeleiding\": no tariff on 2026-01-31, expected a tariff that holds then; the first holds from 2026-02-01.",
        ),
        (
            Kind::Missing,
            "\"2026-04-01\" = 2400",
            "\"2026-06-01\" = 2400",
            "volumes.csv:7: volumes \"2026\", contract \"trajecten\", product \"begeleiding\": no price of a result on 2026-05-31, expected a price that holds then; the first holds from 2026-06-01.",
        ),
        (
            Kind::WrongType,
            "tariffs = { \"2026-01-01\" = 250 }",
            "basis = \"per-hour-in-minutes\"\ntariffs = { \"2026-01-01\" = 250 }",
            "s.toml:69: contract \"wonen\", product \"verblijf\": a tariff per hour in minutes for the unit 14 day-and-night, expected the unit 01 minute.",
        ),
        (
            Kind::WrongType,
            "product = \"maatwerk\"\nvariant = \"effort-based\"\n\n[[contract]]",
            "product = \"maatwerk\"\nvariant = \"effort-based\"\ntariffs = { \"2026-01-01\" = 250 }\n\n[[contract]]",
            "s.toml:50: contract \"noord\", product 50X01: tariffs for euros, expected no tariff: the volume is the amount.",
        ),
        (
            Kind::OutOfRange,
            "\"2026-01-01\" = \"87.30\"",
            "\"2026-01-01\" = \"-87.30\"",
            "s.toml:61: contract \"noord\", product \"begeleiding\", tariff \"2026-01-01\": a tariff of -87.30, expected a tariff of 0 or more.",
        ),
        (
            Kind::OutOfRange,
            "ceilings = { 2026 =",
            "ceilings = { 2027 =",
            "s.toml:50: contract \"noord\", product 45A04: a ceiling for care of 2027, expected a year that the contract touches, 2026-01-01 to 2026-12-31.",
        ),
        (
            Kind::OutOfRange,
            "provider_share = \"100%\"",
            "provider_share = \"101%\"",
            "s.toml:50: contract \"noord\", product 45A04, year 2026: a share of 101% borne by the provider, expected a share from 0% to 100%.",
        ),
        (
            Kind::WrongType,
            "cost_price = 240",
            "cost_price = 240\nceilings = { 2026 = { amount = 1, beyond = \"new-care\" } }",
            "s.toml:69: contract \"wonen\", product \"verblijf\": a ceiling on a product that is task-based, expected a ceiling on care by effort.\n  A task has its lump sum as its ceiling, and a result its price.",
        ),
        (
            Kind::Duplicate,
            "subcontractors = [\"Los\"]",
            "subcontractors = [\"Los\", \"Kwelder\"]",
            "s.toml:93: contract \"trajecten\": the provider \"Kwelder\" as its own subcontractor, expected other providers.",
        ),
    ]);
}

#[test]
fn results_that_cannot_be_paid() {
    check(&[
        // what counts against its own line would be paid twice in a credit, or taken back without one
        (
            Kind::OutOfRange,
            "2026-05-31,600,,,2,1",
            "2026-05-31,600,,,2,-1",
            "volumes.csv:7: volumes \"2026\": -1 at the moment \"ended\" beside a volume of 600, expected 0 or more.\n  Credit the line as a whole, by its number, and declare anew.",
        ),
        (
            Kind::OutOfRange,
            "GM1966,Kwelder,begeleiding,2026-05-31,600,,,2,1\n",
            "GM1966,Kwelder,begeleiding,2026-05-31,600,1,,2,1\nGM1966,Kwelder,begeleiding,2026-05-31,-600,2,1,2,1\n",
            "volumes.csv:8: volumes \"2026\": 2 at the moment \"started\" beside a volume of -600, expected 0 or less.\n  A credit takes back what its debit counted: write its counts below zero too.",
        ),
        (
            Kind::Unit,
            "unit = \"piece-of-output\"\ncost_price = 1\nresult = { prices = { \"2026-04-01\" = 2400 }, start = \"40%\", end = \"60%\" }",
            "unit = \"euro\"\ncost_price = 1",
            "s.toml:93: contract \"trajecten\", product \"begeleiding\": results in 83 euro for a product that is counted in 01 minute, expected the unit 82 piece-of-output.\n  Of euros the volume itself is the amount: only a product that is counted in euros is paid in euros.",
        ),
        (
            Kind::ScheduleSum,
            "start = \"40%\", end",
            "start = \"41%\", end",
            "s.toml:105: contract \"trajecten\", product \"begeleiding\", result: the parts of the price add up to 101%, expected 100%.",
        ),
        (
            Kind::Length,
            "start = \"40%\", end = \"60%\"",
            "start = \"20%\", milestones = [\"20%\"], end = \"60%\"",
            "volumes.csv:7: volumes \"2026\", contract \"trajecten\", product \"begeleiding\": 2 moments of payment in the volumes, expected 3, as the price has parts.\n  A part of 0% is a moment at which nothing is paid.\nvolumes.csv:8: volumes \"2026\", contract \"trajecten\", product \"begeleiding\": 2 moments of payment in the volumes, expected 3, as the price has parts.\n  A part of 0% is a moment at which nothing is paid.",
        ),
        (
            Kind::Missing,
            "result = { prices = { \"2026-04-01\" = 2400 }, start = \"40%\", end = \"60%\" }",
            "",
            "s.toml:93: contract \"trajecten\", product 45A04: an output-based product without a result, expected what a result is paid: prices by date.",
        ),
    ]);
}

#[test]
fn tasks_that_say_too_little() {
    check(&[
        (
            Kind::Missing,
            "years = [{ year = 2027, index = \"4%\", volume_norm = \"0%\" }]\n",
            "",
            "s.toml:69: contract \"wonen\", task: lump sums of 2026, expected one for each year of the contract: 2026, 2027.\n  The first year has the basis; say for each later year how it follows from the one before.",
        ),
        (
            Kind::OutOfRange,
            "year = 2027, index",
            "year = 2028, index",
            "s.toml:88: contract \"wonen\", task, year 2028: it stands behind 2026, expected years that follow each other.",
        ),
        (
            Kind::OutOfRange,
            "index = \"4%\"",
            "index = \"-100%\"",
            "s.toml:88: contract \"wonen\", task, year 2027: an index of -100%, expected more than -100%.",
        ),
        (
            Kind::Missing,
            "tariffs = { \"2026-01-01\" = 250 }\n",
            "",
            "s.toml:69: contract \"wonen\", product \"verblijf\": a corridor, and no tariffs for what it is compared with, expected shadow tariffs by date.",
        ),
        (
            Kind::OutOfRange,
            "reason = \"laat\", year = 2026",
            "reason = \"laat\", year = 2028",
            "s.toml:69: contract \"wonen\", task, penalty \"laat\": a penalty in 2028, expected a year of the contract.",
        ),
        (
            Kind::OutOfRange,
            "percent = \"2%\"",
            "percent = \"102%\"",
            "s.toml:69: contract \"wonen\", year 2026, task, penalty \"laat\", penalty on \"monthly-part\": a penalty of 102%, expected a share from 0% to 100%.",
        ),
        (
            Kind::OutOfRange,
            "percent = \"2%\", of = \"monthly-part\", month = 3 }]",
            "percent = \"60%\", of = \"lump-sum\" }, { reason = \"later\", year = 2026, percent = \"60%\", of = \"settled\" }]",
            "s.toml:69: contract \"wonen\", year 2026, task: penalties of 9600.00, expected at most what the task pays, 8000.00.",
        ),
        (
            Kind::OutOfRange,
            "band = \"5%\"",
            "band = \"-5%\"",
            "s.toml:89: contract \"wonen\", task, corridor, side \"over\", breakpoint 1: a breakpoint at -5%, expected 0% or more.",
        ),
        (
            Kind::OutOfRange,
            "amount = 8000",
            "amount = -8000",
            "s.toml:85: contract \"wonen\", task, year 2026, basis \"agreed\": an agreed amount of -8000, expected 0 or more.",
        ),
        (
            Kind::Missing,
            "columns.youths = { year = 2025 }",
            "columns.youths = { year = 2024 }",
            "s.toml:69: contract \"wonen\", year 2026, task, key \"youths\", measure \"youths\": no figures of 2025, expected 2024.\n  Declare another key year, or add the figures of 2025.\ns.toml:69: contract \"wonen\", year 2027, task, key \"youths\", measure \"youths\": no figures of 2025, expected 2024.\n  Declare another key year, or add the figures of 2025.",
        ),
    ]);
}

/// Half a year at the lump sum of a year would be twice the money, so what is paid for a part of a year is said.
#[test]
fn a_part_of_a_year_is_a_declared_choice() {
    let months = "provider = \"Lauwerhof\"\nfrom = \"2026-01-01\"\nto = \"2027-12-31\"";
    let advice = "\"by-month\" pays a twelfth of the lump sum for every month; \"whole\" pays it as it stands, agreed for these months.";
    let said = |found: &str| {
        format!(
            "s.toml:69: contract \"wonen\", task: {found}, and no word on what is paid for a part of a year, expected part_year = \"by-month\" or \"whole\".\n  {advice}"
        )
    };
    check(&[
        (Kind::Missing, months, &months.replace("2026-01-01", "2026-02-01"), &said("11 months of 2026")),
        (Kind::Missing, months, &months.replace("2027-12-31", "2027-06-30"), &said("6 months of 2027")),
        (Kind::Missing, months, &months.replace("2026-01-01", "2026-01-02"), &said("part of 2026")),
    ]);
}

/// Two tasks that meet within a month would each be paid that month.
#[test]
fn a_task_that_is_paid_by_month_has_whole_months() {
    let contract = r#"to = "2027-12-31"

[[contract.products]]
product = "verblijf"
variant = "task-based"
tariffs = { "2026-01-01" = 250 }
cost_price = 240

[[contract.products]]
product = "maatwerk"
variant = "effort-based"

[contract.task]"#;
    let by_month = |to: &str| format!("{}\npart_year = \"by-month\"", contract.replace("2027-12-31", to));
    let text = "s.toml:69: contract \"wonen\", task: a contract of 2026-01-01 to 2027-06-15, part of 2027-06, and part_year = \"by-month\", \
        expected whole months.\n  Let it begin on the first day of a month and end on the last, or agree on an amount for these months: \"whole\".";
    check(&[(Kind::OutOfRange, contract, &by_month("2027-06-15"), text)]);
    assert_eq!(said(contract, &by_month("2027-06-30")), Ok(()));
}

/// Leaked care turns up where somebody delivers by a contract in that year: the one that is named, or another of its provider.
#[test]
fn care_leaks_to_a_contract_that_holds() {
    let to = |provider: &str| {
        format!(
            "[[contract]]\nid = \"oud\"\nprovider = \"{provider}\"\nfrom = \"2025-01-01\"\nto = \"2025-12-31\"\n\
             products = [{{ product = \"begeleiding\", variant = \"effort-based\", tariffs = {{ \"2025-01-01\" = 1 }} }}]\n\n\
             [[case]]\nid = \"c\"\nleakage = {{ share = \"8%\", to = \"oud\" }}\n\n[[volumes]]"
        )
    };
    check(&[(
        Kind::Missing,
        "[[volumes]]",
        &to("Oud"),
        "s.toml:114: case \"c\", year 2026, contract \"wonen\", leakage: no contract of \"Oud\" in 2026, expected one that holds in every year in which care leaks.\n  Name the contract of a provider that delivers then.",
    )]);
    assert_eq!(said("[[volumes]]", &to("Elker")), Ok(()));
}

/// A case switches what is delivered only to a variant that goes with the unit in which it is counted, as a contract does.
#[test]
fn cases_keep_to_the_units_of_a_variant() {
    let pieces = "unit = \"day-and-night\"\nfrequency = \"total\"";
    let to_effort = "\n\n[[case]]\nid = \"c\"\nvariant = \"effort-based\"\ncontracts = [\"wonen\"]";
    let euros = "product = \"maatwerk\"\nvariant = \"effort-based\"\n\n[[contract]]\nid = \"wonen\"";
    let task = "\n\n[contract.task]\nbasis = \"agreed\"\namount = 1\nkey = \"youths\"\n\n";
    let to_task = "[[case]]\nid = \"c\"\nvariant = \"task-based\"\ncontracts = [\"noord\"]\n\n[[contract]]";
    check(&[
        (
            Kind::WrongType,
            pieces,
            &format!("{}{to_effort}", pieces.replace("day-and-night", "piece-of-output")),
            "s.toml:43: case \"c\", year 2026, contract \"wonen\", product \"verblijf\": the unit 82 piece-of-output in an effort-based product, expected one of 01 minute, 04 hour, 14 day-and-night, 16 day-part, 83 euro, 84 piece-of-effort.",
        ),
        (
            Kind::WrongType,
            euros,
            &euros.replace("\n\n[[contract]]", &format!("{task}{to_task}")),
            "s.toml:74: case \"c\", year 2026, contract \"noord\", product \"maatwerk\": the unit 83 euro in a task-based product, expected one of 01 minute, 04 hour, 14 day-and-night, 16 day-part, 82 piece-of-output, 84 piece-of-effort.",
        ),
    ]);
}

#[test]
fn cases_that_contracts_do_not_allow() {
    let case = |text: &'static str| -> String { format!("[[case]]\nid = \"c\"\n{text}\n\n[[volumes]]") };
    let none = [
        case("leakage = { share = \"108%\", to = \"noord\" }"),
        case("variant = \"task-based\""),
        case("variant = \"output-based\"\ncontracts = [\"wonen\"]"),
        case("variant = \"effort-based\"\ncontracts = [\"trajecten\"]"),
        case("variant = \"task-based\"\ncontracts = [\"wonen\"]"),
        case("segments = [\"2\"]"),
        case("variant = \"task-based\"").replace("\"c\"", "\"contracted\""),
    ];
    check(&[
        (
            Kind::OutOfRange,
            "[[volumes]]",
            &none[0],
            "s.toml:107: case \"c\": leakage of 108%, expected a share from 0% to 100%.",
        ),
        (
            Kind::Missing,
            "[[volumes]]",
            &none[1],
            "s.toml:107: case \"c\", year 2026, contract \"noord\": no task, expected what is agreed for the task: a lump sum.\n  Give the contract a task, or name the contracts that the case switches.",
        ),
        (
            Kind::Missing,
            "[[volumes]]",
            &none[2],
            "s.toml:107: case \"c\", year 2026, contract \"wonen\", product \"verblijf\": no price of a result, expected what is paid by output.",
        ),
        (
            Kind::Missing,
            "[[volumes]]",
            &none[3],
            "s.toml:107: case \"c\", year 2026, contract \"trajecten\", product \"begeleiding\": no tariff by effort, expected tariffs by date.",
        ),
        (
            Kind::OutOfRange,
            "[[volumes]]",
            &none[4],
            "s.toml:107: case \"c\", year 2026, contract \"wonen\": a task for \"verblijf\", \"maatwerk\", expected a task for \"verblijf\", as its lump sum is agreed.\n  Let the case choose all of these and no other products of the contract, by contracts or by segments.",
        ),
        (
            Kind::Missing,
            "[[volumes]]",
            &none[5],
            "s.toml:107: case \"c\": no key \"variant\" or \"leakage\", expected one of them.",
        ),
        (
            Kind::Duplicate,
            "[[volumes]]",
            &none[6],
            "s.toml:108: case \"contracted\", id: the id \"contracted\", which stands for the contracts as they are, expected another id.",
        ),
        (
            Kind::Missing,
            "cost_price = 240\n",
            "",
            "s.toml:69: contract \"wonen\", year 2026, product \"verblijf\": no cost price, expected what delivering it costs the provider.\n  Without it the result of the provider is not known, and variants cannot be compared.",
        ),
    ]);
}
