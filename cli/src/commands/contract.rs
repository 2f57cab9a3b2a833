//! What stands below the statement of a contract: its products, their ceilings, and what became of its task.

use crate::numbers;
use crate::report::{Block, Column, Group, Table};
use crate::words::{self, contracts, pools};
use taakgericht::exact::{Amount, Percent, Ratio, Unrounded};
use taakgericht::financing::task::{LumpSumStepName, LumpSumYear, PartYear, Settlement, YearTerms};
use taakgericht::scenario::{
    CeilingOutcome, ContractOutcome, ContractSection, Outcome, PenaltySection, ProductOutcome, Statement, TaskOutcome,
    TaskSection,
};
use taakgericht::{Error, Language};

/// The contract in a year that a statement is of.
pub(super) enum Paid<'a> {
    /// By product.
    Year(&'a ContractOutcome),
    /// Month by month.
    Months(&'a ContractOutcome),
}

impl<'a> Paid<'a> {
    /// The contract with the name of a statement; `None` for another statement.
    pub(super) fn of(statement: &Statement, outcome: &'a Outcome) -> Option<Paid<'a>> {
        let months = statement.id.strip_suffix("/months");
        let find = |id: &str| outcome.contracts.iter().find(|contract| contract.statement == id);
        find(&statement.id).map(Paid::Year).or_else(|| find(months?).map(Paid::Months))
    }

    /// The heading of the statement.
    pub(super) fn heading(&self, language: Language) -> String {
        match self {
            Paid::Year(contract) => contracts::statement(contract, language),
            Paid::Months(contract) => contracts::by_month(contract, language),
        }
    }
}

/// What reported care would have cost each party, and in all; `None` where nothing was reported.
pub(super) fn shadow(contract: &ContractOutcome, language: Language) -> Option<Vec<String>> {
    let task = contract.task.as_ref()?;
    let settlement = task.settlement.as_ref()?;
    Some(task.shadow.iter().chain([&settlement.shadow]).map(|&cost| numbers::shadow(cost, language)).collect())
}

/// What stands below the amounts.
pub(super) fn blocks(contract: &ContractOutcome, sections: &[ContractSection], language: Language) -> Vec<Block> {
    let told = match contract {
        // The statement has their sums already.
        ContractOutcome { products, task: None, .. } if products.iter().all(|product| product.ceiling.is_none()) => {
            Block::Text(contracts::products(products, language))
        }
        _ => Block::Table(table(contract, sections, language)),
    };
    vec![told, Block::Text(contracts::lines(contract.lines, language))]
}

fn table(contract: &ContractOutcome, sections: &[ContractSection], language: Language) -> Table {
    let products = contract.products.iter().flat_map(|product| product_rows(product, language)).collect();
    let mut groups = vec![Group { title: None, rows: products }];
    let agreed = sections.iter().find(|section| section.id == contract.contract).and_then(|one| one.task.as_ref());
    if let (Some(task), Some(agreed)) = (&contract.task, agreed) {
        let rows = Task { contract, task, agreed, language }.rows();
        groups.push(Group { title: Some(contracts::task(&task.products, language)), rows });
    }
    groups.retain(|group| !group.rows.is_empty());
    let columns = vec![
        Column::name(pools::LINE.to(language)),
        Column::number(pools::EUROS.to(language)),
        Column::sentence(contracts::EXPLANATION.to(language)),
    ];
    Table { columns, groups, total: None }
}

/// A line of a group.
fn row(name: impl Into<String>, amount: impl Into<Unrounded>, said: impl Into<String>, language: Language) -> Row {
    vec![name.into(), numbers::unrounded(amount.into(), language), said.into()]
}

type Row = Vec<String>;

fn product_rows(product: &ProductOutcome, language: Language) -> Vec<Row> {
    let variant = contracts::variant(product.variant).to(language);
    let mut rows = vec![row(product.product.clone(), product.invoiced, variant, language)];
    rows.extend(product.ceiling.iter().flat_map(|ceiling| ceiling_rows(ceiling, language)));
    rows
}

fn ceiling_rows(outcome: &CeilingOutcome, language: Language) -> Vec<Row> {
    let CeilingOutcome { ceiling, used } = outcome;
    let indented = |word: words::Word| format!("  {}", word.to(language));
    let held = || contracts::HELD.to(language).to_owned();
    let reached = used.exhausted.map_or_else(held, |day| contracts::reached(day, language));
    let mut rows = vec![row(indented(contracts::CEILING), ceiling.amount, reached, language)];
    if used.beyond > Amount::ZERO {
        let who = contracts::beyond(ceiling.beyond, language);
        rows.push(row(indented(contracts::BEYOND), used.beyond, who, language));
        rows.push(row(indented(contracts::BORNE_BY_PROVIDER), used.borne_by_provider, "", language));
        rows.push(row(indented(contracts::PAID), used.paid, "", language));
    }
    rows
}

/// A task in a year, with what was agreed for it.
struct Task<'a> {
    contract: &'a ContractOutcome,
    task: &'a TaskOutcome,
    agreed: &'a TaskSection,
    language: Language,
}

impl Task<'_> {
    fn rows(&self) -> Vec<Row> {
        let mut rows = self.lump_sum();
        match &self.task.settlement {
            // An amount out of range is told as settled, without the way to it.
            Some(settlement) => rows.extend(self.settlement(settlement).unwrap_or_default()),
            None => rows.push(self.said(contracts::SHADOW, "-", contracts::NOTHING_REPORTED.to(self.language))),
        }
        rows.extend(self.penalties());
        for row in &mut rows {
            if let Some(name) = row.first_mut() {
                name.insert_str(0, "  ");
            }
        }
        rows
    }

    fn said(&self, name: words::Word, euros: &str, said: &str) -> Row {
        vec![name.to(self.language).to_owned(), euros.to_owned(), said.to_owned()]
    }

    fn row(&self, name: impl Into<String>, amount: impl Into<Unrounded>, said: impl Into<String>) -> Row {
        row(name, amount, said, self.language)
    }

    /// From the basis or the year before to the lump sum, with what each step adds.
    fn lump_sum(&self) -> Vec<Row> {
        let LumpSumYear { year, steps, lump_sum, residue } = &self.task.lump_sum;
        let mut before = Unrounded::ZERO;
        let mut rows = Vec::new();
        for step in steps {
            let change = step.value.checked_sub(before).unwrap_or(step.value);
            rows.push(self.step(&step.name, change));
            before = step.value;
        }
        if let (true, Ok(added)) = (*residue != Unrounded::ZERO, Unrounded::ZERO.checked_sub(*residue)) {
            rows.push(self.row(contracts::ROUNDING.to(self.language), added, ""));
        }
        let by_key = contracts::divided_by(&self.task.key, self.language);
        rows.push(self.row(contracts::lump_sum(year, self.language), *lump_sum, by_key));
        rows
    }

    fn step(&self, name: &LumpSumStepName, change: Unrounded) -> Row {
        let language = self.language;
        let terms = self.agreed.lump_sum.later.iter().find(|terms| terms.year == self.contract.year);
        let percent = |share: fn(&YearTerms) -> Percent| {
            terms.map(share).map(|share| numbers::percent(share, language)).unwrap_or_default()
        };
        match name {
            LumpSumStepName::Basis => {
                let basis = contracts::basis(&self.agreed.lump_sum.basis, language);
                self.row(contracts::BASIS.to(language), change, basis)
            }
            LumpSumStepName::YearBefore => {
                let before = contracts::lump_sum(self.contract.year.number().saturating_sub(1), language);
                let is_whole = self.agreed.part_year == Some(PartYear::ByMonth);
                self.row(before, change, if is_whole { contracts::OF_WHOLE_YEAR.to(language) } else { "" })
            }
            LumpSumStepName::Index => self.row(contracts::INDEX.to(language), change, percent(|terms| terms.index)),
            LumpSumStepName::VolumeNorm => {
                self.row(contracts::VOLUME_NORM.to(language), change, percent(|terms| terms.volume_norm))
            }
            LumpSumStepName::Mutation(name) => self.row(name.clone(), change, contracts::MUTATION.to(language)),
            LumpSumStepName::WholeYear => {
                self.row(contracts::ROUNDING.to(language), change, contracts::OF_WHOLE_YEAR.to(language))
            }
            LumpSumStepName::Months(months) => {
                self.row(contracts::PART_YEAR.to(language), change, contracts::months(*months, language))
            }
        }
    }

    /// What care would have cost, how far that is off, what is settled of it, and what the provider is left with.
    fn settlement(&self, settlement: &Settlement) -> Result<Vec<Row>, Error> {
        let (Settlement { lump_sum, shadow, side, tiers, settled, paid, .. }, language) = (settlement, self.language);
        let result = settlement.provider_result()?;
        let beyond = Unrounded::from(*paid).checked_sub(result)?.checked_sub((*lump_sum).into())?;
        let never_paid = contracts::NEVER_PAID.to(language);
        let mut rows = vec![self.said(contracts::SHADOW, &numbers::shadow(*shadow, language), never_paid)];
        let mut said = percent_of(beyond, *lump_sum, language).unwrap_or_default();
        if tiers.is_empty() {
            said = format!("{said}; {}", contracts::NOTHING_SETTLED.to(language));
        }
        rows.push(self.row(contracts::side(*side).to(language), beyond, said.trim_start_matches("; ")));
        let breakpoints = self.agreed.corridor.breakpoints(*side);
        let ends = breakpoints.iter().skip(1).map(|next| Some(next.from)).chain([None]);
        for (tier, (breakpoint, end)) in tiers.iter().zip(breakpoints.iter().zip(ends)) {
            let amount = numbers::unrounded(tier.settled, language);
            let who = contracts::tier_share(*side, tier.share, &amount, language);
            let name = contracts::tier(breakpoint.from, end, language);
            rows.push(self.row(format!("  {name}"), tier.deviation, who));
        }
        if !tiers.is_empty() {
            rows.push(self.row(contracts::CORRIDOR.to(language), *settled, ""));
        }
        rows.push(self.row(contracts::PAID_AFTER_CORRIDOR.to(language), *paid, ""));
        rows.push(self.row(contracts::RESULT.to(language), result, contracts::RESULT_IS.to(language)));
        Ok(rows)
    }

    fn penalties(&self) -> Vec<Row> {
        let of_year = |penalty: &&PenaltySection| penalty.year == self.contract.year;
        let mut agreed = self.agreed.penalties.iter().filter(of_year);
        let row = |penalty: &taakgericht::scenario::PenaltyOutcome| {
            let terms = agreed.next().map(|terms| (terms.percent, terms.of));
            let base = numbers::amount(penalty.penalised.base, self.language);
            let said = contracts::penalty(&penalty.reason, terms, &base, self.language);
            let taken = penalty.penalised.penalty.checked_neg().unwrap_or(Amount::ZERO);
            self.row(contracts::PENALTY.to(self.language), taken, said)
        };
        self.task.penalties.iter().map(row).collect()
    }
}

/// A deviation in percent of the lump sum, with its sign; `None` where there is no lump sum.
fn percent_of(beyond: Unrounded, lump_sum: Amount, language: Language) -> Option<String> {
    let (beyond, whole) = (beyond.cents().ok()?, Ratio::integer(lump_sum.cents()));
    let share = beyond.checked_div(whole).ok()?;
    Some(contracts::of_lump_sum(&numbers::signed_percent(share, language), language))
}
