//! The C interface of taakgericht; its manual is `include/taakgericht.h`.
//!
//! ```text
//!  tkg_… (extern fns, by subject) ──▶ guard: no panic crosses, every failure becomes a status and a record
//!    version · decimal · amount          │
//!    plan · key · allocate · ragged      ├─ view, input, room: what the caller points at, checked before it is read
//!    instalments · waterfall · table     ├─ batch, rows, run: many rows, their statuses, and how far they are
//!    effort · corridor · indexation      ├─ handle: what the caller holds and frees
//!    pool · scenario · outcome ·         └─ failure, status, record: what went wrong, as number and as text
//!    findings
//! ```
//! Here only is `unsafe`, and only to read what a caller points at; what is computed, the engine computes. Every extern fn
//! is written out, because the header is generated from these files, in this order, and their text is its manual.
//!
//! What the caller promises, and every `SAFETY` below relies on: pointers that are not NULL point to as many elements as
//! the call says, which nobody else changes meanwhile, and handles were given by this library and not freed.
#![expect(non_camel_case_types, reason = "the names of the C interface")]
#![expect(clippy::missing_safety_doc, reason = "what the caller promises stands above, and at the head of the header")]

#[cfg(panic = "abort")]
compile_error!(
    "taakgericht-c turns panics into TKG_E_INTERNAL, which `panic = \"abort\"` makes impossible: use unwind"
);

pub mod version;

pub mod status;

pub mod kind;

pub mod record;

pub mod decimal;

pub mod amount;

pub mod plan;

pub mod key;

pub mod run;

pub mod allocate;

pub mod ragged;

pub mod instalments;

pub mod waterfall;

pub mod table;

pub mod rounding;

pub mod reconcile;

pub mod effort;

pub mod corridor;

pub mod indexation;

pub mod pool;

pub mod text;

pub mod call;

pub mod scenario;

pub mod outcome;

pub mod arrow;

pub mod findings;

pub mod selftest;

mod batch;
mod exported;
mod failure;
mod guard;
mod handle;
mod input;
mod prepared;
mod reading;
mod room;
mod rows;
mod view;
