//! Every error about the sections for pools, as text: one slip in a good scenario, and all that is said about it.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::as_conversions, reason = "tests compute what they expect freely")]

#[path = "format_support/pool_slips.rs"]
mod pool_slips;

use pool_slips::{check, said_with_kinds};
use taakgericht::Kind;

#[test]
fn what_must_be_there() {
    let cases = [
        (
            // parties gone
            "[parties]\ntable = \"places\"\n",
            "",
            "s.toml:26: pools without parties, expected a section [parties] or [budget].\n  \
                 Name the table with the municipalities that take part.",
        ),
        (
            // a table without municipalities
            "party = \"code\"\n\n[table.columns]",
            "ignore = [\"code\"]\n\n[table.columns]",
            "s.toml:26: parties, table: a table without municipalities, expected one with the key \"party\".\n  \
                 Name the CSV column with municipality codes in the table, such as party = \"code\".\n\
             s.toml:54: series \"youths\": no figure, expected at least one.",
        ),
        (
            "file = \"cost.csv\"\n",
            "",
            "s.toml:28: series \"cost\": no key \"file\" or \"table\", expected one of them.",
        ),
        (
            "value = \"euros\"\n",
            "",
            "contribution.csv:1: series \"contribution\": the column \"euros\" is not named, expected a column of the series.\n  \
                 Name it in the section, or leave it out with ignore = [\"euros\"].\n\
             s.toml:37: series \"contribution\": no key \"value\", expected text in quotes.\n  \
                 The CSV column with the figures.",
        ),
        (
            "quantity = \"count\"\n[series.columns]\na = { year = 2014, ages = \"0-11\" }\nb = { year = 2014, ages = \"12-17\" }\n",
            "quantity = \"count\"\n",
            "s.toml:54: series \"youths\": no key \"columns\", expected names with sections of keys, such as vws = { role = \"part\" }.\n  \
                 The columns of the table, and what each is about.",
        ),
        (
            "quantity = \"count\"\n[series.columns]\na = { year = 2014, ages = \"0-11\" }\nb = { year = 2014, ages = \"12-17\" }\n",
            "quantity = \"count\"\ncolumns = {}\n",
            "s.toml:58: series \"youths\", columns: no column, expected columns with their years, such as { cost = { year = 2015 } }.",
        ),
        (
            // a column without ages beside one with
            "b = { year = 2014, ages = \"12-17\" }",
            "b = { year = 2014 }",
            "s.toml:60: series \"youths\", column \"b\": a column that says less or more than the first, expected a segment, and ages, for every column or for none.",
        ),
        (
            "GM0053,2015,zin,200",
            "GM0053,2015,,200",
            "cost.csv:5: series \"cost\", column \"segment\": an empty cell, expected something in every cell.\n  \
                 Leave out the row where there is no figure; 0 is one.",
        ),
        (
            // no figure is no row
            "GM0053,2015,zin,200",
            "GM0053,2015,zin,",
            "cost.csv:5: series \"cost\", column \"cost\": an empty cell, expected something in every cell.\n  \
                 Leave out the row where there is no figure; 0 is one.",
        ),
        (
            "GM0005,2015,110\nGM0053,2015,190\nGM1651,2015,140\nGM0005,2016,115\nGM0053,2016,195\nGM1651,2016,290\n",
            "",
            "contribution.csv:1: series \"contribution\": no figure, expected a row for each.",
        ),
        (
            "series = \"youths\"\n",
            "",
            "s.toml:62: key \"youths-0-17\": no key \"series\", expected text in quotes.\n  \
                 The id of the series with the figures.",
        ),
        (
            // no key year
            "year = 2014\n\n[[key]]\nid = \"spend\"",
            "\n[[key]]\nid = \"spend\"",
            "s.toml:62: key \"youths-0-17\": no key \"year\" or \"years_before\", expected one of them.",
        ),
        (
            // the ages are declared
            "ages = \"0-17\"\n",
            "",
            "s.toml:62: key \"youths-0-17\", ages: no age band, expected one, because the series is per age band.\n  \
                 Declare who counts, such as ages = \"0-17\".",
        ),
        (
            "years = 2\n",
            "",
            "s.toml:69: key \"spend\": no key \"years\", expected a whole number without quotes, such as 3.\n  \
                 Over how many years; the key year is the last of them.",
        ),
        (
            "shares = { Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "",
            "s.toml:77: key \"agreed\": no key \"shares\", expected names with numbers, such as { Bedum = 3 }.\n  \
                 What each member weighs, by the name or the code of the municipality.",
        ),
        (
            "shares = { Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "shares = {}",
            "s.toml:80: key \"agreed\", shares: no share, expected names with numbers, such as { Bedum = 3 }.",
        ),
        (
            "years = [2015, 2016]",
            "years = []",
            "s.toml:84: pool \"region\", years: an empty list, expected a list of years, such as [2015, 2016].",
        ),
        (
            // netting needs a mandate
            "{ kind = \"corridor\", band = \"5%\", netting = \"each-side\" }",
            "{ kind = \"corridor\", band = \"5%\" }",
            "s.toml:89: pool \"region\", model: no key \"netting\", expected a word in quotes.\n  \
                 What happens to deviations beyond the band; there is no default, because netting needs a mandate (Dutch: salderen).",
        ),
        (
            "{ kind = \"corridor\", band = \"5%\", netting = \"each-side\" }",
            "{}",
            "s.toml:89: pool \"region\", model: no key \"kind\", expected a word in quotes.\n  \
                 Which model.",
        ),
        (
            // a year of the pool that is missing
            "{ 2015 = \"50%\" }",
            "{ 2016 = \"50%\" }",
            "s.toml:96: pool \"inner\", model: no pooled share for 2015, expected one for each year of the pool.",
        ),
        (
            "{ 2015 = \"50%\" }",
            "{}",
            "s.toml:103: pool \"inner\", model, pooled: no year, expected a percentage in quotes, or one for each year, such as { 2016 = \"50%\" }.",
        ),
        (
            // only actual use does without
            "key = \"spend\"\n",
            "",
            "s.toml:96: pool \"inner\": no key, expected one, for the model blend.",
        ),
        (
            "contribution = \"contribution\"\n",
            "",
            "s.toml:82: pool \"region\": no contribution, expected a series with what the members contribute, for the model corridor.",
        ),
        (
            // the alternative needs them
            "clients = \"clients\"\n",
            "",
            "s.toml:114: alternative \"capped\": no clients, expected a series with the cost of clients, for the model stop-loss.",
        ),
        (
            "clients = \"clients\"\n",
            "clients = \"cost\"\n",
            "s.toml:82: pool \"region\", clients: a series without clients, expected one with a client for every figure.\n  \
                 Name the CSV column with their numbers in the series: client = \"client\".",
        ),
        (
            "key = \"spend\"\n",
            "key = \"contribution\"\n",
            "s.toml:96: pool \"inner\": no contribution, expected a series with what the members contribute, for a key by contribution.",
        ),
        (
            "{ opening = 0, cap = 500 }",
            "{ opening = 0 }",
            "s.toml:93: pool \"region\", reserve: no key \"cap\", expected a number, such as 1000 or \"0.1\".\n  \
                 Nothing is stored above this.",
        ),
        (
            "model = { kind = \"stop-loss\", threshold = 100, ceded = \"80%\", ceiling = 300 }\nwithout = [\"Eemsmond\"]\n",
            "",
            "s.toml:115: alternative \"capped\": no key \"model\" or \"key\" or \"segments\" or \"without\", expected one of them.",
        ),
        (
            // nobody is left
            "without = [\"Eemsmond\"]",
            "without = [\"Bedum\", \"Winsum\", \"Eemsmond\"]",
            "s.toml:115: alternative \"capped\", members: no member, expected at least one.",
        ),
    ];
    check(Kind::Missing, &cases);
}

