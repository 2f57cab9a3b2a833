//! The care of a year under other agreements: who pays, and what providers keep.

use crate::numbers;
use crate::report::{Block, Column, Group, Section, Table};
use crate::words::{self, cases, pools};
use taakgericht::Language;
use taakgericht::exact::{Amount, Ratio};
use taakgericht::financing::comparison::ProviderOutcome;
use taakgericht::scenario::{CaseOutcome, CaseSection, Party, VariantComparison};

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
        if self.all().len() > 1 {
            blocks.push(self.text(cases::DIFFERENCE));
            blocks.push(Block::Table(self.differences(|more, _| numbers::difference(more, self.language))));
            blocks.push(self.text(cases::DIFFERENCE_PERCENT));
            blocks.push(Block::Table(self.differences(|more, before| self.percent_of(more, before))));
        }
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

    pub(super) fn text(&self, word: words::Word) -> Block {
        Block::Text(word.to(self.language).into())
    }

    pub(super) fn all(&self) -> &[CaseOutcome] {
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
    pub(super) fn columns(&self, first: words::Word, skipped: usize) -> Vec<Column> {
        let names = self.all().iter().skip(skipped).map(|case| cases::case_name(&case.id, self.language));
        std::iter::once(Column::name(first.to(self.language))).chain(names.map(Column::number)).collect()
    }

    pub(super) fn row(&self, name: impl Into<String>, cell: impl Fn(&CaseOutcome) -> Option<String>) -> Vec<String> {
        let cells = self.all().iter().map(|case| cell(case).unwrap_or_else(|| "-".into()));
        std::iter::once(name.into()).chain(cells).collect()
    }

    pub(super) fn amounts(&self, name: impl Into<String>, of: impl Fn(&CaseOutcome) -> Option<Amount>) -> Vec<String> {
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
}
