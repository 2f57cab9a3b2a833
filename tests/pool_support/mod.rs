//! Random pools for several test programs, as plain numbers, and their exact shares by definition.
#![allow(dead_code, reason = "every test program uses its own part of this")]

pub(crate) mod oracle;
pub(crate) mod random;
pub(crate) mod world;
