//! The sections for solidarity pools with their keys.

use crate::exact::notation::Notation;
use crate::exact::{Residual, TieRule};
use crate::format::section::{Case, Choice, Key, Section, Shape, Sign};
use crate::format::term::{BasisWord, ModelWord, Term};
use crate::pool::{Netting, RoundKind};
use crate::scenario::SeriesQuantity;

pub(in crate::format) static PARTIES: Section = Section {
    name: "parties",
    meaning: "Who takes part, where no budget says so (Dutch: deelnemers); beside a budget it names the same table",
    keys: &[Key::required(
        "table",
        Shape::Text,
        "The id of the table; its rows with a municipality are the parties, and have their names",
    )],
    choice: Choice::None,
};

pub(in crate::format) static SERIES: Section = Section {
    name: "series",
    meaning: "Figures per municipality and year (Dutch: reeks): from a CSV file with a line for each figure, or from columns of a table",
    keys: &[
        Key::required("id", Shape::Id, "The name that keys and pools know it by"),
        Key::optional("file", Shape::Text, "The CSV file, as seen from the folder of this file"),
        Key::optional("source", Shape::Text, "The id of the source that the file comes from; a table has its own"),
        Key::optional("party", Shape::Text, "The CSV column with municipality codes"),
        Key::optional("year", Shape::Text, "The CSV column with years"),
        Key::optional("value", Shape::Text, "The CSV column with the figures"),
        Key::optional("segment", Shape::Text, "The CSV column with segments of care"),
        Key::optional("ages", Shape::Text, "The CSV column with age bands such as 0-3; both ages belong to the band"),
        Key::optional("client", Shape::Text, "The CSV column with the numbers of clients"),
        Key::with_default(
            "quantity",
            Shape::Term(SeriesQuantity::listing),
            "amount",
            "What the figures are; a column of a table that is another quantity is refused",
        ),
        Key::with_default(
            "notation",
            Shape::Term(Notation::listing),
            "plain",
            "How the numbers in the CSV file are written",
        ),
        Key::with_default("ignore", Shape::Texts, "none", "CSV columns to leave out"),
        Key::optional("table", Shape::Text, "The id of a table; its rows with a municipality have the figures"),
        Key::optional("columns", Shape::Named(&SERIES_COLUMN), "The columns of the table, and what each is about"),
    ],
    choice: Choice::Cases(&[
        Case {
            sign: Sign::Key("file"),
            needs: &["source", "party", "year", "value"],
            may_have: &["segment", "ages", "client", "notation", "ignore"],
            one_of: &[],
        },
        Case { sign: Sign::Key("table"), needs: &["columns"], may_have: &[], one_of: &[] },
    ]),
};

pub(in crate::format) static SERIES_COLUMN: Section = Section {
    name: "series-column",
    meaning: "What the figures of a column are about; either all columns of a series have a segment or ages, or none has",
    keys: &[
        Key::required("year", Shape::Year, "The year"),
        Key::optional("segment", Shape::Text, "The segment of care"),
        Key::optional("ages", Shape::Ages, "The ages, both included"),
    ],
    choice: Choice::None,
};

const KEY_YEARS: &[&str] = &["year", "years_before"];

