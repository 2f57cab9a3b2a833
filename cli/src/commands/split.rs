//! `split`: one amount, divided once.

use super::Answer;
use super::instalments::Instalments;
use crate::args::SplitArgs;
use crate::failure::Failure;
use crate::numbers;
use crate::report::{Block, Column, Document, Records, Report, Section, Table};
use crate::words;
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{Amount, Bounds, Ratio, Split, Unrounded, Weights, decimal};
use taakgericht::{Error, Errors, Kind, Language};

/// `split`, by weights or in instalments.
pub(super) fn split(args: &SplitArgs) -> Result<Answer, Failure> {
    let whole = Notation::Either.read_amount(&args.whole).map_err(|error| error.within("the amount"))?;
    match (&args.weights, args.parts) {
        (None, Some(count)) => Ok(Answer::new(Instalments::new(whole, count)?, Vec::new())),
        (weights, _) => {
            Ok(Answer::new(Division::new(whole, weights.as_deref().unwrap_or_default(), args)?, Vec::new()))
        }
    }
}

/// A whole divided by weights.
struct Division {
    whole: Amount,
    split: Split,
    bounded: bool,
    shares: Vec<Share>,
}

/// What one party gets.
#[derive(serde::Serialize)]
struct Share {
    name: String,
    weight: Ratio,
    /// The share that the weight alone gives.
    exact: Unrounded,
    placed: Amount,
    /// The exact share less what was placed; with bounds these measure something else, so there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    residue: Option<Unrounded>,
    #[serde(skip_serializing_if = "Option::is_none")]
    floor: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<Amount>,
}

impl Division {
    fn new(whole: Amount, weights: &str, args: &SplitArgs) -> Result<Division, Errors> {
        let written = read_list("--weights", weights, read_weight)?;
        let names = names(args.names.as_deref(), written.len())?;
        let unit = Notation::Either.read_amount(&args.unit).map_err(|error| error.within("--unit"))?;
        let split = Split::new(args.method).tie(args.tie).unit(unit)?;
        let weights = Weights::from_ratios(&written)?;
        let bounds = bounds(args, written.len())?;
        let placed = match &bounds {
            None => split.divide(whole, &weights),
            Some(bounds) => split.divide_bounded(whole, &weights, bounds),
        };
        let name = |position: usize| names.get(position).cloned().unwrap_or_default();
        let placed = placed.map_err(|error| error.with_labels(name))?;
        let mut shares = Vec::new();
        for (position, (&weight, &placed)) in written.iter().zip(&placed).enumerate() {
            let exact = Unrounded::from(whole).times(weights.share(position))?;
            let residue = if bounds.is_none() { Some(exact.checked_sub(placed.into())?) } else { None };
            let Bounds { floor, ceiling } =
                bounds.as_ref().and_then(|bounds| bounds.get(position)).copied().unwrap_or_default();
            shares.push(Share { name: name(position), weight, exact, placed, residue, floor, ceiling });
        }
        Ok(Division { whole, split, bounded: bounds.is_some(), shares })
    }
}

/// Reads every entry of a list; the errors of all entries at once.
fn read_list<T>(option: &str, list: &str, read: fn(&str) -> Result<T, Error>) -> Result<Vec<T>, Errors> {
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for (position, entry) in entries(list).enumerate() {
        match read(entry) {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error.within(format!("{option}, entry {}", position.saturating_add(1)))),
        }
    }
    Errors::or_ok(errors, values)
}

/// Entries between semicolons where there are any, else between commas.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split(if list.contains(';') { ';' } else { ',' }).map(str::trim)
}

/// A number, or a fraction such as 1581/13557.
fn read_weight(text: &str) -> Result<Ratio, Error> {
    if text.contains('/') { Ratio::parse(text) } else { decimal::to_ratio(Notation::Either.read_decimal(text)?) }
}

/// A bound; a dash or nothing for none.
fn read_bound(text: &str) -> Result<Option<Amount>, Error> {
    if ["", "-"].contains(&text) { Ok(None) } else { Notation::Either.read_amount(text).map(Some) }
}

fn names(list: Option<&str>, count: usize) -> Result<Vec<String>, Error> {
    match list {
        None => Ok((1..=count).map(|number| number.to_string()).collect()),
        Some(list) => as_many("--names", entries(list).map(str::to_owned).collect(), count),
    }
}

fn as_many<T>(option: &str, values: Vec<T>, count: usize) -> Result<Vec<T>, Error> {
    if values.len() == count {
        return Ok(values);
    }
    let found = format!("{} entries", values.len());
    Err(Error::new(Kind::Length, found, format!("{count}, one per weight")).within(option))
}

