//! `run`: everything that a scenario gives.

use super::Answer;
use super::check::count;
use super::contract::{self, Paid};
use super::receipt::receipt_section;
use super::settlement::{Settled, name};
use super::solidarity::solidarity_section;
use crate::failure::Failure;
use crate::input::Loaded;
use crate::numbers;
use crate::report::{Block, Column, Document, Group, Records, Report, Section, Table};
use crate::words::{self, contracts, line};
use std::path::Path;
use taakgericht::Language;
use taakgericht::budget::reconcile::{Finding, shown};
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{Amount, Ratio, Unrounded};
use taakgericht::scenario::{self, AppliedRule, ColumnRole, Comparison, ContractSection, Outcome, Party, Statement};

/// What a scenario gives.
struct RunReport {
    outcome: Outcome,
    /// What was agreed, beside what came of it.
    contracts: Vec<ContractSection>,
    /// Whether people see what is paid month by month.
    months: bool,
}

/// `run`; with a unit the statements are rounded to it so that they still add up.
pub(super) fn run(path: &Path, unit: Option<&str>, months: bool) -> Result<Answer, Failure> {
    let unit = unit.map(|unit| Notation::Either.read_amount(unit)).transpose();
    let unit = unit.map_err(|error| error.within("--unit"))?;
    let loaded = Loaded::read(path)?;
    let outcome = loaded.outcome().and_then(|outcome| match unit {
        Some(unit) => Ok(outcome.rounded(unit)?),
        None => Ok(outcome),
    });
    match outcome {
        Ok(outcome) => {
            let contracts = loaded.scenario.contracts.clone();
            Ok(Answer::new(RunReport { outcome, contracts, months }, loaded.texts.paths()))
        }
        Err(errors) => Err(loaded.fail(errors)),
    }
}

/// The outcome as JSON: `shape` says which version of the shape this is, the rest is the library's own data.
#[derive(serde::Serialize)]
struct RunJson<'a> {
    shape: &'static str,
    #[serde(flatten)]
    outcome: &'a Outcome,
}

impl Report for RunReport {
    fn document(&self, language: Language) -> Document {
        let outcome = &self.outcome;
        let statements = outcome.statements.iter();
        let mut sections: Vec<Section> =
            statements.filter_map(|statement| self.statement_section(statement, language)).collect();
        sections.extend(outcome.solidarity.iter().map(|pool| solidarity_section(pool, outcome, language)));
        sections.extend(comparison_section(outcome, language));
        sections.extend(implied_section(outcome, language));
        sections.extend(reconciliation_section(outcome, language));
        sections.push(receipt_section(&outcome.receipt, language));
        Document { title: outcome.title.clone(), sections }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        serde_json::to_string_pretty(&RunJson { shape: "taakgericht/run/1", outcome: &self.outcome })
    }

    fn records(&self, _: Language) -> Records {
        let Outcome { statements, parties, .. } = &self.outcome;
        let rows = statements.iter().flat_map(|statement| statement_records(statement, parties)).collect();
        Records {
            header: &["statement", "year", "column", "role", "party_code", "division", "party", "amount", "residue"],
            rows,
        }
    }
}

fn statement_records(statement: &Statement, parties: &[Party]) -> Vec<Vec<String>> {
    let year = statement.year.map(|year| year.to_string()).unwrap_or_default();
    let record = |column: &scenario::Column, position: usize, party: &Party| {
        let residue = column.residues.get(position).map(ToString::to_string).unwrap_or_default();
        let amount = column.amounts.get(position).map(ToString::to_string).unwrap_or_default();
        let municipality = party.municipality;
        let (code, division) = (municipality.code.to_string(), municipality.division.to_string());
        let (statement, column, role) = (statement.id.clone(), column.name.clone(), role(column.role).to_owned());
        vec![statement, year.clone(), column, role, code, division, party.name.clone(), amount, residue]
    };
    let columns = statement.columns.iter();
    columns
        .flat_map(|column| rows(statement, parties).map(move |(position, party)| (column, position, party)))
        .map(|(column, position, party)| record(column, position, party))
        .collect()
}

const fn role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Part => "part",
        ColumnRole::Memo => "memo",
        ColumnRole::Total => "total",
    }
}

impl RunReport {
    /// A statement with what there is to say of it; `None` for months that are not shown.
    fn statement_section(&self, statement: &Statement, language: Language) -> Option<Section> {
        match Paid::of(statement, &self.outcome) {
            Some(Paid::Months(_)) if !self.months => None,
            Some(paid) => Some(self.contract_section(statement, &paid, language)),
            None => Some(statement_section(statement, &self.outcome, language)),
        }
    }

