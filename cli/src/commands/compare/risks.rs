//! Who bears a shock, what leaked care costs, and from which volume on a task pays.

use super::cases::Cases;
use crate::numbers;
use crate::report::{Block, Column, Group, Table};
use crate::words::{self, cases, pools};
use taakgericht::Language;
use taakgericht::exact::{Ratio, Unrounded};
use taakgericht::financing::comparison::{BreakEven, Sign};
use taakgericht::scenario::{LeakageCost, Party, ShockCost, TaskBreakEven};

impl Cases<'_> {
    /// Who bears each shock, in euros and in percent.
    pub(super) fn shocks(&self) -> Vec<Block> {
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
    pub(super) fn leakage(&self) -> Vec<Block> {
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
    pub(super) fn break_evens(&self) -> Vec<Block> {
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

#[cfg(test)]
mod tests {
    use super::below_zero;
    use taakgericht::Language;
    use taakgericht::exact::Ratio;
    use taakgericht::financing::comparison::{BreakEven, BreakEvenVolume, Sign};

    fn zero(from: i64, to: Option<i64>, before: Option<Sign>, after: Option<Sign>) -> BreakEven {
        let volume = |percent| BreakEvenVolume { multiple: Ratio::new(percent, 100).unwrap(), units: Ratio::ONE };
        BreakEven { from: volume(from.into()), to: to.map(|to| volume(to.into())), before, after }
    }

    #[test]
    fn stretches_below_zero_are_told() {
        let (plus, minus) = (Some(Sign::Positive), Some(Sign::Negative));
        let cases: [(&[BreakEven], &str); 6] = [
            (&[], "at no volume"),
            (&[zero(95, Some(95), plus, minus)], "above 95.00%"),
            (&[zero(95, Some(95), plus, plus)], "at no volume"), // it only touches
            (&[zero(0, Some(0), None, minus), zero(90, Some(90), minus, plus)], "from 0.00% to 90.00%"),
            (
                &[
                    zero(95, Some(97), plus, minus),
                    zero(105, Some(105), minus, plus),
                    zero(120, Some(120), plus, minus),
                ],
                "from 97.00% to 105.00%; above 120.00%",
            ),
            (&[zero(95, None, plus, None)], "at no volume"), // from there on it stays nothing
        ];
        for (zeros, text) in cases {
            assert_eq!(below_zero(zeros, Language::En), text);
        }
    }
}
