//! The text of a random world: a TOML file and CSV files, as a person would write them.

use super::world::{Basis, Contract, FIRST, Line, PRODUCTS, Variant, World};
use super::world::{CONTRACTS, Compared};
use std::collections::BTreeMap;
use std::fmt::Write;
use taakgericht::Errors;
use taakgericht::format;
use taakgericht::scenario::Scenario;

/// A scenario as texts: the main one, and the CSV files by their names.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) main: String,
    pub(crate) files: BTreeMap<&'static str, String>,
}

impl Text {
    pub(crate) fn read(&self) -> Result<Scenario, Errors> {
        format::read("hybrid.toml", &self.main, &|name| self.files.get(name).map(String::as_str))
    }
}

const HEAD: &str = r#"format = 1
rules = 1
scenario = { id = "hybrid", title = "Hybride inkoop", division = 2026 }
source = [{ id = "invented", title = "Verzonnen" }]

[[table]]
id = "places"
file = "places.csv"
source = "invented"
label = "name"
party = "code"
columns.youths = { role = "other", quantity = "count" }

[parties]
table = "places"

[[series]]
id = "youths"
table = "places"
quantity = "count"
columns.youths = { year = 2024 }

[[key]]
id = "youths"
basis = "measured"
series = "youths"
year = 2024

[[product]]
id = "begeleiding"
code = "45A04"
segment = "2"
unit = "minute"
frequency = "per-week"

[[product]]
id = "verblijf"
code = "44G01"
segment = "4c"
unit = "day-and-night"
frequency = "per-day"

[[volumes]]
id = "delivered"
file = "volumes.csv"
source = "invented"
party = "code"
provider = "provider"
product = "product"
delivered = "day"
begun = "begun"
volume = "volume"
number = "line"
credits = "credits"
moments = ["started", "ended"]

[administration]
per_invoice_line = "3.50"
per_result = 20
per_month = { effort = 450, output = 350, task = 900 }
"#;

/// The scenario without a pool.
pub(crate) fn contracts(world: &World) -> Text {
    let mut main = HEAD.to_string();
    for (name, contract) in CONTRACTS.iter().zip(&world.contracts) {
        add_contract(&mut main, name, contract, &world.years);
    }
    add_cases(&mut main, world);
    let files = [("places.csv", places(world)), ("volumes.csv", volumes(world))];
    Text { main, files: files.into() }
}

/// The same with a pool of what each municipality pays for care in each year, in cents.
pub(crate) fn with_pool(world: &World, paid: &BTreeMap<i64, Vec<i64>>) -> Text {
    let Text { mut main, mut files } = contracts(world);
    for series in ["cost", "contribution"] {
        write!(main, "\n[[series]]\nid = \"{series}\"\nfile = \"{series}.csv\"\n").unwrap();
        main += "source = \"invented\"\nparty = \"code\"\nyear = \"year\"\nvalue = \"euros\"\n";
    }
    let pool = &world.pool;
    write!(main, "\n[[pool]]\nid = \"region\"\nyears = {:?}\ncost = \"cost\"\n", world.years).unwrap();
    write!(main, "contribution = \"contribution\"\nmodel = {{ {} }}\n", pool.model).unwrap();
    writeln!(main, "key = \"{}\"", if pool.by_contribution { "contribution" } else { "youths" }).unwrap();
    if pool.model.contains("each-side") {
        main += "underspend_key = \"youths\"\n";
    }
    if pool.has_advances {
        main += "advances = { series = \"contribution\", instalments = 12 }\n";
    }
    let contributed = world.years.iter().map(|&year| (year, pool.contributions.clone())).collect();
    files.insert("cost.csv", figures(paid));
    files.insert("contribution.csv", figures(&contributed));
    Text { main, files }
}

fn add_contract(text: &mut String, id: &str, contract: &Contract, years: &[i64]) {
    let last = years.last().unwrap();
    write!(text, "\n[[contract]]\nid = \"{id}\"\nprovider = \"van {id}\"\nsubcontractors = [\"onder {id}\"]\n")
        .unwrap();
    write!(text, "from = \"{}\"\nto = \"{last}-12-31\"\n", first_day(contract)).unwrap();
    for (product, name) in PRODUCTS.iter().enumerate() {
        write!(text, "\n[[contract.products]]\nproduct = \"{name}\"\n").unwrap();
        add_product(text, contract, product, years);
    }
    text.push_str("\n[contract.task]\nkey = \"youths\"\n");
    add_task(text, contract, years);
}