#[test]
fn keys_that_do_not_go_together() {
    let cases = [
        (
            "ages = \"0-17\"\nyear = 2014",
            "ages = \"0-17\"\nyear = 2014\nyears = 3",
            "s.toml:68: key \"youths-0-17\": the key \"years\" beside basis = \"measured\", expected one of \"series\", \"year\", \"years_before\", \"ages\", \"segments\".\n  \
                 \"years\" goes with basis = \"mean-of-sums\" or \"mean-of-shares\".",
        ),
        (
            "ages = \"0-17\"\nyear = 2014",
            "ages = \"0-17\"\nyear = 2014\njaren = 3",
            "s.toml:68: key \"youths-0-17\": unknown key \"jaren\", expected one of \"id\", \"basis\", \"series\", \"ages\", \"segments\", \"year\", \"years_before\", \"years\", \"weights\", \"shares\", \"frozen\".",
        ),
        (
            "basis = \"measured\"",
            "basis = \"equal\"",
            "s.toml:65: key \"youths-0-17\": the key \"series\" beside basis = \"equal\", expected no such key.\n  \
                 \"series\" goes with basis = \"measured\", \"mean-of-sums\", \"mean-of-shares\" or \"weighted-years\".\n\
             s.toml:66: key \"youths-0-17\": the key \"ages\" beside basis = \"equal\", expected no such key.\n  \
                 \"ages\" goes with basis = \"measured\", \"mean-of-sums\", \"mean-of-shares\", \"weighted-years\" or \"fixed\".\n\
             s.toml:67: key \"youths-0-17\": the key \"year\" beside basis = \"equal\", expected no such key.\n  \
                 \"year\" goes with basis = \"measured\", \"mean-of-sums\", \"mean-of-shares\", \"weighted-years\" or \"fixed\".",
        ),
        (
            "{ kind = \"insurance\" }",
            "{ kind = \"insurance\", band = \"5%\" }",
            "s.toml:112: pool \"pgb\", model: the key \"band\" beside kind = \"insurance\", expected no such key.\n  \
                 \"band\" goes with kind = \"corridor\".",
        ),
        (
            "{ kind = \"corridor\", band = \"5%\", netting = \"each-side\" }",
            "{ kind = \"corridor\", band = \"5%\", netting = \"each-side\", pooled = \"5%\" }",
            "s.toml:89: pool \"region\", model: the key \"pooled\" beside kind = \"corridor\", expected one of \"band\", \"netting\".\n  \
                 \"pooled\" goes with kind = \"blend\".",
        ),
        (
            "table = \"places\"\nquantity",
            "table = \"places\"\nparty = \"code\"\nquantity",
            "s.toml:57: series \"youths\": the key \"party\" beside \"table\", expected one of \"table\", \"columns\".\n  \
                 \"party\" goes with \"file\".",
        ),
        (
            // a column that nobody named
            "code,year,client,cost\nGM0005,2015,1,70\nGM0005,2015,2,30\n",
            "code,year,client,cost,new\nGM0005,2015,1,70,1\n",
            "clients.csv:1: series \"clients\": the column \"new\" is not named, expected a column of the series.\n  \
                 Name it in the section, or leave it out with ignore = [\"new\"].",
        ),
        (
            // a key for underspends that are netted
            "netting = \"each-side\"",
            "netting = \"netted\"",
            "s.toml:82: pool \"region\", underspend_key: a key for underspends, expected one only for a corridor with netting \"each-side\".",
        ),
        (
            "underspend_key",
            "underspent_key",
            "s.toml:91: pool \"region\": unknown key \"underspent_key\", expected one of \"id\", \"years\", \"members\", \"within\", \"segments\", \"cost\", \"contribution\", \"clients\", \"model\", \"key\", \"underspend_key\", \"residual\", \"tie\", \"advances\", \"reserve\", \"rounds\".\n  \
                 Did you mean \"underspend_key\"?",
        ),
    ];
    check(Kind::UnknownKey, &cases);
}

