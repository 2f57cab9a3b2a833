//! Contracts under other agreements as one tidy table: a figure per row.

use taakgericht::financing::comparison::BreakEven;
use taakgericht::scenario::{
    AgreementCost, CaseOutcome, LeakageCost, Party, ShockCost, TaskBreakEven, VariantComparison,
};

pub(super) const HEADER: &[&str] = &[
    "year",
    "case",
    "of",
    "party_code",
    "division",
    "party",
    "provider",
    "contract",
    "segments",
    "products",
    "variant",
    "shock",
    "figure",
    "value",
];

/// Whom or what a figure is of: the cells between the case and the figure.
#[derive(Clone, Default)]
struct Of {
    what: &'static str,
    party: [String; 3],
    provider: String,
    agreement: [String; 4],
    shock: String,
}

/// A row for each figure of each case of a year.
pub(super) fn records(compared: &VariantComparison, parties: &[Party]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for case in &compared.cases {
        let mut table = CaseTable { compared, parties, case, rows: &mut rows };
        table.municipalities();
        table.providers();
        case.agreements.iter().for_each(|agreement| table.agreement(agreement));
        case.shocks.iter().for_each(|shock| table.shock(shock));
        case.leakage.iter().for_each(|leakage| table.leakage(leakage));
        case.break_evens.iter().for_each(|task| table.break_evens(task));
    }
    rows
}

struct CaseTable<'a> {
    compared: &'a VariantComparison,
    parties: &'a [Party],
    case: &'a CaseOutcome,
    rows: &'a mut Vec<Vec<String>>,
}

impl CaseTable<'_> {
    fn push(&mut self, of: &Of, figure: &str, value: impl ToString) {
        let Of { what, party, provider, agreement, shock } = of.clone();
        let first = [self.compared.year.to_string(), self.case.id.clone(), what.to_owned()];
        let cells = first.into_iter().chain(party).chain([provider]).chain(agreement);
        self.rows.push(cells.chain([shock, figure.to_owned(), value.to_string()]).collect());
    }

    /// A figure of each municipality, and of all.
    fn of_parties<T: ToString>(&mut self, figure: &str, values: &[T], total: impl ToString, shock: &str) {
        for (party, value) in self.parties.iter().zip(values) {
            let code = party.municipality.code.to_string();
            let party = [code, party.municipality.division.to_string(), party.name.clone()];
            self.push(
                &Of { what: "municipality", party, shock: shock.into(), ..Of::default() },
                figure,
                value.to_string(),
            );
        }
        self.push(&Of { what: "all", shock: shock.into(), ..Of::default() }, figure, total);
    }

    fn of_providers<T: ToString>(&mut self, figure: &str, values: impl Iterator<Item = T>, shock: &str) {
        for (provider, value) in self.compared.providers.iter().zip(values) {
            let of = Of { what: "provider", provider: provider.clone(), shock: shock.into(), ..Of::default() };
            self.push(&of, figure, value);
        }
    }

    fn municipalities(&mut self) {
        self.of_parties("paid", &self.case.municipalities, self.case.paid, "");
        if let Some(administration) = self.case.administration {
            self.push(&Of { what: "all", ..Of::default() }, "administration", administration);
        }
    }

    fn providers(&mut self) {
        let providers = &self.case.providers;
        self.of_providers("revenue", providers.iter().map(|one| one.revenue), "");
        self.of_providers("cost", providers.iter().map(|one| one.cost), "");
        self.of_providers("result", providers.iter().map(|one| one.result), "");
    }

    fn agreement(&mut self, agreement: &AgreementCost) {
        let AgreementCost { contract, provider, variant, products, segments, paid, leaked, unpaid, .. } = agreement;
        let agreed = [contract.clone(), segments.join(" "), products.join(" "), variant.name().to_owned()];
        let of = Of { what: "agreement", provider: provider.clone(), agreement: agreed, ..Of::default() };
        for (figure, amount) in [("paid", paid), ("leaked", leaked), ("unpaid", unpaid)] {
            self.push(&of, figure, amount);
        }
        if let Some(administration) = agreement.administration {
            self.push(&of, "administration", administration);
        }
    }

    fn shock(&mut self, shock: &ShockCost) {
        let of = Of { what: "all", shock: shock.id.clone(), ..Of::default() };
        self.push(&of, "extra_cost", shock.extra_cost);
        self.of_parties("paid_more", &shock.municipalities, shock.paid_more, &shock.id);
        self.of_providers("result_falls", shock.providers.iter(), &shock.id);
        self.push(&of, "result_falls", shock.borne_by_providers);
        if let Some(share) = shock.municipality_share {
            self.push(&of, "municipality_share", share);
        }
    }

    fn leakage(&mut self, leakage: &LeakageCost) {
        self.of_parties("leakage_paid_more", &leakage.municipalities, leakage.paid_more, "");
        self.of_providers("leakage_gain", leakage.providers.iter(), "");
        self.push(&Of { what: "all", ..Of::default() }, "leakage_extra_cost", leakage.cost);
    }

    /// Where each stretch of break-even volumes begins and ends; the same figure stands there for every stretch.
    fn break_evens(&mut self, task: &TaskBreakEven) {
        let agreement = [task.contract.clone(), String::new(), String::new(), String::new()];
        let of = Of { what: "task", agreement, ..Of::default() };
        let stretch = |zero: &BreakEven| (zero.from.multiple, zero.to.map(|to| to.multiple));
        for (who, zeros) in [("municipalities", &task.municipalities), ("provider", &task.provider)] {
            for (from, to) in zeros.iter().map(stretch) {
                self.push(&of, &format!("break_even_{who}_from"), from);
                let to = to.map_or_else(String::new, |to| to.to_string());
                self.push(&of, &format!("break_even_{who}_to"), to);
            }
        }
    }
}
