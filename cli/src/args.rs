//! What can be typed: commands, options and their help.

use crate::commands::compare::variant::TypedModel;
use crate::words::{self, Word};
use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use taakgericht::Language;
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{Method, Mode, TieRule};
use taakgericht::period::Year;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the input has errors; all of them are listed, each at its line
  2  the command was typed wrongly
  3  check found deviations that rounding, as declared, does not explain
  4  a file could not be read or written

The manual is in README.md. Output in English or Dutch: --lang, or TAAKGERICHT_LANG=nl once and for all.";

/// Divides Dutch youth-care budgets exactly: every cent placed, every figure explained.
#[derive(Debug, Parser)]
#[command(name = "taakgericht", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// How and where the answer is written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// How the answer is written; json and csv keep every digit, and only diagnoses follow the language
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Write to a file instead of the screen: whole or not at all, and never over an input
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The language of headings, line names, numbers and diagnoses; errors are always English
    #[arg(long, global = true, value_enum, env = "TAAKGERICHT_LANG", default_value_t = Lang::En)]
    pub(crate) lang: Lang,
    /// How wide tables may be [default: the width of the terminal, or 120 where there is none]
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    pub(crate) width: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Aligned tables for people
    Table,
    /// One object for programs, figures as text: "1234.56"
    Json,
    /// One tidy table for spreadsheets and statistics, a figure per row
    Csv,
    /// Tables to paste into a document
    Markdown,
}

/// The languages of the output. No guess from the locale: the same command prints the same bytes everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English, 1,234.56
    En,
    /// Nederlands, 1.234,56
    Nl,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::En => Language::En,
            Lang::Nl => Language::Nl,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a scenario: statements, comparison with the published table, findings, receipt
    #[command(after_help = RUN_EXAMPLES)]
    Run {
        /// The scenario (TOML); its tables (CSV) are found from its folder
        scenario: PathBuf,
        /// Show the statements in multiples of this amount, in euros: 1, 1000; rows and columns still add up
        #[arg(long)]
        unit: Option<String>,
        /// Show what is paid under each contract month by month too; json and csv always have it
        #[arg(long)]
        months: bool,
    },
    /// Compare pools with other ways to share the same cost, and contracts with other agreements: who pays how much more or less
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(Box<CompareArgs>),
    /// Write what stands in the settlement letter to each municipality: what it bears, has paid, and still pays or receives
    #[command(after_help = LETTER_EXAMPLES)]
    Letter(Box<LetterArgs>),
    /// Check published tables: does each figure follow from the others, and can rounding explain it where not?
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Box<CheckArgs>),
    /// Explain one figure down to its inputs and their sources; without a figure, list those that there are
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain {
        /// The scenario (TOML)
        scenario: PathBuf,
        /// statement/column/party, such as rta-groningen/2016/directe_zorg/Bedum; the party by name or code, or total
        figure: Option<String>,
        /// Tell everything that a long sum adds up, where otherwise the first few stand for the rest; csv and json always do
        #[arg(long, requires = "figure")]
        all: bool,
    },
    /// Divide one amount, by weights or in instalments
    #[command(after_help = SPLIT_EXAMPLES)]
    Split(Box<SplitArgs>),
    /// Print the JSON Schema of scenario files, for editors
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema,
}

const RUN_EXAMPLES: &str = "\
Examples:
  taakgericht run scenarios/bmwe-2015.toml
  taakgericht run scenarios/bmwe-2015.toml --lang nl
  taakgericht run scenarios/bmwe-2015.toml --unit 1000
  taakgericht run scenarios/bmwe-pools.toml
  taakgericht run scenarios/variants-2026.toml --months
  taakgericht run scenarios/bmwe-2015.toml --format csv --out bmwe.csv";

const COMPARE_EXAMPLES: &str = "\
Examples:
  taakgericht compare scenarios/bmwe-pools.toml
  taakgericht compare scenarios/groningen-2015-2018.toml --pool zin-pgb --year 2017
  taakgericht compare scenarios/bmwe-pools.toml --without Winsum --without GM1651
  taakgericht compare scenarios/bmwe-pools.toml --model blend:30% --model corridor:2,5%:each-side
  taakgericht compare scenarios/bmwe-pools.toml --model stop-loss:100000:80%:500000 --format csv
  taakgericht compare scenarios/variants-2026.toml
  taakgericht compare scenarios/variants-2026.toml --year 2027 --lang nl

