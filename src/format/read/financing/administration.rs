//! `[administration]`: what running each variant costs.

use crate::exact::Amount;
use crate::financing::comparison::{Administration, MonthlyRates};
use crate::format::read::part::Part;
use crate::format::sections::financing::PER_MONTH;

pub(super) fn read(part: &Part<'_>) -> Option<Administration> {
    let (per_invoice_line, per_result) = (amount(part, "per_invoice_line"), amount(part, "per_result"));
    let per_month = part.field("per_month").and_then(|field| monthly(&field.part(&PER_MONTH)?));
    Some(Administration {
        per_invoice_line: per_invoice_line?,
        per_result: per_result?,
        per_month: per_month?,
        // The months are those of each contract.
        months: 0,
    })
}

fn monthly(part: &Part<'_>) -> Option<MonthlyRates> {
    let (effort, output, task) = (amount(part, "effort"), amount(part, "output"), amount(part, "task"));
    Some(MonthlyRates { effort: effort?, output: output?, task: task? })
}

fn amount(part: &Part<'_>, key: &str) -> Option<Amount> {
    part.field(key)?.amount()
}
