//! Text for the screen: aligned tables, lists and trees.

use super::layout::{GAP, GAP_WIDTH, layout};
use super::plain::printable;
use super::wrap::wrap;
use crate::report::{Block, ColumnKind, Document, Group, Node, Section, Table};
use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Width};
use std::io::{self, Write};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

pub(super) fn write(document: &Document, width: usize, to: &mut dyn Write) -> io::Result<()> {
    if !document.title.is_empty() {
        let title = printable(&document.title);
        writeln!(to, "{title}\n{}", "═".repeat(title.width().min(width)))?;
    }
    for (position, section) in document.sections.iter().enumerate() {
        if position > 0 {
            write!(to, "\n\n")?; // two blank lines, because one stands between the parts of a section
        } else if !document.title.is_empty() {
            writeln!(to)?;
        }
        write_section(section, width, to)?;
    }
    Ok(())
}

fn write_section(section: &Section, width: usize, to: &mut dyn Write) -> io::Result<()> {
    if !section.title.is_empty() {
        writeln!(to, "{}\n", printable(&section.title))?;
    }
    for (position, block) in section.blocks.iter().enumerate() {
        if position > 0 {
            writeln!(to)?;
        }
        write_block(block, width, to)?;
    }
    Ok(())
}

fn write_block(block: &Block, width: usize, to: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Text(text) => write_lines(text, width, "", "", to),
        Block::List(items) => items.iter().try_for_each(|item| write_lines(item, width, "• ", "  ", to)),
        Block::Table(table) => write_table(table, width, to),
        Block::Tree(node) => write_tree(node, width, to),
    }
}

/// Writes a text in lines; the first one starts with `first`, the others with `next`, which are equally wide.
fn write_lines(text: &str, width: usize, first: &str, next: &str, to: &mut dyn Write) -> io::Result<()> {
    let room = width.saturating_sub(first.width());
    let mut lead = first;
    for line in text.lines().flat_map(|line| wrap(&printable(line.trim_start()), room)) {
        writeln!(to, "{}", format!("{lead}{line}").trim_end())?;
        lead = next;
    }
    Ok(())
}

fn write_table(table: &Table, width: usize, to: &mut dyn Write) -> io::Result<()> {
    let layout = layout(table, width);
    for (position, group) in layout.groups.iter().enumerate() {
        if position > 0 {
            writeln!(to)?;
        }
        write_columns(table, &layout.widths, group, width, to)?;
    }
    Ok(())
}

/// Writes the first column and a group of others beside it.
fn write_columns(
    table: &Table,
    widths: &[usize],
    others: &Range<usize>,
    width: usize,
    to: &mut dyn Write,
) -> io::Result<()> {
    let columns: Vec<Setting> = (0..1).chain(others.clone()).map(|column| Setting::of(table, widths, column)).collect();
    let headings: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
    write_rows(&columns, &[headings], to)?;
    write_rule(&columns, to)?;
    for group in &table.groups {
        write_group(&columns, group, width, to)?;
    }
    if let Some(total) = &table.total {
        write_rule(&columns, to)?;
        write_rows(&columns, std::slice::from_ref(total), to)?;
    }
    Ok(())
}

fn write_group(columns: &[Setting], group: &Group, width: usize, to: &mut dyn Write) -> io::Result<()> {
    if let Some(title) = &group.title {
        write_lines(title, width, "", "", to)?;
    }
    write_rows(columns, &group.rows, to)
}

/// Which cell of each row is set, how wide, and on which side.
struct Setting {
    column: usize,
    width: usize,
    side: CellAlignment,
}

impl Setting {
    fn of(table: &Table, widths: &[usize], column: usize) -> Setting {
        let is_number = table.columns.get(column).is_some_and(|column| column.kind == ColumnKind::Number);
        let side = if is_number { CellAlignment::Right } else { CellAlignment::Left };
        Setting { column, width: widths.get(column).copied().unwrap_or(0), side }
    }

    fn cell(&self, row: &[String]) -> Cell {
        let text = printable(row.get(self.column).map_or("", String::as_str));
        // A column as wide as its widest number holds every number; only words are broken.
        Cell::new(wrap(&text, self.width).join("\n")).set_alignment(self.side)
    }
}

/// Writes rows that stand below each other, every column as wide as its setting says.
fn write_rows(columns: &[Setting], rows: &[Vec<String>], to: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    drawn.add_rows(rows.iter().map(|row| columns.iter().map(|column| column.cell(row)).collect::<Vec<Cell>>()));
    for (drawn, column) in drawn.column_iter_mut().zip(columns) {
        drawn.set_padding((0, GAP_WIDTH));
        let width = u16::try_from(column.width.saturating_add(GAP)).unwrap_or(u16::MAX);
        drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    drawn.lines().try_for_each(|line| writeln!(to, "{}", line.trim_end()))
}

fn write_rule(columns: &[Setting], to: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<String> = columns.iter().map(|column| "─".repeat(column.width)).collect();
    writeln!(to, "{}", rules.join(&" ".repeat(GAP)))
}

fn write_tree(node: &Node, width: usize, to: &mut dyn Write) -> io::Result<()> {
    write_node(node, "", "", width, to)
}

/// Writes a node and below it what it was made from; `first` leads its first line, `next` all others.
fn write_node(node: &Node, first: &str, next: &str, width: usize, to: &mut dyn Write) -> io::Result<()> {
    let below = format!("{next}{}", if node.inputs.is_empty() { "  " } else { "│ " });
    write_lines(&node.text, width, first, &below, to)?;
    for remark in &node.remarks {
        write_lines(remark, width, &format!("{below}  "), &format!("{below}  "), to)?;
    }
    for (position, input) in node.inputs.iter().enumerate() {
        let is_last = position.checked_add(1) == Some(node.inputs.len());
        let (branch, beside) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        write_node(input, &format!("{next}{branch}"), &format!("{next}{beside}"), width, to)?;
    }
    Ok(())
}
