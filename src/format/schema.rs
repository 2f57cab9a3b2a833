//! The JSON Schema of the main text, made from the same declarations that the reader uses.

use super::section::{Case, Choice, Key, Need, Section, Shape, Sign};
use super::sections::{DOCUMENT, FORMS};
use super::term::Listing;
use crate::period::Year;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// The JSON Schema (draft-07, as editors want it) of the main text of a scenario.
///
/// An editor with TOML support shows the meaning of each key and completes it when the first line of the file is
/// `#:schema` and the name of a file with this text. The schema describes the shape; [`read`](super::read) also checks
/// names, numbers and files.
#[must_use]
pub fn schema() -> String {
    let mut definitions = Map::new();
    define_inside(&DOCUMENT, &mut definitions);
    FORMS.into_iter().for_each(|form| define(form, &mut definitions));
    definitions.insert("expression".into(), expression());
    let mut schema = object(&DOCUMENT);
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!("Scenario of taakgericht"));
    schema.insert("definitions".into(), Value::Object(definitions));
    let text = serde_json::to_string_pretty(&schema).expect("text keys and plain values");
    format!("{text}\n")
}

fn define(section: &'static Section, definitions: &mut Map<String, Value>) {
    if !definitions.contains_key(section.name) {
        definitions.insert(section.name.into(), Value::Object(object(section)));
        define_inside(section, definitions);
    }
}

/// Defines the sections that the keys of a section refer to.
fn define_inside(section: &Section, definitions: &mut Map<String, Value>) {
    for key in section.keys {
        if let Shape::Section(inner) | Shape::Sections(inner) | Shape::Named(inner) = key.shape {
            define(inner, definitions);
        }
    }
}

/// A section: its keys and no others.
fn object(section: &Section) -> Map<String, Value> {
    let properties = section.keys.iter().map(|key| (key.name.into(), property(key)));
    let required = section.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name);
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("description".into(), json!(described(section)));
    object.insert("properties".into(), Value::Object(properties.collect()));
    object.insert("required".into(), required.collect());
    object.insert("additionalProperties".into(), json!(false));
    match section.choice {
        Choice::None => None,
        Choice::OneOf(keys) => object.insert("oneOf".into(), each_required(keys)),
        Choice::AnyOf(keys) => object.insert("anyOf".into(), each_required(keys)),
        Choice::Cases(cases) => object.insert("oneOf".into(), cases.iter().map(|one| case(one, cases)).collect()),
        Choice::Together { needed, may_have } => object.insert("dependencies".into(), together(needed, may_have)),
    };
    object
}

/// What a section is for, and which keys go with what it is about.
fn described(section: &Section) -> String {
    let mut text = format!("{}.", section.meaning);
    if let Choice::Cases(cases) = section.choice {
        text.extend(cases.iter().map(|case| format!("\n- {}", case.described())));
    }
    text
}

fn each_required(keys: &[&str]) -> Value {
    keys.iter().map(|key| json!({ "required": [key] })).collect()
}

/// Each of these keys asks for all that are needed.
fn together(needed: &[&str], may_have: &[&str]) -> Value {
    let keys = needed.iter().chain(may_have).map(|key| ((*key).into(), json!(needed)));
    Value::Object(keys.collect())
}

/// A case: its sign, the keys that it needs, and none that only other cases have.
fn case(case: &Case, cases: &[Case]) -> Value {
    let others = cases.iter().flat_map(Case::keys).filter(|key| !case.keys().any(|own| own == *key));
    let mut properties: Map<String, Value> = others.map(|key| (key.into(), json!(false))).collect();
    let sign = match case.sign {
        Sign::Key(key) => Some(key),
        Sign::AnyKey(_) => None,
        Sign::Word(key, word) => {
            properties.insert(key.into(), json!({ "const": word }));
            Some(key)
        }
    };
    let required: Vec<&str> = sign.into_iter().chain(case.needs.iter().copied()).collect();
    let mut value = json!({ "properties": properties, "required": required });
    if let Sign::AnyKey(keys) = case.sign {
        value["anyOf"] = each_required(keys);
    }
    if !case.one_of.is_empty() {
        value["oneOf"] = each_required(case.one_of);
    }
    value
}

