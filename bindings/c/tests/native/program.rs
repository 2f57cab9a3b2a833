//! A C program calls every function and gets every status; with the shared library and the static one, under valgrind and
//! under the sanitizers.

use crate::support::build::{
    Libraries, command, has, has_sanitizers, is_elf, output, private_libraries, program_sources, run, strict, temporary,
};
use crate::support::{functions, macros};
use std::fs;
use std::path::{Path, PathBuf};

const SAID: &str = "all is as the header says\n";

/// The program says that all is well, and nothing else: a panic that was caught prints nothing either.
fn is_well(program: &mut std::process::Command) {
    let found = output(program.env("RUST_BACKTRACE", "1"));
    let (said, complaints) = (String::from_utf8_lossy(&found.stdout), String::from_utf8_lossy(&found.stderr));
    assert_eq!((found.status.code(), said.as_ref(), complaints.as_ref()), (Some(0), SAID, ""), "{program:?}");
}

/// Compiles the program; `how` are the arguments behind the sources.
fn compiled(compiler: &str, standard: &str, folder: &Path, how: &[String]) -> PathBuf {
    let program = folder.join("program");
    let mut command = command(compiler, strict(standard));
    if cfg!(debug_assertions) {
        command.arg("-DTKG_TESTS_DEBUG");
    }
    command.args(program_sources()).args(how).arg("-lpthread").arg("-o").arg(&program);
    run(&mut command);
    program
}

fn with_shared(libraries: &Libraries) -> Vec<String> {
    vec![format!("-L{}", libraries.path().display()), "-ltaakgericht".to_owned()]
}

#[test]
fn the_program_calls_every_function_and_expects_every_status() {
    let code: String = program_sources().iter().map(|path| fs::read_to_string(path).expect("a source")).collect();
    for function in functions() {
        assert!(
            code.contains(&format!("{}(", function.name)) || code.contains(&format!("{},", function.name)),
            "{} is not tried",
            function.name
        );
    }
    let statuses = macros().into_iter().filter(|name| name == "TKG_OK" || name.starts_with("TKG_E_"));
    let reached = |name: &String| {
        code.contains(&format!("{name},")) || code.contains(&format!("{name} ")) || code.contains(&format!("{name})"))
    };
    let missing: Vec<String> = statuses.filter(|name| !reached(name)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn it_runs_with_the_shared_library() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled("cc", "c99", folder.path(), &with_shared(&libraries));
    is_well(&mut libraries.program(&program));
}

#[test]
fn it_runs_under_valgrind() {
    if !is_elf() || !has("cc") || !has("valgrind") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled("cc", "c99", folder.path(), &with_shared(&libraries));
    let flags = ["--quiet", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=definite,possible"];
    let mut valgrind = command("valgrind", flags);
    is_well(valgrind.arg(&program).env("LD_LIBRARY_PATH", libraries.path()));
}

/// Eight threads share a plan: no two of them touch the same memory without order. Not in builds that look for freed handles: that
/// list has a lock which Helgrind does not know.
#[cfg(not(debug_assertions))]
#[test]
fn it_runs_under_helgrind() {
    if !is_elf() || !has("cc") || !has("valgrind") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled("cc", "c99", folder.path(), &with_shared(&libraries));
    let known = format!("--suppressions={}", crate::support::folder().join("tests/c/helgrind.supp").display());
    let mut helgrind = command("valgrind", ["--tool=helgrind", "--quiet", "--error-exitcode=9", &known]);
    is_well(helgrind.arg(&program).env("LD_LIBRARY_PATH", libraries.path()));
}

#[test]
fn it_runs_with_the_static_library() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let mut how = vec!["-DTKG_STATIC".to_owned(), libraries.path().join("libtaakgericht.a").display().to_string()];
    how.extend(private_libraries());
    let program = compiled("cc", "c99", folder.path(), &how);
    let needed = command("readelf", ["-d"]).arg(&program).output();
    let needed = needed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    assert!(!needed.contains("libtaakgericht.so"), "{needed}");
    is_well(&mut command::<&str>(&program.display().to_string(), []));
}

#[test]
fn it_runs_as_cpp_too() {
    if !is_elf() || !has("g++") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let mut how = vec!["-xnone".to_owned()];
    how.extend(with_shared(&libraries));
    // The sources are C; -x makes them C++ until -xnone.
    let mut compiler = command("g++", strict("c++11"));
    if cfg!(debug_assertions) {
        compiler.arg("-DTKG_TESTS_DEBUG");
    }
    let program = folder.path().join("program");
    compiler.arg("-xc++").args(program_sources()).args(how).arg("-lpthread").arg("-o").arg(&program);
    run(&mut compiler);
    is_well(&mut libraries.program(&program));
}

/// Address and undefined behaviour in the caller's code: reads and writes of the library beyond a buffer show there.
#[test]
fn it_runs_under_the_sanitizers() {
    if !is_elf() || !has_sanitizers() {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let mut how = with_shared(&libraries);
    how.extend(["-fsanitize=address,undefined", "-fno-sanitize-recover=all"].map(str::to_owned));
    let program = compiled("gcc", "c99", folder.path(), &how);
    // Memory that there is not is asked for on purpose: that is an answer, though it is told on the screen here.
    let mut command = libraries.program(&program);
    assert_eq!(run(command.env("ASAN_OPTIONS", "allocator_may_return_null=1:max_allocation_size_mb=4096")), SAID);
}
