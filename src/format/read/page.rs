//! A text with its lines, and the errors that were found in it.

use crate::error::Error;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;

/// All errors of all texts, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Findings(RefCell<Vec<Error>>);

impl Findings {
    pub(super) fn add(&self, error: Error) {
        self.0.borrow_mut().push(error);
    }

    pub(super) fn into_errors(self) -> Vec<Error> {
        self.0.into_inner()
    }
}

/// A named text, which knows on which line a byte stands.
#[derive(Debug)]
pub(super) struct Page<'a> {
    name: String,
    line_starts: Vec<usize>,
    pub(super) findings: &'a Findings,
}

impl<'a> Page<'a> {
    pub(super) fn new(name: &str, text: &str, findings: &'a Findings) -> Page<'a> {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = breaks.map(|(position, _)| position.saturating_add(1));
        let line_starts = core::iter::once(0).chain(starts).collect();
        Page { name: name.into(), line_starts, findings }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The line on which a byte stands, counted from 1.
    pub(super) fn line(&self, at: usize) -> Option<u32> {
        let line = self.line_starts.partition_point(|&start| start <= at);
        u32::try_from(line).ok()
    }

    /// Keeps an error that was found at a byte.
    pub(super) fn report(&self, at: usize, error: Error) {
        self.report_on(self.line(at), error);
    }

    /// Keeps an error that was found on a line, or in the text as a whole.
    pub(super) fn report_on(&self, line: Option<u32>, error: Error) {
        self.findings.add(error.in_file(&self.name, line));
    }
}
