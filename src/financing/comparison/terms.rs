//! How each part of a demand is financed.

use super::demand::{Demand, Extent, prove_position};
use super::leaked_price::LeakedPrice;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, Ratio, Rounding, Split, Weights};
use crate::financing::effort::Ceiling;
use crate::financing::product::Variant;
use crate::financing::prove;
use crate::financing::task::Corridor;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// How a demand is financed: agreements that each take care of some products of a provider, so that a provider can be hybrid.
///
/// Dutch: *afspraken*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::Split;
/// use taakgericht::financing::comparison::{Agreement, AgreedProducts, Extent, Financing, Terms};
/// let extent = Extent { municipalities: 2, providers: 1, products: 2 };
/// let by_effort = Agreement { provider: 0, products: AgreedProducts::All, financing: Financing::Effort(None) };
/// let by_output = Agreement { products: AgreedProducts::These(vec![1]), financing: Financing::Output, ..by_effort.clone() };
/// let twice = Terms::new(extent, vec![by_effort, by_output], Split::default()).unwrap_err();
/// assert_eq!(twice.to_string(), "provider 0, product 1: agreements 0 and 1, expected one agreement.");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    extent: Extent,
    agreements: Vec<Agreement>,
    split: Split,
    /// Which agreement takes care of a product of a provider, provider by provider.
    cover: Vec<Option<usize>>,
}

/// What is agreed for some or all products of a provider. The caller spells out every field.
///
/// Dutch: *afspraak*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// With whom.
    pub provider: usize,
    /// About what.
    pub products: AgreedProducts,
    /// How it is financed.
    pub financing: Financing,
}

/// What an agreement is about.
///
/// Dutch: *perceel*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreedProducts {
    /// Everything that the provider delivers.
    All,
    /// These products.
    These(Vec<usize>),
}

/// A financing variant with what it needs.
///
/// Dutch: *bekostigingswijze*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Financing {
    /// Tariff times volume, perhaps up to a ceiling on all of it together: the demand is that of the period that it is for.
    Effort(Option<Ceiling>),
    /// The price per result of the demand.
    Output,
    /// A lump sum.
    Task(Task),
}

/// A task: what is agreed for it, and how municipalities divide what it pays.
///
/// Dutch: *taak*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What is agreed beforehand.
    pub lump_sum: Amount,
    /// Who bears what care costs beyond it.
    pub corridor: Corridor,
    /// How the settlement is rounded.
    pub rounding: Rounding,
    /// By what municipalities divide the lump sum and its settlement, one weight each.
    pub key: Weights,
    /// The care that turns up elsewhere, if any does.
    pub leakage: Option<Leakage>,
}

/// The share of the volume of a task that turns up in care that is paid by effort, on top of the lump sum and outside any ceiling.
///
/// Dutch: *waterbedeffect*. Source: `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leakage {
    /// Which share of the volume, from 0% to 100%.
    pub share: Percent,
    /// Who delivers it: another provider, or the same one as another product.
    pub provider: usize,
    /// What a unit is paid there, and what it costs.
    pub price: LeakedPrice,
}

impl Terms {
    /// Proves agreements against each other; `split` says who gets the cents of what is paid together.
    ///
    /// # Errors
    /// With the agreement: `OutOfRange` for a position that is not there, a share outside 0% to 100%, and anything below zero;
    /// `Length` for a key that has not one weight for each municipality; `Duplicate` for a product of a provider in two
    /// agreements; `Overflow` for more products and providers than fit in memory.
    pub fn new(extent: Extent, agreements: Vec<Agreement>, split: Split) -> Result<Terms, Error> {
        for (position, agreement) in agreements.iter().enumerate() {
            agreement.prove(extent).map_err(|error| error.within(format!("agreement {position}")))?;
        }
        let cover = cover(extent, &agreements)?;
        Ok(Terms { extent, agreements, split, cover })
    }

    /// One agreement for everything that each provider delivers, all financed alike.
    ///
    /// # Errors
    /// As for [`Terms::new`].
    pub fn alike(extent: Extent, financing: &Financing) -> Result<Terms, Error> {
        let agreement = |provider| Agreement { provider, products: AgreedProducts::All, financing: financing.clone() };
        Terms::new(extent, (0..extent.providers).map(agreement).collect(), Split::default())
    }