fn first_day(contract: &Contract) -> String {
    format!("{FIRST}-{:02}-01", contract.from)
}

fn add_product(text: &mut String, contract: &Contract, product: usize, years: &[i64]) {
    let variant = contract.variants[product];
    writeln!(text, "variant = \"{}\"", name(variant)).unwrap();
    if variant == Variant::Output {
        text.push_str("unit = \"piece-of-output\"\n");
    }
    let [before, after] = contract.tariffs[product].map(|tariff| match product {
        0 => scaled(tariff, 4),
        _ => scaled(tariff, 2),
    });
    if product == 0 {
        text.push_str("basis = \"per-hour-in-minutes\"\n");
    }
    // A tariff from before the contract holds in it too.
    writeln!(text, "tariffs = {{ \"{FIRST}-01-01\" = \"{before}\", \"{FIRST}-07-01\" = \"{after}\" }}").unwrap();
    writeln!(text, "cost_price = \"{}\"", scaled(contract.cost_prices[product], 2)).unwrap();
    let (price, start) = contract.results[product];
    let (price, start, end) = (scaled(price, 2), percent(start), percent(10_000 - start));
    writeln!(text, "result = {{ prices = {{ \"{FIRST}-01-01\" = \"{price}\" }}, start = {start}, end = {end} }}")
        .unwrap();
    let ceilings = contract.ceilings.iter().zip(years).filter(|_| product == 0 && variant == Variant::Effort);
    for (ceiling, year) in ceilings {
        let Some(ceiling) = ceiling else { continue };
        let beyond = match ceiling.share {
            None => "beyond = \"new-care\"".into(),
            Some(share) => format!("beyond = \"shared\", provider_share = {}", percent(share)),
        };
        writeln!(text, "ceilings.{year} = {{ amount = \"{}\", {beyond} }}", scaled(ceiling.amount, 2)).unwrap();
    }
}

fn add_task(text: &mut String, contract: &Contract, years: &[i64]) {
    let task = &contract.task;
    match &task.basis {
        Basis::Agreed(amount) => writeln!(text, "basis = \"agreed\"\namount = \"{}\"", scaled(*amount, 2)).unwrap(),
        Basis::Turnover(amounts) => {
            let years = (FIRST - 9..).zip(amounts).map(|(year, &amount)| format!("{year} = \"{}\"", scaled(amount, 2)));
            write!(text, "basis = \"historic-turnover\"\nturnover = {{ {} }}\n", joined(years)).unwrap();
        }
        Basis::Capitation(groups) => {
            let groups = (0..).zip(groups).map(|(number, &(rate, persons)): (i32, _)| {
                format!("{{ name = \"group {number}\", rate = \"{}\", persons = {persons} }}", scaled(rate, 2))
            });
            write!(text, "basis = \"capitation\"\ngroups = [{}]\n", joined(groups)).unwrap();
        }
    }
    writeln!(text, "part_year = \"{}\"", if task.by_month { "by-month" } else { "whole" }).unwrap();
    if let [_, year] = years {
        let (index, norm) = (percent(task.index), percent(task.volume_norm));
        let mutation = scaled(task.mutation, 2);
        writeln!(
            text,
            "years = [{{ year = {year}, index = {index}, volume_norm = {norm}, mutations = {{ more = \"{mutation}\" }} }}]"
        )
        .unwrap();
    }
    for (side, breakpoints) in ["over", "under"].iter().zip(&task.corridor) {
        let breakpoints = breakpoints
            .iter()
            .map(|&(from, share)| format!("{{ from = {}, share = {} }}", percent(from), percent(share)));
        writeln!(text, "corridor.{side} = [{}]", joined(breakpoints)).unwrap();
    }
    let kinds = ["of = \"lump-sum\"", "of = \"monthly-part\", month = 10", "of = \"settled\""];
    let penalties = kinds.iter().zip(task.penalties).filter_map(|(of, share)| {
        Some(format!("{{ reason = 'late {of}', year = {FIRST}, percent = {}, {of} }}", percent(share?)))
    });
    writeln!(text, "penalties = [{}]", joined(penalties)).unwrap();
}