pub(in crate::format) static KEY: Section = Section {
    name: "key",
    meaning: "A key by which pools share (Dutch: verdeelsleutel); the key year and the ages are declared, and have no default",
    keys: &[
        Key::required("id", Shape::Id, "The name that pools know it by; not \"contribution\""),
        Key::required("basis", Shape::Term(BasisWord::listing), "Which figures become the weights"),
        Key::optional("series", Shape::Text, "The id of the series with the figures"),
        Key::optional(
            "ages",
            Shape::Ages,
            "Who counts, where the series is per age band: whole bands of the series make it up; of agreed shares, whom they are of",
        ),
        Key::optional(
            "segments",
            Shape::Texts,
            "The segments that count, where the series has them; otherwise all of them",
        ),
        Key::optional(
            "year",
            Shape::Year,
            "The key year, whatever the year of the pool (Dutch: peiljaar); of agreed shares, the year that they are of",
        ),
        Key::optional(
            "years_before",
            Shape::Count,
            "The key year is so many years before the year of the pool; 0 is the year itself",
        ),
        Key::optional("years", Shape::Count, "Over how many years; the key year is the last of them"),
        Key::optional(
            "weights",
            Shape::Numbers,
            "A weight for each year, the newest first; the key year is the newest",
        ),
        Key::optional(
            "shares",
            Shape::NamedNumbers,
            "What each member weighs, by the name or the code of the municipality",
        ),
        Key::optional(
            "frozen",
            Shape::Text,
            "The fingerprint that the key must have: 64 hexadecimal digits, as results show it; alternatives are not held to it",
        ),
    ],
    choice: Choice::Cases(&[
        Case {
            sign: Sign::Word("basis", "measured"),
            needs: &["series"],
            may_have: &["ages", "segments"],
            one_of: KEY_YEARS,
        },
        Case {
            sign: Sign::Word("basis", "mean-of-sums"),
            needs: &["series", "years"],
            may_have: &["ages", "segments"],
            one_of: KEY_YEARS,
        },
        Case {
            sign: Sign::Word("basis", "mean-of-shares"),
            needs: &["series", "years"],
            may_have: &["ages", "segments"],
            one_of: KEY_YEARS,
        },
        Case {
            sign: Sign::Word("basis", "weighted-years"),
            needs: &["series", "weights"],
            may_have: &["ages", "segments"],
            one_of: KEY_YEARS,
        },
        Case { sign: Sign::Word("basis", "equal"), needs: &[], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("basis", "fixed"), needs: &["shares"], may_have: &["ages", "year"], one_of: &[] },
    ]),
};

const MODEL_MEANING: &str = "How the cost is shared";
const KEY_MEANING: &str = "The id of a key; or \"contribution\": what the members contribute in the year";
const POOL_KEY_MEANING: &str = "The id of a key; or \"contribution\": what the members contribute in the year. Only actual use does without, where there is no reserve to fill and no pool around it to pay to";
const SEGMENTS_MEANING: &str = "The segments of the cost that are pooled";

