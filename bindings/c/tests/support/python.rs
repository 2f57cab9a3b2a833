//! A Python with what the tests of its binding need, and the package as the wheel has it.
//!
//! What they need is installed into a folder of the build, once; without Python or without a network this is told and skipped.

use super::build::{built, command, has, is_elf, output, run, temporary};
use super::{folder, include};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

pub(crate) fn binding() -> PathBuf {
    folder().join("../python")
}

/// A Python with what the tests need.
pub(crate) fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();
    PYTHON.get_or_init(|| if is_elf() && has("python3") { environment() } else { None }).as_deref()
}

/// A virtual environment with tests/requirements.txt, made when it is not there.
fn environment() -> Option<PathBuf> {
    let (folder, needed) =
        (Path::new(env!("CARGO_TARGET_TMPDIR")).join("python"), binding().join("tests/requirements.txt"));
    let (python, stamp) = (folder.join("bin/python"), folder.join("requirements.txt"));
    if fs::read(&stamp).ok() == fs::read(&needed).ok() && stamp.exists() {
        return Some(python);
    }
    let made = output(command("python3", ["-m", "venv", "--clear"]).arg(&folder));
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    let filled = made.status.success().then(|| output(command(&python.display().to_string(), pip).arg(&needed)));
    let Some(filled) = filled else {
        skipped(&format!("python3 -m venv failed: the Python binding is not tested.\n{}", said(&made.stderr)));
        return None;
    };
    if !filled.status.success() {
        skipped(&format!("pip install failed: the Python binding is not tested.\n{}", said(&filled.stderr)));
        return None;
    }
    fs::copy(&needed, &stamp).expect("a file that can be written");
    Some(python)
}

/// Says what is not tested, and why; a failure where TAAKGERICHT_REQUIRE_TOOLS is set.
fn skipped(why: &str) {
    assert!(std::env::var_os("TAAKGERICHT_REQUIRE_TOOLS").is_none(), "SKIPPED: {why}");
    say(&format!("SKIPPED: {why}"));
}

/// Says something on the screen; `eprintln!` is only shown of tests that fail.
pub(crate) fn say(text: &str) {
    std::io::stderr().write_all(format!("{text}\n").as_bytes()).expect("a screen");
}

fn said(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}

/// The package as the wheel has it, with the library of this build.
pub(crate) fn package() -> TempDir {
    let (place, python) = (temporary(), python().expect("asked before"));
    let package = place.path().join("taakgericht");
    fs::create_dir(&package).expect("a folder");
    for entry in fs::read_dir(binding().join("taakgericht")).expect("the package") {
        let file = entry.expect("a file").path();
        if file.is_file() {
            fs::copy(&file, package.join(file.file_name().expect("a name"))).expect("a copy");
        }
    }
    let mut make = in_package(python, &place);
    make.arg(binding().join("backend/taakgericht_build.py")).arg(include().join("taakgericht.h"));
    run(make.arg(built().join("libtaakgericht_c.so")).arg(&package));
    place
}

/// A Python that finds the package.
pub(crate) fn in_package(python: &Path, place: &TempDir) -> Command {
    let mut command = Command::new(python);
    command.current_dir(place.path()).env("PYTHONPATH", place.path()).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}
