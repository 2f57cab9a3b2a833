//! `check`: what published tables satisfy, figure by figure, and whether rounding explains what they do not.

use super::receipt::receipt_section;
use super::{Answer, table_file};
use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::input::Loaded;
use crate::numbers;
use crate::report::{Block, Column, Document, Records, Report, Section, Table};
use crate::words::{self, Counts};
use std::path::Path;
use taakgericht::budget::reconcile::{Detection, Finding, Verdict, shown};
use taakgericht::exact::Ratio;
use taakgericht::scenario::{Receipt, Reconciliation};
use taakgericht::{Error, Language};

/// What was found about published tables.
pub(super) struct CheckReport {
    pub(super) title: String,
    pub(super) found: Reconciliation,
    pub(super) receipt: Receipt,
}

/// `check`: a table when it is CSV, a scenario otherwise.
pub(super) fn check(args: &CheckArgs) -> Result<Answer, Failure> {
    let is_table = args.input.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    match (is_table, &args.table.total) {
        (true, Some(total)) => table_file::check(&args.input, &args.table, total),
        (true, None) => Err(Failure::usage("a table needs --total and --parts: what should add up to what")),
        (false, Some(_)) => Err(Failure::usage("--total is for a table (CSV); a scenario has its own identities")),
        (false, None) => scenario(&args.input),
    }
}

fn scenario(path: &Path) -> Result<Answer, Failure> {
    let loaded = Loaded::read(path)?;
    match loaded.outcome() {
        Ok(outcome) => {
            let (title, found, receipt) = (outcome.title, outcome.reconciliation, outcome.receipt);
            Ok(CheckReport { title, found, receipt }.answer(loaded.texts.paths()))
        }
        Err(errors) => Err(loaded.fail(errors)),
    }
}

impl CheckReport {
    pub(super) fn answer(self, inputs: Vec<std::path::PathBuf>) -> Answer {
        let Counts { explained_only_if, errors, refused, .. } = count(&self.found);
        let deviates = explained_only_if > 0 || errors > 0 || refused > 0;
        Answer { deviates, ..Answer::new(self, inputs) }
    }
}

/// Counts the findings by verdict.
pub(super) fn count(found: &Reconciliation) -> Counts {
    let count = |wanted: fn(&Verdict) -> bool| found.findings.iter().filter(|finding| wanted(&finding.verdict)).count();
    Counts {
        holds: count(|verdict| matches!(verdict, Verdict::Holds)),
        explained: count(|verdict| matches!(verdict, Verdict::Explained)),
        explained_only_if: count(|verdict| matches!(verdict, Verdict::ExplainedOnlyIf(_))),
        errors: count(|verdict| matches!(verdict, Verdict::Error { .. })),
        refused: found.refusals.len(),
    }
}

/// The findings as JSON: the library's own data, with the diagnosis of each finding in words.
#[derive(serde::Serialize)]
struct CheckJson<'a> {
    shape: &'static str,
    counts: Counts,
    findings: Vec<FindingJson<'a>>,
    detections: Vec<DetectionJson<'a>>,
    refusals: Vec<String>,
    notes: &'a [(String, String)],
    receipt: &'a Receipt,
}

#[derive(serde::Serialize)]
struct FindingJson<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    diagnosis: String,
}

#[derive(serde::Serialize)]
struct DetectionJson<'a> {
    #[serde(flatten)]
    detection: &'a Detection,
    diagnosis: String,
}

impl Report for CheckReport {
    fn document(&self, language: Language) -> Document {
        let counts = Block::Text(words::counts(count(&self.found), language));
        let mut sections = vec![Section::new(words::RECONCILIATION.to(language), vec![counts])];
        let by_identity = self.found.findings.chunk_by(|one, other| one.identity == other.identity);
        sections.extend(by_identity.map(|findings| identity_section(findings, &self.found.notes, language)));
        sections.extend(refusals_section(&self.found, language));
        sections.extend(detections_section(&self.found.detections, language));
        sections.push(receipt_section(&self.receipt, language));
        Document { title: self.title.clone(), sections }
    }

    fn json(&self, language: Language) -> serde_json::Result<String> {
        let Reconciliation { findings, detections, refusals, notes } = &self.found;
        let finding = |finding| FindingJson { finding, diagnosis: Finding::diagnosis(finding, language) };
        let detection = |detection| DetectionJson { detection, diagnosis: Detection::diagnosis(detection, language) };
        serde_json::to_string_pretty(&CheckJson {
            shape: "taakgericht/check/1",
            counts: count(&self.found),
            findings: findings.iter().map(finding).collect(),
            detections: detections.iter().map(detection).collect(),
            refusals: refusals.iter().map(ToString::to_string).collect(),
            notes,
            receipt: &self.receipt,
        })
    }