#[test]
fn what_stands_there_twice() {
    let cases = [
        (
            "file = \"cost.csv\"\n",
            "file = \"cost.csv\"\ntable = \"places\"\n",
            "s.toml:28: series \"cost\": 2 of the keys \"file\" or \"table\", expected only one of them.",
        ),
        (
            "GM0053,2015,zin,200",
            "GM0005,2015,zin,200",
            "cost.csv:5: series \"cost\": a second figure of GM0005 in 2015, segment \"zin\", expected every figure once.",
        ),
        (
            "GM0005,2015,2,30",
            "0005,2015,1,30",
            "clients.csv:3: series \"clients\": a second figure of GM0005 in 2015, client \"1\", expected every figure once.",
        ),
        (
            "b = { year = 2014, ages = \"12-17\" }",
            "b = { year = 2014, ages = \"0-11\" }",
            "s.toml:60: series \"youths\", column \"b\": a column about the same as \"a\", expected every figure once.",
        ),
        (
            "years = 2\n",
            "years = 2\nyear = 2014\n",
            "s.toml:69: key \"spend\": 2 of the keys \"year\" or \"years_before\", expected only one of them.",
        ),
        (
            // by its name and by its code
            "{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "{ Bedum = 3, GM0005 = \"2.5\" }",
            "s.toml:80: key \"agreed\", share \"GM0005\": GM0005 a second time, expected every municipality once.",
        ),
        (
            "years = [2015, 2016]",
            "years = [2015, 2015]",
            "s.toml:84: pool \"region\", years: 2015 a second time, expected every year once.",
        ),
        (
            "members = [\"Bedum\", \"GM0053\"]",
            "members = [\"Bedum\", \"GM0005\"]",
            "s.toml:99: pool \"inner\", members: GM0005 a second time, expected every municipality once.",
        ),
        (
            "cost = \"cost\"\nsegments = [\"pgb\"]",
            "cost = \"cost\"\nsegments = [\"pgb\", \"pgb\"]",
            "s.toml:111: pool \"pgb\", segments: segment \"pgb\" a second time, expected every name once.",
        ),
        (
            "id = \"pgb\"",
            "id = \"inner\"",
            "s.toml:106: pool \"inner\": a second section with the id \"inner\", expected every id once.",
        ),
        (
            // a reserved name
            "[[alternative]]",
            "[[key]]\nid = \"contribution\"\nbasis = \"equal\"\n\n[[alternative]]",
            "s.toml:115: key \"contribution\": the id \"contribution\", which stands for the contribution of a pool, expected another id.",
        ),
        (
            // the parties of two tables
            "[parties]\ntable = \"places\"\n",
            "[parties]\ntable = \"places\"\n[budget]\ntable = \"other\"\nstreams = [\"euros\"]\ntotal = \"sum-of-streams\"\n[[table]]\nid = \"other\"\nfile = \"places.csv\"\nsource = \"s\"\nlabel = \"name\"\nparty = \"code\"\nignore = [\"a\", \"b\"]\ncolumns.euros = { role = \"part\" }\n",
            "s.toml:26: parties, table: the table \"places\" beside the budget of \"other\", expected the parties of one table.\n  \
                 Leave out the section: the parties are those of the budget.",
        ),
    ];
    check(Kind::Duplicate, &cases);
}

#[test]
fn names_that_nothing_carries() {
    let cases = [
        (
            // a municipality that takes no part
            "GM0053,2015,zin,200",
            "GM0054,2015,zin,200",
            "cost.csv:5: series \"cost\", column \"code\": no party \"GM0054\", expected one of \"GM0005\", \"GM0053\", \"GM1651\".\n  \
                 Did you mean \"GM0053\"?",
        ),
        (
            "source = \"s\"\nparty = \"code\"\nyear = \"year\"\nvalue = \"cost\"\nsegment",
            "source = \"t\"\nparty = \"code\"\nyear = \"year\"\nvalue = \"cost\"\nsegment",
            "s.toml:31: series \"cost\", source: no source \"t\", expected \"s\".\n  \
                 Did you mean \"s\"?",
        ),
        (
            "value = \"cost\"\nsegment",
            "value = \"costs\"\nsegment",
            "cost.csv:2: series \"cost\": the column \"cost\" is not named, expected a column of the series.\n  \
                 Name it in the section, or leave it out with ignore = [\"cost\"].\n\
             s.toml:34: series \"cost\", value: no column \"costs\", expected one of \"code\", \"year\", \"segment\", \"cost\".\n  \
                 Did you mean \"cost\"?",
        ),
        (
            "table = \"places\"\nquantity",
            "table = \"place\"\nquantity",
            "s.toml:56: series \"youths\", table: no table \"place\", expected \"places\".\n  \
                 Did you mean \"places\"?",
        ),
        (
            "b = { year = 2014, ages = \"12-17\" }",
            "c = { year = 2014, ages = \"12-17\" }",
            "s.toml:60: series \"youths\", column \"c\": no column \"c\", expected one of \"a\", \"b\", \"euros\".\n  \
                 Did you mean \"a\"?",
        ),
        (
            "quantity = \"count\"\n[series",
            "quantity = \"counts\"\n[series",
            "s.toml:57: series \"youths\", quantity: \"counts\", expected one of \"amount\", \"count\".\n  \
                 Did you mean \"count\"?",
        ),
        (
            "basis = \"fixed\"",
            "basis = \"fix\"",
            "s.toml:79: key \"agreed\", basis: \"fix\", expected one of \"measured\", \"mean-of-sums\", \"mean-of-shares\", \"weighted-years\", \"equal\", \"fixed\".",
        ),
        (
            "series = \"youths\"",
            "series = \"youth\"",
            "s.toml:65: key \"youths-0-17\", series: no series \"youth\", expected one of \"cost\", \"contribution\", \"clients\", \"youths\".\n  \
                 Did you mean \"youths\"?",
        ),
        (
            "segments = [\"zin\"]\nyears = 2",
            "segments = [\"zim\"]\nyears = 2",
            "s.toml:73: key \"spend\", segments: no segment \"zim\", expected one of \"pgb\", \"zin\".\n  \
                 Did you mean \"zin\"?",
        ),
        (
            // a series without segments
            "series = \"cost\"\nsegments = [\"zin\"]\nyears = 2",
            "series = \"contribution\"\nsegments = [\"zin\"]\nyears = 2",
            "s.toml:73: key \"spend\", segments: no segment \"zin\", expected a name, but there are none.",
        ),
        (
            // a series without ages
            "series = \"cost\"\nsegments = [\"zin\"]\nyears = 2",
            "series = \"cost\"\nages = \"0-17\"\nyears = 2",
            "s.toml:69: key \"spend\", ages: the age band 0-17 of the series \"cost\", which has no ages, expected no age band.",
        ),
        (
            "{ Bedum = 3,",
            "{ Bedem = 3,",
            "s.toml:80: key \"agreed\", share \"Bedem\": no party \"Bedem\", expected one of \"Bedum\", \"Winsum\", \"Eemsmond\".\n  \
                 Did you mean \"Bedum\"?",
        ),
        (
            "members = [\"Bedum\", \"GM0053\"]",
            "members = [\"Bedum\", \"GM0054\"]",
            "s.toml:99: pool \"inner\", members: no party \"GM0054\", expected one of \"Bedum\", \"Winsum\", \"Eemsmond\".",
        ),
        (
            "[parties]\ntable = \"places\"\n",
            "[parties]\ntable = \"place\"\n",
            "s.toml:26: parties, table: no table \"place\", expected \"places\".\n  \
                 Did you mean \"places\"?",
        ),
        (
            "within = \"region\"",
            "within = \"regio\"",
            "s.toml:100: pool \"inner\", within: no pool \"regio\", expected one of \"region\", \"inner\", \"pgb\".\n  \
                 Did you mean \"region\"?",
        ),
        (
            "contribution = \"contribution\"",
            "contribution = \"contributions\"",
            "s.toml:87: pool \"region\", contribution: no series \"contributions\", expected one of \"cost\", \"contribution\", \"clients\", \"youths\".\n  \
                 Did you mean \"contribution\"?",
        ),
        (
            "key = \"spend\"",
            "key = \"spent\"",
            "s.toml:104: pool \"inner\", key: no key \"spent\", expected one of \"agreed\", \"spend\", \"youths-0-17\", \"contribution\".\n  \
                 Did you mean \"spend\"?",
        ),
        (
            "underspend_key = \"agreed\"",
            "underspend_key = \"agred\"",
            "s.toml:91: pool \"region\", underspend_key: no key \"agred\", expected one of \"agreed\", \"spend\", \"youths-0-17\", \"contribution\".\n  \
                 Did you mean \"agreed\"?",
        ),
        (
            "cost = \"cost\"\nsegments = [\"pgb\"]",
            "cost = \"cost\"\nsegments = [\"pgp\"]",
            "s.toml:111: pool \"pgb\", segments: no segment \"pgp\", expected one of \"pgb\", \"zin\".\n  \
                 Did you mean \"pgb\"?",
        ),
        (
            "netting = \"each-side\"",
            "netting = \"each\"",
            "s.toml:89: pool \"region\", model, netting: \"each\", expected one of \"netted\", \"each-side\", \"overspends-only\".",
        ),
        (
            "{ kind = \"insurance\" }",
            "{ kind = \"insured\" }",
            "s.toml:112: pool \"pgb\", model, kind: \"insured\", expected one of \"actual-use\", \"insurance\", \"blend\", \"corridor\", \"stop-loss\".",
        ),
        (
            "{ series = \"contribution\", instalments = 12 }",
            "{ series = \"advance\", instalments = 12 }",
            "s.toml:92: pool \"region\", advances, series: no series \"advance\", expected one of \"cost\", \"contribution\", \"clients\", \"youths\".",
        ),
        (
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"finale\", booked = 2017 }",
            "s.toml:94: pool \"region\", round 1, kind: \"finale\", expected one of \"provisional\", \"final\", \"prior-year\".\n  \
                 Did you mean \"final\"?",
        ),
        (
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"final\", cost = \"costs\", booked = 2017 }",
            "s.toml:94: pool \"region\", round 1, cost: no series \"costs\", expected one of \"cost\", \"contribution\", \"clients\", \"youths\".\n  \
                 Did you mean \"cost\"?",
        ),
        (
            "pool = \"region\"",
            "pool = \"regions\"",
            "s.toml:117: alternative \"capped\", pool: no pool \"regions\", expected one of \"region\", \"inner\", \"pgb\".\n  \
                 Did you mean \"region\"?",
        ),
        (
            "without = [\"Eemsmond\"]",
            "without = [\"Eemsmon\"]",
            "s.toml:119: alternative \"capped\", without: no party \"Eemsmon\", expected one of \"Bedum\", \"Winsum\", \"Eemsmond\".\n  \
                 Did you mean \"Eemsmond\"?",
        ),
        (
            // no member of that pool leaves it
            "pool = \"region\"\nmodel = { kind = \"stop-loss\", threshold = 100, ceded = \"80%\", ceiling = 300 }",
            "pool = \"inner\"\nmodel = { kind = \"insurance\" }",
            "s.toml:115: alternative \"capped\", without: no member \"Eemsmond\", expected one of \"Bedum\", \"Winsum\".",
        ),
        (
            "reserve = {",
            "residual = \"largest\"\nreserve = {",
            "s.toml:93: pool \"region\", residual: \"largest\", expected one of \"largest-remainder\", \"cumulative\", \"first\", \"last\".",
        ),
    ];
    check(Kind::UnknownName, &cases);
}

#[test]
fn values_of_another_type() {
    let cases = [
        (
            // counts as euros
            "quantity = \"count\"\n[series",
            "[series",
            "s.toml:58: series \"youths\", column \"a\": a count, expected an amount.\n  \
                 Say what the figures of the series are: quantity = \"amount\" or \"count\".\n\
             s.toml:59: series \"youths\", column \"b\": a count, expected an amount.\n  \
                 Say what the figures of the series are: quantity = \"amount\" or \"count\".",
        ),
        (
            "years = 2\n",
            "years = \"2\"\n",
            "s.toml:74: key \"spend\", years: \"2\", expected a whole number without quotes, such as 3.",
        ),
        (
            "years = [2015, 2016]",
            "years = 2015",
            "s.toml:84: pool \"region\", years: the number 2015, expected a list of years, such as [2015, 2016].",
        ),
        (
            "years = [2015, 2016]",
            "years = [\"2015\"]",
            "s.toml:84: pool \"region\", years: \"2015\", expected a year without quotes, such as 2015.",
        ),
        (
            "{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "[\"Bedum\"]",
            "s.toml:80: key \"agreed\", shares: a list, expected names with numbers, such as { Bedum = 3 }.",
        ),
        (
            "{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "{ Bedum = true }",
            "s.toml:80: key \"agreed\", share \"Bedum\": true, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "{ 2015 = \"50%\" }",
            "0.5",
            "s.toml:103: pool \"inner\", model, pooled: the number 0.5, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"0.5%\".",
        ),
        (
            "{ kind = \"insurance\" }",
            "\"insurance\"",
            "s.toml:112: pool \"pgb\", model: \"insurance\", expected one section of keys.",
        ),
        (
            "ages = \"0-17\"\n",
            "ages = 17\n",
            "s.toml:66: key \"youths-0-17\", ages: the number 17, expected an age band in quotes, such as \"0-17\".",
        ),
        (
            "rounds = [{ kind = \"final\", booked = 2017 }]",
            "rounds = { kind = \"final\", booked = 2017 }",
            "s.toml:94: pool \"region\", rounds: a section of keys, expected sections in double brackets, such as [[table]].",
        ),
        (
            // youths are no euros
            "contribution = \"contribution\"",
            "contribution = \"youths\"",
            "s.toml:82: pool \"region\", contribution: the series \"youths\" of counts, expected a series of amounts.",
        ),
        (
            "[[alternative]]",
            "[alternative]",
            "s.toml:115: alternative: a section of keys, expected sections in double brackets, such as [[table]].",
        ),
        (
            "years_before = 1",
            "years_before = 1.5",
            "s.toml:75: key \"spend\", years_before: the number 1.5, expected a whole number without quotes, such as 3.",
        ),
    ];
    check(Kind::WrongType, &cases);
}

#[test]
fn text_that_is_no_figure() {
    let cases = [
        (
            "GM0053,2015,zin,200",
            "GM0053,15,zin,200",
            "cost.csv:5: series \"cost\", column \"year\": \"15\", expected a year such as 2015.\n  \
                 Write all four digits.",
        ),
        (
            "GM0053,2015,zin,200",
            "53,2015,zin,200",
            "cost.csv:5: series \"cost\", column \"code\": \"53\", expected a municipality code such as GM0005.\n  \
                 Write GM0053.",
        ),
        (
            "GM0053,2015,zin,200",
            "GM0053,2015,zin,x",
            "cost.csv:5: series \"cost\", column \"cost\": \"x\", expected an amount such as -1234.56.",
        ),
        (
            "ages = \"12-17\"",
            "ages = \"12 t/m 17\"",
            "s.toml:60: series \"youths\", column \"b\", ages: \"12 t/m 17\", expected an age band such as 0-17.\n  \
                 Write the first age, - and the last age; both belong to the band.",
        ),
        (
            "{ 2015 = \"50%\" }",
            "{ t = \"50%\" }",
            "s.toml:103: pool \"inner\", model, year \"t\": \"t\", expected a year such as 2015.",
        ),
        (
            "shares = { Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "shares = { Bedum = \"x\" }",
            "s.toml:80: key \"agreed\", share \"Bedum\": \"x\", expected a number such as -1234.56.",
        ),
        (
            "basis = \"fixed\"",
            "basis = \"fixed\"\nfrozen = \"0123456789ABCDEF\"",
            "s.toml:80: key \"agreed\", frozen: \"0123456789ABCDEF\", expected 64 hexadecimal digits, 0 to 9 and a to f.",
        ),
        (
            // a series of a table that could not be read is not missed
            "GM0005,Bedum,10,20,1",
            "GM0005,Bedum,ten,20,1",
            "places.csv:2: table \"places\", row \"Bedum\", column \"a\": \"ten\", expected a number such as -1234.56.",
        ),
    ];
    check(Kind::Unreadable, &cases);
}

#[test]
fn values_outside_the_range() {
    let cases = [
        (
            "GM0053,2015,190",
            "GM0053,2015,-190",
            "contribution.csv:3: series \"contribution\": a contribution of -190 of GM0053 in 2015, expected a contribution of 0 or more.\n  \
                 Where money was given back, state the contribution that is left.",
        ),
        ("years = 2\n", "years = 0\n", "s.toml:74: key \"spend\", years: a mean of 0 years, expected at least 1 year."),
        (
            "years = 2\n",
            "years = 70000\n",
            "s.toml:74: key \"spend\", years: the number 70000, expected a whole number from 0 to 65535.",
        ),
        (
            "{ 2015 = \"50%\" }",
            "\"150%\"",
            "s.toml:103: pool \"inner\", model, pooled: a pooled share of 150%, expected a share from 0% to 100%.",
        ),
        (
            "{ 2015 = \"50%\" }",
            "{ 2015 = \"150%\" }",
            "s.toml:103: pool \"inner\", model, year \"2015\": a pooled share of 150%, expected a share from 0% to 100%.",
        ),
        (
            "{ 2015 = \"50%\" }",
            "{ 2015 = \"50%\", 2016 = \"60%\" }",
            "s.toml:96: pool \"inner\", model: a pooled share for 2016, expected only years of the pool.",
        ),
        (
            "band = \"5%\"",
            "band = \"-5%\"",
            "s.toml:89: pool \"region\", model: a band of -5%, expected a band of 0% or more.",
        ),
        (
            "ceiling = 300",
            "ceiling = 50",
            "s.toml:118: alternative \"capped\", model: a ceiling of 50.00 below the threshold of 100.00, expected a ceiling that is not below the threshold.",
        ),
        (
            "instalments = 12",
            "instalments = 0",
            "s.toml:82: pool \"region\", advances: 0 instalments, expected 1 to 366 a year.",
        ),
        (
            "cap = 500",
            "floor = 501, cap = 500",
            "s.toml:93: pool \"region\", reserve: a floor of 501.00 above the cap of 500.00, expected a floor that is not above the cap.",
        ),
        (
            "booked = 2017",
            "booked = 2017, year = 2017",
            "s.toml:82: pool \"region\", rounds: a settlement of 2017, expected a year of the pool.",
        ),
        (
            "ages = \"12-17\"",
            "ages = \"17-12\"",
            "s.toml:60: series \"youths\", column \"b\", ages: the age band 17-12, expected a first age and a last age, from 0-0 to 0-120.",
        ),
    ];
    check(Kind::OutOfRange, &cases);
}

#[test]
fn amounts_that_are_no_whole_cents() {
    let cases = [
        (
            "GM0053,2015,zin,200",
            "GM0053,2015,zin,200.001",
            "cost.csv:5: series \"cost\", column \"cost\": \"200.001\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "threshold = 100",
            "threshold = \"100.001\"",
            "s.toml:118: alternative \"capped\", model, threshold: \"100.001\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
    ];
    check(Kind::Inexact, &cases);
}

#[test]
fn weights_of_years() {
    let cases = [(
        "basis = \"mean-of-sums\"\nseries = \"cost\"\nsegments = [\"zin\"]\nyears = 2",
        "basis = \"weighted-years\"\nseries = \"cost\"\nweights = [1, -1]",
        "s.toml:73: key \"spend\", weights: a year that weighs -1, expected years that weigh zero or more.",
    )];
    check(Kind::NegativeWeight, &cases);
}

#[test]
fn pools_that_contradict_each_other() {
    let cases = [
        (
            // a pool of its own
            "years = [2015, 2016]",
            "within = \"region\"\nyears = [2015, 2016]",
            "s.toml:82: pool \"region\", within: a pool within itself, expected sub-pools that lead up to a pool of their own.",
        ),
        (
            // a circle
            "years = [2015, 2016]",
            "within = \"inner\"\nyears = [2015, 2016]",
            "s.toml:82: pool \"region\", within: a circle of the pools \"region\" and \"inner\", expected sub-pools that lead up to a pool of their own.",
        ),
        (
            // members of both
            "members = [\"Winsum\", \"Eemsmond\"]",
            "within = \"region\"",
            "s.toml:106: pool \"pgb\": Bedum in 2015 in the pools \"inner\" and \"pgb\" of \"region\", expected every member in one sub-pool at most.",
        ),
        (
            // a sub-pool of others
            "id = \"region\"\nyears = [2015, 2016]",
            "id = \"region\"\nyears = [2015, 2016]\nmembers = [\"Bedum\", \"Eemsmond\"]",
            "s.toml:97: pool \"inner\", members: Winsum, no member of pool \"region\" around it, expected members of both.",
        ),
        (
            // a year that the pool around it has not
            "id = \"pgb\"\nyears = [2015]\nmembers = [\"Winsum\", \"Eemsmond\"]",
            "id = \"pgb\"\nyears = [2015, 2017]\nmembers = [\"Eemsmond\"]\nwithin = \"region\"",
            "s.toml:106: pool \"pgb\", years: 2017, no year of pool \"region\" around it, expected years of both.",
        ),
        (
            "cost = \"cost\"\nsegments = [\"pgb\"]",
            "cost = \"cost\"",
            "s.toml:106: pool \"pgb\": segment \"zin\" of Winsum in 2015 in the pools \"region\" and \"pgb\", expected every cost in one pool.\n  \
                 Give the pools segments, members or years of their own, or put one within the other.",
        ),
        (
            "cost = \"cost\"\nsegments = [\"pgb\"]",
            "cost = \"cost\"\nsegments = [\"zin\", \"pgb\"]",
            "s.toml:106: pool \"pgb\": segment \"zin\" of Winsum in 2015 in the pools \"region\" and \"pgb\", expected every cost in one pool.\n  \
                 Give the pools segments, members or years of their own, or put one within the other.",
        ),
        (
            "within = \"region\"\n",
            "",
            "s.toml:96: pool \"inner\": segment \"zin\" of Bedum in 2015 in the pools \"region\" and \"inner\", expected every cost in one pool.\n  \
                 Give the pools segments, members or years of their own, or put one within the other.",
        ),
        (
            // advances that another pool counts too
            "model = { kind = \"insurance\" }",
            "model = { kind = \"insurance\" }\nadvances = { series = \"contribution\" }",
            "s.toml:106: pool \"pgb\", advances: \"contribution\" of Winsum in 2015 in the pools \"region\" and \"pgb\", expected amounts that count in one pool.\n  \
                 Give each pool a series of its own, or each figure the segment that it is for.",
        ),
        (
            // a contribution from which both deviate
            "model = { kind = \"insurance\" }",
            "model = { kind = \"corridor\", band = \"1%\", netting = \"netted\" }\ncontribution = \"contribution\"",
            "s.toml:106: pool \"pgb\", contribution: \"contribution\" of Winsum in 2015 in the pools \"region\" and \"pgb\", expected amounts that count in one pool.\n  \
                 Give each pool a series of its own, or each figure the segment that it is for.",
        ),
    ];
    check(Kind::Pool, &cases);
}

#[test]
fn what_is_only_weighed_may_stand_in_two_pools() {
    let good = "model = { kind = \"insurance\" }\nkey = \"agreed\"";
    let bad = "model = { kind = \"insurance\" }\nkey = \"contribution\"\ncontribution = \"contribution\"\nclients = \"clients\"";
    assert_eq!(said_with_kinds(good, bad).0, "nothing");
}
