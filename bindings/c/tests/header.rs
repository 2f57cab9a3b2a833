//! The header is what cbindgen makes of the sources, and it says everything that a caller has to know.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it fails"
)]

mod support;

use std::fs;
use support::{folder, functions, header, include, modules};

/// What cbindgen makes of the modules, in the order of src/lib.rs, with what C wants and cbindgen cannot say.
fn generated() -> String {
    let config = cbindgen::Config::from_file(folder().join("cbindgen.toml")).expect("the configuration");
    let mut builder = cbindgen::Builder::new().with_config(config);
    for module in modules() {
        builder = builder.with_src(folder().join("src").join(module + ".rs"));
    }
    let mut text = Vec::new();
    builder.generate().expect("sources that cbindgen reads").write(&mut text);
    in_c(&String::from_utf8(text).expect("UTF-8"))
}

/// Every declaration with its calling convention, and what is below zero in parentheses.
fn in_c(text: &str) -> String {
    let (mut lines, mut code) = (Vec::new(), String::new());
    for line in text.lines() {
        if line == "TKG_API" || line.starts_with("TKG_API ") || !code.is_empty() {
            code.push_str(line.trim());
            code.push(' ');
            if line.ends_with(");") {
                lines.extend(declaration(&code));
                code.clear();
            }
        } else {
            lines.push(definition(line));
        }
    }
    assert!(code.is_empty(), "a declaration without an end: {code}");
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn definition(line: &str) -> String {
    if line.starts_with("typedef ") {
        return line.replace("(*tkg_", "(TKG_CALL *tkg_");
    }
    match line.strip_prefix("#define TKG_").and_then(|rest| rest.split_once(" -")) {
        Some((name, number)) => format!("#define TKG_{name} (-{number})"),
        None => line.to_owned(),
    }
}

/// One declaration, in lines of at most 120 letters.
fn declaration(code: &str) -> Vec<String> {
    let code = code.trim().replace("struct tkg_", "tkg_");
    let (head, arguments) = code.split_once('(').expect("arguments");
    let name = head.rfind("tkg_").expect("a name");
    let mut lines = vec![format!("{}TKG_CALL {}(", &head[..name], &head[name..])];
    for argument in arguments.split_inclusive(',').map(str::trim) {
        let line = lines.last_mut().expect("a line");
        let space = if line.ends_with('(') { "" } else { " " };
        if line.len() + space.len() + argument.len() <= 120 {
            line.push_str(space);
            line.push_str(argument);
        } else {
            lines.push(format!("    {argument}"));
        }
    }
    lines
}

#[test]
fn the_header_is_up_to_date() {
    let (path, generated) = (include().join("taakgericht.h"), generated());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &generated).expect("a header that can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let differs = committed.lines().zip(generated.lines()).position(|(one, other)| one != other);
    assert!(
        committed == generated,
        "include/taakgericht.h is not what the sources say, from line {:?}: run UPDATE=1 cargo test -p taakgericht-c --test header",
        differs.map(|line| line + 1)
    );
}

#[test]
fn every_function_says_since_when_and_on_which_threads() {
    for function in functions() {
        let mut missing = vec!["Since 0.1."];
        if !function.name.ends_with("_free") {
            missing.push("Any thread.");
        }
        missing.retain(|word| !function.text.contains(word));
        assert!(missing.is_empty(), "{} does not say {missing:?}: {}", function.name, function.text);
    }
}

#[test]
fn every_pointer_has_a_rule_for_null() {
    for function in functions() {
        let pointers =
            function.arguments.iter().filter(|argument| argument.contains('*') && !argument.ends_with("*err"));
        let refers = ["NULL", "As tkg_", "as for tkg_"].iter().any(|word| function.text.contains(word));
        assert!(
            pointers.count() == 0 || refers,
            "{} does not say which pointers may be NULL: {}",
            function.name,
            function.text
        );
    }
}

#[test]
fn names_are_short_enough_for_cobol_and_lines_for_a_screen() {
    for function in functions() {
        assert!(function.name.len() <= 31, "{} is longer than 31 letters", function.name);
    }
    for line in header().lines() {
        assert!(line.chars().count() <= 120, "a long line: {line}");
    }
}

#[test]
fn nothing_crosses_that_other_languages_cannot_pass() {
    for function in functions() {
        for argument in &function.arguments {
            let words: Vec<&str> = argument.split([' ', '*']).collect();
            let forbidden = ["bool", "size_t", "long", "int", "unsigned", "enum", "float", "double", "union"];
            assert!(!words.iter().any(|word| forbidden.contains(word)), "{}: {argument}", function.name);
            let passed_as_is = ["int64_t", "int32_t", "uint32_t", "tkg_status"];
            assert!(argument.contains('*') || passed_as_is.contains(&words[0]), "{}: {argument}", function.name);
        }
    }
}