    fn records(&self, language: Language) -> Records {
        let findings = self.found.findings.iter().map(|finding| record(finding, language));
        let refusals = self.found.refusals.iter().map(refusal_record);
        Records {
            header: &["identity", "table", "row", "column", "stated", "computed", "gap", "verdict", "diagnosis"],
            rows: findings.chain(refusals).collect(),
        }
    }
}

/// A refused identity has no figures, but it must not be missing from the table.
fn refusal_record(refused: &Error) -> Vec<String> {
    let mut record = vec![String::new(); 7];
    record.extend(["refused".into(), refused.to_string()]);
    record
}

fn record(finding: &Finding, language: Language) -> Vec<String> {
    let Finding { identity, table, row, column, stated, computed, gap, .. } = finding;
    let [identity, table, row, column] = [identity, table, row, column].map(String::clone);
    let [stated, computed, gap] = [stated.value, computed.value, *gap].map(numbers::plain);
    let verdict = match finding.verdict {
        Verdict::Holds => "holds",
        Verdict::Explained => "explained",
        Verdict::ExplainedOnlyIf(_) => "explained-only-if",
        Verdict::Error { .. } => "error",
    };
    vec![identity, table, row, column, stated, computed, gap, verdict.into(), finding.diagnosis(language)]
}

/// All figures of one identity, the diagnoses of those that deviate, and what its author knows about it.
fn identity_section(findings: &[Finding], notes: &[(String, String)], language: Language) -> Section {
    let identity = findings.first().map_or("", |finding| finding.identity.as_str());
    let deviating = findings.iter().filter(|finding| finding.gap != Ratio::ZERO);
    let diagnoses: Vec<String> = deviating.map(|finding| finding.diagnosis(language)).collect();
    let mut blocks = vec![Block::Table(findings_table(findings, language))];
    if !diagnoses.is_empty() {
        blocks.push(Block::List(diagnoses));
    }
    blocks.extend(notes_on(identity, notes).map(|note| Block::Text(note.to_owned())));
    Section::new(
        findings
            .first()
            .map_or(String::new(), |first| words::identity(first, words::has_one_column(findings), language)),
        blocks,
    )
}

fn notes_on<'a>(identity: &'a str, notes: &'a [(String, String)]) -> impl Iterator<Item = &'a str> {
    notes.iter().filter(move |(about, _)| about == identity).map(|(_, note)| note.as_str())
}

/// The column is only named where the identity speaks about several; else it stands in the title.
fn findings_table(findings: &[Finding], language: Language) -> Table {
    let one_column = words::has_one_column(findings);
    let mut columns = vec![Column::name(words::ROW.to(language))];
    columns.extend((!one_column).then(|| Column::name(words::COLUMN.to(language))));
    columns.extend([words::STATED, words::COMPUTED, words::GAP].map(|word| Column::number(word.to(language))));
    columns.push(Column::sentence(words::VERDICT.to(language)));
    let row = |finding: &Finding| {
        let quantity = finding.quantity;
        let mut row = vec![finding.row.clone()];
        row.extend((!one_column).then(|| finding.column.clone()));
        row.extend([finding.stated.value, finding.computed.value].map(|value| shown(value, quantity, language)));
        row.extend([numbers::gap(finding.gap, quantity, language), words::verdict(finding, language)]);
        row
    };
    Table::new(columns, findings.iter().map(row).collect())
}

fn refusals_section(found: &Reconciliation, language: Language) -> Option<Section> {
    // A refused identity has no findings to stand under, so its note stands here.
    let has_findings = |identity: &str| found.findings.iter().any(|finding| finding.identity == identity);
    let notes = found.notes.iter().filter(|(identity, _)| !has_findings(identity));
    let notes: Vec<String> = notes.map(|(identity, note)| format!("{identity}: {note}")).collect();
    let mut blocks = vec![Block::List(found.refusals.iter().map(ToString::to_string).collect())];
    if !notes.is_empty() {
        blocks.push(Block::Text(format!("{}:", words::NOTES.to(language))));
        blocks.push(Block::List(notes));
    }
    (!found.refusals.is_empty()).then(|| Section::new(words::REFUSED.to(language), blocks))
}

fn detections_section(detections: &[Detection], language: Language) -> Option<Section> {
    let diagnoses = detections.iter().map(|detection| detection.diagnosis(language)).collect();
    (!detections.is_empty()).then(|| Section::new(words::DETECTIONS.to(language), vec![Block::List(diagnoses)]))
}
