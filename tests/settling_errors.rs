//! Every error of settling, as text: one slip in a good scenario, and all that is said about it.
//!
//! What is wrong with the sections themselves is told by `format_errors_pools.rs`: unknown and double members, negative
//! contributions, scopes that overlap.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests compute what they expect freely")]

#[path = "format_support/pool_slips.rs"]
mod pool_slips;

use pool_slips::{check, said_with_alternatives};
use taakgericht::Kind;

#[test]
fn what_must_be_there() {
    let cases = [
        (
            // the series has no figures of the key year
            "ages = \"0-17\"\nyear = 2014",
            "ages = \"0-17\"\nyear = 2013",
            "s.toml:82: pool \"region\", year 2015, key \"youths-0-17\", measure \"youths\": no figures of 2013, expected 2014.\n  \
                 Declare another key year, or add the figures of 2013.",
        ),
        (
            // nor of two years before t
            "years_before = 1",
            "years_before = 2",
            "s.toml:96: pool \"inner\", year 2015, key \"spend\", measure \"cost\": no figures of 2012, expected one of 2013, 2014, 2015, 2016.\n  \
                 Declare another key year, or add the figures of 2012.",
        ),
        (
            // one member has none
            "GM0053,2014,zin,180\n",
            "",
            "s.toml:96: pool \"inner\", year 2015, key \"spend\", measure \"cost\": no figure of Winsum in 2014, expected one for every party.\n  \
                 There are figures of Winsum in 2013, 2015 and 2016.",
        ),
        (
            // a cost
            "GM0053,2016,zin,210\n",
            "",
            "s.toml:82: pool \"region\", year 2016, series \"cost\": no figure of Winsum in 2016, segment \"zin\", expected one for each member and year.\n  \
                 Write a figure of 0 where there was nothing.",
        ),
        (
            // a cost in the segments of the pool, where there is one in another
            "GM1651,2015,pgb,30\n",
            "",
            "s.toml:106: pool \"pgb\", year 2015, series \"cost\": no figure of Eemsmond in 2015, segment \"pgb\", expected one for each member and year.\n  \
                 Write a figure of 0 where there was nothing.",
        ),
        (
            // a contribution
            "GM1651,2015,140\n",
            "",
            "s.toml:82: pool \"region\", year 2015, series \"contribution\": no figure of Eemsmond in 2015, expected one for each member and year.\n  \
                 Write a figure of 0 where there was nothing.",
        ),
        (
            // an advance
            "{ series = \"contribution\", instalments = 12 }",
            "{ series = \"clients\", instalments = 12 }",
            "s.toml:82: pool \"region\", year 2015, advances, series \"clients\": no figure of Winsum in 2015, expected one for each member and year.\n  \
                 Write a figure of 0 where there was nothing.",
        ),
        (
            // a stop-loss without clients
            "{ kind = \"insurance\" }",
            "{ kind = \"stop-loss\", threshold = 100, ceded = \"80%\" }",
            "s.toml:106: pool \"pgb\": no clients, expected a series with the cost of clients, for the model stop-loss.",
        ),
        (
            // a corridor without a contribution
            "{ kind = \"insurance\" }",
            "{ kind = \"corridor\", band = \"5%\", netting = \"netted\" }",
            "s.toml:106: pool \"pgb\": no contribution, expected a series with what the members contribute, for the model corridor.",
        ),
        (
            // a reserve without a contribution
            "{ kind = \"insurance\" }",
            "{ kind = \"insurance\" }\nreserve = { opening = 0, cap = 500 }",
            "s.toml:106: pool \"pgb\": no contribution, expected a series with what the members contribute, for a reserve, which takes what is beyond the cost.",
        ),
        (
            // actual use needs a key too, when it fills a reserve
            "{ kind = \"blend\", pooled = { 2015 = \"50%\" } }\nkey = \"spend\"",
            "{ kind = \"actual-use\" }",
            "s.toml:96: pool \"inner\": no key, expected one, by which members share what they pay to the pool \"region\".",
        ),
    ];
    check(Kind::Missing, &cases);
}

