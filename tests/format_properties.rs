//! What holds for every scenario and for every text: generated scenarios, and slips in the real one.
#![cfg(feature = "format")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests compute what they expect freely"
)]

#[path = "format_support/scenarios.rs"]
mod scenarios;
#[path = "format_support/slips.rs"]
mod slips;
#[path = "format_support/texts.rs"]
mod texts;

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, proptest};
use proptest::sample::Index;
use scenarios::scenarios;
use slips::slips;
use taakgericht::Kind;
use texts::{Texts, assert_round_trip};

proptest! {
    #[test]
    fn round_trip(scenario in scenarios()) {
        assert_round_trip(&scenario);
    }

    /// Whatever a text says, it is read or refused in words, and what is read goes there and back.
    #[test]
    fn slips_are_read_or_refused(slips in vec((slips(), any::<Index>()), 1..5), which in 0..3_usize) {
        let mut texts = [Texts::bmwe, Texts::pools, Texts::contracts][which]();
        for (slip, which) in slips {
            // The main text has most of the rules, so it gets half of the slips.
            match which.index(texts.files.len() * 2) {
                file if file < texts.files.len() => {
                    let text = texts.files.values_mut().nth(file).unwrap();
                    *text = slip.make(text);
                }
                _ => texts.main = slip.make(&texts.main),
            }
        }
        match texts.read() {
            Ok(scenario) => assert_round_trip(&scenario),
            Err(errors) => {
                prop_assert!(!errors.all().is_empty());
                for error in errors.all() {
                    prop_assert!(error.place().file.is_some(), "{error}");
                    prop_assert!(error.place().line.is_some() || error.kind() == Kind::Syntax, "{error}");
                }
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(main in "(?s).{0,200}", sheet in "(?s).{0,200}") {
        for good in [Texts::bmwe(), Texts::pools(), Texts::contracts()] {
            let files = good.files.into_keys().map(|name| (name, sheet.clone())).collect();
            let sheets = Texts { main: good.main, files };
            prop_assert!(sheets.read().is_err());
            let all = Texts { main: main.clone(), ..sheets };
            prop_assert!(all.read().is_err());
        }
    }
}