    /// The same terms when nothing leaks from any task.
    #[must_use]
    pub fn without_leakage(&self) -> Terms {
        let mut sealed = self.clone();
        for agreement in &mut sealed.agreements {
            if let Financing::Task(task) = &mut agreement.financing {
                task.leakage = None;
            }
        }
        sealed
    }

    /// The agreements, as they were given.
    #[must_use]
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// Who gets the cents of what is paid together.
    #[must_use]
    pub const fn split(&self) -> Split {
        self.split
    }

    /// Which lines of a demand each agreement takes care of.
    pub(super) fn lines(&self, demand: &Demand) -> Result<Vec<Vec<usize>>, Error> {
        let mut lines = vec![Vec::new(); self.agreements.len()];
        self.each_line(demand, |agreement, line| lines[agreement].push(line))?;
        Ok(lines)
    }

    /// Which lines of a demand one agreement takes care of.
    pub(super) fn lines_of(&self, demand: &Demand, agreement: usize) -> Result<Vec<usize>, Error> {
        let mut lines = Vec::new();
        self.each_line(demand, |of, line| {
            if of == agreement {
                lines.push(line)
            }
        })?;
        Ok(lines)
    }

    /// Hands over each line with the agreement that takes care of it.
    fn each_line(&self, demand: &Demand, mut take: impl FnMut(usize, usize)) -> Result<(), Error> {
        if demand.extent() != self.extent {
            let found = format!("a demand of {}", demand.extent());
            return Err(Error::new(Kind::Length, found, format!("{}, as the terms have", self.extent)));
        }
        for (line, (provider, product)) in demand.deliveries().enumerate() {
            let agreement = cell(self.extent, provider, product).and_then(|cell| self.cover[cell]);
            take(agreement.ok_or_else(|| uncovered(line, provider, product))?, line);
        }
        Ok(())
    }
}

fn uncovered(line: usize, provider: usize, product: usize) -> Error {
    let found = format!("no agreement for product {product} of provider {provider}");
    Error::new(Kind::Missing, found, "an agreement for every line").within(format!("line {line}"))
}

/// Where a product of a provider stands in the cover.
fn cell(extent: Extent, provider: usize, product: usize) -> Option<usize> {
    provider.checked_mul(extent.products)?.checked_add(product)
}

fn cover(extent: Extent, agreements: &[Agreement]) -> Result<Vec<Option<usize>>, Error> {
    let size = cell(extent, extent.providers, 0).ok_or_else(|| {
        Error::overflow("number of providers times products", "a number of cells that fits in memory")
    })?;
    let mut cover = vec![None; size];
    for (position, agreement) in agreements.iter().enumerate() {
        for product in agreement.products.positions(extent) {
            let cell = cell(extent, agreement.provider, product).expect("proved positions fit where all cells do");
            if let Some(other) = cover[cell].replace(position) {
                return Err(covered_twice(agreement.provider, product, [other, position]));
            }
        }
    }
    Ok(cover)
}

fn covered_twice(provider: usize, product: usize, [one, other]: [usize; 2]) -> Error {
    let found =
        if one == other { format!("twice in agreement {one}") } else { format!("agreements {one} and {other}") };
    Error::new(Kind::Duplicate, found, "one agreement")
        .within(format!("product {product}"))
        .within(format!("provider {provider}"))
}

impl AgreedProducts {
    fn positions(&self, extent: Extent) -> Vec<usize> {
        match self {
            AgreedProducts::All => (0..extent.products).collect(),
            AgreedProducts::These(products) => products.clone(),
        }
    }
}

impl Financing {
    /// Which of the three variants it is.
    #[must_use]
    pub const fn variant(&self) -> Variant {
        match self {
            Financing::Effort(_) => Variant::EffortBased,
            Financing::Output => Variant::OutputBased,
            Financing::Task(_) => Variant::TaskBased,
        }
    }
}

impl Agreement {
    fn prove(&self, extent: Extent) -> Result<(), Error> {
        prove_position("provider", self.provider, extent.providers)?;
        if let AgreedProducts::These(products) = &self.products {
            products.iter().try_for_each(|&product| prove_position("product", product, extent.products))?;
        }
        match &self.financing {
            Financing::Effort(Some(ceiling)) => ceiling.prove(),
            Financing::Effort(None) | Financing::Output => Ok(()),
            Financing::Task(task) => task.prove(extent),
        }
    }
}

