//! Keys from data as properties: the order of rows changes nothing, bases agree where they must, a restricted key keeps its
//! proportions, an explanation replays and gives the weight, and a fingerprint follows the key.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_assume, proptest};
use proptest::sample::select;
use taakgericht::exact::Ratio;
use taakgericht::key::{AgeBand, DatedKey, Key, KeyBasis, KeyRule, KeyYear, Measure};
use taakgericht::period::Year;
use taakgericht::trace::{Trace, Value};

/// The bands of the table of youths, which the random figures have too.
const BANDS: [&str; 4] = ["0-3", "4-11", "12-17", "18-24"];

/// The last of the years that there are figures of.
const LAST: i64 = 2014;

type Figure = (u8, Year, Option<AgeBand>, Ratio);

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

fn ages(text: &str) -> AgeBand {
    AgeBand::parse(text).unwrap()
}

fn parties(rows: &[Figure]) -> Vec<u8> {
    let mut parties: Vec<u8> = rows.iter().map(|row| row.0).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// Counts of 1 to 8 parties in 1 to 4 years up to the last, with age bands; in every year someone counts.
fn counts() -> impl Strategy<Value = Vec<Figure>> {
    (1..=8_u8, 1..=4_i64).prop_flat_map(|(parties, years)| {
        let cells = usize::from(parties) * usize::try_from(years).unwrap();
        let values = proptest::collection::vec([0..900_i64, 0..900, 1..900, 0..900], cells);
        values.prop_map(move |values| rows(parties, years, &values))
    })
}

fn rows(parties: u8, years: i64, values: &[[i64; 4]]) -> Vec<Figure> {
    let cells = (0..parties).flat_map(|party| (0..years).map(move |back| (party, year(LAST - back))));
    let cell = |((party, year), counts): ((u8, Year), &[i64; 4])| {
        let of_band = |(band, count): (&str, i64)| (party, year, Some(ages(band)), Ratio::integer(count));
        BANDS.into_iter().zip(*counts).map(of_band).collect::<Vec<_>>()
    };
    cells.zip(values).flat_map(cell).collect()
}

/// How many years there are figures of.
fn years(rows: &[Figure]) -> u16 {
    let oldest = rows.iter().map(|row| row.1.number()).min().unwrap();
    u16::try_from(LAST).unwrap() - oldest + 1
}

fn bases(years: u16) -> Vec<KeyBasis<u8>> {
    let weights = (1..=i64::from(years)).map(|back| Ratio::new(1, back.into()).unwrap()).collect();
    vec![
        KeyBasis::Measured,
        KeyBasis::MeanOfSums { years },
        KeyBasis::MeanOfShares { years },
        KeyBasis::WeightedYears { weights },
    ]
}

fn measure(rows: &[Figure]) -> Measure<u8> {
    Measure::new("youths", "persons", rows.to_vec()).unwrap()
}

fn derive(basis: KeyBasis<u8>, parties: &[u8], measure: &Measure<u8>, band: &str) -> DatedKey<u8> {
    let rule = KeyRule { basis, year: Some(KeyYear::Before(1)), ages: Some(ages(band)) };
    rule.derive(parties, Some(measure), year(LAST + 1)).unwrap()
}

/// Rows and the same rows in another order.
fn shuffled() -> impl Strategy<Value = (Vec<Figure>, Vec<Figure>)> {
    counts().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

type Entries = Vec<(u8, Ratio)>;

/// Entries of a key in two orders; someone weighs something.
fn entries() -> impl Strategy<Value = (Entries, Entries)> {
    let weights = proptest::collection::btree_map(0..40_u8, (0..1000_i64, 1..30_i64), 1..10);
    let weighs = weights.prop_filter("someone has a weight", |map| map.values().any(|&(above, _)| above > 0));
    let list = weighs.prop_map(|map| {
        let ratio = |(above, below): (i64, i64)| Ratio::new(above.into(), below.into()).unwrap();
        map.into_iter().map(|(party, weight)| (party, ratio(weight))).collect::<Entries>()
    });
    list.prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
}

fn sum(values: impl IntoIterator<Item = Ratio>) -> Ratio {
    values.into_iter().fold(Ratio::ZERO, |sum, value| sum.checked_add(value).unwrap())
}

proptest! {
    #[test]
    fn order_free((rows, other) in shuffled(), band in select(vec!["0-17", "0-24", "12-17"])) {
        prop_assert_eq!(measure(&rows), measure(&other), "order_free");
        let (forth, back) = (parties(&rows), parties(&rows).into_iter().rev().collect::<Vec<_>>());
        for basis in bases(years(&rows)) {
            let one = derive(basis.clone(), &forth, &measure(&rows), band);
            prop_assert_eq!(one, derive(basis, &back, &measure(&other), band), "order_free");
        }
    }

    /// What a key weighs is computed here once more, straight from the rows.
    #[test]
    fn weights_are_what_the_bases_say(rows in counts(), band in select(vec!["0-17", "0-24", "12-17"])) {
        let (measure, parties, years) = (measure(&rows), parties(&rows), years(&rows));
        let counted = |party: u8, back: u16| {
            let of_year = move |row: &&Figure| row.1 == year(LAST - i64::from(back)) && row.0 == party;
            let inside = |row: &&Figure| row.2.is_some_and(|one| one.from() >= ages(band).from() && one.to() <= ages(band).to());
            sum(rows.iter().filter(of_year).filter(inside).map(|row| row.3))
        };
        let total = |back: u16| sum(parties.iter().map(|&party| counted(party, back)));
        let mean_of_shares = |party: u8| {
            let shares = sum((0..years).map(|back| counted(party, back).checked_div(total(back)).unwrap()));
            shares.checked_div(Ratio::integer(years.into())).unwrap()
        };
        let weighted = |party: u8| {
            sum((0..years).map(|back| counted(party, back).checked_div(Ratio::integer(i64::from(back) + 1)).unwrap()))
        };
        let expected: [Vec<Ratio>; 4] = [
            parties.iter().map(|&party| counted(party, 0)).collect(),
            parties.iter().map(|&party| sum((0..years).map(|back| counted(party, back)))).collect(),
            parties.iter().map(|&party| mean_of_shares(party)).collect(),
            parties.iter().map(|&party| weighted(party)).collect(),
        ];
        for (basis, weights) in bases(years).into_iter().zip(expected) {
            let name = basis.name();
            let key = derive(basis, &parties, &measure, band).into_key();
            prop_assert_eq!(key.amounts(), weights, "{}", name);
        }
    }

    #[test]
    fn means_over_one_year_are_the_figures_of_that_year(rows in counts()) {
        let (measure, parties) = (measure(&rows), parties(&rows));
        let key = |basis| derive(basis, &parties, &measure, "0-17").into_key();
        let measured = key(KeyBasis::Measured);
        let sums = key(KeyBasis::MeanOfSums { years: 1 });
        prop_assert_eq!(sums.amounts(), measured.amounts());
        let shares = key(KeyBasis::MeanOfShares { years: 1 });
        prop_assert_eq!(shares.weights(), measured.weights());
    }

    /// One more party takes up what a year lacks, so that the sums of all years are equal.
    #[test]
    fn means_agree_when_the_years_add_up_to_the_same(rows in counts()) {
        let counted = |number: Year| sum(rows.iter().filter(|row| row.1 == number).map(|row| row.3));
        let numbers: Vec<Year> = (0..years(&rows)).map(|back| year(LAST - i64::from(back))).collect();
        let most = numbers.iter().map(|&number| counted(number)).max().unwrap();
        let mut level = rows.clone();
        level.extend(numbers.iter().map(|&number| (200, number, Some(ages("0-24")), most.checked_sub(counted(number)).unwrap())));
        let (measure, parties, years) = (measure(&level), parties(&level), years(&rows));
        let key = |basis| derive(basis, &parties, &measure, "0-24").into_key();
        let (sums, shares) = (key(KeyBasis::MeanOfSums { years }), key(KeyBasis::MeanOfShares { years }));
        prop_assert_eq!(sums.weights(), shares.weights());
    }

    #[test]
    fn a_restricted_key_keeps_its_proportions((entries, _) in entries(), chosen in proptest::collection::vec(proptest::bool::ANY, 10)) {
        let key = Key::new("random", entries.clone(), None).unwrap();
        let some: Vec<u8> = key.parties().iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(&party, _)| party).collect();
        let kept = sum(some.iter().map(|party| key.share_of(party).unwrap()));
        prop_assume!(kept > Ratio::ZERO);
        let restricted = key.restricted_to(&some).unwrap();
        prop_assert_eq!(restricted.parties(), &some[..]);
        for party in &some {
            let share = restricted.share_of(party).unwrap().checked_mul(kept).unwrap();
            prop_assert_eq!(share, key.share_of(party).unwrap());
            prop_assert_eq!(restricted.amount_of(party), key.amount_of(party));
        }
        prop_assert_eq!(key.restricted_to(key.parties()), Ok(key));
    }

    #[test]
    fn explanation_replays(rows in counts(), band in select(vec!["0-17", "0-24", "12-17"])) {
        let (measure, parties) = (measure(&rows), parties(&rows));
        for basis in bases(years(&rows)) {
            let dated = derive(basis, &parties, &measure, band);
            for party in &parties {
                let mut trace = Trace::default();
                let last = dated.explain(&mut trace, party, |party, year, _| format!("{party} in {year}")).unwrap();
                prop_assert_eq!(last + 1, trace.steps().len());
                let (Value::Number(weight) | Value::Share(weight)) = trace.replay().unwrap() else {
                    panic!("a weight is a number or a share");
                };
                prop_assert_eq!(Some(weight), dated.key().amount_of(party), "explanation_replays");
            }
        }
    }

    #[test]
    fn the_text_of_a_key_follows_its_entries((entries, other) in entries(), changed in any::<proptest::sample::Index>()) {
        let key = Key::new("random", entries.clone(), None).unwrap();
        let text = key.canonical_text();
        prop_assert_eq!(&text, &Key::new("random", other, None).unwrap().canonical_text());
        prop_assert_eq!(text.lines().count(), entries.len() + 1);
        let mut corrected = entries;
        let position = changed.index(corrected.len());
        corrected[position].1 = corrected[position].1.checked_add(Ratio::ONE).unwrap();
        prop_assert!(text != Key::new("random", corrected, None).unwrap().canonical_text());
    }
}

#[cfg(feature = "format")]
mod frozen {
    use super::{Key, Ratio, entries};
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use taakgericht::Kind;

    proptest! {
        #[test]
        fn a_fingerprint_follows_the_key((entries, other) in entries(), changed in any::<proptest::sample::Index>()) {
            let key = Key::new("random", entries.clone(), None).unwrap();
            let frozen = key.fingerprint();
            prop_assert_eq!(&frozen, &taakgericht::format::sha256(key.canonical_text().as_bytes()));
            prop_assert_eq!(Key::new("random", other, None).unwrap().prove_frozen(&frozen), Ok(()));
            let mut corrected = entries.clone();
            let position = changed.index(corrected.len());
            corrected[position].1 = corrected[position].1.checked_add(Ratio::ONE).unwrap();
            let corrected = Key::new("random", corrected, None).unwrap().prove_frozen(&frozen);
            prop_assert_eq!(corrected.unwrap_err().kind(), Kind::KeySum);
            let renamed = Key::new("another", entries, None).unwrap().prove_frozen(&frozen);
            prop_assert_eq!(renamed.unwrap_err().kind(), Kind::KeySum);
        }
    }
}
