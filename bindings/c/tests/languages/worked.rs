//! What a program of every language does: it prints the table of the C example, and carries out every worked example.

use crate::support::build::{Libraries, output, run, temporary};
use crate::support::corpus::{corpus, counted, files};
use crate::support::example::{c_table, scenario};
use std::fs;
use std::path::Path;
use std::process::Command;

/// It prints what the C example prints, byte for byte.
pub(crate) fn prints_the_table(mut program: Command) {
    let to = temporary();
    assert_eq!(run(program.arg(scenario())), c_table(&Libraries::new(), to.path()));
}

/// It says of each file how many cases came out as they should, and that is all of them.
pub(crate) fn carries_out_every_case(mut program: Command) {
    assert_eq!(run(program.args(files())), counted());
}

/// Cases that are wrong, and what the program then has to say of them.
pub(crate) const SLIPS: [(&str, &str, &str); 4] = [
    ("0.34 0.33 0.33", "0.34 0.33 0.34", "thirds: {\"parts\":\"0.34 0.33 0.33\"}: {\"parts\":\"0.34 0.33 0.34\"}"),
    (",negative-weight,", ",zero-weights,", "negative-weight: zero-weights"),
    ("whole,unit,method", "whole,units,method", "a failure: operation \"split\": no argument \"units\""),
    ("largest-remainder,first,1 1 1,", "largest-remainder,1 1 1,", "thirds: cells"),
];

/// The program is worth nothing when it cannot fail.
pub(crate) fn stops_at_every_slip(folder: &Path, program: impl Fn() -> Command) {
    let right = fs::read_to_string(corpus().join("split.csv")).expect("a file");
    for (from, to, said) in SLIPS {
        let file = folder.join("split.csv");
        fs::write(&file, right.replacen(from, to, 1)).expect("a file");
        let output = output(program().arg(&file));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains(said), "{from} as {to}: {text}");
    }
}
