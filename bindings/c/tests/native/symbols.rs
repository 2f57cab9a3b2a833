//! The library exports the functions of the header, and nothing else.

use crate::support::build::{built, command, has, is_elf, private_libraries, run, temporary};
use crate::support::{folder, functions, header, include};
use std::collections::BTreeSet;
use std::fs;

fn shared() -> String {
    built().join("libtaakgericht_c.so").display().to_string()
}

fn names() -> BTreeSet<String> {
    functions().into_iter().map(|function| function.name).collect()
}

/// A committed text that has to be what is generated; UPDATE=1 writes it.
fn is_committed(name: &str, generated: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, generated).expect("a file that can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "{name} is not what the header says: UPDATE=1 writes it. A change of the ABI stands in CHANGELOG.md."
    );
}

#[test]
fn the_functions_of_the_header_are_exported_and_nothing_else() {
    if !is_elf() || !has("nm") {
        return;
    }
    let table = run(&mut command("nm", ["-D", "--defined-only", &shared()]));
    let exported: BTreeSet<String> =
        table.lines().filter_map(|line| line.split(' ').nth(2)).map(str::to_owned).collect();
    assert_eq!(exported, names());
}

#[test]
fn the_soname_is_that_of_the_abi() {
    if !is_elf() || !has("readelf") {
        return;
    }
    let dynamic = run(&mut command("readelf", ["-d", &shared()]));
    let abi = header().lines().find_map(|line| line.strip_prefix("#define TKG_ABI_VERSION ").map(str::to_owned));
    let soname = format!("[libtaakgericht.so.{}]", abi.expect("a number of the ABI"));
    assert!(dynamic.lines().any(|line| line.contains("(SONAME)") && line.ends_with(&soname)), "{dynamic}");
}

#[test]
fn the_lists_of_symbols_are_up_to_date() {
    let lines = |before: &str| names().iter().map(|name| format!("{before}{name}\n")).collect::<String>();
    is_committed("abi/taakgericht.symbols", &lines(""));
    is_committed("abi/taakgericht.def", &format!("LIBRARY taakgericht\nEXPORTS\n{}", lines("    ")));
}

/// The baseline is made from the header alone, so it has what callers see, and no more.
#[test]
fn the_abi_only_grows() {
    if !is_elf() || !has("abidw") || !has("abidiff") {
        return;
    }
    let (baseline, now) = (folder().join("abi/taakgericht-1.abi"), temporary());
    let (stub, library) = (now.path().join("stub.c"), now.path().join("libtaakgericht.so.1"));
    let body = |function: &crate::support::Function| {
        let code = &function.code;
        let answer = if code.contains("const char *TKG_CALL") {
            "0"
        } else if code.contains(" void TKG_CALL") {
            ""
        } else {
            "1"
        };
        format!("{} {{ return {answer}; }}\n", code.trim_end().trim_end_matches(';'))
    };
    let bodies: String = functions().iter().map(body).collect();
    fs::write(&stub, format!("#include <taakgericht.h>\n{bodies}")).expect("a file");
    let include = format!("-I{}", include().display());
    run(command("gcc", ["-g", "-shared", "-fPIC", "-Wno-pedantic", &include, "-Wl,-soname,libtaakgericht.so.1"])
        .arg("stub.c") // by its name alone: the baseline keeps it
        .arg("-o")
        .arg(&library)
        .current_dir(now.path()));
    if std::env::var_os("UPDATE").is_some() {
        run(command("abidw", ["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--out-file"])
            .arg(&baseline)
            .arg(&library));
    }
    run(command("abidiff", ["--no-added-syms"]).arg(&baseline).arg(&library));
}

#[test]
fn what_the_static_library_needs_is_what_is_installed() {
    let (folder, source) = (temporary(), "#[unsafe(no_mangle)] pub extern \"C\" fn nothing() {}");
    let file = folder.path().join("nothing.rs");
    fs::write(&file, source).expect("a file");
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let mut command = command(&rustc, ["--crate-type", "staticlib", "--print", "native-static-libs", "--out-dir"]);
    let printed = crate::support::build::output(command.arg(folder.path()).arg(&file));
    let printed = String::from_utf8_lossy(&printed.stderr).into_owned();
    let needed =
        printed.split("native-static-libs: ").nth(1).expect("the libraries").lines().next().unwrap_or_default();
    assert_eq!(needed.split(' ').collect::<Vec<_>>(), private_libraries());
}
