//! The sections for financing variants; later ones refer to names of earlier ones.

mod administration;
mod case;
mod contract;
mod contract_product;
mod known;
mod lump_sum;
mod product;
mod shock;
mod task;
mod value;
mod volumes;

use super::document::{all, every, ids};
use super::part::Part;
use super::pooling::Sources;
use super::pooling::known::Known as KnownToPools;
use crate::financing::comparison::Administration;
use crate::format::sections::financing::{ADMINISTRATION, CASE, CONTRACT, PRODUCT, SHOCK, VOLUMES};
use crate::scenario::{CaseSection, ContractSection, ProductSection, ShockSection, Volumes};
use alloc::vec::Vec;
use known::Known;

/// The sections; each kind is `None` when one of them has errors, and the administration also when it has no section.
pub(super) struct Financing {
    pub(super) products: Option<Vec<ProductSection>>,
    pub(super) contracts: Option<Vec<ContractSection>>,
    pub(super) volumes: Option<Vec<Volumes>>,
    pub(super) cases: Option<Vec<CaseSection>>,
    pub(super) shocks: Option<Vec<ShockSection>>,
    pub(super) administration: Option<Administration>,
}

pub(super) fn read(document: &Part<'_>, sources: &Sources<'_, '_, '_>, pools: &KnownToPools) -> Financing {
    let (products, contracts) = (all(document, "product", &PRODUCT), all(document, "contract", &CONTRACT));
    let (volumes, cases) = (all(document, "volumes", &VOLUMES), all(document, "case", &CASE));
    let shocks = all(document, "shock", &SHOCK);
    let known = Known::of(&products, &contracts, pools);
    ids(&volumes);
    ids(&cases);
    ids(&shocks);
    let administration = document.field("administration").and_then(|field| field.part(&ADMINISTRATION));
    Financing {
        products: every(products.iter().map(product::read)),
        contracts: every(contracts.iter().map(|part| contract::read(part, &known))),
        volumes: every(volumes.iter().map(|part| volumes::read(part, sources, &known))),
        cases: every(cases.iter().map(|part| case::read(part, &known))),
        shocks: every(shocks.iter().map(shock::read)),
        administration: administration.and_then(|part| administration::read(&part)),
    }
}
