//! The receipt: by which version, by which rules and from which inputs.

use crate::report::{Block, Section};
use crate::words;
use taakgericht::Language;
use taakgericht::scenario::{AppliedRule, Receipt};

/// The engine, the version of the rules and the fingerprint of the scenario.
pub(super) fn facts(receipt: &Receipt, language: Language) -> Vec<String> {
    let mut facts = vec![
        format!("{}: taakgericht {}", words::ENGINE.to(language), receipt.engine),
        format!("{} {}", words::RULES_VERSION.to(language), receipt.rules_version),
    ];
    facts.extend(receipt.fingerprint.iter().map(|print| format!("{}:\n{print}", words::FINGERPRINT.to(language))));
    facts
}

/// With what the figures can be computed again, a year later.
pub(super) fn receipt_section(receipt: &Receipt, language: Language) -> Section {
    let inputs = receipt.inputs.iter().map(|input| format!("{}\n{}", input.name, input.sha256)).collect();
    let mut blocks = vec![Block::List(facts(receipt, language))];
    if !receipt.rules.is_empty() {
        blocks.push(Block::Text(format!("{}:", words::RULES.to(language))));
        blocks.push(Block::List(rules(&receipt.rules, language)));
    }
    blocks.push(Block::Text(format!("{}:", words::INPUTS.to(language))));
    blocks.push(Block::List(inputs));
    Section::new(words::RECEIPT.to(language), blocks)
}

/// The rules with their statements. What every statement of a kind has in common is said once of all of them.
fn rules(rules: &[AppliedRule], language: Language) -> Vec<String> {
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for rule in rules {
        let text = words::applied(rule, language);
        let is_common =
            matches!(rule, AppliedRule::Declared { .. } | AppliedRule::Tasked { .. } | AppliedRule::Shown { .. });
        match said.iter_mut().find(|(other, _)| is_common && *other == text) {
            Some((_, statements)) => statements.push(rule.statement()),
            None => said.push((text, vec![rule.statement()])),
        }
    }
    said.into_iter().map(|(text, statements)| format!("{}: {text}", statements.join(", "))).collect()
}
