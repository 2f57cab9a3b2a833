//! What the C example prints; the examples of other languages print the same.

use crate::support::build::{Libraries, command, run, strict};
use crate::support::folder;
use std::path::{Path, PathBuf};

/// The scenario of the examples.
pub(crate) fn scenario() -> PathBuf {
    folder().join("../../scenarios/bmwe-2015.toml")
}

/// The table, by the program compiled into a folder.
pub(crate) fn c_table(libraries: &Libraries, to: &Path) -> String {
    let program = to.join("bmwe_c");
    let mut compiler = command("cc", strict("c99"));
    compiler.arg(folder().join("examples/bmwe.c")).arg(format!("-L{}", libraries.path().display()));
    run(compiler.args(["-ltaakgericht", "-o"]).arg(&program));
    run(libraries.program(&program).arg(scenario()))
}