#[test]
fn keys_that_weigh_nothing() {
    let cases = [
        (
            // a fixed key
            "{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
            "{ Bedum = 3, GM0053 = 0, Eemsmond = 0 }",
            "s.toml:106: pool \"pgb\", year 2015, key \"agreed\", key \"fixed\": 2 weights that add up to zero, expected at least one weight above zero.",
        ),
        (
            // figures
            "GM0005,2014,zin,90\nGM0053,2014,zin,180\nGM0005,2013,zin,80\nGM0053,2013,zin,170\n",
            "GM0005,2014,zin,0\nGM0053,2014,zin,0\nGM0005,2013,zin,0\nGM0053,2013,zin,0\n",
            "s.toml:96: pool \"inner\", year 2015, key \"spend\", key \"cost, mean of sums of 2013–2014\": 2 weights that add up to zero, expected at least one weight above zero.\n  \
                 Declare another key year, or the sums of more years.",
        ),
    ];
    check(Kind::ZeroWeights, &cases);
}

#[test]
fn keys_that_weigh_less_than_nothing() {
    let cases = [(
        // more was corrected than spent
        "GM0005,2014,zin,90\n",
        "GM0005,2014,zin,-90.01\n",
        "s.toml:96: pool \"inner\", year 2015, key \"spend\", key \"cost, mean of sums of 2013–2014\": the weight of Bedum is below zero, expected weights of zero or more.\n  \
                 Declare another key year, or the sums of more years.",
    )];
    check(Kind::NegativeWeight, &cases);
}

#[test]
fn keys_that_were_frozen() {
    let cases = [(
        // another key was frozen
        "basis = \"fixed\"",
        "basis = \"fixed\"\nfrozen = \"0000000000000000000000000000000000000000000000000000000000000000\"",
        "s.toml:83: pool \"region\", year 2015, key \"agreed\", key \"fixed\": the fingerprint is 2a64ecd07934fa6f19c8962e55868cd9b3e0d04123a4eb05a0a3d6d737f9c4df, expected the frozen 0000000000000000000000000000000000000000000000000000000000000000.\n  \
                 Its name, a party or a weight changed: use the figures that were frozen, or freeze this key anew.\n\
             s.toml:107: pool \"pgb\", year 2015, key \"agreed\", key \"fixed\": the fingerprint is b70381764c637606c3f9276f4dcb1783d1114c38d984e2c114efe003018a3d99, expected the frozen 0000000000000000000000000000000000000000000000000000000000000000.\n  \
                 Its name, a party or a weight changed: use the figures that were frozen, or freeze this key anew.",
    )];
    check(Kind::KeySum, &cases);
}

#[test]
fn pools_that_contradict_themselves() {
    let cases = [
        (
            // an advance of who is no member
            "id = \"pgb\"",
            "id = \"pgb\"\nadvances = { series = \"cost\", instalments = 4 }",
            "cost.csv:4: pool \"pgb\", year 2015, advances, series \"cost\": an advance of GM0005 in 2015, segment \"pgb\", who is no member, expected advances of members alone.\n  \
                 Leave its advance out, or take the municipality into the pool.",
        ),
        (
            // a sub-pool with settlements
            "key = \"spend\"\n",
            "key = \"spend\"\nrounds = [{ kind = \"final\", booked = 2016 }]\n",
            "s.toml:96: pool \"inner\", rounds: rounds of a sub-pool, expected rounds in the outermost pool alone.\n  \
                 Move them there: what lies within a pool settles with it.",
        ),
        (
            // a sub-pool with advances
            "key = \"spend\"\n",
            "key = \"spend\"\nadvances = { series = \"contribution\", instalments = 4 }\n",
            "s.toml:96: pool \"inner\", advances: advances of a sub-pool, expected advances in the outermost pool alone.\n  \
                 Move them there: what lies within a pool settles with it.",
        ),
        (
            // a sub-pool on another series
            "within = \"region\"\ncost = \"cost\"\nsegments = [\"zin\"]",
            "within = \"region\"\ncost = \"contribution\"",
            "s.toml:82: pool \"region\", year 2015: Bedum costs 120.50 in all, and 110.00 in its sub-pool, expected the same cost in both.\n  \
                 Name one series as the cost of a pool and of those within it.",
        ),
        (
            // two final settlements
            "rounds = [{ kind = \"final\", booked = 2017 }]",
            "rounds = [{ kind = \"final\", booked = 2017 }, { kind = \"final\", booked = 2018 }]",
            "s.toml:82: pool \"region\", year 2015, round 2 (final): a second final settlement, expected one.\n  \
                 What changes after the final settlement is a prior-year settlement.",
        ),
        (
            // a provisional one after the final one
            "rounds = [{ kind = \"final\", booked = 2017 }]",
            "rounds = [{ kind = \"final\", booked = 2017 }, { kind = \"provisional\", booked = 2018 }]",
            "s.toml:82: pool \"region\", year 2015, round 2 (provisional): a provisional settlement after the final one, expected it before the final one.\n  \
                 What changes after the final settlement is a prior-year settlement.",
        ),
        (
            // a prior-year one before the final one
            "rounds = [{ kind = \"final\", booked = 2017 }]",
            "rounds = [{ kind = \"prior-year\", booked = 2017 }, { kind = \"final\", booked = 2018 }]",
            "s.toml:82: pool \"region\", year 2015, round 1 (prior-year): a prior-year settlement without a final one before it, expected a final one first.",
        ),
    ];
    check(Kind::Pool, &cases);
}

