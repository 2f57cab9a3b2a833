//! `[[contract.products]]`: how a product is financed, and everything that is agreed for it.

use super::known::Known;
use super::value::{by_day, by_year};
use crate::exact::Percent;
use crate::financing::effort::{Basis, Beyond, Ceiling, Tariff};
use crate::financing::output::PaymentPlan;
use crate::format::read::part::{Field, Part};
use crate::format::sections::financing::{CEILING, RESULT};
use crate::format::term::BeyondWord;
use crate::scenario::{ContractProductSection, ResultSection};
use alloc::vec::Vec;
use rust_decimal::Decimal;

pub(super) fn read(part: &Part<'_>, known: &Known<'_>) -> Option<ContractProductSection> {
    let product = part.field("product").and_then(|field| field.known("product", known.products()));
    let variant = part.term("variant");
    let (unit, basis) = (part.optional("unit", Field::term), part.optional("basis", Field::term));
    let tariffs = part.optional("tariffs", |field| by_day(field, "tariff", tariff));
    let cost_price = part.optional("cost_price", |field| field.euros());
    let result = part.optional("result", |field| result(&field.part(&RESULT)?));
    let ceilings = part.optional("ceilings", |field| {
        let expected = "years with sections of keys, such as { 2026 = { amount = 1000, beyond = \"new-care\" } }";
        by_year(field, "ceiling", expected, |field| ceiling(&field.part(&CEILING)?))
    });
    Some(ContractProductSection {
        product: product?,
        variant: variant?,
        unit: unit?,
        basis: basis?.unwrap_or(Basis::PerUnit),
        tariffs: tariffs?.unwrap_or_default(),
        cost_price: cost_price?,
        result: result?,
        ceilings: ceilings?.unwrap_or_default(),
    })
}

/// A tariff that can be one, whatever it is agreed for.
fn tariff(field: &Field<'_>) -> Option<Decimal> {
    let euros = field.euros()?;
    field.keep(Tariff::new(euros, Basis::PerUnit)).map(|tariff| tariff.euros())
}

fn result(part: &Part<'_>) -> Option<ResultSection> {
    let prices = part.field("prices").and_then(|field| by_day(&field, "price", |field| field.amount()));
    let share = |key: &str| part.optional(key, |field| field.percent());
    let (start, end) = (share("start"), share("end"));
    let milestones = part.optional("milestones", |field| field.percents());
    let parts = parts(part, start?, milestones?.unwrap_or_default(), end?);
    Some(ResultSection { prices: prices?, parts: parts? })
}

/// The parts of a price; none when all of it is paid at the end. Half a plan was kept as an error.
fn parts(
    part: &Part<'_>,
    start: Option<Percent>,
    milestones: Vec<Percent>,
    end: Option<Percent>,
) -> Option<Vec<Percent>> {
    let (Some(start), Some(end)) = (start, end) else {
        return Some(Vec::new());
    };
    let plan = PaymentPlan::new(start, milestones, end);
    plan.map_err(|error| part.report(error)).ok().map(|plan| plan.shares().to_vec())
}

fn ceiling(part: &Part<'_>) -> Option<Ceiling> {
    let amount = part.field("amount").and_then(|field| field.amount());
    let share = part.optional("provider_share", |field| field.percent());
    let beyond = match part.term("beyond")? {
        // Without a share an error was kept.
        BeyondWord::Shared => Beyond::SharedByProvider(share??),
        BeyondWord::NewCare => Beyond::NewCareByProvider,
    };
    Some(Ceiling { amount: amount?, beyond })
}
