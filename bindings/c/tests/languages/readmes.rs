//! A README says in ten lines what there is to know, and its smallest program prints what it says.

use crate::support::readme::words;

const BINDINGS: [&str; 7] = ["c", "cpp", "python", "dotnet", "java", "node", "cobol"];

#[test]
fn have_ten_lines() {
    for binding in BINDINGS {
        assert!(words(binding) <= 10, "{binding}: {} lines that are no code", words(binding));
    }
}