#[test]
fn settlements_out_of_order() {
    let cases = [
        (
            // booked before the year
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"final\", booked = 2014 }",
            "s.toml:82: pool \"region\", year 2015, round 1 (final): booked in 2014, expected 2015 or later.\n  \
                 Put the rounds in the order of their booking; none comes before the pool year.",
        ),
        (
            // booked before the second of the years
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"final\", booked = 2015 }",
            "s.toml:82: pool \"region\", year 2016, round 1 (final): booked in 2015, expected 2016 or later.\n  \
                 A round without a year settles every year of the pool: give each year rounds of its own.",
        ),
        (
            // booked before the settlement above it
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"provisional\", booked = 2018 }, { kind = \"final\", booked = 2017 }",
            "s.toml:82: pool \"region\", year 2015, round 2 (final): booked in 2017, expected 2018 or later.\n  \
                 Put the rounds in the order of their booking; none comes before the pool year.",
        ),
        (
            // a later year that is the year itself
            "{ kind = \"final\", booked = 2017 }",
            "{ kind = \"final\", year = 2016, booked = 2016 }, { kind = \"prior-year\", year = 2016, booked = 2016 }",
            "s.toml:82: pool \"region\", year 2016, round 2 (prior-year): booked in 2016, the pool year itself, expected a later year.\n  \
                 A prior-year settlement stands in the accounts of the year in which it turned up.",
        ),
    ];
    check(Kind::OutOfRange, &cases);
}

#[test]
fn ties_that_are_left_to_a_person() {
    let cases = [(
        // half a cent each, in the second of the years
        "[[alternative]]",
        "[[key]]\nid = \"one-in-48\"\nbasis = \"fixed\"\nshares = { Bedum = 1, Winsum = 47 }\n\n[[pool]]\nid = \"tied\"\nyears = [2013, 2014]\nmembers = [\"Bedum\", \"Winsum\"]\ncost = \"cost\"\nmodel = { kind = \"insurance\" }\nkey = \"one-in-48\"\ntie = \"refuse\"\n\n[[alternative]]",
        "s.toml:120: pool \"tied\", year 2014: Bedum and Winsum tie for the last unit, expected a tie rule that decides.\n  \
                 Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand.",
    )];
    check(Kind::Tie, &cases);
}

#[test]
fn members_without_a_share() {
    let cases = [(
        // a fixed key without a member
        "{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }",
        "{ Bedum = 3, GM0053 = \"2.5\" }",
        "s.toml:82: pool \"region\", year 2015, key \"agreed\", key \"fixed\": no party \"Eemsmond\", expected one of \"Bedum\", \"Winsum\".\n  \
                 Give every member a share in the key; 0 is one.\n\
             s.toml:106: pool \"pgb\", year 2015, key \"agreed\", key \"fixed\": no party \"Eemsmond\", expected one of \"Bedum\", \"Winsum\".\n  \
                 Give every member a share in the key; 0 is one.",
    )];
    check(Kind::UnknownName, &cases);
}

/// Alternatives are settled when they are compared; the errors name the alternative, and its line.
#[test]
fn alternatives_that_cannot_be_settled() {
    let cases = [
        (
            "without = [\"Eemsmond\"]",
            "key = \"spend\"",
            "s.toml:115: alternative \"capped\", pool \"region\", year 2015, key \"spend\", measure \"cost\": no figure of Eemsmond in 2014, expected one for every party.\n  There are figures of Eemsmond in 2015 and 2016.",
        ),
        ("without = [\"Eemsmond\"]", "without = [\"Bedum\", \"Winsum\"]\nkey = \"agreed\"", "nothing"),
    ];
    for (good, bad, expected) in cases {
        assert_eq!(said_with_alternatives(good, bad), expected, "{bad}");
    }
}
