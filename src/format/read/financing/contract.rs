//! `[[contract]]`: who delivers which products from when to when, and what is agreed for them.

use super::known::Known;
use super::{contract_product, task};
use crate::error::{Error, Kind};
use crate::format::read::document::{all_called, every};
use crate::format::read::part::Part;
use crate::format::sections::financing::{CONTRACT_PRODUCT, TASK};
use crate::period::Period;
use crate::scenario::{ContractProductSection, ContractSection};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

pub(super) fn read(part: &Part<'_>, known: &Known<'_>) -> Option<ContractSection> {
    let (id, provider) = (part.id(), part.text("provider"));
    let subcontractors = part.optional("subcontractors", |field| field.texts_apart("subcontractor"));
    let (from, to) = (part.date("from"), part.date("to"));
    let period = part.field("to").and_then(|field| field.keep(Period::new(from?, to?)));
    let products = products(part, known);
    let first = from.map(|day| day.year());
    let task = part.optional("task", |field| task::read(&field.part(&TASK)?, first, known));
    Some(ContractSection {
        id: id?,
        provider: provider?,
        subcontractors: subcontractors?.unwrap_or_default(),
        period: period?,
        products: products?,
        task: task?,
    })
}

/// The products, each once, and at least one.
fn products(part: &Part<'_>, known: &Known<'_>) -> Option<Vec<ContractProductSection>> {
    let field = part.field("products")?;
    if field.items().is_some_and(|items| items.is_empty()) {
        field.report(Error::new(Kind::Missing, "no product", "at least one"));
    }
    let parts = all_called(part, "products", &CONTRACT_PRODUCT, "product", "product");
    let mut seen = BTreeSet::new();
    for part in &parts {
        // The same product by another variant is a switch, of which the contract itself tells.
        let said = part.word("product").map(|product| (product, part.word("variant")));
        if let Some((name, _)) = said.filter(|said| !seen.insert(*said)) {
            let found = format!("the product \"{}\" a second time", name.escape_debug());
            part.report(Error::new(Kind::Duplicate, found, "every product once"));
        }
    }
    every(parts.iter().map(|part| contract_product::read(part, known)))
}
