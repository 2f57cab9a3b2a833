//! The engine that divides youth-care money in the Netherlands, exactly.
//!
//! A budget is a column of whole cents per party. Everything here is one of a few exact operations on such columns, and
//! because a plan is data, any single figure can be explained down to its inputs.
//!
//! ```text
//!  scenario text ──format──▶ ┌──────────────────────── scenario ────────────────────────┐
//!  (TOML + CSV)              │ Scenario ──▶ Plan ──▶ Outcome       Plan ──▶ Trace        │
//!  Rust code ──────────────▶ └────────────────────────────┬─────────────────────────────┘
//!                                   budget ─────── pool ──┴── financing   streams · waterfall · rta · pgb · reconcile
//!                                      └──────────────┬──────────┘        models · sub-pools · settlement · reserve
//!                                                     │                   contracts · effort · output · task · comparison
//!                                        party · key · period · trace  what the rules speak about
//!                                                         │
//!                                                       exact          numbers; no word of youth care
//! ```
//! Imports go down only. The crate reads no file, clock, environment or network, and needs no std apart from its feature
//! `parallel`.
//!
//! # Where to begin
//! - One amount, some weights: [`exact::Split`]. Many amounts by the same weights: [`exact::Divider`].
//! - A table that must still add up when it is rounded: [`exact::Table`].
//! - A key over parties with stable ids: [`key::Key`]; a key from what was counted or spent: [`key::KeyRule`].
//! - A budget that runs through ordered lines: [`budget::waterfall`]; the schedule of an RTA: [`budget::rta`].
//! - A published table that should satisfy something: [`budget::reconcile`].
//! - Cost that members share: [`pool::Pool`]; pools within pools: [`pool::Nest`]; what if somebody leaves:
//!   [`pool::Pool::what_if`]; who pays whom: [`pool::payments`].
//! - Care that is paid by effort, by result or for a task: [`financing`]; the three side by side:
//!   [`financing::comparison::compare`]; a million lines of it: [`financing::effort::Columns`].
//! - Any of these by its name, on texts, for programs that have no structs: `operation`.
//! - All of it together, with an explanation of every figure: [`scenario::Plan`].
//!
//! # Invariants
//! Each of these is the name of a property test, and of the assertion where it starts to hold.
//! - `parts_sum_to_whole`: the parts of a division add up to the whole, for every method, sign and size.
//! - `within_one_unit`: by largest remainder and by running totals every part is less than one unit off its exact share.
//! - `zero_weight_gets_zero`: who weighs nothing gets nothing.
//! - `order_free`: the order of rows changes nothing where parties have ids.
//! - `equal_weights_differ_by_one_at_most`: by one unit.
//! - `negative_mirrors_positive`: dividing what is owed mirrors dividing what is owned.
//! - `table_adds_both_ways`: a rounded table adds along its rows and its columns at once.
//! - `borne_equals_cost`: what the members of a pool bear adds up to what they cost, and to what a reserve takes.
//! - `transfers_sum_to_zero`: what members of a pool pay, others receive.
//! - `shadow_is_never_paid`: what care under a task would have cost by effort is no amount and does not become one.
//! - `share_one_is_effort`, `share_zero_is_lump_sum`: the two ends of a corridor on a lump sum.
//! - `never_more_for_less`: a corridor never pays a provider more for less cost, and nothing jumps at a breakpoint.
//! - `credits_cancel`: declared lines come to what their standing debits come to.
//! - `paid_equals_received`: what municipalities pay for care, providers receive, however it is financed.
//! - `unpaid_care_is_new`: beyond a ceiling on new care, what stays unpaid is lines that began when it had been passed.
//! - `shock_is_borne_once`, `leaked_care_is_paid_for`: what care costs more, municipalities pay or providers bear.
//! - `round_trip`: what is written is read back as it was.
//! - `explanation_replays`: computing an explanation again from its leaves gives the figure.
//! - `same_bytes`: the same input gives the same bytes, whatever the number of threads.
//!
//! # What is not promised
//! - Monotonicity of the largest remainder: weights 6, 6, 2 give 4, 4, 2 of 10 cents and 5, 5, 1 of 11.
//! - That a part stays within one unit for methods that give one party the rest, or for divisor methods.
//! - That the sum of divided parts is the division of the sum: four municipalities divided each on its own may differ by a
//!   cent per line from the region divided as one. Both are right; say which one is meant.
//! - That a pool asks the fewest payments that could do: it asks at most one fewer than it has members; finding the fewest
//!   takes exponential time.
//! - That a sub-pool as a whole is within one cent of its exact share: its members are, each by itself.
//! - Anything about what is not here yet: years that follow from each other, sweeps, draws of random demand, forecasts.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "tests compute what they expect freely")
)]

extern crate alloc;
#[cfg(any(test, feature = "parallel"))]
extern crate std;

pub mod budget;
pub mod error;
pub mod exact;
pub mod financing;
#[cfg(feature = "format")]
pub mod format;
pub mod key;
mod language;
#[cfg(feature = "format")]
pub mod operation;
pub mod party;
pub mod period;
pub mod pool;
pub mod scenario;
pub mod trace;

pub use error::{Error, Errors, Kind};
pub use language::Language;

/// The example of the README, so that it is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
