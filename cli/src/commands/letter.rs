//! `letter`: what stands in the settlement letter to each municipality.

use super::Answer;
use super::receipt::facts;
use super::settlement::{instalments, name};
use crate::args::LetterArgs;
use crate::failure::Failure;
use crate::input::Loaded;
use crate::numbers;
use crate::report::{Block, Column, Document, Records, Report, Section, Table};
use crate::words::{self, line, pools};
use taakgericht::exact::{Amount, Unrounded};
use taakgericht::pool::Letter;
use taakgericht::scenario::{Outcome, Party, PoolOutcome, Receipt};
use taakgericht::trace::Value;
use taakgericht::{Error, Errors, Kind, Language};

/// The letters that were asked for, as positions of pools and of letters in them.
struct LetterReport {
    outcome: Outcome,
    chosen: Vec<(usize, usize)>,
}

/// `letter`.
pub(super) fn letter(args: &LetterArgs) -> Result<Answer, Failure> {
    let loaded = Loaded::read(&args.scenario)?;
    let report = loaded.outcome().and_then(|outcome| {
        let chosen = choose(&outcome, args)?;
        Ok(LetterReport { outcome, chosen })
    });
    match report {
        Ok(report) => Ok(Answer::new(report, loaded.texts.paths())),
        Err(errors) => Err(loaded.fail(errors)),
    }
}

/// The letters that the options leave; an option that leaves none says what there is.
fn choose(outcome: &Outcome, args: &LetterArgs) -> Result<Vec<(usize, usize)>, Errors> {
    if outcome.pools.is_empty() {
        return Err(
            Error::new(Kind::Missing, "no settlement to write letters about", "a scenario with a [[pool]]").into()
        );
    }
    let settlements: Vec<(usize, &PoolOutcome)> = outcome.pools.iter().enumerate().collect();
    let settlements = keep(settlements, "--pool", "pool", args.pool.as_ref(), |(_, pool)| pool.pool.clone())?;
    let year = args.year.map(|year| year.to_string());
    let settlements = keep(settlements, "--year", "year", year.as_ref(), |(_, pool)| pool.year.to_string())?;
    let letters = settlements.iter().flat_map(|&(position, pool)| {
        pool.letters.iter().enumerate().map(move |(letter, found)| ((position, letter), found.member))
    });
    let Some(wanted) = &args.party else { return Ok(letters.map(|(position, _)| position).collect()) };
    let is_named = |member: usize| outcome.parties.get(member).is_some_and(|party| party.is_named(wanted));
    let found = letters.clone().filter(|&(_, member)| is_named(member)).map(|(position, _)| position);
    let found: Vec<(usize, usize)> = found.collect();
    if found.is_empty() {
        let mut names: Vec<&str> = letters.map(|(_, member)| name(outcome, member)).collect();
        names.sort_unstable();
        names.dedup();
        return Err(Error::unknown("member", wanted, names).within("--party").into());
    }
    Ok(found)
}

/// Those that an option leaves.
fn keep<T>(
    all: Vec<T>,
    option: &str,
    what: &str,
    wanted: Option<&String>,
    of: impl Fn(&T) -> String,
) -> Result<Vec<T>, Error> {
    let Some(wanted) = wanted else { return Ok(all) };
    let mut known: Vec<String> = all.iter().map(&of).collect();
    known.dedup();
    let kept: Vec<T> = all.into_iter().filter(|one| of(one) == *wanted).collect();
    if kept.is_empty() {
        return Err(Error::unknown(what, wanted, known.iter().map(String::as_str)).within(option));
    }
    Ok(kept)
}

/// A letter with its settlement and its member.
struct One<'a> {
    pool: &'a PoolOutcome,
    letter: &'a Letter<usize>,
    party: &'a Party,
    instalments: &'a [Amount],
}

impl LetterReport {
    fn letters(&self) -> impl Iterator<Item = One<'_>> {
        self.chosen.iter().filter_map(|&(pool, row)| {
            let pool = self.outcome.pools.get(pool)?;
            let letter = pool.letters.get(row)?;
            let party = self.outcome.parties.get(letter.member)?;
            Some(One { pool, letter, party, instalments: pool.instalments.get(row).map_or(&[], Vec::as_slice) })
        })
    }
}

#[derive(serde::Serialize)]
struct LettersJson<'a> {
    shape: &'static str,
    scenario: &'a str,
    title: &'a str,
    letters: Vec<LetterJson<'a>>,
    receipt: &'a Receipt,
}

#[derive(serde::Serialize)]
struct LetterJson<'a> {
    statement: &'a str,
    #[serde(flatten)]
    letter: Letter<&'a Party>,
    instalments: &'a [Amount],
}