fn property(key: &Key) -> Value {
    let mut property = shape(&key.shape);
    property.insert("description".into(), json!(description(key)));
    Value::Object(property)
}

/// What a key says, the words that it may have, and what is meant when it is left out.
fn description(key: &Key) -> String {
    let mut text = format!("{}.", key.meaning);
    if let Shape::Term(listing) | Shape::NamedTerms(listing) | Shape::TermOrTexts(listing) = key.shape {
        let meanings = listing().into_iter().map(|(name, meaning)| format!("\n- \"{name}\": {meaning}"));
        text.extend(meanings);
    }
    if let Need::Default(default) = key.need {
        text.push_str(&format!("\nDefault: {default}."));
    }
    text
}

fn shape(shape: &Shape) -> Map<String, Value> {
    let value = match shape {
        Shape::Text => text(),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z0-9_-]+$" }),
        Shape::Version(version) => json!({ "const": version }),
        Shape::Year => year(),
        Shape::Years => json!({ "type": "array", "items": year(), "minItems": 1 }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        Shape::Ages => json!({ "type": "string", "pattern": "^[0-9]+-[0-9]+$" }),
        Shape::Number => number(),
        Shape::Numbers => json!({ "type": "array", "items": number(), "minItems": 1 }),
        Shape::NamedNumbers | Shape::NumbersByDay | Shape::NumbersByYear => {
            json!({ "type": "object", "additionalProperties": number() })
        }
        Shape::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Percents => json!({ "type": "array", "items": percent(), "minItems": 1 }),
        Shape::Percent => percent(),
        Shape::PercentByYear => {
            json!({ "anyOf": [percent(), { "type": "object", "additionalProperties": percent() }] })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Term(listing) => words(*listing),
        Shape::Texts => texts(),
        // Beside a reference draft-07 ignores every other key, so the reference stands one level deeper.
        Shape::Section(section) => json!({ "allOf": [reference(section.name)] }),
        Shape::Sections(section) => json!({ "type": "array", "items": reference(section.name) }),
        Shape::Named(section) => json!({ "type": "object", "additionalProperties": reference(section.name) }),
        Shape::NamedTerms(listing) => json!({ "type": "object", "additionalProperties": words(*listing) }),
        Shape::TermOrTexts(listing) => json!({ "anyOf": [words(*listing), texts()] }),
        Shape::Expression => json!({ "allOf": [reference("expression")] }),
        Shape::Expressions { exactly_two } => expressions(*exactly_two),
    };
    match value {
        Value::Object(shape) => shape,
        _ => Map::new(),
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn year() -> Value {
    json!({ "type": "integer", "minimum": Year::FIRST.number(), "maximum": Year::LAST.number() })
}

fn number() -> Value {
    json!({ "type": ["string", "number"] })
}

fn percent() -> Value {
    json!({ "type": "string", "pattern": "^[+-]?[0-9]+([.][0-9]+)?%$" })
}

fn text() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

fn texts() -> Value {
    json!({ "type": "array", "items": text(), "minItems": 1 })
}

fn words(listing: Listing) -> Value {
    let names: Vec<&str> = listing().into_iter().map(|(name, _)| name).collect();
    json!({ "enum": names })
}

fn expressions(exactly_two: bool) -> Value {
    let items = reference("expression");
    if exactly_two {
        json!({ "type": "array", "items": items, "minItems": 2, "maxItems": 2 })
    } else {
        json!({ "type": "array", "items": items, "minItems": 1 })
    }
}

fn expression() -> Value {
    let forms = FORMS.into_iter().map(|form| reference(form.name));
    let plain = [text(), json!({ "type": "number" })];
    json!({
        "description": "What a figure should be: a column by its name, a percentage such as \"3%\", a number, or a form with keys.",
        "anyOf": plain.into_iter().chain(forms).collect::<Vec<Value>>(),
    })
}
