//! `model`: how a pool shares its cost, in every year or by year.

use crate::error::{Error, Kind};
use crate::exact::Percent;
use crate::format::read::document::every;
use crate::format::read::part::{Field, Part};
use crate::format::section::Shape;
use crate::format::sections::pooling::MODEL;
use crate::format::term::ModelWord;
use crate::period::Year;
use crate::pool::{Corridor, Model, StopLoss};
use crate::scenario::ModelChoice;
use alloc::collections::BTreeMap;
use alloc::string::String;
use toml::de::DeValue;

pub(super) fn read(field: &Field<'_>) -> Option<ModelChoice> {
    let part = field.part(&MODEL)?;
    let model = match part.term("kind")? {
        ModelWord::ActualUse => Model::ActualUse,
        ModelWord::Insurance => Model::Insurance,
        ModelWord::Blend => return part.field("pooled").and_then(|field| blend(&field)),
        ModelWord::Corridor => Model::Corridor(corridor(&part)?),
        ModelWord::StopLoss => Model::StopLoss(stop_loss(&part)?),
    };
    field.keep(model.prove()).map(|()| ModelChoice::EveryYear(model))
}

/// One percentage, or one for each year.
fn blend(field: &Field<'_>) -> Option<ModelChoice> {
    if !matches!(field.value, DeValue::Table(_)) {
        return pooled(field).map(|pooled| ModelChoice::EveryYear(Model::Blend { pooled }));
    }
    let entries = field.entries("year").filter(|entries| !entries.is_empty());
    let Some(entries) = entries else {
        field.report(Error::new(Kind::Missing, "no year", Shape::PercentByYear.expected()));
        return None;
    };
    let by_year = |(name, field): &(String, Field<'_>)| -> Option<(Year, Percent)> {
        let (year, pooled) = (field.keep(Year::parse(name)), pooled(field));
        Some((year?, pooled?))
    };
    let shares: BTreeMap<Year, Percent> = every(entries.iter().map(by_year))?.into_iter().collect();
    Some(ModelChoice::BlendByYear(shares))
}

fn pooled(field: &Field<'_>) -> Option<Percent> {
    let pooled = field.percent()?;
    field.keep(Model::Blend { pooled }.prove()).map(|()| pooled)
}

fn corridor(part: &Part<'_>) -> Option<Corridor> {
    let (band, netting) = (part.percent("band"), part.term("netting"));
    Some(Corridor { band: band?, netting: netting? })
}

fn stop_loss(part: &Part<'_>) -> Option<StopLoss> {
    let threshold = part.field("threshold").and_then(|field| field.amount());
    let (ceded, ceiling) = (part.percent("ceded"), part.optional("ceiling", |field| field.amount()));
    Some(StopLoss { threshold_per_client: threshold?, ceded_share: ceded?, ceiling_per_client: ceiling? })
}
