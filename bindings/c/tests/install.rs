//! What is installed is what a program needs: by pkg-config and by CMake, shared and static.
#![cfg(unix)]
#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::build::{built, command, has, is_elf, run, temporary};
use support::folder;

/// What the README shows of 2016, in cents.
const TABLE: &str = "\
2016, in cents              Bedum       Winsum     Eemsmond     De Marne         total
korting                  11774060     17075015     24201425     16344165      69394665
voorliggend_veld          5887030      8537508     12100713      8172083      34697334
uitvoeringskosten         5887030      8537507     12100712      8172082      34697331
transformatie            23548120     34150030     48402850     32688330     138789330
directe_zorg            188384960    273200240    387222800    261506640    1110314640
total                   235481200    341500300    484028500    326883300    1387893300
";

/// `make install` into a folder, of what this build made; PREFIX is a folder of its own.
fn installed(destination: &Path, prefix: &str) -> PathBuf {
    let mut make = command("make", ["install-files", "--silent", "--no-print-directory"]);
    make.current_dir(folder()).arg(format!("BUILT={}", built().display())).arg(format!("PREFIX={prefix}"));
    run(make.arg(format!("DESTDIR={}", destination.display())));
    destination.join(prefix.trim_start_matches('/'))
}

fn tools(names: &[&str]) -> bool {
    // Each missing one is named, so all are asked.
    let missing = names.iter().filter(|name| !has(name)).count();
    is_elf() && missing == 0
}

/// The example, run with the real scenario.
fn prints_the_table(mut program: Command) {
    let scenario = folder().join("../../scenarios/bmwe-2015.toml");
    assert_eq!(run(program.arg(scenario)), TABLE);
}

fn pkg_config(root: &Path, arguments: &[&str]) -> Vec<String> {
    let mut pkg_config = command("pkg-config", arguments);
    let flags = run(pkg_config.arg("taakgericht").env("PKG_CONFIG_PATH", root.join("lib/pkgconfig")));
    flags.split_whitespace().map(str::to_owned).collect()
}

/// Compiles the example, as strictly as the README promises; `flags` are those of pkg-config.
fn example(compiler: &str, flags: &[String], to: &Path) -> PathBuf {
    let program = to.join("bmwe");
    let strict = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
    run(command(compiler, strict).arg(folder().join("examples/bmwe.c")).args(flags).arg("-o").arg(&program));
    program
}

#[test]
fn the_example_compiles_by_pkg_config() {
    if !tools(&["make", "cc", "pkg-config"]) {
        return;
    }
    let (empty, to) = (temporary(), temporary());
    let prefix = to.path().join("usr").display().to_string();
    let root = installed(Path::new("/"), &prefix);
    assert_eq!(pkg_config(&root, &["--modversion"]), [env!("CARGO_PKG_VERSION")]);
    let shared = example("cc", &pkg_config(&root, &["--cflags", "--libs"]), to.path());
    let mut program = Command::new(&shared);
    program.env("LD_LIBRARY_PATH", root.join("lib"));
    prints_the_table(program);
    // Where only the static library is, the linker takes that one.
    fs::remove_file(root.join("lib/libtaakgericht.so")).expect("the link that compilers look for");
    let alone = example("cc", &pkg_config(&root, &["--cflags", "--static", "--libs"]), empty.path());
    prints_the_table(Command::new(&alone));
}

const LISTS: &str = "\
cmake_minimum_required(VERSION 3.16)
project(bmwe C)
set(CMAKE_C_STANDARD 99)
find_package(taakgericht 0.1 CONFIG REQUIRED)
add_executable(with_shared bmwe.c)
target_link_libraries(with_shared PRIVATE taakgericht::shared)
add_executable(with_static bmwe.c)
target_link_libraries(with_static PRIVATE taakgericht::static)
";

/// Installed for /opt/taakgericht, and found where DESTDIR put it: what was installed can be moved.
#[test]
fn the_example_compiles_by_cmake() {
    if !tools(&["make", "cc", "cmake"]) {
        return;
    }
    let (destination, project) = (temporary(), temporary());
    let root = installed(destination.path(), "/opt/taakgericht");
    fs::write(project.path().join("CMakeLists.txt"), LISTS).expect("a file");
    fs::copy(folder().join("examples/bmwe.c"), project.path().join("bmwe.c")).expect("a file");
    let build = project.path().join("build");
    let mut configure = command("cmake", ["-S"]);
    configure.arg(project.path()).arg("-B").arg(&build).arg(format!("-DCMAKE_PREFIX_PATH={}", root.display()));
    run(&mut configure);
    run(command("cmake", ["--build"]).arg(&build));
    for program in ["with_shared", "with_static"] {
        prints_the_table(Command::new(build.join(program)));
    }
    let older = LISTS.replace("taakgericht 0.1", "taakgericht 9.0");
    fs::write(project.path().join("CMakeLists.txt"), older).expect("a file");
    let refused = support::build::output(&mut configure);
    assert!(!refused.status.success(), "version 9.0 was found");
}

#[test]
fn what_is_installed_can_be_taken_away_again() {
    if !tools(&["make"]) {
        return;
    }
    let destination = temporary();
    let root = installed(destination.path(), "/usr");
    let link = fs::read_link(root.join("lib/libtaakgericht.so.1")).expect("the name that programs look for");
    assert_eq!(link, Path::new("libtaakgericht.so.1.0.0"));
    let mut make = command("make", ["uninstall", "--silent", "PREFIX=/usr"]);
    run(make.current_dir(folder()).arg(format!("DESTDIR={}", destination.path().display())));
    let left = run(command("find", [&root]).args(["!", "-type", "d"]));
    assert_eq!(left, "");
}

/// After `make`, `sudo make install` needs no cargo; after a change, what is old is not installed.
#[test]
fn what_is_older_than_its_sources_is_built_again() {
    if !tools(&["make"]) {
        return;
    }
    let built = temporary();
    let library = built.path().join("libtaakgericht_c.so");
    fs::write(&library, "").expect("a library that is newer than its sources");
    let would_build = || {
        let mut make = command("make", ["install", "--dry-run", "--no-print-directory"]);
        run(make.current_dir(folder()).arg(format!("BUILT={}", built.path().display()))).contains("rustc")
    };
    assert!(!would_build());
    let old = fs::File::options().append(true).open(&library).expect("the library");
    old.set_modified(std::time::UNIX_EPOCH).expect("a time");
    assert!(would_build());
}

/// The chain that a packager makes with cargo-c, which has its own idea of names.
#[test]
fn cargo_c_is_told_the_same() {
    let manifest = fs::read_to_string(folder().join("Cargo.toml")).expect("a manifest");
    let abi = taakgericht_c::version::TKG_ABI_VERSION;
    for line in
        ["name = \"taakgericht\"".to_owned(), format!("version = \"{abi}.0.0\""), "generation = false".to_owned()]
    {
        assert!(manifest.lines().any(|each| each == line), "Cargo.toml does not say {line}");
    }
}