Models:
  actual-use                               everyone bears the own cost
  insurance                                all cost is shared by the key
  blend:POOLED                             a part of every cost is shared: blend:60%
  corridor:BAND:NETTING                    shared is what deviates more from the contribution: corridor:5%:netted;
                                           netting is netted, each-side or overspends-only
  stop-loss:THRESHOLD:CEDED[:CEILING]      shared is a part of what a client costs above the threshold, in euros, and
                                           up to the ceiling: stop-loss:100000:80%, stop-loss:100000:80%:500000

A variant has the key and all else as in the pool; other variants can be written in the scenario as an [[alternative]].
Contracts are compared with the cases of the scenario, each a [[case]]; without any with everything by effort, by output and as
a task, as far as the contracts say what that takes.";

const LETTER_EXAMPLES: &str = "\
Examples:
  taakgericht letter scenarios/bmwe-pools.toml
  taakgericht letter scenarios/bmwe-pools.toml --party Bedum --lang nl
  taakgericht letter scenarios/groningen-2015-2018.toml --pool zin-pgb --year 2017 --party GM0005
  taakgericht letter scenarios/bmwe-pools.toml --format json --out letters.json";

const CHECK_EXAMPLES: &str = "\
Examples:
  taakgericht check scenarios/bmwe-2015.toml
  taakgericht check budget.csv --label municipality --total total --parts vws,awbz_youth,zvw
  taakgericht check costs.csv --total total --parts bg_i,bg_g,vtijd,pv,overig --unit 1000 \\
      --total-row Totaal --total-row-is sum-of-printed

Exit code 3 when a figure is refused, or off by more than rounding as declared explains.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  taakgericht explain scenarios/bmwe-2015.toml
  taakgericht explain scenarios/bmwe-2015.toml rta-groningen/2016/directe_zorg/Bedum
  taakgericht explain scenarios/bmwe-2015.toml 'budget/total/De Marne' --format json
  taakgericht explain scenarios/bmwe-pools.toml bmwe/2015/final/balance/Bedum --lang nl
  taakgericht explain scenarios/variants-2026.toml hsj/2026/corridor/Eemsdelta
  taakgericht explain scenarios/variants-2026.toml wonen/2026/paid/total --all";

const SPLIT_EXAMPLES: &str = "\
Examples:
  taakgericht split 13878933 --weights 3,3,10,84
  taakgericht split '€ 2.354.812,00' --weights 3,3,10,84 --names veld,uitvoering,overig,zorg
  taakgericht split 100 --weights '2,5;3,5' --tie refuse
  taakgericht split 100 --weights 1,1,2 --ceilings -,-,40
  taakgericht split 10000000 --parts 12

Lists are separated by commas, or by semicolons where a comma is a decimal sign: '2,5;3,5'.";

const SCHEMA_EXAMPLES: &str = "\
Examples:
  taakgericht schema --out scenario.schema.json";

