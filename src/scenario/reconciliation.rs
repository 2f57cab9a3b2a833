//! What the published tables satisfy, identity by identity.

use super::model::Scenario;
use super::outcome::Reconciliation;
use crate::budget::reconcile::{Table, detect, reconcile};
use crate::error::{Errors, Kind};
use alloc::vec::Vec;

/// Checks every identity. A memo that is added as a part is a finding about the table, not a failure of the run.
pub(super) fn reconcile_all(scenario: &Scenario) -> Result<Reconciliation, Errors> {
    let tables: Vec<Table> = scenario.tables.iter().map(|table| table.table.clone()).collect();
    let (mut found, mut errors) = (Reconciliation::default(), Vec::new());
    for check in &scenario.checks {
        match reconcile(&tables, core::slice::from_ref(&check.identity)) {
            Ok(findings) => found.findings.extend(findings),
            Err(refused) => {
                let (memo, other): (Vec<_>, Vec<_>) =
                    refused.all().iter().cloned().partition(|error| error.kind() == Kind::Memo);
                found.refusals.extend(memo);
                errors.extend(other);
            }
        }
        if check.detect {
            match detect(&tables, &check.identity) {
                Ok(detections) => found.detections.extend(detections),
                Err(error) => errors.push(error),
            }
        }
        found.notes.extend(check.note.iter().map(|note| (check.identity.id.clone(), note.clone())));
    }
    Errors::or_ok(errors, found)
}
