//! Solidarity pools: who bears what, settled to the cent.
//!
//! Dutch: *solidariteit*, *verevening*. Source: `SOURCES.md#solidarity`.

mod model;

pub use model::{Corridor, Layers, Model, Netting, StopLoss};
