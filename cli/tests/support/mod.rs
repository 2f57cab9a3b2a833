//! Running the command line as a user does: from the root of the repository, without a terminal.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The real scenario.
pub(crate) const BMWE: &str = "scenarios/bmwe-2015.toml";

/// Four municipalities that share invented cost.
pub(crate) const POOLS: &str = "scenarios/bmwe-pools.toml";
/// The pools of 23 municipalities over four years, one within another.
pub(crate) const GRONINGEN: &str = "scenarios/groningen-2015-2018.toml";

/// Four municipalities with invented contracts of every variant.
pub(crate) const VARIANTS: &str = "scenarios/variants-2026.toml";

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The command with its arguments, ready to run, with nothing of the user's own settings.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taakgericht"));
    command.args(args).current_dir(root()).env_remove("TAAKGERICHT_LANG").env_remove("NO_COLOR");
    command
}

pub(crate) fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

pub(crate) fn stdout(args: &[&str]) -> String {
    String::from_utf8(run(args).stdout).unwrap()
}

pub(crate) fn stderr(args: &[&str]) -> String {
    String::from_utf8(run(args).stderr).unwrap()
}
