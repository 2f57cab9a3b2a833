//! Comma-separated text (RFC 4180 with line feeds), plain numbers, a header that never changes with the language.

use crate::report::Records;
use std::io::{self, Write};

pub(super) fn write(records: &Records, to: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(records.header)?;
    for row in &records.rows {
        writer.write_record(row)?;
    }
    writer.flush()
}
