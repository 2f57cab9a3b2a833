//! A small good scenario with contracts, as texts.

/// The main text: every kind of section, most of their keys.
pub(crate) const MAIN: &str = r#"format = 1
rules = 1

[scenario]
id = "small"
title = "Two municipalities and three providers"
division = 2026

[[source]]
id = "s"
title = "Invented"

[[table]]
id = "places"
file = "places.csv"
source = "s"
label = "name"
party = "code"

[table.columns]
youths = { role = "other", quantity = "count" }

[parties]
table = "places"

[[series]]
id = "youths"
table = "places"
quantity = "count"
[series.columns]
youths = { year = 2025, ages = "0-17" }

[[key]]
id = "youths"
basis = "measured"
series = "youths"
ages = "0-17"
year = 2025

[[product]]
id = "begeleiding"
title = "Ambulante begeleiding"
code = "45A04"
segment = "2"
unit = "minute"
frequency = "per-week"

[[product]]
id = "verblijf"
code = "43A12"
segment = "1"
unit = "day-and-night"
frequency = "total"

[[contract]]
id = "noord"
provider = "Elker"
subcontractors = ["De Zijlen"]
from = "2026-01-01"
to = 2027-12-31

[[contract.products]]
product = "begeleiding"
variant = "effort-based"
basis = "per-hour-in-minutes"
tariffs = { "2026-01-01" = "87.30", 2027-01-01 = "91.5825" }
cost_price = "80.15"
result = { prices = { "2026-01-01" = 2400 }, start = "30%", milestones = ["40%"], end = "30%" }
ceilings = { 2026 = { amount = 1000000, beyond = "shared", provider_share = "100%" }, 2027 = { amount = 1100000, beyond = "new-care" } }

[[contract.products]]
product = "verblijf"
variant = "task-based"
tariffs = { "2026-01-01" = 250 }

[contract.task]
basis = "agreed"
amount = 10000000
rounding = { mode = "half-up", unit = 1 }
years = [{ year = 2027, index = "4.91%", volume_norm = "-1.5%", mutations = { verblijf = 250000 } }]
corridor = { over = [{ from = "3%", share = "50%" }, { from = "8%", share = "80%" }], under = [{ from = "5%", share = "50%" }] }
key = "youths"
penalties = [{ reason = "rapportage te laat", year = 2026, percent = "2%", of = "monthly-part", month = 3 }]

[[contract]]
id = "zuid"
provider = "Molendrift"
from = "2026-01-01"
to = "2026-12-31"
products = [{ product = "begeleiding", variant = "output-based", unit = "piece-of-output", result = { prices = { "2026-01-01" = "2400.50" } } }]

[contract.task]
basis = "historic-turnover"
turnover = { 2023 = 900000, 2024 = 940000 }
corridor = { band = "5%", share = "50%" }
key = "youths"

[[contract]]
id = "vrij"
provider = "Vrij"
from = "2026-01-01"
to = "2026-12-31"
products = [{ product = "begeleiding", variant = "task-based" }]
task = { basis = "capitation", groups = [{ name = "0-11", rate = "412.505", persons = "1385" }, { name = "12-17", rate = 980, persons = "826.5" }], key = "youths" }

[[volumes]]
id = "2026"
file = "volumes.csv"
source = "s"
party = "code"
provider = "who"
product = "what"
delivered = "day"
volume = "volume"
begun = "begun"
number = "line"
credits = "credited"
moments = ["started", "ended"]
ignore = ["remark"]

[[case]]
id = "all-task"
variant = "task-based"
contracts = ["noord"]
segments = ["2"]
leakage = { share = "8%", to = "vrij", tariff_times = "1.1", cost_times = 1 }

[[shock]]
id = "more"
volume = "10%"

[[shock]]
id = "dearer"
cost_price = "5%"

[administration]
per_invoice_line = "3.50"
per_result = 20
per_month = { effort = 100, output = 60, task = 40 }
"#;

const PLACES: &str = "code,name,youths\nGM0005,Bedum,2211\nGM0053,Winsum,3150\n";

const VOLUMES: &str = "\
# Invented.
code,who,what,day,begun,volume,line,credited,started,ended,remark
GM0005,Elker,begeleiding,2026-01-31,,380,,,0,0,
GM0053,De Zijlen,begeleiding,2026-02-28,2026-01-05,150,17,,1,0,declared twice
GM0053,De Zijlen,begeleiding,2026-02-28,2026-01-05,-150,,17,-1,0,
GM0005,Elker,verblijf,2026-03-31,,31.0,,,0,1,
";

/// The CSV texts by their names.
pub(crate) const FILES: [(&str, &str); 2] = [("places.csv", PLACES), ("volumes.csv", VOLUMES)];
