//! `split --parts`: one amount in equal instalments.

use crate::numbers;
use crate::report::{Block, Column, Document, Records, Report, Section, Table};
use crate::words;
use taakgericht::exact::{Amount, Ratio, Unrounded, instalments};
use taakgericht::{Error, Language};

/// A whole divided in equal instalments.
pub(super) struct Instalments {
    whole: Amount,
    instalments: Vec<Instalment>,
}

#[derive(serde::Serialize)]
struct Instalment {
    number: usize,
    placed: Amount,
    running_total: Amount,
    exact_running_total: Unrounded,
}

impl Instalments {
    pub(super) fn new(whole: Amount, count: u16) -> Result<Instalments, Error> {
        let placed = instalments(whole, count.into())?;
        let (mut running_total, mut all) = (Amount::ZERO, Vec::new());
        for (number, placed) in (1..=i128::from(count)).zip(placed) {
            running_total = running_total.checked_add(placed)?;
            let exact_running_total = Unrounded::from(whole).times(Ratio::new(number, count.into())?)?;
            all.push(Instalment { number: all.len().saturating_add(1), placed, running_total, exact_running_total });
        }
        Ok(Instalments { whole, instalments: all })
    }
}

#[derive(serde::Serialize)]
struct InstalmentsJson<'a> {
    shape: &'static str,
    whole: Amount,
    instalments: &'a [Instalment],
}

impl Report for Instalments {
    fn document(&self, language: Language) -> Document {
        let headings = [words::PLACED, words::RUNNING_TOTAL, words::EXACT_RUNNING];
        let numbers = headings.iter().map(|heading| Column::number(heading.to(language)));
        let row = |instalment: &Instalment| {
            let Instalment { number, placed, running_total, exact_running_total } = instalment;
            let amounts = [*placed, *running_total].map(|amount| numbers::amount(amount, language));
            let exact = numbers::unrounded(*exact_running_total, language);
            std::iter::once(number.to_string()).chain(amounts).chain([exact]).collect()
        };
        let columns = std::iter::once(Column::name(words::INSTALMENT.to(language))).chain(numbers).collect();
        let table = Table::new(columns, self.instalments.iter().map(row).collect());
        let whole = words::adds_up(&numbers::amount(self.whole, language), language);
        let blocks = vec![Block::Table(table), Block::Text(format!("{whole} ({}).", words::INSTALMENTS.to(language)))];
        Document { title: String::new(), sections: vec![Section::new("", blocks)] }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        let Instalments { whole, instalments } = self;
        serde_json::to_string_pretty(&InstalmentsJson {
            shape: "taakgericht/instalments/1",
            whole: *whole,
            instalments,
        })
    }

    fn records(&self, _: Language) -> Records {
        let row = |instalment: &Instalment| {
            let Instalment { number, placed, running_total, exact_running_total } = instalment;
            vec![number.to_string(), placed.to_string(), running_total.to_string(), exact_running_total.to_string()]
        };
        Records {
            header: &["instalment", "placed", "running_total", "exact_running_total"],
            rows: self.instalments.iter().map(row).collect(),
        }
    }
}
