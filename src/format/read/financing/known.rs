//! The names that contracts, volumes and cases refer to, also of sections with errors of their own.

use crate::format::read::document::ids;
use crate::format::read::part::Part;
use crate::format::read::pooling::known::{Known as KnownToPools, Parties};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

/// What is known before any of these sections is read.
pub(super) struct Known<'k> {
    /// `None` when their table has errors, or is not declared.
    pub(super) parties: Option<&'k Parties>,
    keys: &'k [String],
    products: BTreeSet<String>,
    segments: BTreeSet<String>,
    contracts: Vec<String>,
    providers: BTreeSet<String>,
}

impl<'k> Known<'k> {
    pub(super) fn of(products: &[Part<'_>], contracts: &[Part<'_>], pools: &'k KnownToPools) -> Known<'k> {
        Known {
            parties: pools.parties.as_ref(),
            keys: &pools.keys,
            products: ids(products).into_iter().collect(),
            segments: products.iter().filter_map(|part| part.word("segment").map(String::from)).collect(),
            contracts: ids(contracts),
            providers: contracts.iter().flat_map(providers).collect(),
        }
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.keys.iter().map(String::as_str)
    }

    pub(super) fn products(&self) -> impl Iterator<Item = &str> + Clone {
        self.products.iter().map(String::as_str)
    }

    pub(super) fn has_product(&self, name: &str) -> bool {
        self.products.contains(name)
    }

    pub(super) fn segments(&self) -> impl Iterator<Item = &str> + Clone {
        self.segments.iter().map(String::as_str)
    }

    pub(super) fn contracts(&self) -> impl Iterator<Item = &str> + Clone {
        self.contracts.iter().map(String::as_str)
    }

    /// Main contractors and subcontractors.
    pub(super) fn providers(&self) -> impl Iterator<Item = &str> + Clone {
        self.providers.iter().map(String::as_str)
    }

    pub(super) fn has_provider(&self, name: &str) -> bool {
        self.providers.contains(name)
    }
}

/// Who delivers by a contract.
fn providers(contract: &Part<'_>) -> Vec<String> {
    let others = contract.field("subcontractors").and_then(|field| field.items()).unwrap_or_default();
    let others = others.iter().filter_map(|item| item.value.as_str());
    contract.word("provider").into_iter().chain(others).map(String::from).collect()
}
