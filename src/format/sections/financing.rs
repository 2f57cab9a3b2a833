//! The sections for financing variants with their keys.

use crate::exact::notation::Notation;
use crate::financing::effort::Basis;
use crate::financing::product::{Frequency, Unit, Variant};
use crate::financing::task::PartYear;
use crate::format::section::{Case, Choice, Key, Section, Shape, Sign};
use crate::format::sections::ROUNDING;
use crate::format::term::{BeyondWord, LumpSumWord, PenaltyWord, Term};

pub(in crate::format) static PRODUCT: Section = Section {
    name: "product",
    meaning: "What is bought, whoever delivers it and however it is paid (Dutch: product)",
    keys: &[
        Key::required("id", Shape::Id, "The name that contracts and volumes know it by"),
        Key::optional("title", Shape::Text, "What it is, in your own words"),
        Key::required(
            "code",
            Shape::Text,
            "The product code: five capitals or digits, such as \"45A04\" (Dutch: productcode)",
        ),
        Key::required("segment", Shape::Text, "The segment that it is bought in (Dutch: segment, perceel)"),
        Key::required("unit", Shape::Term(Unit::listing), "In what its volumes are counted (Dutch: eenheid)"),
        Key::required(
            "frequency",
            Shape::Term(Frequency::listing),
            "Over which stretch of time its volume is assigned (Dutch: frequentie)",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static CONTRACT: Section = Section {
    name: "contract",
    meaning: "A contract with a provider (Dutch: contract); a switch of variant starts a new one",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry"),
        Key::required("provider", Shape::Text, "The main contractor, who is paid (Dutch: hoofdaannemer)"),
        Key::with_default(
            "subcontractors",
            Shape::Texts,
            "none",
            "Who may deliver on its behalf, each once; a contract of their own for the product comes first (Dutch: onderaannemers)",
        ),
        Key::required("from", Shape::Date, "The first day on which it holds"),
        Key::required("to", Shape::Date, "The last day on which it holds"),
        Key::required("products", Shape::Sections(&CONTRACT_PRODUCT), "What it is about, each product once"),
        Key::optional(
            "task",
            Shape::Section(&TASK),
            "What is agreed for the task: for the task-based products, or where there are none, for all products, to be compared",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static CONTRACT_PRODUCT: Section = Section {
    name: "contract-product",
    meaning: "A product in a contract (Dutch: productafspraak); what only another variant needs may stand there too, and is used when variants are compared",
    keys: &[
        Key::required("product", Shape::Text, "The id of the product"),
        Key::required("variant", Shape::Term(Variant::listing), "How it is financed (Dutch: uitvoeringsvariant)"),
        Key::with_default(
            "unit",
            Shape::Term(Unit::listing),
            "the unit of the product",
            "In what results are declared by output, where volumes are counted in something else",
        ),
        Key::with_default(
            "basis",
            Shape::Term(Basis::listing),
            "per-unit",
            "For what tariffs and cost price are agreed (Dutch: tariefeenheid)",
        ),
        Key::optional(
            "tariffs",
            Shape::NumbersByDay,
            "The tariffs in euros, by the day from which each holds: what is paid by effort, and the shadow tariff of a task",
        ),
        Key::optional(
            "cost_price",
            Shape::Number,
            "What delivering it costs the provider, in euros; comparisons need it (Dutch: kostprijs)",
        ),
        Key::optional("result", Shape::Section(&RESULT), "What is paid by output (Dutch: resultaatprijs)"),
        Key::optional(
            "ceilings",
            Shape::Named(&CEILING),
            "The most that is paid by effort for care of a calendar year, by year (Dutch: plafond)",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static RESULT: Section = Section {
    name: "result",
    meaning: "What a result is paid, and in which parts; without parts, all at the end (Dutch: betaalmomenten)",
    keys: &[
        Key::required("prices", Shape::NumbersByDay, "The prices in euros, by the day from which each holds"),
        Key::optional("start", Shape::Percent, "The part that is paid at the start"),
        Key::with_default("milestones", Shape::Percents, "none", "The part that is paid at each milestone"),
        Key::optional("end", Shape::Percent, "The part that is paid at the end; all parts add up to 100%"),
    ],
    choice: Choice::Together { needed: &["start", "end"], may_have: &["milestones"] },
};

pub(in crate::format) static CEILING: Section = Section {
    name: "ceiling",
    meaning: "The most that is paid for a year, and who bears what lies beyond (Dutch: bestedingsruimte)",
    keys: &[
        Key::required("amount", Shape::Number, "The most, in euros"),
        Key::required("beyond", Shape::Term(BeyondWord::listing), "Who bears care beyond it"),
        Key::optional("provider_share", Shape::Percent, "The share of it that the provider bears"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Word("beyond", "shared"), needs: &["provider_share"], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("beyond", "new-care"), needs: &[], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static TASK: Section = Section {
    name: "task",
    meaning: "What is agreed for a task (Dutch: taakbudget)",
    keys: &[
        Key::required(
            "basis",
            Shape::Term(LumpSumWord::listing),
            "What the lump sum of the first year is based on (Dutch: grondslag)",
        ),
        Key::optional("amount", Shape::Number, "What was agreed, in euros"),
        Key::optional("turnover", Shape::NumbersByYear, "What was earned, in euros, by year; the mean counts"),
        Key::optional("groups", Shape::Sections(&GROUP), "The groups of persons for whom is paid, each once"),
        Key::with_default(
            "rounding",
            Shape::Section(&ROUNDING),
            "half-up to the cent",
            "How the lump sum of each year is rounded",
        ),
        Key::with_default(
            "years",
            Shape::Sections(&TASK_YEAR),
            "none",
            "How the lump sum goes on in the years after the first, in their order",
        ),
        Key::optional(
            "part_year",
            Shape::Term(PartYear::listing),
            "What is paid for a year in which the contract does not hold on every day; needed where there is such a year (Dutch: gebroken jaar)",
        ),
        Key::with_default(
            "corridor",
            Shape::Section(&CORRIDOR),
            "nothing is settled",
            "Who bears what care costs more than the lump sum, or less",
        ),
        Key::required("key", Shape::Text, "The id of the key by which municipalities divide what the task pays"),
        Key::with_default("penalties", Shape::Sections(&PENALTY), "none", "What the provider forfeits"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Word("basis", "agreed"), needs: &["amount"], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("basis", "historic-turnover"), needs: &["turnover"], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("basis", "capitation"), needs: &["groups"], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static GROUP: Section = Section {
    name: "group",
    meaning: "The persons of a group, and what is paid for each (Dutch: populatiegroep)",
    keys: &[
        Key::required("name", Shape::Text, "What the group is called: an age band, a municipality"),
        Key::required("rate", Shape::Number, "Euros a year for each person"),
        Key::required("persons", Shape::Number, "How many persons; a mean over the year need not be whole"),
    ],
    choice: Choice::None,
};

pub(in crate::format) static TASK_YEAR: Section = Section {
    name: "task-year",
    meaning: "How a lump sum follows from that of the year before (Dutch: bijstelling)",
    keys: &[
        Key::required("year", Shape::Year, "Of which year"),
        Key::required("index", Shape::Percent, "How much prices rise (Dutch: indexatie)"),
        Key::with_default(
            "volume_norm",
            Shape::Percent,
            "0%",
            "How much more care is agreed, or less (Dutch: volumenorm)",
        ),
        Key::with_default(
            "mutations",
            Shape::NamedNumbers,
            "none",
            "What is added or taken off apart from that, in euros, by what it is for (Dutch: mutaties)",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static CORRIDOR: Section = Section {
    name: "corridor",
    meaning: "Who bears what care costs more than a lump sum, or less: one band and share for both sides, or the breakpoints of each; a side without breakpoints settles nothing (Dutch: bandbreedte)",
    keys: &[
        Key::optional("band", Shape::Percent, "The deviation up to which nothing is settled, on both sides"),
        Key::optional("share", Shape::Percent, "The share of all beyond it that the municipality bears, or takes back"),
        Key::optional("over", Shape::Sections(&BREAKPOINT), "Where care costs more (Dutch: overschrijding)"),
        Key::optional("under", Shape::Sections(&BREAKPOINT), "Where care costs less (Dutch: onderschrijding)"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Key("band"), needs: &["share"], may_have: &[], one_of: &[] },
        Case { sign: Sign::AnyKey(&["over", "under"]), needs: &[], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static BREAKPOINT: Section = Section {
    name: "breakpoint",
    meaning: "From which deviation on the municipality bears which share, up to the next breakpoint",
    keys: &[
        Key::required("from", Shape::Percent, "The deviation, in percent of the lump sum"),
        Key::required("share", Shape::Percent, "The share that the municipality bears, or takes back"),
    ],
    choice: Choice::None,
};

pub(in crate::format) static PENALTY: Section = Section {
    name: "penalty",
    meaning: "A percentage that a provider forfeits in a year (Dutch: malus)",
    keys: &[
        Key::required("reason", Shape::Text, "What for"),
        Key::required("year", Shape::Year, "In which year"),
        Key::required("percent", Shape::Percent, "How much"),
        Key::required("of", Shape::Term(PenaltyWord::listing), "Of what; there is no default"),
        Key::optional("month", Shape::Count, "The month of the year whose part it is of, from 1 to 12"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Word("of", "lump-sum"), needs: &[], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("of", "monthly-part"), needs: &["month"], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("of", "settled"), needs: &[], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static VOLUMES: Section = Section {
    name: "volumes",
    meaning: "Lines of delivered care: a CSV file with a line for each (Dutch: declaratieregels, productieverantwoording)",
    keys: &[
        Key::required("id", Shape::Id, "The name in messages"),
        Key::required("file", Shape::Text, "The CSV file, as seen from the folder of this file"),
        Key::required("source", Shape::Text, "The id of the source that the file comes from"),
        Key::required("party", Shape::Text, "The CSV column with the codes of the municipalities that pay"),
        Key::required(
            "provider",
            Shape::Text,
            "The CSV column with who delivered: the provider of a contract, or one of its subcontractors",
        ),
        Key::required("product", Shape::Text, "The CSV column with the ids of products"),
        Key::required("delivered", Shape::Text, "The CSV column with days of delivery, such as 2026-03-31"),
        Key::required(
            "volume",
            Shape::Text,
            "The CSV column with whole volumes in the unit of the product, of euros cents; below zero where a line credits another",
        ),
        Key::optional(
            "begun",
            Shape::Text,
            "The CSV column with the days on which the care began; an empty cell is the day of delivery",
        ),
        Key::optional("number", Shape::Text, "The CSV column with the numbers of lines; cells may be empty"),
        Key::optional(
            "credits",
            Shape::Text,
            "The CSV column with the number of the line that this one credits as a whole; cells may be empty",
        ),
        Key::with_default(
            "moments",
            Shape::Texts,
            "none",
            "The CSV columns that count moments of payment by output: the start, the milestones, the end; or the end alone",
        ),
        Key::with_default("ignore", Shape::Texts, "none", "CSV columns to leave out"),
        Key::with_default(
            "notation",
            Shape::Term(Notation::listing),
            "plain",
            "How the numbers in the CSV file are written",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static CASE: Section = Section {
    name: "case",
    meaning: "Agreements that are put beside those of the contracts (Dutch: variant); what is not switched stays as it was contracted",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry; not \"contracted\""),
        Key::optional("variant", Shape::Term(Variant::listing), "To what it switches"),
        Key::with_default("contracts", Shape::Texts, "all contracts", "The ids of the contracts that it switches"),
        Key::with_default("segments", Shape::Texts, "all segments", "The segments that it switches"),
        Key::optional(
            "leakage",
            Shape::Section(&LEAKAGE),
            "The care of tasks that turns up outside them (Dutch: waterbedeffect)",
        ),
    ],
    choice: Choice::AnyOf(&["variant", "leakage"]),
};

pub(in crate::format) static LEAKAGE: Section = Section {
    name: "leakage",
    meaning: "The share of the volume of a task that turns up in care that is paid by effort (Dutch: waterbedeffect)",
    keys: &[
        Key::required("share", Shape::Percent, "Which share of the volume"),
        Key::required(
            "to",
            Shape::Text,
            "The id of the contract whose provider delivers it; in a year in which that one does not hold, by another contract of this provider",
        ),
        Key::with_default(
            "tariff_times",
            Shape::Number,
            "1",
            "It is paid so many times the tariff by effort where it leaked from",
        ),
        Key::with_default(
            "cost_times",
            Shape::Number,
            "1",
            "It costs so many times the cost price where it leaked from",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static SHOCK: Section = Section {
    name: "shock",
    meaning: "A change of volume, or of prices, that every case has to bear (Dutch: schok)",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry"),
        Key::optional("volume", Shape::Percent, "How much more is delivered, or less"),
        Key::with_default("cost_price", Shape::Percent, "0%", "How much more a unit costs the provider"),
        Key::with_default("tariff", Shape::Percent, "0%", "By how much tariffs and prices per result rise with it"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Key("volume"), needs: &[], may_have: &[], one_of: &[] },
        Case { sign: Sign::AnyKey(&["cost_price", "tariff"]), needs: &[], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static ADMINISTRATION: Section = Section {
    name: "administration",
    meaning: "What running agreements costs, in euros, whoever bears it (Dutch: uitvoeringslasten); no part of what is paid for care",
    keys: &[
        Key::required("per_invoice_line", Shape::Number, "For an invoice line of care by effort"),
        Key::required(
            "per_result",
            Shape::Number,
            "For establishing a result of care by output, at each moment at which a part of its price is paid",
        ),
        Key::required("per_month", Shape::Section(&PER_MONTH), "For managing a contract for a month"),
    ],
    choice: Choice::None,
};

pub(in crate::format) static PER_MONTH: Section = Section {
    name: "per-month",
    meaning: "What managing a contract costs a month, by variant, in euros (Dutch: contractmanagement)",
    keys: &[
        Key::required("effort", Shape::Number, "By effort"),
        Key::required("output", Shape::Number, "By output"),
        Key::required("task", Shape::Number, "As a task"),
    ],
    choice: Choice::None,
};