    fn contract_section(&self, statement: &Statement, paid: &Paid<'_>, language: Language) -> Section {
        let outcome = &self.outcome;
        let mut table = amounts(statement, &outcome.parties, language);
        let mut blocks = Vec::new();
        if let Paid::Year(contract) = *paid {
            // Cents do not stand beside thousands.
            let shadow = contract::shadow(contract, language).filter(|_| !is_rounded(statement, outcome));
            if let Some(shadow) = shadow {
                table = table.with_column(Column::number(contracts::SHADOW.to(language)), shadow);
                blocks.push(Block::Text(words::memo(&[contracts::SHADOW.to(language).to_owned()], language)));
            }
            blocks.extend(contract::blocks(contract, &self.contracts, language));
            blocks.extend(rule_blocks(statement, outcome, language));
            if !self.months && outcome.contracts.last() == Some(contract) {
                blocks.push(Block::Text(contracts::MONTHS.to(language).into()));
            }
        } else {
            blocks.extend(rule_blocks(statement, outcome, language));
        }
        blocks.insert(0, Block::Table(table));
        Section::new(paid.heading(language), blocks)
    }
}

/// Whether a statement is shown in multiples of a unit.
fn is_rounded(statement: &Statement, outcome: &Outcome) -> bool {
    let is_it = |rule: &AppliedRule| matches!(rule, AppliedRule::Shown { .. }) && rule.statement() == statement.id;
    outcome.receipt.rules.iter().any(is_it)
}

/// The rules of a statement: one in a line, several in a list.
fn rule_blocks(statement: &Statement, outcome: &Outcome, language: Language) -> Vec<Block> {
    let rules = outcome.receipt.rules.iter().filter(|rule| rule.statement() == statement.id);
    let rules: Vec<String> = rules.map(|rule| words::applied(rule, language)).collect();
    match rules.as_slice() {
        [] => Vec::new(),
        [one] => vec![Block::Text(format!("{}: {one}.", words::RULE.to(language)))],
        _ => vec![Block::Text(format!("{}:", words::RULES_OF_STATEMENT.to(language))), Block::List(rules)],
    }
}

fn statement_section(statement: &Statement, outcome: &Outcome, language: Language) -> Section {
    let parties = &outcome.parties;
    let mut blocks = vec![Block::Table(amounts(statement, parties, language))];
    let memos = statement.columns.iter().filter(|column| column.role == ColumnRole::Memo);
    let memos: Vec<String> = memos.map(|column| line(&column.name, language)).collect();
    if !memos.is_empty() {
        blocks.push(Block::Text(words::memo(&memos, language)));
    }
    blocks.extend(rule_blocks(statement, outcome, language));
    if let Some(settled) = Settled::of(statement, outcome) {
        blocks.extend(settled.blocks(statement, outcome, language));
        return Section::new(settled.heading(language), blocks);
    }
    if statement.columns.iter().any(|column| !column.residues.is_empty()) {
        blocks.extend(residue_blocks(statement, parties, language));
    }
    Section::new(words::statement(statement, language), blocks)
}

/// What was placed above or below the exact shares, or that nothing was.
fn residue_blocks(statement: &Statement, parties: &[Party], language: Language) -> Vec<Block> {
    match residues(statement, parties, language) {
        Some(table) => vec![Block::Text(words::RESIDUES.to(language).into()), Block::Table(table)],
        None => vec![Block::Text(words::NO_RESIDUES.to(language).into())],
    }
}

fn amounts(statement: &Statement, parties: &[Party], language: Language) -> Table {
    let row = |(position, party): (usize, &Party)| {
        let amounts = statement.columns.iter().filter_map(|column| column.amounts.get(position));
        named(&party.name, amounts.map(|&amount| numbers::amount(amount, language)))
    };
    let totals = statement.columns.iter().map(|column| numbers::amount(column.total, language));
    let rows = rows(statement, parties).map(row).collect();
    Table::new(headings(statement.columns.iter(), language), rows).with_total(named(words::TOTAL.to(language), totals))
}

/// The parties that a statement is about, each with the position of its amounts.
fn rows<'a>(statement: &'a Statement, parties: &'a [Party]) -> impl Iterator<Item = (usize, &'a Party)> {
    statement.parties.iter().filter_map(|&position| parties.get(position)).enumerate()
}

fn headings<'a>(columns: impl Iterator<Item = &'a scenario::Column>, language: Language) -> Vec<Column> {
    let party = Column::name(words::PARTY.to(language));
    std::iter::once(party).chain(columns.map(|column| Column::number(line(&column.name, language)))).collect()
}

fn named(name: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(cells).collect()
}

/// The residues of the parties that have any, in the columns that have any.
fn residues(statement: &Statement, parties: &[Party], language: Language) -> Option<Table> {
    let is_placed = |column: &&scenario::Column| column.residues.iter().any(|residue| *residue != Unrounded::ZERO);
    let columns: Vec<&scenario::Column> = statement.columns.iter().filter(is_placed).collect();
    let of_party = |position: usize| columns.iter().filter_map(move |column| column.residues.get(position).copied());
    let has_any = |(position, _): &(usize, &Party)| of_party(*position).any(|residue| residue != Unrounded::ZERO);
    let row = |(position, party): (usize, &Party)| {
        named(&party.name, of_party(position).map(|residue| numbers::unrounded(residue, language)))
    };
    let rows: Vec<Vec<String>> = rows(statement, parties).filter(has_any).map(row).collect();
    let columns = headings(columns.iter().copied(), language);
    (!rows.is_empty()).then(|| Table::new(columns, rows))
}