fn bounds(args: &SplitArgs, count: usize) -> Result<Option<Vec<Bounds>>, Errors> {
    if args.floors.is_none() && args.ceilings.is_none() {
        return Ok(None);
    }
    let column = |option: &str, list: &Option<String>| match list {
        None => Ok(vec![None; count]),
        Some(list) => Ok::<_, Errors>(as_many(option, read_list(option, list, read_bound)?, count)?),
    };
    let (floors, ceilings) = (column("--floors", &args.floors)?, column("--ceilings", &args.ceilings)?);
    let pair = |(floor, ceiling)| Bounds { floor, ceiling };
    Ok(Some(floors.into_iter().zip(ceilings).map(pair).collect()))
}

/// The division as JSON.
#[derive(serde::Serialize)]
struct DivisionJson<'a> {
    shape: &'static str,
    whole: Amount,
    split: Split,
    parts: &'a [Share],
}

impl Report for Division {
    fn document(&self, language: Language) -> Document {
        let whole = numbers::amount(self.whole, language);
        let how = words::split(self.split, language);
        let blocks = vec![
            Block::Table(if self.bounded { self.bounded_table(language) } else { self.table(language) }),
            Block::Text(format!("{} ({how}).", words::adds_up(&whole, language))),
        ];
        Document { title: String::new(), sections: vec![Section::new("", blocks)] }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        let Division { whole, split, shares, .. } = self;
        let json = DivisionJson { shape: "taakgericht/split/1", whole: *whole, split: *split, parts: shares };
        serde_json::to_string_pretty(&json)
    }

    fn records(&self, _: Language) -> Records {
        let text = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        let row = |share: &Share| {
            let Share { name, weight, exact, placed, residue, floor, ceiling } = share;
            let residue = residue.map(|residue| residue.to_string()).unwrap_or_default();
            let [weight, exact, placed] = [numbers::plain(*weight), exact.to_string(), placed.to_string()];
            vec![name.clone(), weight, exact, placed, residue, text(*floor), text(*ceiling)]
        };
        Records {
            header: &["name", "weight", "exact", "placed", "residue", "floor", "ceiling"],
            rows: self.shares.iter().map(row).collect(),
        }
    }
}

impl Division {
    fn table(&self, language: Language) -> Table {
        let row = |share: &Share| {
            let mut row = named_weight(share, language);
            row.push(numbers::unrounded(share.exact, language));
            row.push(numbers::amount(share.placed, language));
            row.extend(share.residue.map(|residue| numbers::unrounded(residue, language)));
            row
        };
        let headings = [words::WEIGHT, words::EXACT, words::PLACED, words::RESIDUE];
        let total = vec![
            String::new(),
            numbers::amount(self.whole, language),
            numbers::amount(self.whole, language),
            numbers::amount(Amount::ZERO, language),
        ];
        self.with_total(&headings, row, total, language)
    }

    fn bounded_table(&self, language: Language) -> Table {
        let bound = |bound: Option<Amount>| bound.map(|bound| numbers::amount(bound, language)).unwrap_or_default();
        let row = |share: &Share| {
            let mut row = named_weight(share, language);
            row.push(numbers::unrounded(share.exact, language));
            row.extend([bound(share.floor), bound(share.ceiling), numbers::amount(share.placed, language)]);
            row
        };
        let headings = [words::WEIGHT, words::SHARE_WITHOUT_BOUNDS, words::FLOOR, words::CEILING, words::PLACED];
        let whole = numbers::amount(self.whole, language);
        let total = vec![String::new(), whole.clone(), String::new(), String::new(), whole];
        self.with_total(&headings, row, total, language)
    }

    fn with_total(
        &self,
        headings: &[words::Word],
        row: impl Fn(&Share) -> Vec<String>,
        total: Vec<String>,
        language: Language,
    ) -> Table {
        let name = Column::name(words::NAME.to(language));
        let numbers = headings.iter().map(|heading| Column::number(heading.to(language)));
        let total = std::iter::once(words::TOTAL.to(language).to_owned()).chain(total).collect();
        let columns = std::iter::once(name).chain(numbers).collect();
        Table::new(columns, self.shares.iter().map(row).collect()).with_total(total)
    }
}

fn named_weight(share: &Share, language: Language) -> Vec<String> {
    vec![share.name.clone(), numbers::number(share.weight, language)]
}