pub(in crate::format) static POOL: Section = Section {
    name: "pool",
    meaning: "A solidarity pool (Dutch: verevening): whose cost is shared, in which years, by which model and key, and how it is settled",
    keys: &[
        Key::required("id", Shape::Id, "The name that results carry"),
        Key::required("years", Shape::Years, "The years that it settles, each on its own"),
        Key::with_default(
            "members",
            Shape::Texts,
            "all parties",
            "Who takes part, by the name or the code of the municipality",
        ),
        Key::optional(
            "within",
            Shape::Text,
            "The id of the pool that this is a sub-pool of, with at most 16 around it: this one settles first, that one on its total",
        ),
        Key::with_default("segments", Shape::Texts, "all segments", SEGMENTS_MEANING),
        Key::required("cost", Shape::Text, "The id of the series with the cost of the members"),
        Key::optional(
            "contribution",
            Shape::Text,
            "The id of the series with what the members contribute; a corridor, a key by contribution and a reserve need it",
        ),
        Key::optional(
            "clients",
            Shape::Text,
            "The id of the series with the cost of clients; a stop-loss needs it. Of a series with segments only those of the pool count; one without is about the pooled cost as it stands",
        ),
        Key::required("model", Shape::Section(&MODEL), MODEL_MEANING),
        Key::optional("key", Shape::Text, POOL_KEY_MEANING),
        Key::with_default(
            "underspend_key",
            Shape::Text,
            "the key",
            "By what underspends are given back: only for a corridor with netting \"each-side\"",
        ),
        Key::with_default(
            "residual",
            Shape::Term(Residual::listing),
            "largest-remainder",
            "Who gets the cents that are left over (Dutch: restregel)",
        ),
        Key::with_default(
            "tie",
            Shape::Term(TieRule::listing),
            "first",
            "Which member goes first when members tie for a cent",
        ),
        Key::optional("advances", Shape::Section(&ADVANCES), "What the members paid beforehand (Dutch: voorschotten)"),
        Key::optional("reserve", Shape::Section(&RESERVE), "What the pool keeps in reserve (Dutch: egalisatiereserve)"),
        Key::with_default(
            "rounds",
            Shape::Sections(&ROUND),
            "one final settlement on the cost of the pool",
            "The settlements, in the order of their booking; a year that none of them is about has the default",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static MODEL: Section = Section {
    name: "model",
    meaning: "How a pool shares its cost (Dutch: solidariteitsmodel)",
    keys: &[
        Key::required("kind", Shape::Term(ModelWord::listing), "Which model"),
        Key::optional("pooled", Shape::PercentByYear, "The part of every cost that is shared, from 0% to 100%"),
        Key::optional("band", Shape::Percent, "The deviation that is one's own, as a share of the own contribution"),
        Key::optional(
            "netting",
            Shape::Term(Netting::listing),
            "What happens to deviations beyond the band; there is no default, because netting needs a mandate (Dutch: salderen)",
        ),
        Key::optional("threshold", Shape::Number, "What a client costs up to here is one's own, in euros"),
        Key::optional("ceded", Shape::Percent, "The share of what a client costs above the threshold that is shared"),
        Key::optional("ceiling", Shape::Number, "What a client costs above this is one's own again, in euros"),
    ],
    choice: Choice::Cases(&[
        Case { sign: Sign::Word("kind", "actual-use"), needs: &[], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("kind", "insurance"), needs: &[], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("kind", "blend"), needs: &["pooled"], may_have: &[], one_of: &[] },
        Case { sign: Sign::Word("kind", "corridor"), needs: &["band", "netting"], may_have: &[], one_of: &[] },
        Case {
            sign: Sign::Word("kind", "stop-loss"),
            needs: &["threshold", "ceded"],
            may_have: &["ceiling"],
            one_of: &[],
        },
    ]),
};

pub(in crate::format) static ADVANCES: Section = Section {
    name: "advances",
    meaning: "What the members paid beforehand",
    keys: &[
        Key::required(
            "series",
            Shape::Text,
            "The id of the series with what was paid for each year; it may be the contribution",
        ),
        Key::with_default(
            "instalments",
            Shape::Count,
            "1",
            "In how many instalments a year it was paid (Dutch: termijnen)",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static RESERVE: Section = Section {
    name: "reserve",
    meaning: "What a pool keeps in reserve over its years, in euros",
    keys: &[
        Key::required("opening", Shape::Number, "What is in it at the start of the first year"),
        Key::with_default("floor", Shape::Number, "0", "A deficit takes nothing below this"),
        Key::required("cap", Shape::Number, "Nothing is stored above this"),
        Key::with_default(
            "top_up",
            Shape::Number,
            "0",
            "What the members add every year, as far as the cap allows (Dutch: dotatie)",
        ),
    ],
    choice: Choice::None,
};

pub(in crate::format) static ROUND: Section = Section {
    name: "round",
    meaning: "A settlement of a pool (Dutch: afrekening)",
    keys: &[
        Key::required("kind", Shape::Term(RoundKind::listing), "What kind of settlement"),
        Key::with_default("year", Shape::Year, "every year of the pool", "The year of the pool that is settled"),
        Key::with_default(
            "cost",
            Shape::Text,
            "the cost of the pool",
            "The id of the series with the cost as it was known then",
        ),
        Key::required("booked", Shape::Year, "The year in whose accounts it stands"),
    ],
    choice: Choice::None,
};

const AS_POOL: &str = "as in the pool";

pub(in crate::format) static ALTERNATIVE: Section = Section {
    name: "alternative",
    meaning: "Another way to share the same pool, to be put beside it (Dutch: variant)",
    keys: &[
        Key::required("id", Shape::Id, "The name that comparisons carry"),
        Key::required("pool", Shape::Text, "The id of the pool"),
        Key::with_default("model", Shape::Section(&MODEL), AS_POOL, MODEL_MEANING),
        Key::with_default("key", Shape::Text, AS_POOL, KEY_MEANING),
        Key::with_default("segments", Shape::Texts, AS_POOL, SEGMENTS_MEANING),
        Key::with_default(
            "without",
            Shape::Texts,
            "nobody",
            "Members who leave, by the name or the code of the municipality",
        ),
    ],
    choice: Choice::AnyOf(&["model", "key", "segments", "without"]),
};
