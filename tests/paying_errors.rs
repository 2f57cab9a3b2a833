//! Every error of contracts and volumes, as text with its place: one slip in a good scenario, and all that is said about it.
//!
//! What is wrong with the sections themselves is told by `format_errors_financing.rs`: unknown keys and names, decimals where whole
//! numbers are asked for, empty cells.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests compute what they expect freely")]

#[path = "format_support/paying_slips.rs"]
mod paying_slips;

use paying_slips::check;
use taakgericht::Kind;

#[test]
fn lines_that_no_contract_covers() {
    check(&[
        (Kind::Missing, "GM1966,Kwelder,begeleiding,2026-05-31", "GM1966,Kwelder,begeleiding,2026-03-31", ""),
        (Kind::Missing, "GM1952,Elker,begeleiding,2026-01-31", "GM1952,Elker,begeleiding,2027-01-31", ""),
        (Kind::UnknownName, "GM1952,Elker,begeleiding", "GM1952,Elkes,begeleiding", ""),
        (Kind::UnknownName, "GM1952,Elker,begeleiding", "GM1952,Elker,verblijf", ""),
        (Kind::UnknownName, "GM1952,Elker,begeleiding", "GM1952,Elker,begeleidng", ""),
        (Kind::UnknownName, "GM1952,Elker,begeleiding", "GM0014,Elker,begeleiding", ""),
        (Kind::Duplicate, "[\"Los\"]", "[\"De Zijlen\"]\n# Both\n", ""),
    ]);
}

#[test]
fn credits_without_their_debits() {
    check(&[
        (Kind::OutOfRange, "-150,18,17,", "-150,18,,", ""),
        (Kind::OutOfRange, "-150,18,17,", "-100,18,17,", ""),
        (Kind::OutOfRange, "-150,18,17,", "150,18,17,", ""),
        (Kind::UnknownName, "-150,18,17,", "-150,18,16,", ""),
        (Kind::OutOfRange, "-150,18,17,", "-150,18,18,", ""),
        (Kind::Duplicate, "-150,18,17,", "-150,17,17,", ""),
        (Kind::OutOfRange, "GM1966,De Zijlen,begeleiding,2026-02-28,-150", "GM1966,De Zijlen,begeleiding,2026-02-27,-150", ""),
        (Kind::OutOfRange, "GM1966,De Zijlen,begeleiding,2026-02-28,-150", "GM1952,De Zijlen,begeleiding,2026-02-28,-150", ""),
        (Kind::OutOfRange, "2026-01-31,380,,,0,0", "2026-01-31,0,,,0,0", ""),
        (Kind::Duplicate, "2026-01-31,380,,,0,0\n", "2026-01-31,380,,,0,0\nGM1952,Elker,begeleiding,2026-01-31,1,18,,0,0\n", ""),
        (Kind::Duplicate, "-150,18,17,0,0\n", "-150,18,17,0,0\nGM1966,De Zijlen,begeleiding,2026-02-28,-150,19,17,0,0\n", ""),
        (Kind::WrongType, "-150,18,17,0,0\n", "-150,18,17,0,0\nGM1966,De Zijlen,begeleiding,2026-02-28,-150,19,18,0,0\n", ""),
        (Kind::Unit, "2026-01-31,380,", "2026-01-31,380.5,", ""),
    ]);
}

