//! The header compiles alone, in every standard that it promises, twice in one file and in two files of one program.

use crate::support::build::{Libraries, command, has, is_elf, output, run, strict, temporary};
use crate::support::folder;
use std::fs;

const TWICE: &str = "#include <taakgericht.h>\n#include <taakgericht.h>\n";

fn compiles_alone(compiler: &str, language: &str, standards: &[&str]) {
    if !has(compiler) {
        return;
    }
    let folder = temporary();
    let file = folder.path().join("alone");
    fs::write(&file, TWICE.to_owned() + "int tkg_tests_unused;\n").expect("a file");
    for standard in standards {
        run(command(compiler, strict(standard)).args(["-fsyntax-only", "-x", language]).arg(&file));
    }
}

#[test]
fn the_header_is_c99() {
    compiles_alone("gcc", "c", &["c99", "c11", "c17"]);
}

#[test]
fn the_header_is_cpp11() {
    compiles_alone("g++", "c++", &["c++11", "c++17", "c++20"]);
}

#[test]
fn two_files_of_one_program_include_it() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let (one, other, program) =
        (folder.path().join("one.c"), folder.path().join("other.c"), folder.path().join("both"));
    fs::write(&one, TWICE.to_owned() + "uint32_t abi(void) { return tkg_abi_version(); }\n").expect("a file");
    let main = "uint32_t abi(void);\nint main(void) { return abi() == TKG_ABI_VERSION ? 0 : 1; }\n";
    fs::write(&other, TWICE.to_owned() + main).expect("a file");
    run(command("cc", strict("c99"))
        .args([&one, &other])
        .arg("-L")
        .arg(libraries.path())
        .arg("-ltaakgericht")
        .arg("-o")
        .arg(&program));
    run(&mut libraries.program(&program));
}

/// What src/lib.rs says about panics, compiled by itself.
#[test]
fn a_build_that_aborts_is_refused() {
    let lib = fs::read_to_string(folder().join("src/lib.rs")).expect("src/lib.rs");
    let (_, rest) = lib.split_once("#[cfg(panic = \"abort\")]").expect("a condition");
    let (error, _) = rest.split_once(");").expect("an error");
    let to = temporary();
    let file = to.path().join("lib.rs");
    fs::write(&file, format!("#[cfg(panic = \"abort\")]{error});\n")).expect("a file");
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let compiled = |panic: &str| {
        let flags = ["--edition=2024", "--crate-type=lib", "--emit=metadata", panic, "--out-dir"];
        output(command(&rustc, flags).arg(to.path()).arg(&file))
    };
    assert!(compiled("-Cpanic=unwind").status.success());
    let refused = compiled("-Cpanic=abort");
    assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("use unwind"));
}
