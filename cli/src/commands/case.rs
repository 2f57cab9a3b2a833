//! What `compare` says of contracts: the care of a year under other agreements.

use crate::numbers;
use crate::report::{Block, Column, Group, Section, Table};
use crate::words::{self, cases, pools};
use std::collections::BTreeSet;
use taakgericht::Language;
use taakgericht::exact::{Amount, Ratio, Unrounded};
use taakgericht::financing::comparison::{BreakEven, ProviderOutcome, Sign};
use taakgericht::scenario::{
    AgreementCost, CaseOutcome, CaseSection, LeakageCost, Party, ShockCost, TaskBreakEven, VariantComparison,
};

/// A comparison with the names that it needs.
pub(super) struct Cases<'a> {
    pub(super) compared: &'a VariantComparison,
    pub(super) parties: &'a [Party],
    pub(super) sections: &'a [CaseSection],
    pub(super) language: Language,
}

impl Cases<'_> {
    /// Everything that there is to say of a year.
    pub(super) fn section(&self) -> Section {
        let mut blocks = vec![Block::Text(pools::VARIANTS.to(self.language).into()), Block::List(self.descriptions())];
        blocks.push(self.text(cases::WITHOUT_PENALTIES));
        blocks.push(Block::Table(self.municipalities()));
        blocks.push(self.text(cases::DIFFERENCE));
        blocks.push(Block::Table(self.differences(|more, _| numbers::difference(more, self.language))));
        blocks.push(self.text(cases::DIFFERENCE_PERCENT));
        blocks.push(Block::Table(self.differences(|more, before| self.percent_of(more, before))));
        blocks.extend(self.administration());
        blocks.push(self.text(cases::PROVIDERS));
        blocks.push(Block::Table(self.providers()));
        blocks.push(self.text(cases::AGREEMENTS));
        blocks.push(Block::Table(self.agreements()));
        blocks.extend(self.shocks());
        blocks.extend(self.leakage());
        blocks.extend(self.break_evens());
        Section::new(cases::comparison(self.compared.year, self.language), blocks)
    }

    fn text(&self, word: words::Word) -> Block {
        Block::Text(word.to(self.language).into())
    }

    fn all(&self) -> &[CaseOutcome] {
        &self.compared.cases
    }

    /// What each case is.
    fn descriptions(&self) -> Vec<String> {
        let contracted = cases::CONTRACTED_IS.to(self.language).to_owned();
        let section = |case: &CaseOutcome| self.sections.iter().find(|section| section.id == case.id);
        let others = self.all().iter().skip(1).filter_map(section).map(|case| cases::case(case, self.language));
        let left_out = self.compared.left_out.iter();
        let left_out = left_out.map(|left| cases::left_out(&left.case, &left.reason, self.language));
        std::iter::once(contracted).chain(others).chain(left_out).collect()
    }

    /// The first column, and one for each case.
    fn columns(&self, first: words::Word, skipped: usize) -> Vec<Column> {
        let names = self.all().iter().skip(skipped).map(|case| cases::case_name(&case.id, self.language));
        std::iter::once(Column::name(first.to(self.language))).chain(names.map(Column::number)).collect()
    }

    fn row(&self, name: impl Into<String>, cell: impl Fn(&CaseOutcome) -> Option<String>) -> Vec<String> {
        let cells = self.all().iter().map(|case| cell(case).unwrap_or_else(|| "-".into()));
        std::iter::once(name.into()).chain(cells).collect()
    }

    fn amounts(&self, name: impl Into<String>, of: impl Fn(&CaseOutcome) -> Option<Amount>) -> Vec<String> {
        self.row(name, |case| Some(numbers::amount(of(case)?, self.language)))
    }

    fn municipalities(&self) -> Table {
        let row = |(row, party): (usize, &Party)| {
            self.amounts(party.name.clone(), |case| case.municipalities.get(row).copied())
        };
        let total = self.amounts(words::TOTAL.to(self.language), |case| Some(case.paid));
        Table::new(self.columns(words::PARTY, 0), self.parties.iter().enumerate().map(row).collect()).with_total(total)
    }

    /// What every case but the first means for each municipality; `shown` is given the difference and what was contracted.
    fn differences(&self, shown: impl Fn(Amount, Amount) -> String) -> Table {
        let cells = |of: &dyn Fn(&CaseOutcome) -> Option<Amount>| -> Vec<String> {
            let before = self.all().first().and_then(of);
            let cell = |case| {
                let before = before?;
                Some(shown(of(case)?.checked_sub(before).ok()?, before))
            };
            self.all().iter().skip(1).map(|case| cell(case).unwrap_or_else(|| "-".into())).collect()
        };
        let named = |name: &str, cells: Vec<String>| std::iter::once(name.to_owned()).chain(cells).collect();
        let row = |(row, party): (usize, &Party)| {
            named(&party.name, cells(&|case: &CaseOutcome| case.municipalities.get(row).copied()))
        };
        let rows = self.parties.iter().enumerate().map(row).collect();
        let total = named(words::TOTAL.to(self.language), cells(&|case: &CaseOutcome| Some(case.paid)));
        Table::new(self.columns(words::PARTY, 1), rows).with_total(total)
    }

    fn percent_of(&self, more: Amount, before: Amount) -> String {
        let share = Ratio::integer(more.cents()).checked_div(Ratio::integer(before.cents()));
        share.map_or("-".into(), |share| numbers::signed_percent(share, self.language))
    }

    /// What running the agreements costs, where the scenario says what it takes.
    fn administration(&self) -> Option<Block> {
        self.all().iter().find(|case| case.administration.is_some())?;
        let together = |case: &CaseOutcome| case.administration?.checked_add(case.paid).ok();
        let rows = vec![
            self.amounts(cases::PAID.to(self.language), |case| Some(case.paid)),
            self.amounts(cases::ADMINISTRATION.to(self.language), |case| case.administration),
        ];
        let total = self.amounts(cases::PAID_AND_ADMINISTRATION.to(self.language), together);
        Some(Block::Table(Table::new(self.columns(pools::LINE, 0), rows).with_total(total)))
    }

    /// Revenue, cost and result of each provider.
    fn providers(&self) -> Table {
        let group = |(position, provider): (usize, &String)| {
            let figure = |word: words::Word, of: &dyn Fn(&ProviderOutcome) -> String| {
                self.row(format!("  {}", word.to(self.language)), |case| case.providers.get(position).map(of))
            };
            let rows = vec![
                figure(cases::REVENUE, &|one| numbers::amount(one.revenue, self.language)),
                figure(cases::COST, &|one| numbers::to_the_cent(one.cost, self.language)),
                figure(cases::RESULT, &|one| numbers::amount(one.result, self.language)),
            ];
            Group { title: Some(provider.clone()), rows }
        };
        let groups = self.compared.providers.iter().enumerate().map(group).collect();
        Table { columns: self.columns(cases::PROVIDER, 0), groups, total: None }
    }

    /// What is paid under each contract, with a letter for its variant, and under each of its agreements where it has several;
    /// leaked care stands apart.
    fn agreements(&self) -> Table {
        let mut rows: Vec<Vec<String>> = self.contracts().into_iter().flat_map(|one| self.contract_rows(one)).collect();
        if self.all().iter().any(|case| case.leakage.is_some()) {
            rows.push(self.amounts(cases::LEAKED.to(self.language), leaked));
        }
        let total = self.amounts(words::TOTAL.to(self.language), |case| Some(case.paid));
        Table::new(self.columns(cases::AGREEMENT, 0), rows).with_total(total)
    }

    fn contract_rows(&self, contract: &str) -> Vec<Vec<String>> {
        let all = || self.all().iter().flat_map(|case| of_contract(case, contract));
        let segments: BTreeSet<&str> = all().flat_map(|agreement| &agreement.segments).map(String::as_str).collect();
        let name = format!("{contract} ({})", segments.into_iter().collect::<Vec<_>>().join(", "));
        let mut rows = vec![self.row(name, |case| self.paid(of_contract(case, contract)))];
        if self.all().iter().any(|case| of_contract(case, contract).count() > 1) {
            let mut products: Vec<&[String]> = Vec::new();
            for agreement in all() {
                if !products.contains(&agreement.products.as_slice()) {
                    products.push(&agreement.products);
                }
            }
            // All products together are the contract itself.
            let whole: BTreeSet<&String> = all().flat_map(|agreement| &agreement.products).collect();
            products.retain(|products| products.len() < whole.len());
            rows.extend(products.into_iter().map(|products| self.part_row(contract, products)));
        }
        rows
    }

    fn part_row(&self, contract: &str, products: &[String]) -> Vec<String> {
        self.row(format!("  {}", products.join(", ")), |case| {
            self.paid(of_contract(case, contract).filter(|agreement| agreement.products == products))
        })
    }

    /// What some agreements come to, with the letters of their variants; `None` where there are none.
    fn paid<'c>(&self, agreements: impl Iterator<Item = &'c AgreementCost>) -> Option<String> {
        let agreements: Vec<&AgreementCost> = agreements.collect();
        let letter = |agreement: &&AgreementCost| cases::letter(agreement.variant).to(self.language);
        let mut letters: Vec<&str> = agreements.iter().map(letter).collect();
        letters.dedup();
        let sum = Amount::sum(&agreements.iter().map(|agreement| agreement.paid).collect::<Vec<_>>()).ok()?;
        (!agreements.is_empty()).then(|| format!("{} {}", numbers::amount(sum, self.language), letters.join("+")))
    }

    /// The contracts that cases have, in their order.
    fn contracts(&self) -> Vec<&str> {
        let mut contracts: Vec<&str> = Vec::new();
        for agreement in self.all().iter().flat_map(|case| &case.agreements) {
            if !contracts.contains(&agreement.contract.as_str()) {
                contracts.push(&agreement.contract);
            }
        }
        contracts
    }

    /// Who bears each shock, in euros and in percent.
    fn shocks(&self) -> Vec<Block> {
        let shocks: &[ShockCost] = self.all().first().map_or(&[], |case| &case.shocks);
        let group = |(position, shock): (usize, &ShockCost)| {
            let figure = |word: words::Word, of: &dyn Fn(&ShockCost) -> String| {
                self.row(format!("  {}", word.to(self.language)), |case| case.shocks.get(position).map(of))
            };
            let percent =
                |share: Option<Ratio>| share.map_or("-".into(), |share| numbers::rounded_percent(share, self.language));
            let rest = |share: Ratio| Ratio::ONE.checked_sub(share).ok();
            let rows = vec![
                figure(cases::CARE_COSTS_MORE, &|one| numbers::to_the_cent(one.extra_cost, self.language)),
                figure(cases::MUNICIPALITIES_BEAR, &|one| numbers::amount(one.paid_more, self.language)),
                figure(cases::PROVIDERS_BEAR, &|one| numbers::to_the_cent(one.borne_by_providers, self.language)),
                figure(cases::MUNICIPALITIES_SHARE, &|one| percent(one.municipality_share)),
                figure(cases::PROVIDERS_SHARE, &|one| percent(one.municipality_share.and_then(rest))),
            ];
            Group { title: Some(cases::shock(&shock.id, shock.shock, self.language)), rows }
        };
        let groups: Vec<Group> = shocks.iter().enumerate().map(group).collect();
        if groups.is_empty() {
            return Vec::new();
        }
        let table = Table { columns: self.columns(cases::SHOCK, 0), groups, total: None };
        vec![self.text(cases::SHOCKS), Block::Table(table)]
    }

    /// What leaked care costs whom, in the cases in which care leaks.
    fn leakage(&self) -> Vec<Block> {
        let leaking = self.all().iter().filter_map(|case| Some((case.id.as_str(), case.leakage.as_ref()?)));
        let leaking: Vec<(&str, &LeakageCost)> = leaking.collect();
        if leaking.is_empty() {
            return Vec::new();
        }
        let row = |name: String, of: &dyn Fn(&LeakageCost) -> Option<String>| {
            let cells = leaking.iter().map(|(_, leakage)| of(leakage).unwrap_or_else(|| "-".into()));
            std::iter::once(name).chain(cells).collect::<Vec<String>>()
        };
        let names = leaking.iter().map(|(name, _)| Column::number(*name));
        let columns = std::iter::once(Column::name(pools::LINE.to(self.language))).chain(names).collect();
        let difference = |more: Unrounded| numbers::exact_difference(more, self.language);
        let municipality = |(position, party): (usize, &Party)| {
            let name = format!("  {}", party.name);
            row(name, &|leakage| leakage.municipalities.get(position).map(|&more| difference(more.into())))
        };
        let provider = |(position, provider): (usize, &String)| {
            row(format!("  {provider}"), &|leakage| leakage.providers.get(position).map(|&more| difference(more)))
        };
        let group = |title: words::Word, rows| Group { title: Some(title.to(self.language).into()), rows };
        let paid =
            row(format!("  {}", words::TOTAL.to(self.language)), &|leakage| Some(difference(leakage.paid_more.into())));
        let municipalities = self.parties.iter().enumerate().map(municipality).chain([paid]).collect();
        let moved = |position: usize| {
            leaking.iter().any(|(_, leakage)| leakage.providers.get(position) != Some(&Unrounded::ZERO))
        };
        let providers = self.compared.providers.iter().enumerate().filter(|&(position, _)| moved(position));
        let cost = row(cases::CARE_COSTS_MORE.to(self.language).into(), &|leakage| Some(difference(leakage.cost)));
        let groups = vec![
            group(cases::MUNICIPALITIES_PAY_MORE, municipalities),
            group(cases::PROVIDERS_GAIN, providers.map(provider).collect()),
            Group { title: None, rows: vec![cost] },
        ];
        vec![self.text(cases::LEAKAGE), Block::Table(Table { columns, groups, total: None })]
    }

    /// The break-even volumes of each task, once for all cases in which they are the same.
    fn break_evens(&self) -> Vec<Block> {
        let mut found: Vec<(&TaskBreakEven, Vec<String>)> = Vec::new();
        for case in self.all() {
            let name = cases::case_name(&case.id, self.language);
            for task in &case.break_evens {
                match found.iter_mut().find(|(other, _)| *other == task) {
                    Some((_, names)) => names.push(name.clone()),
                    None => found.push((task, vec![name.clone()])),
                }
            }
        }
        if found.is_empty() {
            return Vec::new();
        }
        found.sort_by_key(|(task, _)| self.contracts().iter().position(|contract| *contract == task.contract));
        let row = |(task, names): &(&TaskBreakEven, Vec<String>)| {
            let [municipalities, provider] =
                [&task.municipalities, &task.provider].map(|zeros| below_zero(zeros, self.language));
            vec![task.contract.clone(), municipalities, provider, names.join(", ")]
        };
        let columns = vec![
            Column::name(cases::TASK.to(self.language)),
            Column::name(cases::MUNICIPALITIES_GAIN.to(self.language)),
            Column::name(cases::PROVIDER_LOSES.to(self.language)),
            Column::sentence(cases::CASES.to(self.language)),
        ];
        let table = Table::new(columns, found.iter().map(row).collect());
        vec![self.text(cases::BREAK_EVENS), Block::Table(table)]
    }
}

