//! How wide each column is, and which columns stand beside each other.

use super::wrap::longest_word;
use crate::report::{ColumnKind, Table};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Blank columns between two columns of a table.
pub(super) const GAP: usize = 2;
/// The same for the crate that sets the cells.
pub(super) const GAP_WIDTH: u16 = 2;
/// A sentence is not broken into narrower lines than this.
const NARROWEST_SENTENCE: usize = 20;

/// The widths of all columns, and the groups of columns that stand beside each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) widths: Vec<usize>,
    /// The first column stands in front of every group; together they cover the other columns.
    pub(super) groups: Vec<Range<usize>>,
}

/// Fits a table in a width: first sentences give way, then columns move below the others. Numbers are never broken.
pub(super) fn layout(table: &Table, width: usize) -> Layout {
    let mut widths: Vec<usize> = (0..table.columns.len()).map(|column| natural_width(table, column)).collect();
    narrow_sentences(table, &mut widths, width);
    let groups = groups(&widths, width);
    Layout { widths, groups }
}

/// As wide as the widest cell, and as the widest word of the heading.
fn natural_width(table: &Table, column: usize) -> usize {
    let heading = table.columns.get(column).map_or(0, |column| longest_word(&column.heading));
    let rows = table.rows().chain(&table.total);
    let cells = rows.filter_map(|row| row.get(column)).map(|cell| cell.width());
    cells.fold(heading, usize::max)
}

fn narrow_sentences(table: &Table, widths: &mut [usize], width: usize) {
    let excess = total(widths).saturating_sub(width);
    let sentence = table.columns.iter().rposition(|column| column.kind == ColumnKind::Sentence);
    if let Some(widest) = sentence.and_then(|column| widths.get_mut(column)) {
        let narrowest = NARROWEST_SENTENCE.min(*widest);
        *widest = widest.saturating_sub(excess).max(narrowest);
    }
}

fn total(widths: &[usize]) -> usize {
    widths.iter().fold(0, |sum: usize, &width| sum.saturating_add(width).saturating_add(GAP)).saturating_sub(GAP)
}

/// Cuts the columns after the first into groups that fit beside the first.
fn groups(widths: &[usize], width: usize) -> Vec<Range<usize>> {
    let first = widths.first().copied().unwrap_or(0);
    let (mut groups, mut start, mut used) = (Vec::new(), 1, first);
    for (column, &own) in widths.iter().enumerate().skip(1) {
        let with_column = used.saturating_add(GAP).saturating_add(own);
        if with_column > width && column > start {
            groups.push(start..column);
            (start, used) = (column, first.saturating_add(GAP).saturating_add(own));
        } else {
            used = with_column;
        }
    }
    groups.push(start..widths.len().max(1));
    groups
}

#[cfg(test)]
mod tests {
    use super::{groups, layout};
    use crate::report::{Column, Table};

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "a list of groups, also where there is one")]
    fn columns_that_do_not_fit_move_below_with_the_first_beside_them() {
        let cases = [
            (vec![9, 12, 12, 12], 80, vec![1..4]),
            (vec![9, 12, 12, 12], 37, vec![1..3, 3..4]), // 9 + 2 + 12 + 2 + 12 = 37 just fits
            (vec![9, 12, 12, 12], 36, vec![1..2, 2..3, 3..4]),
            (vec![9, 12], 5, vec![1..2]), // nothing fits: one column at a time, never none
            (vec![9], 80, vec![1..1]),
        ];
        for (widths, width, expected) in cases {
            assert_eq!(groups(&widths, width), expected, "{widths:?} in {width}");
        }
    }

    #[test]
    fn sentences_give_way_before_columns_do() {
        let sentence = "a sentence of some length, which may be broken over lines";
        let columns = vec![Column::name("row"), Column::number("total amount"), Column::sentence("finding")];
        let table = Table::new(columns, vec![vec!["Bedum".into(), "2,354,812".into(), sentence.into()]]);
        assert_eq!(layout(&table, 120).widths, [5, 9, sentence.len()]);
        assert_eq!(layout(&table, 60).widths, [5, 9, 42]);
        let narrow = layout(&table, 30);
        assert_eq!((narrow.widths, narrow.groups), (vec![5, 9, 20], vec![1..2, 2..3]));
    }
}
