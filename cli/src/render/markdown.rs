//! Markdown with GitHub's tables.

use super::plain::printable;
use crate::report::{Block, ColumnKind, Document, Group, Node, Section, Table};
use std::io::{self, Write};

pub(super) fn write(document: &Document, to: &mut dyn Write) -> io::Result<()> {
    if !document.title.is_empty() {
        writeln!(to, "# {}", escape(&document.title))?;
    }
    for (position, section) in document.sections.iter().enumerate() {
        if position > 0 || !document.title.is_empty() {
            writeln!(to)?;
        }
        write_section(section, to)?;
    }
    Ok(())
}

fn write_section(section: &Section, to: &mut dyn Write) -> io::Result<()> {
    if !section.title.is_empty() {
        writeln!(to, "## {}\n", escape(&section.title))?;
    }
    for (position, block) in section.blocks.iter().enumerate() {
        if position > 0 {
            writeln!(to)?;
        }
        write_block(block, to)?;
    }
    Ok(())
}

fn write_block(block: &Block, to: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Text(text) => writeln!(to, "{}", escape(text)),
        Block::List(items) => items.iter().try_for_each(|item| writeln!(to, "- {}", escape(item))),
        Block::Table(table) => write_table(table, to),
        Block::Tree(node) => write_node(node, 0, to),
    }
}

fn write_table(table: &Table, to: &mut dyn Write) -> io::Result<()> {
    write_row(table.columns.iter().map(|column| escape(&column.heading)), to)?;
    write_row(table.columns.iter().map(|column| alignment(column.kind).to_owned()), to)?;
    for group in &table.groups {
        write_group(group, table.columns.len(), to)?;
    }
    if let Some(total) = &table.total {
        write_row(total.iter().map(|cell| strong(&escape(cell))), to)?;
    }
    Ok(())
}

/// A group has no heading of its own in a Markdown table, so its title is a row.
fn write_group(group: &Group, columns: usize, to: &mut dyn Write) -> io::Result<()> {
    if let Some(title) = &group.title {
        let blanks = std::iter::repeat_n(String::new(), columns.saturating_sub(1));
        write_row(std::iter::once(strong(&escape(title))).chain(blanks), to)?;
    }
    group.rows.iter().try_for_each(|row| write_row(row.iter().map(|cell| escape(cell)), to))
}

fn write_row(cells: impl Iterator<Item = String>, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "| {} |", cells.collect::<Vec<String>>().join(" | "))
}

const fn alignment(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Number => "---:",
        ColumnKind::Name | ColumnKind::Sentence => "---",
    }
}

fn strong(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!("**{cell}**") }
}

fn write_node(node: &Node, depth: usize, to: &mut dyn Write) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    writeln!(to, "{indent}- {}", escape(&node.text))?;
    for remark in &node.remarks {
        writeln!(to, "{indent}  <br>{}", escape(remark))?;
    }
    let deeper = depth.saturating_add(1);
    node.inputs.iter().try_for_each(|input| write_node(input, deeper, to))
}

/// One line of text in which nothing is taken for markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in printable(&text.replace('\n', " ")).chars() {
        match sign {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' => escaped.extend(['\\', sign]),
            '<' => escaped.push_str("&lt;"),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_name_is_taken_for_markup() {
        assert_eq!(escape("a|b *c* d_e <f>\ng\u{1b}[31m"), "a\\|b \\*c\\* d\\_e &lt;f> g\u{fffd}\\[31m");
    }
}
