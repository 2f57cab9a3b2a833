//! C#, with Mono; there is no CoreCLR among the packages of Debian.

use crate::support::build::{Libraries, command, run, temporary};
use crate::support::example::scenario;
use crate::support::readme::smallest;
use crate::worked::{carries_out_every_case, prints_the_table, stops_at_every_slip};
use crate::{binding, sources, tools};
use std::fs;
use std::path::Path;
use std::process::Command;

fn ready() -> bool {
    tools(&["mcs", "mono", "cc"])
}

/// The binding as a library, and a program that uses it, as the README says.
fn compile(program: &str, to: &Path) {
    let (library, folder) = (to.join("Taakgericht.dll"), binding("dotnet"));
    let mcs = || command("mcs", ["-nologo", "-warnaserror", "-langversion:7"]);
    let out = |path: &Path| format!("-out:{}", path.display());
    // With the documentation, so that what lacks it is a warning, and so a failure.
    let words = format!("-doc:{}", to.join("Taakgericht.xml").display());
    run(mcs().arg("-target:library").arg(words).arg(out(&library)).args(sources(&folder.join("src"), "cs")));
    let name = Path::new(program).with_extension("exe");
    let exe = to.join(name.file_name().expect("a name"));
    run(mcs().arg(format!("-r:{}", library.display())).arg(out(&exe)).arg(folder.join(program)));
}

fn mono(libraries: &Libraries, program: &Path) -> Command {
    let mut mono = libraries.program(Path::new("mono"));
    mono.arg(program);
    mono
}

#[test]
fn the_example_prints_the_table() {
    if ready() {
        let (libraries, to) = (Libraries::new(), temporary());
        compile("examples/Bmwe.cs", to.path());
        prints_the_table(mono(&libraries, &to.path().join("Bmwe.exe")));
    }
}

#[test]
fn the_program_of_the_readme_prints_what_it_says() {
    if ready() {
        let (libraries, to) = (Libraries::new(), temporary());
        let source = to.path().join("Smallest.cs");
        fs::write(&source, smallest("dotnet", "csharp")).expect("a file");
        compile(&source.display().to_string(), to.path());
        assert_eq!(run(&mut mono(&libraries, &to.path().join("Smallest.exe"))), "10.44\n89.56\n");
    }
}

#[test]
fn typed_calls_give_what_the_header_says() {
    if ready() {
        let (libraries, to) = (Libraries::new(), temporary());
        compile("tests/Typed.cs", to.path());
        let said = run(mono(&libraries, &to.path().join("Typed.exe")).arg(scenario()));
        assert!(said.ends_with(" as expected\n"), "{said}");
    }
}

#[test]
fn every_case_of_the_corpus_comes_out() {
    if ready() {
        let (libraries, to) = (Libraries::new(), temporary());
        compile("tests/Corpus.cs", to.path());
        let program = to.path().join("Corpus.exe");
        carries_out_every_case(mono(&libraries, &program));
        stops_at_every_slip(to.path(), || mono(&libraries, &program));
    }
}