#[derive(Debug, clap::Args)]
pub(crate) struct CompareArgs {
    /// The scenario (TOML)
    pub(crate) scenario: PathBuf,
    /// Compare this pool only
    #[arg(long, value_name = "ID")]
    pub(crate) pool: Option<String>,
    /// Compare contracts only, with the cases of the scenario
    #[arg(long, conflicts_with_all = ["pool", "without", "model"])]
    pub(crate) contracts: bool,
    /// Compare this year only
    #[arg(long, value_parser = Year::parse)]
    pub(crate) year: Option<Year>,
    /// Add the variant that this municipality leaves, by name or code; given twice, both leave
    #[arg(long, value_name = "MUNICIPALITY")]
    pub(crate) without: Vec<String>,
    /// Add a variant by another model, such as blend:60%; can be given again
    #[arg(long, value_parser = TypedModel::read)]
    pub(crate) model: Vec<TypedModel>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LetterArgs {
    /// The scenario (TOML)
    pub(crate) scenario: PathBuf,
    /// Letters about this pool only
    #[arg(long, value_name = "ID")]
    pub(crate) pool: Option<String>,
    /// Letters about the settlements of this year only
    #[arg(long, value_parser = Year::parse)]
    pub(crate) year: Option<Year>,
    /// Letters to this municipality only, by name or code
    #[arg(long, value_name = "MUNICIPALITY")]
    pub(crate) party: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// A scenario (TOML), or one table (CSV) with --total and --parts
    pub(crate) input: PathBuf,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// What a table that stands alone should satisfy, and how it was printed.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "One table (CSV)")]
pub(crate) struct TableArgs {
    /// The column that should be the total of the parts
    #[arg(long, value_name = "COLUMN", requires = "parts")]
    pub(crate) total: Option<String>,
    /// The columns that should make the total
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', requires = "total")]
    pub(crate) parts: Vec<String>,
    /// Columns that lie inside others (waarvan, pm): never added, refused as parts
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', requires = "total")]
    pub(crate) memo: Vec<String>,
    /// The column with the names of the rows [default: the first]
    #[arg(long, value_name = "COLUMN", requires = "total")]
    pub(crate) label: Option<String>,
    /// The unit that the figures are printed in, in euros: 1, 0.01, 1000
    #[arg(long, default_value = "1", requires = "total")]
    pub(crate) unit: String,
    /// How the figures were rounded
    #[arg(long, value_parser = named(&Mode::ALL, Mode::name, words::mode), default_value = "half-up", requires = "total")]
    pub(crate) mode: Mode,
    /// The row that should be the total of the others
    #[arg(long, value_name = "ROW", requires = "total")]
    pub(crate) total_row: Option<String>,
    /// How the total row came about
    #[arg(long, value_name = "HOW", value_enum, default_value_t = TotalRow::Rounded, requires = "total_row")]
    pub(crate) total_row_is: TotalRow,
    /// How the figures are written
    #[arg(long, value_enum, default_value_t = NotationArg::Either, requires = "total")]
    pub(crate) notation: NotationArg,
    /// What stands between the cells [default: the semicolon where the first line has one, else the comma]
    #[arg(long, value_name = "CHARACTER", requires = "total")]
    pub(crate) delimiter: Option<char>,
}

/// Reads a term of the library by the name that it has in files too.
fn named<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
    help: fn(T) -> Word,
) -> impl TypedValueParser<Value = T> {
    let possible = |&term: &T| PossibleValue::new(name(term)).help(help(term).to(Language::En));
    let find = move |text: String| all.iter().copied().find(|&term| name(term) == text);
    let values: Vec<PossibleValue> = all.iter().map(possible).collect();
    PossibleValuesParser::new(values).map(move |text| find(text).expect("only possible values come through"))
}

/// How a total row came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TotalRow {
    /// Rounded from its own exact value, as the other rows
    Rounded,
    /// Added up from the printed figures above it, so that it carries all their rounding
    SumOfPrinted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NotationArg {
    /// Whatever has one meaning; 1.234 has two and is refused
    Either,
    /// 1234.56
    Plain,
    /// 1.234,56
    Dutch,
}

impl From<NotationArg> for Notation {
    fn from(notation: NotationArg) -> Notation {
        match notation {
            NotationArg::Either => Notation::Either,
            NotationArg::Plain => Notation::Plain,
            NotationArg::Dutch => Notation::Dutch,
        }
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct SplitArgs {
    /// The amount: 1234.56 or '€ 1.234,56'
    #[arg(allow_hyphen_values = true, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) whole: String,
    /// By what to divide: numbers or fractions such as 1581/13557, one per party
    #[arg(long, value_name = "LIST", required_unless_present = "parts", conflicts_with = "parts")]
    pub(crate) weights: Option<String>,
    /// The names of the parties
    #[arg(long, value_name = "LIST", requires = "weights")]
    pub(crate) names: Option<String>,
    /// Who gets the units that are left over
    #[arg(long, value_parser = named(&Method::ALL, Method::name, words::method), default_value = "largest-remainder", requires = "weights")]
    pub(crate) method: Method,
    /// Who goes first when parties have the same claim to the last unit
    #[arg(long, value_parser = named(&TieRule::ALL, TieRule::name, words::tie), default_value = "first", requires = "weights")]
    pub(crate) tie: TieRule,
    /// The unit of the parts, in euros: 0.01, 1, 1000
    #[arg(long, default_value = "0.01", requires = "weights")]
    pub(crate) unit: String,
    /// The least that each party gets; - for no limit
    #[arg(long, value_name = "LIST", requires = "weights", allow_hyphen_values = true)]
    pub(crate) floors: Option<String>,
    /// The most that each party gets; - for no limit
    #[arg(long, value_name = "LIST", requires = "weights", allow_hyphen_values = true)]
    pub(crate) ceilings: Option<String>,
    /// Divide in so many instalments instead, so that every running total is right
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) parts: Option<u16>,
}
