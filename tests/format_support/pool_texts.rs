//! A small good scenario with pools, as texts.

/// The main text: every kind of section, most of their keys.
pub(crate) const MAIN: &str = r#"format = 1
rules = 1

[scenario]
id = "small"
title = "Three municipalities"
division = 2015

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
a = { role = "other", quantity = "count" }
b = { role = "other", quantity = "count" }
euros = { role = "part" }

[parties]
table = "places"

[[series]]
id = "cost"
file = "cost.csv"
source = "s"
party = "code"
year = "year"
value = "cost"
segment = "segment"

[[series]]
id = "contribution"
file = "contribution.csv"
source = "s"
party = "code"
year = "year"
value = "euros"

[[series]]
id = "clients"
file = "clients.csv"
source = "s"
party = "code"
year = "year"
value = "cost"
client = "client"

[[series]]
id = "youths"
table = "places"
quantity = "count"
[series.columns]
a = { year = 2014, ages = "0-11" }
b = { year = 2014, ages = "12-17" }

[[key]]
id = "youths-0-17"
basis = "measured"
series = "youths"
ages = "0-17"
year = 2014

[[key]]
id = "spend"
basis = "mean-of-sums"
series = "cost"
segments = ["zin"]
years = 2
years_before = 1

[[key]]
id = "agreed"
basis = "fixed"
shares = { Bedum = 3, GM0053 = "2.5", Eemsmond = 4 }

[[pool]]
id = "region"
years = [2015, 2016]
segments = ["zin"]
cost = "cost"
contribution = "contribution"
clients = "clients"
model = { kind = "corridor", band = "5%", netting = "each-side" }
key = "youths-0-17"
underspend_key = "agreed"
advances = { series = "contribution", instalments = 12 }
reserve = { opening = 0, cap = 500 }
rounds = [{ kind = "final", booked = 2017 }]

[[pool]]
id = "inner"
years = [2015]
members = ["Bedum", "GM0053"]
within = "region"
cost = "cost"
segments = ["zin"]
model = { kind = "blend", pooled = { 2015 = "50%" } }
key = "spend"

[[pool]]
id = "pgb"
years = [2015]
members = ["Winsum", "Eemsmond"]
cost = "cost"
segments = ["pgb"]
model = { kind = "insurance" }
key = "agreed"

[[alternative]]
id = "capped"
pool = "region"
model = { kind = "stop-loss", threshold = 100, ceded = "80%", ceiling = 300 }
without = ["Eemsmond"]
"#;

const PLACES: &str = "code,name,a,b,euros\nGM0005,Bedum,10,20,1\nGM0053,Winsum,30,40,2\nGM1651,Eemsmond,50,60,3\n";

const COST: &str = "\
# Euros.
code,year,segment,cost
GM0005,2015,zin,100
GM0005,2015,pgb,20.50
GM0053,2015,zin,200
GM1651,2016,zin,300
GM1651,2015,zin,150
GM1651,2015,pgb,30
GM0053,2015,pgb,40
GM0005,2016,zin,110
GM0053,2016,zin,210
GM0005,2014,zin,90
GM0053,2014,zin,180
GM0005,2013,zin,80
GM0053,2013,zin,170
";

const CONTRIBUTION: &str = "code,year,euros\nGM0005,2015,110\nGM0053,2015,190\nGM1651,2015,140\nGM0005,2016,115\nGM0053,2016,195\nGM1651,2016,290\n";

const CLIENTS: &str = "code,year,client,cost\nGM0005,2015,1,70\nGM0005,2015,2,30\n";

/// The CSV texts by their names.
pub(crate) const FILES: [(&str, &str); 4] =
    [("places.csv", PLACES), ("cost.csv", COST), ("contribution.csv", CONTRIBUTION), ("clients.csv", CLIENTS)];
