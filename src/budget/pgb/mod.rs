//! Personal budgets and care in kind: how the regional contribution follows from the funding streams.
//!
//! Dutch: *pgb* and *zin*, *RTA bijdrage*. Source: `SOURCES.md#bmwe-ch8`. Per municipality, with two municipal lines of 3%:
//!
//! ```text
//! uitvoeringskosten = voorliggend veld = round(3% × total)
//! PGB          = round(94% × AWBZ × pgb share)           94% is what the two lines leave
//! ZIN          = AWBZ − PGB                              a memo: gross of the 6%, and inside the RTA bijdrage
//! RTA bijdrage = 94% × each stream, less the PGB out of the AWBZ stream, rounded per stream or on the total
//! ```

mod outcome;
mod share;
#[cfg(test)]
mod tests;

pub use outcome::{Column, Derived, PgbOutcome};
pub use share::{PgbRange, PgbShare};

use crate::budget::stream::{Streams, TotalBasis};
use crate::error::{Error, Kind, POSITIONS, same_length};
use crate::exact::{Amount, Percent, Rounding, Unrounded};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// When the RTA bijdrage is rounded; it has no default, because the two differ by a euro here and there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Stage {
    /// What each stream contributes is rounded, and then added (as chapter 8 does).
    PerStream,
    /// What the total contributes is rounded once.
    OnTotal,
}

impl Stage {
    /// The name in files: `per-stream`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Stage::PerStream => "per-stream",
            Stage::OnTotal => "on-total",
        }
    }
}

/// The rules of the derivation; the caller spells out every one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PgbTerms {
    /// What the municipalities take for running the scheme, of the total budget.
    pub uitvoeringskosten: Percent,
    /// What goes to services that come before specialised care, of the total budget.
    pub voorliggend_veld: Percent,
    /// The name of the stream out of which personal budgets are paid, such as AWBZ-jeugd.
    pub awbz: String,
    /// Which total the percentages are taken of.
    pub total: TotalBasis,
    /// How every figure is rounded.
    pub rounding: Rounding,
    /// When the RTA bijdrage is rounded.
    pub stage: Stage,
}

/// The figures of one municipality that the derivation reads.
struct Party<'a> {
    total: Amount,
    /// Name and amount of each stream.
    streams: Vec<(&'a str, Amount)>,
    awbz: Amount,
}

impl PgbTerms {
    /// The percentage that the two municipal lines leave: 94%.
    ///
    /// # Errors
    /// `OutOfRange` when a line is below 0%, or both together are above 100%.
    pub fn left_for_care(&self) -> Result<Percent, Error> {
        let lines = self.uitvoeringskosten.checked_add(self.voorliggend_veld)?;
        let negative = self.uitvoeringskosten.min(self.voorliggend_veld) < Percent::ZERO;
        if negative || lines > Percent::WHOLE {
            let found = format!(
                "uitvoeringskosten of {} and voorliggend veld of {}",
                self.uitvoeringskosten, self.voorliggend_veld
            );
            return Err(Error::new(Kind::OutOfRange, found, "percentages from 0% that are together at most 100%"));
        }
        Percent::WHOLE.checked_sub(lines)
    }

    /// Derives the figures of every municipality, in the order of the streams.
    ///
    /// # Errors
    /// `Length` when there is not one share for each municipality; `UnknownName` when no stream is called `awbz`;
    /// `Missing` without the totals asked for; `OutOfRange` for a negative AWBZ amount, or a PGB below nothing or above all
    /// that is left for care of the AWBZ stream; `Inexact` when the rounding mode is `Exact` and a figure is not whole;
    /// `Overflow` out of range.
    pub fn derive(&self, streams: &Streams, shares: &[PgbShare]) -> Result<Vec<PgbOutcome>, Error> {
        same_length("pgb share", shares.len(), "party", streams.parties())?;
        let parties = self.parties(streams)?;
        let derive = |(position, (party, &share)): (usize, (Party<'_>, &PgbShare))| {
            let outcome = self.derive_party(&party, share);
            outcome.map_err(|error| error.at_positions(vec![position]))
        };
        parties.into_iter().zip(shares).enumerate().map(derive).collect()
    }

    /// The figures of each municipality, gathered from the columns.
    fn parties<'a>(&self, streams: &'a Streams) -> Result<Vec<Party<'a>>, Error> {
        let awbz = streams.column(&self.awbz)?;
        let totals = streams.totals(self.total)?;
        let gather = |(position, (total, &awbz)): (usize, (Amount, &Amount))| Party {
            total,
            streams: streams.all().iter().map(|stream| (stream.name.as_str(), stream.amounts[position])).collect(),
            awbz,
        };
        Ok(totals.into_iter().zip(awbz).enumerate().map(gather).collect())
    }

    fn derive_party(&self, party: &Party<'_>, share: PgbShare) -> Result<PgbOutcome, Error> {
        if party.awbz < Amount::ZERO {
            let found = format!("the stream \"{}\" of {POSITIONS} is {}", self.awbz, party.awbz);
            return Err(Error::new(Kind::OutOfRange, found, "at least 0.00"));
        }
        let care_in_stream = Unrounded::from(party.awbz).percent(self.left_for_care()?)?;
        let pgb = share.pgb_out_of(care_in_stream, self.rounding)?;
        let contributions = self.contributions(party, pgb.amount)?;
        let amounts: Vec<Amount> = contributions.iter().map(|(_, derived)| derived.amount).collect();
        Ok(PgbOutcome {
            uitvoeringskosten: self.of_total(party, self.uitvoeringskosten)?,
            voorliggend_veld: self.of_total(party, self.voorliggend_veld)?,
            pgb,
            pgb_range: share.range(care_in_stream, self.rounding)?,
            implied_share: share::implied(pgb.amount, care_in_stream)?,
            zin: party.awbz.checked_sub(pgb.amount)?,
            rta_bijdrage: Amount::sum(&amounts)?,
            contributions,
        })
    }

    /// A municipal line: a percentage of the total.
    fn of_total(&self, party: &Party<'_>, percent: Percent) -> Result<Derived, Error> {
        Derived::rounded(Unrounded::from(party.total).percent(percent)?, self.rounding)
    }

    /// The rounded figures that make up the RTA bijdrage, each with its name.
    fn contributions(&self, party: &Party<'_>, pgb: Amount) -> Result<Vec<(String, Derived)>, Error> {
        let total = [("total", party.total)];
        let (figures, reduced) = match self.stage {
            Stage::PerStream => (party.streams.as_slice(), self.awbz.as_str()),
            Stage::OnTotal => (total.as_slice(), "total"),
        };
        let contribution = |&(name, amount): &(&str, Amount)| {
            let less = if name == reduced { pgb } else { Amount::ZERO };
            let exact = Unrounded::from(amount).percent(self.left_for_care()?)?;
            let derived = Derived::rounded(exact.checked_sub(less.into())?, self.rounding)?;
            Ok((String::from(name), derived))
        };
        figures.iter().map(contribution).collect()
    }
}