impl Task {
    fn prove(&self, extent: Extent) -> Result<(), Error> {
        prove::not_negative("a lump sum", self.lump_sum)?;
        crate::error::same_length("weight", self.key.len(), "municipality", extent.municipalities)?;
        self.leakage.map_or(Ok(()), |leakage| leakage.prove(extent))
    }

    /// The share of the volume that stays within the task.
    pub(super) fn kept_share(&self) -> Result<Ratio, Error> {
        Ratio::ONE.checked_sub(self.leakage.map_or(Ratio::ZERO, |leakage| leakage.share.ratio()))
    }
}

impl Leakage {
    fn prove(&self, extent: Extent) -> Result<(), Error> {
        prove::share("leakage", self.share)?;
        prove_position("a leak to provider", self.provider, extent.providers)?;
        self.price.prove()
    }
}

#[cfg(test)]
mod tests {
    use super::{AgreedProducts, Agreement, Extent, Financing, Leakage, LeakedPrice, Task, Terms};
    use crate::exact::{Amount, Percent, Ratio, Rounding, Split, Weights};
    use crate::financing::effort::{Beyond, Ceiling};
    use crate::financing::task::Corridor;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    const EXTENT: Extent = Extent { municipalities: 2, providers: 2, products: 3 };

    fn refused(provider: usize, products: Vec<usize>, financing: Financing) -> String {
        let agreement = Agreement { provider, products: AgreedProducts::These(products), financing };
        Terms::new(EXTENT, vec![agreement], Split::default()).unwrap_err().to_string()
    }

    fn task() -> Task {
        Task {
            lump_sum: Amount::EURO,
            corridor: Corridor::none(),
            rounding: Rounding::HALF_UP_CENT,
            key: Weights::equal(2).unwrap(),
            leakage: None,
        }
    }

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    #[test]
    fn terms_that_cannot_be_are_errors() {
        let capped = |cents, share| {
            let beyond = Beyond::SharedByProvider(percent(share));
            Financing::Effort(Some(Ceiling { amount: Amount::from_cents(cents), beyond }))
        };
        let leak = |share, provider, tariff| {
            let price = LeakedPrice::PerUnit { tariff: Ratio::integer(tariff), cost_price: Ratio::ONE };
            let leakage = Leakage { share: percent(share), provider, price };
            Financing::Task(Task { leakage: Some(leakage), ..task() })
        };
        let cases = [
            (refused(2, vec![], Financing::Output), "agreement 0: provider 2, expected a position below 2."),
            (refused(0, vec![3], Financing::Output), "agreement 0: product 3, expected a position below 3."),
            (
                refused(1, vec![2, 2], Financing::Output),
                "provider 1, product 2: twice in agreement 0, expected one agreement.",
            ),
            (
                refused(0, vec![0], capped(-1, "50")),
                "agreement 0: a ceiling of -0.01, expected a ceiling of 0 or more.",
            ),
            (
                refused(0, vec![0], capped(1, "101")),
                "agreement 0: a share of 101% borne by the provider, expected a share from 0% to 100%.",
            ),
            (
                refused(0, vec![0], Financing::Task(Task { lump_sum: Amount::from_cents(-1), ..task() })),
                "agreement 0: a lump sum of -0.01, expected 0 or more.",
            ),
            (
                refused(0, vec![0], Financing::Task(Task { key: Weights::equal(3).unwrap(), ..task() })),
                "agreement 0: 3 weights, expected 2, one for each municipality.",
            ),
            (refused(0, vec![0], leak("-1", 1, 1)), "agreement 0: leakage of -1%, expected a share from 0% to 100%."),
            (refused(0, vec![0], leak("1", 2, 1)), "agreement 0: a leak to provider 2, expected a position below 2."),
            (
                refused(0, vec![0], leak("1", 1, -1)),
                "agreement 0: a tariff of leaked care of -0.01, expected 0 or more.",
            ),
        ];
        for (found, text) in cases {
            assert_eq!(found, text);
        }
    }
}
