//! Variants of a pool as they are typed: `--model blend:60%`, `--without Winsum`.

use std::collections::BTreeSet;
use taakgericht::exact::notation::Notation;
use taakgericht::pool::{Corridor, Model, Netting, StopLoss};
use taakgericht::scenario::{AlternativeSection, ModelChoice, Party};
use taakgericht::{Error, Kind};

/// Every notation, by the name that it starts with.
const NOTATIONS: [(&str, &str); 5] = [
    ("actual-use", "actual-use"),
    ("insurance", "insurance"),
    ("blend", "blend:60%"),
    ("corridor", "corridor:5%:netted (or each-side, overspends-only)"),
    ("stop-loss", "stop-loss:100000:80% or stop-loss:100000:80%:500000"),
];

/// A model as it was typed.
#[derive(Clone, Debug)]
pub(crate) struct TypedModel {
    text: String,
    model: Model,
}

impl TypedModel {
    /// Reads the notation of a model.
    pub(crate) fn read(text: &str) -> Result<TypedModel, Error> {
        let model = read(text)?;
        model.prove()?;
        Ok(TypedModel { text: text.to_owned(), model })
    }

    /// The same pool by this model.
    pub(super) fn of_pool(&self, pool: &str) -> AlternativeSection {
        let model = Some(ModelChoice::EveryYear(self.model));
        AlternativeSection { model, ..nothing_else(self.text.clone(), pool) }
    }
}

/// The same pool without some members.
pub(super) fn without(members: &[&Party], pool: &str) -> AlternativeSection {
    let names: Vec<&str> = members.iter().map(|party| party.name.as_str()).collect();
    let without = members.iter().map(|party| party.municipality).collect();
    AlternativeSection { without, ..nothing_else(format!("without {}", names.join(", ")), pool) }
}

fn nothing_else(id: String, pool: &str) -> AlternativeSection {
    AlternativeSection { id, pool: pool.to_owned(), model: None, key: None, segments: None, without: BTreeSet::new() }
}

fn read(text: &str) -> Result<Model, Error> {
    let parts: Vec<&str> = text.split(':').collect();
    match *parts.as_slice() {
        ["actual-use"] => Ok(Model::ActualUse),
        ["insurance"] => Ok(Model::Insurance),
        ["blend", pooled] => Ok(Model::Blend { pooled: Notation::Either.read_percent(pooled)? }),
        ["corridor", band, netting] => {
            let band = Notation::Either.read_percent(band)?;
            Ok(Model::Corridor(Corridor { band, netting: read_netting(netting)? }))
        }
        ["stop-loss", threshold, ceded] => read_stop_loss(threshold, ceded, None),
        ["stop-loss", threshold, ceded, ceiling] => read_stop_loss(threshold, ceded, Some(ceiling)),
        [name, ..] => Err(unreadable(text, name)),
        [] => Err(unreadable(text, "")),
    }
}

fn read_netting(text: &str) -> Result<Netting, Error> {
    let found = Netting::ALL.into_iter().find(|netting| netting.name() == text);
    found.ok_or_else(|| Error::unknown("netting", text, Netting::ALL.map(Netting::name)))
}

fn read_stop_loss(threshold: &str, ceded: &str, ceiling: Option<&str>) -> Result<Model, Error> {
    Ok(Model::StopLoss(StopLoss {
        threshold_per_client: Notation::Either.read_amount(threshold)?,
        ceded_share: Notation::Either.read_percent(ceded)?,
        ceiling_per_client: ceiling.map(|ceiling| Notation::Either.read_amount(ceiling)).transpose()?,
    }))
}

/// Says what can be typed: of a model that is known, how; otherwise all of them.
fn unreadable(text: &str, name: &str) -> Error {
    let known = NOTATIONS.iter().find(|(known, _)| *known == name);
    let all = || NOTATIONS.map(|(_, notation)| notation).join(", ");
    let expected = known.map_or_else(all, |(_, notation)| (*notation).to_owned());
    Error::new(Kind::Unreadable, format!("the model \"{text}\""), expected)
}

#[cfg(test)]
mod tests {
    use super::TypedModel;

    #[test]
    fn models_are_read_as_they_are_typed() {
        for text in ["actual-use", "insurance", "blend:60%", "blend:2,5%", "corridor:5%:netted", "stop-loss:100000:80%"]
        {
            assert_eq!(TypedModel::read(text).unwrap().text, text);
        }
        let with_ceiling = TypedModel::read("stop-loss:€ 100.000,00:80%:500000").unwrap().model;
        assert_eq!(with_ceiling, TypedModel::read("stop-loss:100000:80%:500000").unwrap().model);
    }

    #[test]
    fn what_is_no_model_is_told_what_can_be_typed() {
        let cases = [
            (
                "solidarity",
                "the model \"solidarity\", expected actual-use, insurance, blend:60%, corridor:5%:netted (or each-side, \
                 overspends-only), stop-loss:100000:80% or stop-loss:100000:80%:500000.",
            ),
            ("blend", "the model \"blend\", expected blend:60%."),
            ("insurance:5%", "the model \"insurance:5%\", expected insurance."),
            ("corridor:5%:net", "no netting \"net\", expected one of \"netted\", \"each-side\", \"overspends-only\"."),
            ("blend:160%", "a pooled share of 160%, expected a share from 0% to 100%."),
            (
                "stop-loss:100.000:80%",
                "\"100.000\", which reads as 100.000 in plain notation and as 100000 in Dutch notation, expected an amount \
                 with one meaning.",
            ),
        ];
        for (text, message) in cases {
            let found = TypedModel::read(text).unwrap_err().to_string();
            assert_eq!(found.lines().next(), Some(message), "{text}");
        }
    }
}
