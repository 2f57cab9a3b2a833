//! What holds for every waterfall, over random ones.

use super::{Line, Waterfall};
use crate::exact::{Amount, Percent, Ratio, TieRule, Unrounded};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

/// The bricks of a random line: rule, number, base, floor, ceiling, memo.
type Brick = (u8, i64, Index, Option<i64>, Option<i64>, bool);

fn bricks() -> impl Strategy<Value = Vec<Brick>> {
    let bound = || proptest::option::weighted(0.2, 0..2_000_000_i64);
    let memo = proptest::bool::weighted(0.3);
    proptest::collection::vec((0..4_u8, 0..=400_i64, any::<Index>(), bound(), bound(), memo), 0..6)
}

fn plain_bricks() -> impl Strategy<Value = Vec<Brick>> {
    let memo = proptest::bool::weighted(0.3);
    let brick = (0..3_u8, 0..=400_i64, any::<Index>(), memo);
    let plain = brick.prop_map(|(rule, number, index, memo)| (rule, number, index, None, None, memo));
    proptest::collection::vec(plain, 0..6)
}

/// Lines built so that the constructor accepts them; the last is the residual.
fn lines(bricks: &[Brick]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (position, (rule, number, index, floor, ceiling, memo)) in bricks.iter().enumerate() {
        let name = format!("line {position}");
        let percent = Percent::new(Decimal::new(*number, 1)).unwrap(); // 0.0% to 40.0%
        let bases: Vec<String> = lines.iter().filter(|line| line.is_part()).map(|line| line.name.clone()).collect();
        let line = match rule {
            0 if !bases.is_empty() => Line::percent_of(name, index.get(&bases).as_str(), percent),
            1 => Line::percent_of_rest(name, percent),
            3 => Line::fixed(name, Amount::from_cents(*number * 1_000)),
            _ => Line::percent(name, percent),
        };
        let line = Line { floor: floor.map(Amount::from_cents), ..line };
        let ceiling = ceiling.map(|above| Amount::from_cents(above + floor.unwrap_or(0)));
        let line = Line { ceiling, ..line };
        lines.push(if *memo { line.memo() } else { line });
    }
    lines.push(Line::residual("rest"));
    lines
}

fn bases() -> impl Strategy<Value = Vec<Amount>> {
    let cents = proptest::prop_oneof![-200..200_i64, -1_000_000_000_000..1_000_000_000_000_i64];
    proptest::collection::vec(cents.prop_map(Amount::from_cents), 1..8)
}

fn amounts(waterfall: &Waterfall, base: Amount) -> Option<Vec<Amount>> {
    let outcome = waterfall.apply(base).ok()?;
    Some(outcome.lines.iter().map(|line| line.amount).collect())
}

/// The columns that `apply_columns` fills, or `None` when it refuses a row.
fn columns(waterfall: &Waterfall, bases: &[Amount]) -> Option<Vec<Vec<Amount>>> {
    let mut columns = vec![vec![Amount::ZERO; bases.len()]; waterfall.lines().len()];
    let mut slices: Vec<&mut [Amount]> = columns.iter_mut().map(Vec::as_mut_slice).collect();
    waterfall.apply_columns(bases, &mut slices).ok()?;
    Some(columns)
}

proptest! {
    #[test]
    fn parts_sum_to_whole_and_residues_explain_them(bricks in bricks(), bases in bases()) {
        let waterfall = Waterfall::new(lines(&bricks)).unwrap();
        for base in bases {
            let refused = base < Amount::ZERO && waterfall.shares().is_none();
            let Ok(outcome) = waterfall.apply(base) else {
                prop_assert!(refused, "only a negative budget of a waterfall with amounts is refused");
                continue;
            };
            prop_assert!(!refused);
            let parts = outcome.lines.iter().zip(waterfall.lines()).filter(|(_, line)| line.is_part());
            let parts: Vec<Amount> = parts.map(|(outcome, _)| outcome.amount).collect();
            prop_assert_eq!(Amount::sum(&parts).unwrap(), base, "parts_sum_to_whole");
            for line in outcome.lines {
                prop_assert_eq!(Unrounded::from(line.amount).checked_add(line.residue).unwrap(), line.exact);
                let residue = line.residue.cents().unwrap();
                prop_assert!(residue < Ratio::ONE && residue > Ratio::integer(-1), "within_one_unit");
            }
        }
    }

    #[test]
    fn bounds_hold_after_placing(bricks in bricks(), base in 0..1_000_000_000_i64) {
        let waterfall = Waterfall::new(lines(&bricks)).unwrap();
        for (line, amount) in waterfall.lines().iter().zip(amounts(&waterfall, Amount::from_cents(base)).unwrap()) {
            prop_assert!(line.floor.is_none_or(|floor| floor <= amount));
            prop_assert!(line.ceiling.is_none_or(|ceiling| amount <= ceiling));
        }
    }

    #[test]
    fn memo_lines_never_change_parts(bricks in bricks(), base in 0..1_000_000_000_i64) {
        let with_memos = Waterfall::new(lines(&bricks)).unwrap();
        let parts: Vec<Line> = with_memos.lines().iter().filter(|line| line.is_part()).cloned().collect();
        let without = amounts(&Waterfall::new(parts).unwrap(), Amount::from_cents(base)).unwrap();
        let all = amounts(&with_memos, Amount::from_cents(base)).unwrap();
        let kept = all.iter().zip(with_memos.lines()).filter(|(_, line)| line.is_part()).map(|(amount, _)| *amount);
        prop_assert!(kept.eq(without));
    }

    #[test]
    fn negative_mirrors_positive(bricks in plain_bricks(), base in 0..1_000_000_000_i64) {
        let waterfall = Waterfall::new(lines(&bricks)).unwrap();
        let positive = amounts(&waterfall, Amount::from_cents(base)).unwrap();
        let negative = amounts(&waterfall, Amount::from_cents(-base)).unwrap();
        prop_assert!(positive.iter().map(|amount| amount.checked_neg().unwrap()).eq(negative));
    }

    /// The fast way over columns and the exact way give the same, also where some of them cannot be used.
    #[test]
    fn columns_are_rows_in_any_order(
        plain in plain_bricks(),
        other in bricks(),
        mut bases in bases(),
        tie in select(TieRule::ALL.to_vec()),
    ) {
        for bricks in [plain, other] {
            let waterfall = Waterfall::new(lines(&bricks)).unwrap().tie(tie);
            let rows: Option<Vec<Vec<Amount>>> = bases.iter().map(|&base| amounts(&waterfall, base)).collect();
            let filled = columns(&waterfall, &bases);
            prop_assert_eq!(filled.is_some(), rows.is_some());
            if let (Some(filled), Some(rows)) = (&filled, &rows) {
                for (position, column) in filled.iter().enumerate() {
                    prop_assert!(rows.iter().map(|row| row[position]).eq(column.iter().copied()));
                }
            }
            bases.reverse();
            let reversed = columns(&waterfall, &bases).map(|columns| {
                columns.into_iter().map(|column| column.into_iter().rev().collect()).collect::<Vec<Vec<Amount>>>()
            });
            prop_assert_eq!(reversed, filled, "order_free");
        }
    }
}
