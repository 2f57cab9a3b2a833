//! Compilers and other tools, and what they make.

use super::{folder, include};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Whether a tool is there; that it is not is told on the screen, and is a failure where TAAKGERICHT_REQUIRE_TOOLS is set.
pub(crate) fn has(tool: &str) -> bool {
    is_there(tool, Command::new(tool).arg("--version"))
}

/// As [`has`], of a module of Python.
pub(crate) fn has_module(name: &str) -> bool {
    is_there(&format!("the Python module {name}"), Command::new("python3").args(["-c", &format!("import {name}")]))
}

/// Whether gcc has its sanitizers, which some systems package apart.
pub(crate) fn has_sanitizers() -> bool {
    let folder = temporary();
    let (source, program) = (folder.path().join("nothing.c"), folder.path().join("nothing"));
    std::fs::write(&source, "int main(void) { return 0; }\n").expect("a file");
    let mut gcc = Command::new("gcc");
    let compiled = gcc.arg("-fsanitize=address,undefined").arg(&source).arg("-o").arg(&program);
    is_there("gcc with -fsanitize=address,undefined", compiled)
}

fn is_there(tool: &str, asked: &mut Command) -> bool {
    found(tool, asked.output().is_ok_and(|output| output.status.success()))
}

/// As [`has`], of what was looked for in another way.
pub(crate) fn found(tool: &str, there: bool) -> bool {
    if !there {
        let text = format!("SKIPPED: {tool} is not installed, so what it would test is not tested.\n");
        assert!(std::env::var_os("TAAKGERICHT_REQUIRE_TOOLS").is_none(), "{text}");
        // Not `eprintln!`, which is only shown of tests that fail.
        std::io::stderr().write_all(text.as_bytes()).expect("a screen");
    }
    there
}

/// Whether this is a system whose shared libraries are ELF files; said on the screen when it is not.
pub(crate) fn is_elf() -> bool {
    let is = cfg!(target_os = "linux");
    if !is {
        let text = "SKIPPED: the C library is only tested on Linux.\n";
        std::io::stderr().write_all(text.as_bytes()).expect("a screen");
    }
    is
}

/// Runs something that has to go well; gives what it prints.
pub(crate) fn run(command: &mut Command) -> String {
    let output = output(command);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{}\n{out}{err}", output.status);
    out.into_owned()
}

/// Runs something.
pub(crate) fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// A command with its arguments.
pub(crate) fn command<A: AsRef<OsStr>>(tool: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(tool);
    command.args(arguments);
    command
}

/// A folder for the files of one test.
pub(crate) fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Where the libraries are that are tested: the folder that TAAKGERICHT_BUILT names, for libraries as they are shipped;
/// otherwise where cargo left those of this build, beside the test.
pub(crate) fn built() -> PathBuf {
    if let Some(folder) = std::env::var_os("TAAKGERICHT_BUILT") {
        return folder.into();
    }
    let test = std::env::current_exe().expect("the path of this test");
    test.parent().expect("the folder of this test").to_owned()
}

/// A folder with the libraries by the names that they have once they are installed.
pub(crate) struct Libraries(tempfile::TempDir);

impl Libraries {
    pub(crate) fn new() -> Libraries {
        let folder = temporary();
        let link = |from: PathBuf, to: &str| {
            assert!(from.exists(), "{} was not built", from.display());
            std::os::unix::fs::symlink(from, folder.path().join(to)).expect("a link");
        };
        for name in ["libtaakgericht.so", "libtaakgericht.so.1"] {
            link(built().join("libtaakgericht_c.so"), name);
        }
        link(built().join("libtaakgericht_c.a"), "libtaakgericht.a");
        Libraries(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs a program that needs the shared library.
    pub(crate) fn program(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("LD_LIBRARY_PATH", self.path());
        command
    }
}

/// What every compilation says.
pub(crate) fn strict(standard: &str) -> Vec<String> {
    let flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];
    let mut all = vec![format!("-std={standard}"), format!("-I{}", include().display())];
    all.extend(flags.map(str::to_owned));
    all
}

/// The C files of the test program.
pub(crate) fn program_sources() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder().join("tests/c")).expect("tests/c");
    let mut sources: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    sources.retain(|path| path.extension().is_some_and(|ending| ending == "c"));
    sources.sort();
    assert!(sources.len() > 5, "found only {sources:?}");
    sources
}

/// What the C compiler needs beside a static library, as the Makefile installs it.
pub(crate) fn private_libraries() -> Vec<String> {
    let makefile = std::fs::read_to_string(folder().join("Makefile")).expect("a Makefile");
    let line = makefile.lines().find_map(|line| line.strip_prefix("PRIVATE := ")).expect("PRIVATE");
    line.split(' ').map(str::to_owned).collect()
}