/// The cases: each pure contract switched to what it is, everything by each variant, and tasks that leak.
fn add_cases(text: &mut String, world: &World) {
    let variants = [Variant::Effort, Variant::Output, Variant::Task];
    for (contract, variant) in CONTRACTS.iter().zip(variants) {
        write!(text, "\n[[case]]\nid = \"same-{contract}\"\nvariant = \"{}\"\n", name(variant)).unwrap();
        writeln!(text, "contracts = [\"{contract}\"]").unwrap();
    }
    for (position, segment) in ["2", "4c"].iter().enumerate() {
        let variant = name(world.contracts[3].variants[position]);
        write!(text, "\n[[case]]\nid = \"same-hybrid-{segment}\"\nvariant = \"{variant}\"\n").unwrap();
        writeln!(text, "contracts = [\"hybrid\"]\nsegments = [\"{segment}\"]").unwrap();
    }
    for variant in variants {
        write!(text, "\n[[case]]\nid = \"all-{0}\"\nvariant = \"{0}\"\n", name(variant)).unwrap();
        // A task that is about one product of the hybrid contract is not about the other.
        let hybrid = &world.contracts[3];
        if variant == Variant::Task && !(hybrid.is_of_task(0) && hybrid.is_of_task(1)) {
            text.push_str("contracts = [\"effort\", \"output\", \"task\"]\n");
        }
    }
    let Compared { leakage, tariff_times, volume, cost_price, tariff } = world.compared;
    for (id, share) in [("leaking", leakage), ("sealed", 0)] {
        let share = percent(share);
        write!(text, "\n[[case]]\nid = \"{id}\"\nleakage = {{ share = {share}, to = \"effort\", ").unwrap();
        writeln!(text, "tariff_times = \"{}\", cost_times = \"1.1\" }}", scaled(tariff_times, 2)).unwrap();
    }
    write!(text, "\n[[shock]]\nid = \"more\"\nvolume = {}\n", percent(volume)).unwrap();
    let (cost_price, tariff) = (percent(cost_price), percent(tariff));
    write!(text, "\n[[shock]]\nid = \"dearer\"\ncost_price = {cost_price}\ntariff = {tariff}\n").unwrap();
}

fn places(world: &World) -> String {
    let rows = world.youths.iter().enumerate().map(|(party, youths)| format!("{},{},{youths}\n", code(party), party));
    std::iter::once("code,name,youths\n".to_string()).chain(rows).collect()
}

fn volumes(world: &World) -> String {
    let mut text = "code,provider,product,day,begun,volume,started,ended,line,credits\n".to_string();
    for (number, line) in world.lines.iter().enumerate() {
        let of_line = |sign: i64, own: &str, other: &str| {
            let [started, ended] = line.results.map(|count| sign * count);
            format!("{},{},{started},{ended},{own},{other}\n", about(world, line), sign * line.volume)
        };
        text += &of_line(1, &format!("l{number}"), "");
        if line.is_credited {
            text += &of_line(-1, "", &format!("l{number}"));
        }
    }
    text
}

fn about(world: &World, line: &Line) -> String {
    let contract = CONTRACTS[line.contract];
    let provider = if line.by_subcontractor { "onder" } else { "van" };
    let (year, month, day) = world.day(line);
    let begun = if line.has_begun_earlier { "2025-12-01" } else { "" };
    let (code, product) = (code(world.party(line)), PRODUCTS[line.product]);
    format!("{code},{provider} {contract},{product},{year}-{month:02}-{day:02},{begun}")
}

fn figures(years: &BTreeMap<i64, Vec<i64>>) -> String {
    let mut text = "code,year,euros\n".to_string();
    for (year, figures) in years {
        for (party, &cents) in figures.iter().enumerate() {
            writeln!(text, "{},{year},{}", code(party), scaled(cents, 2)).unwrap();
        }
    }
    text
}

fn code(party: usize) -> &'static str {
    ["GM1952", "GM1966", "GM1969"][party]
}

fn name(variant: Variant) -> &'static str {
    match variant {
        Variant::Effort => "effort-based",
        Variant::Output => "output-based",
        Variant::Task => "task-based",
    }
}

fn percent(hundredths: i64) -> String {
    format!("\"{}%\"", scaled(hundredths, 2))
}

/// A whole number of hundredths, or of smaller parts, as a decimal.
fn scaled(number: i64, decimals: u32) -> String {
    rust_decimal::Decimal::new(number, decimals).to_string()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