fn comparison_section(outcome: &Outcome, language: Language) -> Option<Section> {
    let mut names: Vec<&str> = outcome.comparisons.iter().map(|comparison| comparison.column.as_str()).collect();
    names.dedup();
    let row = |&name: &&str| {
        let (equal, other): (Vec<_>, Vec<_>) = (outcome.comparisons.iter())
            .filter(|comparison| comparison.column == name)
            .partition(|comparison| comparison.difference == Amount::ZERO);
        let all = equal.len().saturating_add(other.len());
        let other: Vec<String> = other.into_iter().map(|other| deviation(other, outcome, language)).collect();
        let other = if other.is_empty() { words::NONE.to(language).to_owned() } else { other.join("; ") };
        vec![line(name, language), words::of(equal.len(), all, language), other]
    };
    let rows: Vec<Vec<String>> = names.iter().map(row).collect();
    let columns = vec![
        Column::name(words::COLUMN.to(language)),
        Column::number(words::REPRODUCED.to(language)),
        Column::sentence(words::DEVIATIONS.to(language)),
    ];
    let table = Block::Table(Table::new(columns, rows));
    (!names.is_empty()).then(|| Section::new(words::COMPARISON.to(language), vec![table]))
}

fn deviation(comparison: &Comparison, outcome: &Outcome, language: Language) -> String {
    let published = numbers::amount(comparison.published, language);
    let difference = numbers::difference(comparison.difference, language);
    words::published(name(outcome, comparison.party), &published, &difference, language)
}

fn implied_section(outcome: &Outcome, language: Language) -> Option<Section> {
    let row = |implied: &scenario::ImpliedShare| {
        let four_decimals = taakgericht::exact::Percent::parse(implied.shown.trim_end_matches('%'));
        let shown = four_decimals.map_or_else(|_| implied.shown.clone(), |share| numbers::percent(share, language));
        vec![name(outcome, implied.party).to_owned(), shown]
    };
    let rows: Vec<Vec<String>> = outcome.implied.iter().map(row).collect();
    let columns = vec![Column::name(words::PARTY.to(language)), Column::number(words::IMPLIED_SHARE.to(language))];
    let table = Block::Table(Table::new(columns, rows));
    (!outcome.implied.is_empty()).then(|| Section::new(words::IMPLIED.to(language), vec![table]))
}

/// Every deviation on a line of its own; `check` has all figures and the diagnoses.
fn reconciliation_section(outcome: &Outcome, language: Language) -> Option<Section> {
    let found = &outcome.reconciliation;
    if found.findings.is_empty() && found.refusals.is_empty() {
        return None;
    }
    let columns = vec![
        Column::name(words::FIGURE.to(language)),
        Column::number(words::STATED.to(language)),
        Column::number(words::GAP.to(language)),
        Column::sentence(words::VERDICT.to(language)),
    ];
    let deviating: Vec<&Finding> = found.findings.iter().filter(|finding| finding.gap != Ratio::ZERO).collect();
    let groups = deviating.chunk_by(|one, other| one.identity == other.identity);
    let groups = groups.map(|findings| deviation_group(findings, language)).collect();
    let mut blocks = vec![Block::Text(words::counts(count(found), language))];
    blocks.push(Block::Table(Table { columns, groups, total: None }));
    if !found.refusals.is_empty() {
        blocks.push(Block::Text(format!("{}:", words::REFUSED.to(language))));
        blocks.push(Block::List(found.refusals.iter().map(ToString::to_string).collect()));
    }
    blocks.push(Block::Text(words::MORE_BY_CHECK.to(language).into()));
    Some(Section::new(words::RECONCILIATION.to(language), blocks))
}

/// The deviations from one identity; its title names the column where there is one.
fn deviation_group(findings: &[&Finding], language: Language) -> Group {
    let one_column = words::has_one_column(findings);
    let title = findings.first().map(|finding| words::identity(finding, one_column, language));
    let row = |finding: &&Finding| {
        let name = if one_column { finding.row.clone() } else { format!("{}, {}", finding.row, finding.column) };
        deviation_row(name, finding, language)
    };
    Group { title, rows: findings.iter().map(row).collect() }
}

fn deviation_row(name: String, finding: &Finding, language: Language) -> Vec<String> {
    let stated = shown(finding.stated.value, finding.quantity, language);
    let gap = numbers::gap(finding.gap, finding.quantity, language);
    vec![format!("  {name}"), stated, gap, words::verdict(finding, language)]
}
