//! What is tried where a machine has what it takes: other targets, Miri, fuzzing, and a library of somebody else
//! over the engine.
//!
//! None of it is required: what is missing is said on the screen. It takes minutes, so only who asks for all tools gets it.
#![cfg(debug_assertions)]
#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use support::build::{command, output, run, temporary};
use support::folder;

/// A folder of its own for what is built, so that no lock of cargo is held twice.
fn elsewhere() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("elsewhere")
}

fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Whether all tools are asked for.
fn is_asked() -> bool {
    there("what TAAKGERICHT_REQUIRE_TOOLS asks for", std::env::var_os("TAAKGERICHT_REQUIRE_TOOLS").is_some())
}

/// Whether something is there; that it is not is told on the screen.
fn there(what: &str, is_there: bool) -> bool {
    if !is_there {
        let text = format!("SKIPPED: {what} is not installed, so what it would test is not tested.\n");
        std::io::stderr().write_all(text.as_bytes()).expect("a screen");
    }
    is_there
}

/// Layouts are asserted when it is compiled: pointers of 32 bits, another processor, Windows.
#[test]
fn it_compiles_for_other_targets() {
    if !is_asked() {
        return;
    }
    let installed = command("rustup", ["target", "list", "--installed"]).output();
    let installed = installed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    for target in ["i686-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-pc-windows-gnu"] {
        if there(&format!("the Rust target {target}"), installed.lines().any(|line| line == target)) {
            let mut check = command(&cargo(), ["check", "--quiet", "--package", "taakgericht-c", "--lib", "--target"]);
            run(check.arg(target).current_dir(folder()).env("CARGO_TARGET_DIR", elsewhere()));
        }
    }
}

/// Nothing is freed twice and nothing is read that is not held, as the interpreter of Rust sees it.
#[test]
fn it_is_clean_under_miri() {
    let asked = command("cargo", ["+nightly", "miri", "--version"]).env_remove("RUSTUP_TOOLCHAIN").output();
    if is_asked() && there("Miri", asked.is_ok_and(|output| output.status.success())) {
        let mut miri = command("cargo", ["+nightly", "miri", "test", "--quiet", "--package", "taakgericht-c"]);
        miri.args(["--lib", "--test", "handles", "--test", "memory"])
            .current_dir(folder())
            .env("CARGO_TARGET_DIR", elsewhere());
        run(miri.env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC").env_remove("CARGO"));
    }
}

/// Whatever bytes come in, a status goes out: a minute of looking for those that break it.
#[test]
fn no_bytes_break_it() {
    let asked = command("cargo", ["+nightly", "fuzz", "--version"]).env_remove("RUSTUP_TOOLCHAIN").output();
    if !is_asked() || !there("cargo-fuzz", asked.is_ok_and(|output| output.status.success())) {
        return;
    }
    for target in ["amount", "call", "scenario"] {
        let mut fuzz = command("cargo", ["+nightly", "fuzz", "run", target, "--", "-max_total_time=20"]);
        fuzz.current_dir(folder()).env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC").env_remove("CARGO");
        run(&mut fuzz);
    }
}

/// A shared library over the Rust crate exports nothing of ours.
#[test]
fn a_library_of_somebody_else_exports_nothing_of_ours() {
    if !is_asked() || !there("nm", cfg!(target_os = "linux") && command("nm", ["--version"]).output().is_ok()) {
        return;
    }
    let stranger = temporary();
    let manifest = format!(
        "[package]\nname = \"stranger\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[lib]\ncrate-type = [\"cdylib\"]\n\
         [dependencies]\ntaakgericht = {{ path = \"{}\", features = [\"format\"] }}\n[workspace]\n",
        folder().join("../..").canonicalize().expect("the root").display()
    );
    let code = "#[unsafe(no_mangle)]\npub extern \"C\" fn strange(cents: i64) -> i64 {\n    \
        taakgericht::exact::Amount::from_cents(cents).cents()\n}\n";
    fs::create_dir(stranger.path().join("src")).expect("a folder");
    fs::write(stranger.path().join("Cargo.toml"), manifest).expect("a file");
    fs::write(stranger.path().join("src/lib.rs"), code).expect("a file");
    fs::copy(folder().join("../../Cargo.lock"), stranger.path().join("Cargo.lock")).expect("a file");
    let mut build = command(&cargo(), ["build", "--quiet", "--offline"]);
    run(build.current_dir(stranger.path()).env("CARGO_TARGET_DIR", elsewhere()));
    let library = elsewhere().join("debug/libstranger.so");
    let exported = output(command("nm", ["-D", "--defined-only"]).arg(library));
    let exported = String::from_utf8_lossy(&exported.stdout).into_owned();
    assert!(exported.contains(" strange"), "{exported}");
    assert!(!exported.contains("tkg_"), "{exported}");
}
