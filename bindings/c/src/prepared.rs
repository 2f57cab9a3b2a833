//! A scenario with the plan that was made of it, kept together: what is proved once is not proved again for every figure.

use std::sync::Arc;
use taakgericht::Errors;
use taakgericht::scenario::{Plan, Scenario};

/// A scenario made ready.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Points into `scenario`, and stands before it: fields are dropped in this order.
    plan: Plan<'static>,
    scenario: Arc<Scenario>,
}

impl Prepared {
    /// Makes a scenario ready.
    pub(crate) fn new(scenario: Scenario) -> Result<Prepared, Errors> {
        let scenario = Arc::new(scenario);
        // SAFETY: what an `Arc` holds does not move when the `Arc` does; nobody changes it, and it is there until the plan
        // is gone. That it is there for ever, as is said here, no one else hears: `plan` gives it for as long as `self`.
        let lasting: &'static Scenario = unsafe { &*Arc::as_ptr(&scenario) };
        Ok(Prepared { plan: Plan::new(lasting)?, scenario })
    }

    /// The plan, which was made once.
    pub(crate) const fn plan(&self) -> &Plan<'_> {
        &self.plan
    }

    pub(crate) fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}
