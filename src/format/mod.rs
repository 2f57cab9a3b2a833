//! The text of a scenario: a TOML file with CSV tables beside it, read strictly and written canonically.
//!
//! Behind the feature `format`. Nothing here opens a file: texts come in and go out.
//!
//! # A scenario
//! ```
//! # use taakgericht::format;
//! let main = r#"
//! format = 1                             # the version of this format
//! rules = 1                              # the version of the rules
//!
//! [scenario]
//! id = "bedum-winsum"
//! title = "Jeugdhulpbudget 2015 van Bedum en Winsum"
//! division = 2015                        # of the municipality codes (Dutch: indelingsjaar)
//!
//! [[source]]
//! id = "ch8"
//! title = "BMWE-beleidsplan jeugdhulp, hoofdstuk 8"
//!
//! [[table]]
//! id = "budget"
//! file = "budget.csv"
//! source = "ch8"
//! label = "municipality"                 # the CSV column with the names of the rows
//! party = "code"                         # the CSV column with their codes
//! notation = "dutch"                     # 1.234,5
//!
//! [table.columns]                        # every other CSV column, and what it is
//! total = { role = "total" }
//! vws = { role = "part" }
//! awbz = { role = "part" }
//! zvw = { role = "part" }
//! zin = { role = "memo" }                # inside another column, so never added
//! pgb_share = { role = "other", quantity = "share", unit = "0.1" }
//!
//! [budget]
//! table = "budget"
//! streams = ["vws", "awbz", "zvw"]
//! total = "stated"
//! stated = "total"
//!
//! [[identity]]
//! id = "streams-make-the-total"
//! table = "budget"
//! column = "total"
//! equals = { sum = ["vws", "awbz", "zvw"] }
//! "#;
//! let budget = "\
//! ## Hoofdstuk 8; euros as printed.
//! code;municipality;total;vws;awbz;zvw;zin;pgb_share
//! GM0005;Bedum;2.354.812;669.748;802.606;882.457;165.394;84,5%
//! GM0053;Winsum;3.415.003;696.879;1.428.293;1.289.830;357.563;79,8%
//! ";
//! assert_eq!(format::file_names("bedum.toml", main)?, ["budget.csv"]);
//! let scenario = format::read("bedum.toml", main, &|name| (name == "budget.csv").then_some(budget))?;
//! assert_eq!(scenario.tables[0].table.rows()[1].label, "Winsum");
//!
//! let canonical = format::write(&scenario);
//! let line = "GM0053,Winsum,3415003,696879,1428293,1289830,357563,79.8";
//! assert_eq!(canonical.file("tables/budget.csv").unwrap().lines().last(), Some(line));
//! let again = format::read("canonical", &canonical.main, &|name| canonical.file(name))?;
//! assert_eq!(format::fingerprint(&again), format::fingerprint(&scenario));
//! # Ok::<(), taakgericht::Errors>(())
//! ```
//!
//! # Numbers
//! A number means what it says: `0.1` is one tenth, never the binary float next to it. In TOML an exact number stands in
//! quotes or without (`1000`, `0.1`, `"527/4519"`), and a percentage always in quotes with its sign (`"3%"`).
//!
//! # CSV files
//! UTF-8, one line for each row; the first line that is no remark names the columns. Lines that are empty or begin with `#`
//! are passed over. Commas stand between the cells, or semicolons where the header has only these, as Dutch spreadsheets
//! save it; a cell with one inside stands in quotes. An empty cell is no figure (0 is one). A share is written in percent,
//! with its sign or without. Every column is named in the table section, or ignored by name: nothing is left out by accident.
//!
//! A schedule has the columns `line` and the years, and percentages of the base-year budget:
//! ```csv
//! line,2015,2016,2017
//! korting,,8.5,12.5
//! voorliggend_veld,3,2.5,2.5
//! uitvoeringskosten,3,2.5,2.5
//! transformatie,10,10,10
//! directe_zorg,84,80,76
//! ```
//!
//! A series has a line for each figure, with the code of a municipality, a year, and what else the section names:
//! ```csv
//! party,year,segment,value
//! GM0005,2015,zin,1700000
//! GM0053,2015,zin,2500000.50
//! ```
//! A figure that is not there has no line, and no cell is empty: 0 is a figure. Every figure stands there once.
//!
//! Delivered care has a line for each line of care, with whole volumes. Only the cells that say when care began, the number
//! of the line and the number of the line that it credits may be empty:
//! ```csv
//! party,provider,product,delivered,volume,begun,number,credits,ended
//! GM0005,Elker,begeleiding,2026-02-28,150,2026-01-05,17,,1
//! GM0005,Elker,begeleiding,2026-02-28,-150,2026-01-05,,17,-1
//! GM0005,Elker,begeleiding,2026-02-28,120,2026-01-05,,,1
//! ```
//!
//! # Pools
//! ```
//! # use taakgericht::format;
//! # use taakgericht::scenario::Plan;
//! let main = r#"
//! format = 1
//! rules = 1
//! scenario = { id = "north", title = "Bedum en Winsum delen", division = 2015 }
//! source = [{ id = "invented", title = "Invented" }]
//!
//! [[table]]
//! id = "places"
//! file = "places.csv"
//! source = "invented"
//! label = "name"
//! party = "code"
//! columns.youths = { role = "other", quantity = "count" }
//!
//! [parties]                              # a scenario with a budget has those of its table
//! table = "places"
//!
//! [[series]]                             # figures from a file of their own …
//! id = "cost"
//! file = "costs.csv"
//! source = "invented"
//! party = "code"
//! year = "year"
//! value = "cost"
//!
//! [[series]]                             # … or from columns of a table
//! id = "youths"
//! table = "places"
//! quantity = "count"
//! columns.youths = { year = 2014, ages = "0-17" }
//!
//! [[key]]
//! id = "youths-2014"
//! basis = "measured"
//! series = "youths"
//! ages = "0-17"
//! year = 2014
//!
//! [[pool]]
//! id = "north"
//! years = [2015, 2016]
//! cost = "cost"
//! model = { kind = "blend", pooled = { 2015 = "50%", 2016 = "100%" } }
//! key = "youths-2014"
//! rounds = [{ kind = "final", booked = 2017 }]
//!
//! [[alternative]]                        # to be put beside the pool
//! id = "insurance"
//! pool = "north"
//! model = { kind = "insurance" }
//! "#;
//! let file = |name: &str| match name {
//!     "places.csv" => Some("code,name,youths\nGM0005,Bedum,2211\nGM0053,Winsum,3150\n"),
//!     "costs.csv" => Some("code,year,cost\nGM0005,2015,100\nGM0053,2015,200\nGM0005,2016,120\nGM0053,2016,180\n"),
//!     _ => None,
//! };
//! let scenario = format::read("north.toml", main, &file)?;
//! let plan = Plan::new(&scenario).map_err(|errors| format::locate("north.toml", main, errors))?;
//! assert_eq!(plan.parties()[1].name, "Winsum");
//! let cost = &scenario.series[0];
//! assert_eq!(cost.place(&cost.records()[1], "Invented"), "costs.csv:4, column cost; Invented"); // Bedum, 2016
//! # Ok::<(), taakgericht::Errors>(())
//! ```
//! What a pool names is checked when it is read. Whether the pools make sense together (a circle of sub-pools, a member in
//! two of them, a cost that would be shared twice) is checked by [`Plan::new`](crate::scenario::Plan::new), for scenarios
//! that were built in code too; [`locate`] gives those errors the line of their section.
//!
//! # Financing
//! ```
//! # use taakgericht::exact::Percent;
//! # use taakgericht::financing::product::Variant;
//! # use taakgericht::format;
//! let main = r#"
//! format = 1
//! rules = 1
//! scenario = { id = "north", title = "Begeleiding in Bedum en Winsum", division = 2026 }
//! source = [{ id = "invented", title = "Invented" }]
//!
//! [[table]]
//! id = "places"
//! file = "places.csv"
//! source = "invented"
//! label = "name"
//! party = "code"
//! columns.youths = { role = "other", quantity = "count" }
//!
//! [parties]
//! table = "places"
//!
//! [[key]]                                # by which municipalities divide what a task pays
//! id = "agreed"
//! basis = "fixed"
//! shares = { Bedum = 2, Winsum = 3 }
//!
//! [[product]]
//! id = "begeleiding"
//! code = "45A04"
//! segment = "2"
//! unit = "minute"                        # volumes are whole: minutes, not hours
//! frequency = "per-week"
//!
//! [[contract]]
//! id = "elker"
//! provider = "Elker"
//! from = "2026-01-01"
//! to = "2027-12-31"                      # the last day belongs to it
//!
//! [[contract.products]]
//! product = "begeleiding"
//! variant = "effort-based"               # as it is financed; what follows for other variants is compared
//! basis = "per-hour-in-minutes"
//! tariffs = { 2026-01-01 = "87.30", 2027-01-01 = "91.59" }
//! cost_price = "80.15"
//! result = { prices = { 2026-01-01 = 2400 }, start = "30%", end = "70%" }
//! ceilings = { 2026 = { amount = 1000000, beyond = "shared", provider_share = "50%" } }
//!
//! [contract.task]
//! basis = "agreed"
//! amount = 1000000                       # of 2026, in which the contract begins
//! years = [{ year = 2027, index = "4.91%", mutations = { verblijf = 250000 } }]
//! corridor = { band = "5%", share = "50%" }
//! key = "agreed"
//!
//! [[volumes]]
//! id = "2026"
//! file = "volumes.csv"
//! source = "invented"
//! party = "code"
//! provider = "provider"
//! product = "product"
//! delivered = "day"
//! volume = "minutes"
//! moments = ["started", "ended"]
//!
//! [[case]]                               # the same demand under other agreements
//! id = "task"
//! variant = "task-based"
//!
//! [[shock]]                              # that every case has to bear
//! id = "more-care"
//! volume = "10%"
//! "#;
//! let file = |name: &str| match name {
//!     "places.csv" => Some("code,name,youths\nGM0005,Bedum,2211\nGM0053,Winsum,3150\n"),
//!     "volumes.csv" => Some("\
//! code,provider,product,day,minutes,started,ended
//! GM0005,Elker,begeleiding,2026-01-31,380,1,0
//! GM0053,Elker,begeleiding,2026-02-28,150,0,1
//! "),
//!     _ => None,
//! };
//! assert_eq!(format::file_names("north.toml", main)?, ["places.csv", "volumes.csv"]);
//! let scenario = format::read("north.toml", main, &file)?;
//! let product = &scenario.contracts[0].products[0];
//! assert_eq!(product.tariffs[1].1.to_string(), "91.59");
//! assert_eq!(product.result.as_ref().unwrap().parts, [Percent::parse("30")?, Percent::parse("70")?]);
//! assert_eq!(scenario.contracts[0].task.as_ref().unwrap().lump_sum.years()?[1].lump_sum.to_string(), "1299100.00");
//! assert_eq!((scenario.volumes[0].lines[1].volume, scenario.volumes[0].lines[1].line), (150, Some(3)));
//! assert_eq!(scenario.cases[0].variant, Some(Variant::TaskBased));
//! # Ok::<(), taakgericht::Errors>(())
//! ```
//! What a contract, a line of care or a case names is checked when it is read, and so is what one section says by itself: a
//! corridor that rises, parts of a price that add up to 100%, lump sums that follow each other. Whether contracts, volumes
//! and cases make sense together is checked afterwards, for scenarios that were built in code too.
//!
//! # What order means
//! Sections of one kind, CSV columns, rows and lines keep their order in what is shown; where lines tie for a cent, the
//! order of the lines of a schedule decides. The order of keys, of totals, of year columns, of the lines of a series, of
//! members and of the years of a pool means nothing: where members tie, the order of their codes decides. Nor does the order
//! of tariffs, prices, ceilings, turnovers and mutations: each goes by its day, year or name.
//!
//! # Errors
//! All of them are reported at once, each with its file, its line, the section, and a suggestion for a misspelt name:
//! ```
//! # use taakgericht::format;
//! let text = "format = 1\nrules = 1\n[scenario]\nid = \"bmwe\"\ntitel = \"BMWE\"\ndivision = \"2015\"\n";
//! let errors = format::read("bmwe.toml", text, &|_| None).unwrap_err();
//! assert_eq!(
//!     errors.to_string(),
//!     "bmwe.toml:3: scenario: no key \"title\", expected text in quotes.\n  \
//!        What it is about, in your own words.\n\
//!      bmwe.toml:5: scenario: unknown key \"titel\", expected one of \"id\", \"title\", \"division\".\n  \
//!        Did you mean \"title\"?\n\
//!      bmwe.toml:6: scenario, division: \"2015\", expected a year without quotes, such as 2015."
//! );
//! ```
//!
//! # Every key
#![doc = include_str!("keys.md")]

mod fingerprint;
mod locate;
mod nearest;
mod number;
mod read;
mod schema;
mod section;
mod sections;
mod term;
mod write;

pub use fingerprint::{fingerprint, sha256};
pub use locate::locate;
pub(crate) use nearest::{did_you_mean, one_of};
pub(crate) use read::advised;
pub use read::{file_names, read};
pub use schema::schema;
pub use write::{Canonical, write};

/// The version of the format that this engine reads and writes.
pub const FORMAT_VERSION: u32 = 1;
