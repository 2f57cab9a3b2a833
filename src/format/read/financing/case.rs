//! `[[case]]`: other agreements for the same demand.

use super::known::Known;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::format::read::part::{Field, Part};
use crate::format::sections::financing::LEAKAGE;
use crate::scenario::{CaseSection, LeakageSection};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

/// What results call the agreements of the contracts themselves.
const CONTRACTED: &str = "contracted";

pub(super) fn read(part: &Part<'_>, known: &Known<'_>) -> Option<CaseSection> {
    let id = part.field("id").and_then(|field| id(&field));
    let variant = part.optional("variant", Field::term);
    let contracts = part.optional("contracts", |field| set(field, "contract", known.contracts()));
    let segments = part.optional("segments", |field| set(field, "segment", known.segments()));
    let leakage = part.optional("leakage", |field| leakage(&field.part(&LEAKAGE)?, known));
    Some(CaseSection { id: id?, variant: variant?, contracts: contracts?, segments: segments?, leakage: leakage? })
}

fn id(field: &Field<'_>) -> Option<String> {
    let id = field.id()?;
    if id == CONTRACTED {
        let found = format!("the id \"{CONTRACTED}\", which stands for the contracts as they are");
        field.report(Error::new(Kind::Duplicate, found, "another id"));
        return None;
    }
    Some(id)
}

/// Names that are known, each once, and at least one.
fn set<'n>(field: &Field<'_>, what: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<BTreeSet<String>> {
    field.all_known(what, names).map(|names| names.into_iter().collect())
}

fn leakage(part: &Part<'_>, known: &Known<'_>) -> Option<LeakageSection> {
    let (share, to) = (part.percent("share"), part.field("to"));
    let to = to.and_then(|field| field.known("contract", known.contracts()));
    let times = |key: &str| part.optional(key, |field| field.ratio());
    let (tariff, cost) = (times("tariff_times"), times("cost_times"));
    Some(LeakageSection {
        share: share?,
        to: to?,
        tariff_times: tariff?.unwrap_or(Ratio::ONE),
        cost_times: cost?.unwrap_or(Ratio::ONE),
    })
}
