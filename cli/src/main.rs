//! The command line of taakgericht.

fn main() {}
