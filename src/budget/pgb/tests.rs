//! The table of chapter 8, figure by figure, and one bad input for each error.

use super::{Column, PgbOutcome, PgbShare, PgbTerms, Stage};
use crate::budget::PrintedPercent;
use crate::budget::stream::{Stream, Streams, TotalBasis};
use crate::budget::waterfall::Role;
use crate::error::Error;
use crate::exact::{Amount, Mode, Percent, Ratio, Rounding};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

fn euros(column: &[i64]) -> Vec<Amount> {
    column.iter().map(|&euros| Amount::from_euros(euros).unwrap()).collect()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

/// BMWE-beleidsplan jeugdhulp, hoofdstuk 8 (mei-circulaire 2014): Bedum, De Marne, Winsum, Eemsmond.
fn bmwe() -> Streams {
    let streams = vec![
        Stream::new("VWS", euros(&[669_748, 1_050_546, 696_879, 1_680_110])),
        Stream::new("AWBZ-jeugd", euros(&[802_606, 1_085_683, 1_428_293, 1_815_323])),
        Stream::new("Zvw", euros(&[882_457, 1_132_604, 1_289_830, 1_344_851])),
    ];
    let stated = euros(&[2_354_812, 3_268_833, 3_415_003, 4_840_285]);
    Streams::new(streams).unwrap().with_stated_totals(stated).unwrap()
}

/// The columns of the same table as printed.
const PGB: [i64; 4] = [637_212, 790_433, 1_070_730, 1_458_840];
const ZIN: [i64; 4] = [165_394, 295_250, 357_563, 356_484];
const THREE_PERCENT: [i64; 4] = [70_644, 98_065, 102_450, 145_209];
const BIJDRAGE: [i64; 4] = [1_576_311, 2_282_270, 2_139_371, 3_091_027];
const PRINTED_SHARES: [&str; 4] = ["84.5", "77.5", "79.8", "85.5"];

fn terms(total: TotalBasis, stage: Stage) -> PgbTerms {
    PgbTerms {
        uitvoeringskosten: percent("3"),
        voorliggend_veld: percent("3"),
        awbz: "AWBZ-jeugd".into(),
        total,
        rounding: Rounding::HALF_UP_EURO,
        stage,
    }
}

fn as_published() -> PgbTerms {
    terms(TotalBasis::Stated, Stage::PerStream)
}

fn given_amounts() -> Vec<PgbShare> {
    euros(&PGB).into_iter().map(PgbShare::Amount).collect()
}

fn printed_shares() -> Vec<PgbShare> {
    let unit = percent("0.1");
    let shares = PRINTED_SHARES.iter().map(|text| PrintedPercent::new(percent(text), unit).unwrap());
    shares.map(PgbShare::Printed).collect()
}

fn column(outcomes: &[PgbOutcome], column: Column) -> Vec<Amount> {
    outcomes.iter().map(|outcome| outcome.amount(column)).collect()
}

/// How far the printed figures lie above ours, in euros.
fn misses(printed: &[i64], ours: &[Amount]) -> Vec<i64> {
    printed.iter().zip(ours).map(|(euros, ours)| euros - ours.cents() / 100).collect()
}

#[test]
fn chapter_8_to_the_euro() {
    let outcomes = as_published().derive(&bmwe(), &given_amounts()).unwrap();
    let miss = |printed, name| misses(printed, &column(&outcomes, name));
    assert_eq!(miss(&THREE_PERCENT, Column::Uitvoeringskosten), [0, 0, 0, 0]);
    assert_eq!(miss(&THREE_PERCENT, Column::VoorliggendVeld), [0, 0, 0, 0]);
    assert_eq!(miss(&BIJDRAGE, Column::RtaBijdrage), [0, 0, 0, 0]);
    assert_eq!(miss(&PGB, Column::Pgb), [0, 0, 0, 0]);
    assert_eq!(miss(&ZIN, Column::Zin), [0, 0, 0, 1]); // Eemsmond is printed 1 higher
}

#[test]
fn rounded_on_the_total_two_of_four() {
    let miss = |total| {
        let outcomes = terms(total, Stage::OnTotal).derive(&bmwe(), &given_amounts()).unwrap();
        misses(&BIJDRAGE, &column(&outcomes, Column::RtaBijdrage))
    };
    assert_eq!(miss(TotalBasis::SumOfStreams), [1, 0, -1, 0]);
    assert_eq!(miss(TotalBasis::Stated), [0, 0, -2, -1]);
}

#[test]
fn a_printed_share_misses_and_its_range_does_not() {
    let outcomes = as_published().derive(&bmwe(), &printed_shares()).unwrap();
    assert_eq!(misses(&PGB, &column(&outcomes, Column::Pgb)), [-298, -487, -661, -135]);
    for (outcome, printed) in outcomes.iter().zip(euros(&PGB)) {
        let range = outcome.pgb_range.unwrap();
        assert!(range.contains(printed) && range.contains(outcome.pgb.amount), "{printed} in {range:?}");
    }
    // 94% of 802,606 by 84.45% and by just below 84.55%
    let range = outcomes[0].pgb_range.unwrap();
    assert_eq!(vec![range.lowest, range.highest], euros(&[637_133, 637_887]));
    // Had the table been truncated, 84.5% would be any share up to just below 84.6%.
    let mut shares = printed_shares();
    shares[0] = PgbShare::Printed(PrintedPercent::new(percent("84.5"), percent("0.1")).unwrap().with_mode(Mode::Down));
    let range = as_published().derive(&bmwe(), &shares).unwrap()[0].pgb_range.unwrap();
    assert_eq!(vec![range.lowest, range.highest], euros(&[637_510, 638_264]));
}

#[test]
fn a_printed_amount_implies_its_share() {
    let outcomes = as_published().derive(&bmwe(), &given_amounts()).unwrap();
    let unit = percent("0.0001");
    let implied = outcomes.iter().map(|outcome| outcome.implied_share.unwrap());
    let printed: Vec<_> = implied.map(|share| PrintedPercent::of(share, unit).unwrap().to_string()).collect();
    assert_eq!(printed, ["84.4605%", "77.4523%", "79.7508%", "85.4921%"]);
}

#[test]
fn the_implied_share_gives_the_amount_back() {
    let given = as_published().derive(&bmwe(), &given_amounts()).unwrap();
    let shares: Vec<_> = given.iter().map(|outcome| PgbShare::Exact(outcome.implied_share.unwrap())).collect();
    let again = as_published().derive(&bmwe(), &shares).unwrap();
    assert_eq!(column(&again, Column::Pgb), euros(&PGB));
    assert!(again.iter().all(|outcome| outcome.pgb_range.is_none()));
}

#[test]
fn every_figure_keeps_what_rounding_took() {
    let outcomes = as_published().derive(&bmwe(), &given_amounts()).unwrap();
    let bedum = &outcomes[0];
    assert_eq!(bedum.uitvoeringskosten.exact.to_string(), "70644.36");
    assert_eq!(bedum.uitvoeringskosten.residue.to_string(), "0.36");
    let contributions = bedum.contributions.iter();
    let told: Vec<_> = contributions.map(|(name, figure)| (name.as_str(), figure.exact.to_string())).collect();
    let expected = [("VWS", "629563.12"), ("AWBZ-jeugd", "117237.64"), ("Zvw", "829509.58")];
    assert_eq!(told, expected.map(|(name, exact)| (name, exact.to_string())));
}

#[test]
fn zin_is_a_memo() {
    let parts = Column::ALL.into_iter().filter(|column| column.role() == Role::Part);
    let outcomes = as_published().derive(&bmwe(), &given_amounts()).unwrap();
    let sum = |columns: &mut dyn Iterator<Item = Column>| {
        let amounts: Vec<Amount> = columns.flat_map(|name| column(&outcomes, name)).collect();
        Amount::sum(&amounts).unwrap()
    };
    // The parts are 3 euros under the stated 13,878,933; with ZIN the sum would be over it by more than a million.
    assert_eq!(sum(&mut parts.into_iter()), Amount::from_euros(13_878_930).unwrap());
    assert_eq!(sum(&mut Column::ALL.into_iter()), Amount::from_euros(15_053_620).unwrap());
}

/// The derivation with another first share.
fn with_first(share: PgbShare) -> Result<Vec<PgbOutcome>, Error> {
    let mut shares = given_amounts();
    shares[0] = share;
    as_published().derive(&bmwe(), &shares)
}

#[test]
fn errors_say_which_municipality() {
    let share = |numerator, denominator| PgbShare::Exact(Ratio::new(numerator, denominator).unwrap());
    let too_high = PrintedPercent::new(percent("100.1"), percent("0.1")).unwrap();
    let negative = Streams::new(vec![Stream::new("AWBZ-jeugd", euros(&[-1]))]).unwrap();
    let on_streams = terms(TotalBasis::SumOfStreams, Stage::PerStream);
    let cases = [
        (with_first(share(3, 2)), "the pgb share of position 0 is 150%, expected a share from 0% to 100%."),
        (
            with_first(PgbShare::Printed(too_high)),
            "the pgb share of position 0 is 100.1%, expected a share from 0% to 100%.",
        ),
        (
            with_first(PgbShare::Amount(Amount::from_euros(754_451).unwrap())),
            "the PGB of position 0 is 754451.00, expected an amount from 0.00 to 754450.00.",
        ),
        (
            on_streams.derive(&negative, &[share(1, 2)]),
            "the stream \"AWBZ-jeugd\" of position 0 is -1.00, expected at least 0.00.",
        ),
        (as_published().derive(&bmwe(), &[]), "0 pgb shares, expected 4, one for each party."),
        (
            PgbTerms { awbz: "WMO".into(), ..as_published() }.derive(&bmwe(), &given_amounts()),
            "no stream \"WMO\", expected one of \"VWS\", \"AWBZ-jeugd\", \"Zvw\".",
        ),
        (
            PgbTerms { voorliggend_veld: percent("98"), ..as_published() }.derive(&bmwe(), &given_amounts()),
            "uitvoeringskosten of 3% and voorliggend veld of 98%, expected percentages from 0% that are together at most 100%.",
        ),
        (
            PgbTerms { rounding: Rounding::new(Mode::Exact, Amount::EURO).unwrap(), ..as_published() }
                .derive(&bmwe(), &given_amounts()),
            "629563.12, expected a multiple of 1.00.\n  Declare a rounding mode, or change the unit.",
        ),
    ];
    for (result, text) in cases {
        assert_eq!(result.unwrap_err().to_string(), text);
    }
    let named = with_first(share(-1, 2)).unwrap_err().with_labels(|position| ["Bedum"][position].into());
    assert_eq!(named.to_string(), "the pgb share of Bedum is -50%, expected a share from 0% to 100%.");
}

proptest! {
    /// In every rounding mode the figures add up as their rules say.
    #[test]
    fn figures_follow_from_each_other(
        amounts in proptest::array::uniform3(0..10_000_000_i64),
        share in 0..=1_000_i64,
        mode in proptest::sample::select(Mode::ALL[..7].to_vec()),
        per_stream in any::<bool>(),
    ) {
        let names = ["VWS", "AWBZ-jeugd", "Zvw"];
        let streams = names.iter().zip(amounts).map(|(name, euros_each)| Stream::new(*name, euros(&[euros_each])));
        let streams = Streams::new(streams.collect()).unwrap();
        let terms = PgbTerms {
            rounding: Rounding::new(mode, Amount::EURO).unwrap(),
            ..terms(TotalBasis::SumOfStreams, if per_stream { Stage::PerStream } else { Stage::OnTotal })
        };
        let printed = PrintedPercent::new(percent(&alloc::format!("{}.{}", share / 10, share % 10)), percent("0.1")).unwrap();
        let outcome = terms.derive(&streams, &[PgbShare::Printed(printed)]).unwrap().remove(0);
        prop_assert_eq!(outcome.zin.checked_add(outcome.pgb.amount).unwrap(), streams.column("AWBZ-jeugd").unwrap()[0]);
        prop_assert!(outcome.pgb_range.unwrap().contains(outcome.pgb.amount));
        // Two municipal lines and one or three contributions, each rounded by less than a euro; the PGB cancels out.
        let parts: Vec<Amount> = Column::ALL.iter().filter(|column| column.role() == Role::Part)
            .map(|&column| outcome.amount(column)).collect();
        let total = streams.totals(TotalBasis::SumOfStreams).unwrap()[0];
        let gap = Amount::sum(&parts).unwrap().checked_sub(total).unwrap();
        prop_assert!(gap.cents().abs() < 500);
    }
}