impl<'a> From<One<'a>> for LetterJson<'a> {
    fn from(one: One<'a>) -> LetterJson<'a> {
        let letter = one.letter.clone().to_member(one.party);
        LetterJson { statement: &one.pool.statement, letter, instalments: one.instalments }
    }
}

impl Report for LetterReport {
    fn document(&self, language: Language) -> Document {
        let mut sections: Vec<Section> = self.letters().map(|one| one.section(language)).collect();
        let receipt = Block::List(facts(&self.outcome.receipt, language));
        sections.push(Section::new(words::RECEIPT.to(language), vec![receipt]));
        Document { title: self.outcome.title.clone(), sections }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        let Outcome { scenario, title, receipt, .. } = &self.outcome;
        let letters = self.letters().map(LetterJson::from).collect();
        serde_json::to_string_pretty(&LettersJson { shape: "taakgericht/letter/1", scenario, title, letters, receipt })
    }

    fn records(&self, _: Language) -> Records {
        let header = &[
            "statement",
            "pool",
            "year",
            "kind",
            "booked",
            "party_code",
            "division",
            "party",
            "key",
            "key_years",
            "key_fingerprint",
            "figure",
            "amount",
        ];
        Records { header, rows: self.letters().flat_map(|one| one.records()).collect() }
    }
}

impl One<'_> {
    /// The figures in the order in which they follow from each other.
    fn figures(&self) -> Vec<(&'static str, Value)> {
        let letter = self.letter;
        let has_reserve = self.pool.reserve.is_some() || letter.reserve != Unrounded::ZERO;
        let shares_part = letter.shared_cost != letter.own_cost;
        let mut figures =
            vec![("contribution", Value::Amount(letter.contribution)), ("own_cost", Value::Amount(letter.own_cost))];
        figures.extend(shares_part.then_some(("shared_cost", Value::Amount(letter.shared_cost))));
        figures.extend([("transfer", Value::Amount(letter.transfer)), ("borne", Value::Amount(letter.borne))]);
        figures.extend(has_reserve.then_some(("reserve", Value::Unrounded(letter.reserve))));
        figures
            .extend([("already_paid", Value::Amount(letter.already_paid)), ("balance", Value::Amount(letter.balance))]);
        figures
    }

    fn section(&self, language: Language) -> Section {
        let row = |(figure, amount): (&str, Value)| {
            let name = match figure {
                "reserve" => pools::OF_WHICH_RESERVE.to(language).into(),
                "shared_cost" => pools::OF_WHICH_SHARED.to(language).into(),
                _ => line(figure, language),
            };
            vec![name, numbers::value(amount, language)]
        };
        let rows = self.figures().into_iter().map(row).collect();
        let columns = vec![Column::name(pools::LINE.to(language)), Column::number(pools::EUROS.to(language))];
        let mut blocks = vec![Block::Table(Table::new(columns, rows))];
        blocks.push(Block::Text(pools::to_pay(self.letter.balance, language)));
        blocks.extend(self.letter.key.as_ref().map(|key| Block::Text(pools::key(key, language))));
        blocks.extend(self.letter.inner.iter().map(|terms| Block::Text(pools::inner_terms(terms, language))));
        if !self.instalments.is_empty() {
            let equal = instalments(self.instalments, language);
            blocks.push(Block::Text(pools::advances(self.instalments.len(), &equal, language)));
        }
        Section::new(pools::letter(&self.party.name, self.pool, language), blocks)
    }

    fn records(&self) -> Vec<Vec<String>> {
        let Letter { pool, year, kind, booked, key, .. } = self.letter;
        let Party { municipality, name } = self.party;
        let years = key.iter().flat_map(|key| &key.years).map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let settlement =
            [self.pool.statement.clone(), pool.clone(), year.to_string(), kind.to_string(), booked.to_string()];
        let party = [municipality.code.to_string(), municipality.division.to_string(), name.clone()];
        let print = key.as_ref().and_then(|key| key.fingerprint.clone()).unwrap_or_default();
        let key = [key.as_ref().map(|key| key.name.clone()).unwrap_or_default(), years, print];
        let start: Vec<String> = settlement.into_iter().chain(party).chain(key).collect();
        let figures = self.figures().into_iter().map(|(figure, amount)| (figure.to_owned(), amount.to_string()));
        let paid = (1_usize..).zip(self.instalments);
        let paid = paid.map(|(number, amount)| (format!("instalment-{number}"), amount.to_string()));
        figures.chain(paid).map(|(figure, amount)| start.iter().cloned().chain([figure, amount]).collect()).collect()
    }
}
