//! One slip in a small scenario with contracts that pays, and all that is said about it.

use taakgericht::{Errors, Kind, format, scenario::Plan};

/// An effort contract with a ceiling, a hybrid one, and one by output; two lines are a debit and its credit.
const MAIN: &str = r#"format = 1
rules = 1
scenario = { id = "small", title = "Two municipalities", division = 2026 }
source = [{ id = "s", title = "Invented" }]

[[table]]
id = "places"
file = "places.csv"
source = "s"
label = "name"
party = "code"
columns.youths = { role = "other", quantity = "count" }

[parties]
table = "places"

[[series]]
id = "youths"
table = "places"
quantity = "count"
columns.youths = { year = 2025 }

[[key]]
id = "youths"
basis = "measured"
series = "youths"
year = 2025

[[product]]
id = "begeleiding"
code = "45A04"
segment = "2"
unit = "minute"
frequency = "total"

[[product]]
id = "verblijf"
code = "43A12"
segment = "4c"
unit = "day-and-night"
frequency = "total"

[[product]]
id = "maatwerk"
code = "50X01"
segment = "2"
unit = "euro"
frequency = "total"

[[contract]]
id = "noord"
provider = "Elker"
subcontractors = ["De Zijlen"]
from = "2026-01-01"
to = "2026-12-31"

[[contract.products]]
product = "begeleiding"
variant = "effort-based"
basis = "per-hour-in-minutes"
tariffs = { "2026-01-01" = "87.30" }
cost_price = "80.15"
ceilings = { 2026 = { amount = 1000, beyond = "shared", provider_share = "100%" } }

[[contract.products]]
product = "maatwerk"
variant = "effort-based"

[[contract]]
id = "wonen"
provider = "Lauwerhof"
from = "2026-01-01"
to = "2027-12-31"

[[contract.products]]
product = "verblijf"
variant = "task-based"
tariffs = { "2026-01-01" = 250 }
cost_price = 240

[[contract.products]]
product = "maatwerk"
variant = "effort-based"

[contract.task]
basis = "agreed"
amount = 8000
years = [{ year = 2027, index = "4%", volume_norm = "0%" }]
corridor = { band = "5%", share = "50%" }
key = "youths"
penalties = [{ reason = "laat", year = 2026, percent = "2%", of = "monthly-part", month = 3 }]

[[contract]]
id = "trajecten"
provider = "Kwelder"
subcontractors = ["Los"]
from = "2026-04-01"
to = "2026-12-31"

[[contract.products]]
product = "begeleiding"
variant = "output-based"
unit = "piece-of-output"
cost_price = 1
result = { prices = { "2026-04-01" = 2400 }, start = "40%", end = "60%" }

[[volumes]]
id = "2026"
file = "volumes.csv"
source = "s"
party = "code"
provider = "who"
product = "what"
delivered = "day"
volume = "volume"
number = "line"
credits = "credited"
moments = ["started", "ended"]
"#;

const PLACES: &str = "code,name,youths\nGM1952,Midden-Groningen,2211\nGM1966,Het Hogeland,3150\n";

const VOLUMES: &str = "\
code,who,what,day,volume,line,credited,started,ended
GM1952,Elker,begeleiding,2026-01-31,380,,,0,0
GM1966,De Zijlen,begeleiding,2026-02-28,150,17,,0,0
GM1966,De Zijlen,begeleiding,2026-02-28,-150,18,17,0,0
GM1966,Elker,maatwerk,2026-03-15,41250,,,0,0
GM1952,Lauwerhof,verblijf,2026-03-31,31,,,0,0
GM1966,Kwelder,begeleiding,2026-05-31,600,,,2,1
GM1952,Los,begeleiding,2026-06-30,60,,,1,0
";

const FILES: [(&str, &str); 2] = [("places.csv", PLACES), ("volumes.csv", VOLUMES)];

/// What is said when `good` is replaced by `bad` in the one text that has it: in reading, planning, or comparing.
pub(crate) fn said(good: &str, bad: &str) -> Result<(), Errors> {
    let texts = FILES.iter().map(|(_, text)| *text).chain([MAIN]);
    assert_eq!(texts.map(|text| text.matches(good).count()).sum::<usize>(), 1, "{good:?} stands there once");
    let main = MAIN.replacen(good, bad, 1);
    let files = FILES.map(|(name, text)| (name, text.replacen(good, bad, 1)));
    let file = |name: &str| files.iter().find(|(other, _)| *other == name).map(|(_, text)| text.as_str());
    let scenario = format::read("s.toml", &main, &file)?;
    let located = |errors| format::locate("s.toml", &main, errors);
    let plan = Plan::new(&scenario).map_err(located)?;
    plan.run().map_err(located)?;
    plan.compare_variants().map_err(located).map(|_| ())
}

/// What is said about each slip, and that all of it is, first, about this kind of thing.
pub(crate) fn check(cases: &[(Kind, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (kind, good, bad, expected) in cases {
        let (said, found) = match said(good, bad) {
            Ok(()) => ("nothing".into(), None),
            Err(errors) => (errors.to_string(), errors.all().first().map(taakgericht::Error::kind)),
        };
        if said != *expected || found != Some(*kind) {
            wrong.push(format!("CASE {good:?} as {bad:?}, {found:?}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Without a slip nothing is said.
#[test]
fn the_good_scenario_is_good() {
    assert_eq!(said("small", "small"), Ok(()));
}
