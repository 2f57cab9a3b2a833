//! Readers of Apache Arrow, which others wrote, read what the library gives them.
#![allow(clippy::panic, clippy::expect_used, reason = "a test stops where it fails")]
#![cfg(unix)]

mod support;

use support::build::{Libraries, command, has, has_module, is_elf, run};
use support::folder;

#[test]
fn pyarrow_and_polars_read_every_statement() {
    if !is_elf() || !has("python3") || !has_module("pyarrow") || !has_module("polars") || !has_module("cffi") {
        return;
    }
    let libraries = Libraries::new();
    let library = libraries.path().join("libtaakgericht.so");
    for scenario in ["bmwe-2015.toml", "bmwe-pools.toml", "variants-2026.toml"] {
        let scenario = folder().join("../../scenarios").join(scenario);
        let said = run(&mut command("python3", [folder().join("tests/arrow/read.py"), library.clone(), scenario]));
        let cells = said.trim().strip_suffix(" cells").and_then(|text| text.rsplit(' ').next());
        assert!(cells.is_some_and(|cells| cells.parse::<u32>().is_ok_and(|cells| cells > 40)), "{said}");
    }
}