#[test]
fn products_that_their_contract_cannot_have() {
    check(&[
        // a unit that does not go with the variant
        (Kind::WrongType, "variant = \"output-based\"\nunit = \"piece-of-output\"", "variant = \"output-based\"", ""),
        (Kind::WrongType, "product = \"verblijf\"\nvariant = \"task-based\"", "product = \"verblijf\"\nvariant = \"output-based\"", ""),
        (Kind::Unit, "variant = \"effort-based\"\nbasis", "variant = \"effort-based\"\nunit = \"hour\"\nbasis", ""),
        // a switch of variant inside a period
        (Kind::OutOfRange, "product = \"maatwerk\"\nvariant = \"effort-based\"\n\n[contract.task]", "product = \"verblijf\"\nvariant = \"effort-based\"\ntariffs = { \"2026-01-01\" = 250 }\n\n[contract.task]", ""),
        // two contracts for one product of one provider
        (Kind::Duplicate, "provider = \"Kwelder\"\nsubcontractors = [\"Los\"]", "provider = \"Elker\"", ""),
        (Kind::Missing, "tariffs = { \"2026-01-01\" = \"87.30\" }\n", "", ""),
        (Kind::Missing, "\"2026-01-01\" = \"87.30\"", "\"2026-02-01\" = \"87.30\"", ""),
        (Kind::Missing, "\"2026-04-01\" = 2400", "\"2026-06-01\" = 2400", ""),
        (Kind::WrongType, "tariffs = { \"2026-01-01\" = 250 }", "basis = \"per-hour-in-minutes\"\ntariffs = { \"2026-01-01\" = 250 }", ""),
        (Kind::WrongType, "product = \"maatwerk\"\nvariant = \"effort-based\"\n\n[[contract]]", "product = \"maatwerk\"\nvariant = \"effort-based\"\ntariffs = { \"2026-01-01\" = 250 }\n\n[[contract]]", ""),
        (Kind::OutOfRange, "\"2026-01-01\" = \"87.30\"", "\"2026-01-01\" = \"-87.30\"", ""),
        (Kind::OutOfRange, "ceilings = { 2026 =", "ceilings = { 2027 =", ""),
        (Kind::OutOfRange, "provider_share = \"100%\"", "provider_share = \"101%\"", ""),
        (Kind::WrongType, "cost_price = 240", "cost_price = 240\nceilings = { 2026 = { amount = 1, beyond = \"new-care\" } }", ""),
        (Kind::Duplicate, "subcontractors = [\"Los\"]", "subcontractors = [\"Kwelder\"]", ""),
    ]);
}

#[test]
fn results_that_cannot_be_paid() {
    check(&[
        (Kind::ScheduleSum, "start = \"40%\", end", "start = \"41%\", end", ""),
        (Kind::Length, "start = \"40%\", end = \"60%\"", "start = \"20%\", milestones = [\"20%\"], end = \"60%\"", ""),
        (Kind::Missing, "result = { prices = { \"2026-04-01\" = 2400 }, start = \"40%\", end = \"60%\" }", "", ""),
    ]);
}

#[test]
fn tasks_that_say_too_little() {
    check(&[
        (Kind::Missing, "years = [{ year = 2027, index = \"4%\", volume_norm = \"0%\" }]\n", "", ""),
        (Kind::OutOfRange, "year = 2027, index", "year = 2028, index", ""),
        (Kind::OutOfRange, "index = \"4%\"", "index = \"-100%\"", ""),
        (Kind::Missing, "tariffs = { \"2026-01-01\" = 250 }\n", "", ""),
        (Kind::OutOfRange, "reason = \"laat\", year = 2026", "reason = \"laat\", year = 2028", ""),
        (Kind::OutOfRange, "percent = \"2%\"", "percent = \"102%\"", ""),
        (Kind::OutOfRange, "band = \"5%\"", "band = \"-5%\"", ""),
        (Kind::OutOfRange, "amount = 8000", "amount = -8000", ""),
        (Kind::Missing, "columns.youths = { year = 2025 }", "columns.youths = { year = 2024 }", ""),
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
        (Kind::OutOfRange, "[[volumes]]", &none[0], ""),
        (Kind::Missing, "[[volumes]]", &none[1], ""),
        (Kind::Missing, "[[volumes]]", &none[2], ""),
        (Kind::Missing, "[[volumes]]", &none[3], ""),
        (Kind::OutOfRange, "[[volumes]]", &none[4], ""),
        (Kind::Missing, "[[volumes]]", &none[5], ""),
        (Kind::Duplicate, "[[volumes]]", &none[6], ""),
        (Kind::Missing, "cost_price = 240\n", "", ""),
    ]);
}
