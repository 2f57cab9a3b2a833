//! Delivered care: its section, and its sheet with a line for each line of care.

use super::file_of;
use super::series::municipality;
use super::text::{quoted, row, section, texts};
use crate::period::{Date, Year};
use crate::scenario::{DeliveredLine, Volumes};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn file_name(volumes: &Volumes) -> String {
    file_of("volumes", &volumes.id)
}

pub(super) fn section_of(volumes: &Volumes) -> String {
    let mut pairs = Vec::from([
        ("id", quoted(&volumes.id)),
        ("file", quoted(&file_name(volumes))),
        ("source", quoted(&volumes.source)),
    ]);
    pairs.extend(columns(volumes).map(|key| (key, quoted(&heading(volumes, key)))));
    if !volumes.moments.is_empty() {
        pairs.push(("moments", texts(&volumes.moments)));
    }
    section("[[volumes]]", &pairs)
}

/// The keys of the columns; of those that may be left out, the ones in which any line says something.
fn columns(volumes: &Volumes) -> impl Iterator<Item = &'static str> {
    let any = |says: fn(&DeliveredLine) -> bool| volumes.lines.iter().any(says);
    let optional = [
        ("begun", any(|line| begun(line).is_some())),
        ("number", any(|line| line.number.is_some())),
        ("credits", any(|line| line.credits.is_some())),
    ];
    let optional = optional.into_iter().filter_map(|(key, is_there)| is_there.then_some(key));
    ["party", "provider", "product", "delivered", "volume"].into_iter().chain(optional)
}

/// A column has the name of its key, unless a moment has it.
fn heading(volumes: &Volumes, key: &str) -> String {
    let mut heading = String::from(key);
    while volumes.moments.contains(&heading) {
        heading.push('_');
    }
    heading
}

/// The lines, in their order.
pub(super) fn sheet(volumes: &Volumes, division: Year) -> String {
    let keys: Vec<&str> = columns(volumes).collect();
    let mut text = row(keys.iter().map(|key| heading(volumes, key)).chain(volumes.moments.iter().cloned()));
    text.extend(volumes.lines.iter().map(|line| {
        let moments = line.moments.iter().map(ToString::to_string);
        row(keys.iter().map(|key| cell(line, key, division)).chain(moments))
    }));
    text
}

/// When the care began, where that was not on the day of delivery.
fn begun(line: &DeliveredLine) -> Option<Date> {
    line.begun.filter(|&day| day != line.delivered)
}

fn cell(line: &DeliveredLine, key: &str, division: Year) -> String {
    match key {
        "party" => municipality(line.municipality, division),
        "provider" => line.provider.clone(),
        "product" => line.product.clone(),
        "delivered" => line.delivered.to_string(),
        "volume" => line.volume.to_string(),
        "begun" => begun(line).map_or(String::new(), |day| day.to_string()),
        "number" => line.number.clone().unwrap_or_default(),
        _ => line.credits.clone().unwrap_or_default(),
    }
}
