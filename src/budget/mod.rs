//! Budgets: where the money comes from, what it is carved into, and whether the published tables agree.

pub mod reconcile;
