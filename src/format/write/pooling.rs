//! The sections for solidarity pools.

use super::name;
use super::series::municipality;
use super::text::{Pairs, inline, list, named, quoted, section, texts};
use crate::exact::{Amount, Ratio, Residual, TieRule};
use crate::format::number;
use crate::key::{KeyBasis, KeyYear};
use crate::party::Municipality;
use crate::period::Year;
use crate::pool::Model;
use crate::scenario::{
    AdvancesSection, AlternativeSection, CONTRIBUTION, KeyChoice, KeySection, ModelChoice, PartiesSection, PoolSection,
    ReserveSection, RoundSection, Scenario,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn parties(parties: &PartiesSection) -> String {
    section("[parties]", &[("table", quoted(&parties.table))])
}

/// The keys, the pools and the alternatives.
pub(super) fn sections(scenario: &Scenario) -> String {
    let division = scenario.division;
    let keys = scenario.keys.iter().map(|key| section("[[key]]", &key_pairs(key, division)));
    let pools = scenario.pools.iter().map(|pool| section("[[pool]]", &pool_pairs(pool, division)));
    let alternatives = scenario.alternatives.iter().map(|one| section("[[alternative]]", &alternative(one, division)));
    keys.chain(pools).chain(alternatives).collect()
}

fn key_pairs(key: &KeySection, division: Year) -> Pairs {
    let rule = &key.rule;
    let mut pairs = Vec::from([("id", quoted(&key.id)), ("basis", quoted(rule.basis.name()))]);
    pairs.extend(key.series.iter().map(|series| ("series", quoted(series))));
    pairs.extend(rule.ages.map(|ages| ("ages", quoted(&ages.to_string()))));
    pairs.extend(segments(key.segments.as_ref()));
    pairs.extend(rule.year.map(|year| match year {
        KeyYear::Fixed(year) => ("year", year.to_string()),
        KeyYear::Before(years) => ("years_before", years.to_string()),
    }));
    pairs.extend(basis(&rule.basis, division));
    pairs.extend(key.frozen.iter().map(|frozen| ("frozen", quoted(frozen))));
    pairs
}

/// What a basis says beside its name.
fn basis(basis: &KeyBasis<Municipality>, division: Year) -> Option<(&'static str, String)> {
    match basis {
        KeyBasis::Measured | KeyBasis::Equal => None,
        KeyBasis::MeanOfSums { years } | KeyBasis::MeanOfShares { years } => Some(("years", years.to_string())),
        KeyBasis::WeightedYears { weights } => Some(("weights", list(weights.iter().map(|&weight| number(weight))))),
        KeyBasis::Fixed { entries } => {
            // Their order says nothing.
            let sorted: BTreeMap<Municipality, Ratio> = entries.iter().copied().collect();
            Some(("shares", named(sorted.iter().map(|(&one, &share)| (municipality(one, division), number(share))))))
        }
    }
}

fn number(number: Ratio) -> String {
    quoted(&number::write(number))
}

fn segments(segments: Option<&BTreeSet<String>>) -> Option<(&'static str, String)> {
    segments.map(|segments| ("segments", texts(&segments.iter().cloned().collect::<Vec<_>>())))
}

fn members(members: &BTreeSet<Municipality>, division: Year) -> String {
    list(members.iter().map(|&member| quoted(&municipality(member, division))))
}

fn key_choice(choice: &KeyChoice) -> String {
    match choice {
        KeyChoice::Key(id) => quoted(id),
        KeyChoice::Contribution => quoted(CONTRIBUTION),
    }
}

fn model(choice: &ModelChoice) -> String {
    let mut pairs = Vec::from([("kind", quoted(choice.name()))]);
    pairs.extend(match choice {
        ModelChoice::EveryYear(model) => terms(model),
        ModelChoice::BlendByYear(shares) => {
            let shares = shares.iter().map(|(year, share)| (year.to_string(), quoted(&share.to_string())));
            Vec::from([("pooled", named(shares))])
        }
    });
    inline(&pairs)
}

fn terms(model: &Model) -> Pairs {
    match model {
        Model::ActualUse | Model::Insurance => Vec::new(),
        Model::Blend { pooled } => Vec::from([("pooled", quoted(&pooled.to_string()))]),
        Model::Corridor(corridor) => {
            Vec::from([("band", quoted(&corridor.band.to_string())), ("netting", name(&corridor.netting))])
        }
        Model::StopLoss(terms) => {
            let (threshold, ceded) = (amount(terms.threshold_per_client), quoted(&terms.ceded_share.to_string()));
            let ceiling = terms.ceiling_per_client.map(|ceiling| ("ceiling", amount(ceiling)));
            [("threshold", threshold), ("ceded", ceded)].into_iter().chain(ceiling).collect()
        }
    }
}

/// An amount in euros, as a number in quotes.
pub(super) fn amount(amount: Amount) -> String {
    quoted(&amount.to_string())
}

fn pool_pairs(pool: &PoolSection, division: Year) -> Pairs {
    let mut pairs = Vec::from([("id", quoted(&pool.id)), ("years", list(pool.years.iter().map(ToString::to_string)))]);
    pairs.extend(pool.members.as_ref().map(|all| ("members", members(all, division))));
    pairs.extend(pool.within.iter().map(|outer| ("within", quoted(outer))));
    pairs.extend(segments(pool.segments.as_ref()));
    pairs.push(("cost", quoted(&pool.cost)));
    pairs.extend(pool.contribution.iter().map(|id| ("contribution", quoted(id))));
    pairs.extend(pool.clients.iter().map(|id| ("clients", quoted(id))));
    pairs.push(("model", model(&pool.model)));
    pairs.extend(pool.key.iter().map(|key| ("key", key_choice(key))));
    pairs.extend(pool.underspend_key.iter().map(|key| ("underspend_key", key_choice(key))));
    if pool.residual != Residual::default() {
        pairs.push(("residual", name(&pool.residual)));
    }
    if pool.tie != TieRule::First {
        pairs.push(("tie", name(&pool.tie)));
    }
    pairs.extend(pool.advances.iter().map(|terms| ("advances", advances(terms))));
    pairs.extend(pool.reserve.iter().map(|terms| ("reserve", reserve(terms))));
    if !pool.rounds.is_empty() {
        pairs.push(("rounds", list(pool.rounds.iter().map(round))));
    }
    pairs
}

fn advances(terms: &AdvancesSection) -> String {
    let mut pairs = Vec::from([("series", quoted(&terms.series))]);
    if terms.instalments != 1 {
        pairs.push(("instalments", terms.instalments.to_string()));
    }
    inline(&pairs)
}

fn reserve(terms: &ReserveSection) -> String {
    let mut pairs = Vec::from([("opening", amount(terms.opening))]);
    if terms.floor != Amount::ZERO {
        pairs.push(("floor", amount(terms.floor)));
    }
    pairs.push(("cap", amount(terms.cap)));
    if terms.top_up != Amount::ZERO {
        pairs.push(("top_up", amount(terms.top_up)));
    }
    inline(&pairs)
}

fn round(round: &RoundSection) -> String {
    let mut pairs = Vec::from([("kind", name(&round.kind))]);
    pairs.extend(round.year.map(|year| ("year", year.to_string())));
    pairs.extend(round.cost.iter().map(|cost| ("cost", quoted(cost))));
    pairs.push(("booked", round.booked.to_string()));
    inline(&pairs)
}

fn alternative(of: &AlternativeSection, division: Year) -> Pairs {
    let mut pairs = Vec::from([("id", quoted(&of.id)), ("pool", quoted(&of.pool))]);
    pairs.extend(of.model.iter().map(|choice| ("model", model(choice))));
    pairs.extend(of.key.iter().map(|key| ("key", key_choice(key))));
    pairs.extend(segments(of.segments.as_ref()));
    if !of.without.is_empty() {
        pairs.push(("without", members(&of.without, division)));
    }
    pairs
}