/// What is paid for all care that leaked, in a case in which care leaks.
fn leaked(case: &CaseOutcome) -> Option<Amount> {
    case.leakage.as_ref()?;
    Amount::sum(&case.agreements.iter().map(|agreement| agreement.leaked).collect::<Vec<_>>()).ok()
}

/// The agreements of a contract in a case.
fn of_contract<'c>(case: &'c CaseOutcome, contract: &str) -> impl Iterator<Item = &'c AgreementCost> {
    case.agreements.iter().filter(move |agreement| agreement.contract == contract)
}

/// The volumes at which a balance is below zero.
fn below_zero(zeros: &[BreakEven], language: Language) -> String {
    let mut stretches = Vec::new();
    let mut last = None;
    for zero in zeros {
        if zero.before == Some(Sign::Negative) {
            stretches.push(cases::volumes(last, Some(zero.from.multiple), language));
        }
        last = zero.to.map(|to| to.multiple);
    }
    if zeros.last().is_some_and(|zero| zero.after == Some(Sign::Negative)) {
        stretches.push(cases::volumes(last, None, language));
    }
    // A task pays at least nothing where nothing is done, so a balance that is never zero is above it.
    if stretches.is_empty() { cases::AT_NO_VOLUME.to(language).into() } else { stretches.join("; ") }
}
