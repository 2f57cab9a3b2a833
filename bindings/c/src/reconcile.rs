//! Printed figures against what they should be, row by row.

use crate::failure::Failure;
use crate::guard::guard;
use crate::plan::known_rules;
use crate::record::tkg_error;
use crate::room;
use crate::rounding::mode_named;
use crate::rows::{Rows, times};
use crate::run::tkg_run;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::Errors;
use taakgericht::budget::reconcile::{
    Column, Expression, Form, Identity, Printed, Quantity, Role, Row, RowRole, Rows as Checked, Table, Verdict,
    reconcile,
};
use taakgericht::exact::Ratio;

/// At face value the figure is exactly what it should be (Dutch: sluit aan).
pub const TKG_VERDICT_HOLDS: i32 = 0;
/// There is a gap, and rounding explains it (Dutch: verklaarbaar door afronding).
pub const TKG_VERDICT_EXPLAINED: i32 = 1;
/// Rounding explains the gap only if one of the figures was rounded another way than is said.
pub const TKG_VERDICT_ONLY_IF: i32 = 2;
/// Rounding does not explain the gap (Dutch: fout).
pub const TKG_VERDICT_ERROR: i32 = 3;

/// Whether a column of printed figures is what others add up to, row by row (Dutch: aansluiting): each figure of
/// `stated` against the sum of `term_count` columns, where the figure of a term is terms[term * rows + row].
///
/// All in cents. `signs` has 1 for a term that is added and -1 for one that is taken off; NULL for all added. The
/// stated figures were printed as multiples of `stated_unit`, rounded by `stated_mode`, and the terms as multiples
/// of `unit` by `mode`, each TKG_MODE_...: 100 and TKG_MODE_HALF_UP for euros. `gaps` gets stated less computed, at
/// face value, and may be NULL; `verdicts` gets one of TKG_VERDICT_... for each row; both have room for `cap`.
/// `stated` and `terms` may not be NULL unless they are empty, nor `verdicts` unless `rows` is 0; nothing may
/// overlap. `row_status` and `run` as for tkg_allocate_rows_i64; a row that fails has TKG_MISSING as gap, and -1 as
/// verdict. TKG_E_UNIT for a figure that is no multiple of its unit; TKG_E_MISSING; TKG_E_OVERFLOW; TKG_E_ARGUMENT;
/// TKG_E_BUFFER; TKG_E_CANCELLED; TKG_E_STATE for rules that there are not. Which mode would explain a gap, tkg_call
/// says. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_reconcile_rows_i64(
    rules_version: u32,
    stated: *const i64,
    rows: i64,
    stated_unit: i64,
    stated_mode: i32,
    terms: *const i64,
    signs: *const i32,
    term_count: i64,
    unit: i64,
    mode: i32,
    gaps: *mut i64,
    verdicts: *mut i32,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        let (count, width) = (view::count("rows", rows)?, view::count("term_count", term_count)?);
        let stated = Input::new("stated", stated, count)?;
        let terms = Input::new("terms", terms, times(count, width)?)?;
        // A term has a name and a form: in the list, in the identity, and again in the table of a row.
        room::for_bytes("term_count", width, 1024)?;
        let signs = Input::optional("signs", signs, width)?;
        let verdicts = Output::new("verdicts", verdicts, cap, count)?;
        let gaps = Output::optional("gaps", gaps, count)?;
        let statuses = Output::optional("row_status", row_status, count)?;
        let outputs = [Some(verdicts.span()), gaps.as_ref().map(Output::span), statuses.as_ref().map(Output::span)];
        let inputs = [Some(stated.span()), Some(terms.span()), signs.as_ref().map(Input::span)];
        apart(&outputs.into_iter().flatten().collect::<Vec<_>>(), &inputs.into_iter().flatten().collect::<Vec<_>>())?;
        // SAFETY: the array of the caller.
        let signs = signs.map_or(&[][..], |signs| unsafe { signs.slice() });
        let stated_form = form(["stated_unit", "stated_mode"], stated_unit, stated_mode);
        let identity = Printing::new(stated_form?, form(["unit", "mode"], unit, mode)?, width, signs)?;
        // SAFETY: the buffers of the caller; nothing overlaps.
        let (rows, stated, terms, verdicts) =
            unsafe { (Rows::new(count, statuses, run)?, stated.slice(), terms.slice(), verdicts.slice()) };
        // SAFETY: as above.
        let gaps = gaps.map(|gaps| unsafe { gaps.slice() }).unwrap_or_default();
        let (mut verdicts, mut gaps) = (verdicts.iter_mut(), gaps.iter_mut());
        rows.each(|row| {
            let figures = stated.iter().skip(row).take(1).chain(terms.iter().skip(row).step_by(count));
            let (gap, verdict) = (gaps.next(), verdicts.next());
            let found = identity.check(figures);
            let (cents, number) = found.as_ref().map_or((i64::MIN, NO_VERDICT), |found| *found);
            gap.into_iter().for_each(|place| *place = cents);
            verdict.into_iter().for_each(|place| *place = number);
            found.map(|_| ())
        })
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The verdict of a row that failed.
const NO_VERDICT: i32 = -1;

/// To multiples of `unit` cents.
fn form([unit_name, mode_name]: [&str; 2], unit: i64, number: i32) -> Result<Form, Failure> {
    let printed = Printed::new(euros(view::amount(unit_name, unit)?.cents())?, mode_named(mode_name, number)?);
    Ok(Form { quantity: Quantity::Amount, printed: printed.map_err(|error| error.within(unit_name))? })
}

fn euros(cents: i64) -> Result<Ratio, Failure> {
    Ok(Ratio::new(i128::from(cents), 100)?)
}

/// How the figures of every row were printed, and how they hang together.
struct Printing {
    columns: Vec<Column>,
    identity: Identity,
}

impl Printing {
    fn new(stated: Form, terms: Form, count: usize, signs: &[i32]) -> Result<Printing, Failure> {
        let names: Vec<String> = (0..count).map(|term| format!("term {term}")).collect();
        let column = |name: &str, form| Column { name: name.to_owned(), role: Role::Part, form, sum_of: Vec::new() };
        let columns = [column("stated", stated)].into_iter().chain(names.iter().map(|name| column(name, terms)));
        let signs = signs.iter().copied().chain(core::iter::repeat(1));
        let (mut added, mut taken) = (Vec::new(), Vec::new());
        for (item, (name, sign)) in names.iter().zip(signs).enumerate() {
            match sign {
                1 => added.push(name.as_str()),
                -1 => taken.push(name.as_str()),
                other => return Err(Failure::argument("signs", &other.to_string(), "1 or -1").at_item(item)),
            }
        }
        let sum = Expression::sum_of(&added);
        let expression = if taken.is_empty() { sum } else { sum.less(&taken) };
        let identity = Identity::new("identity", TABLE, "stated", Checked::All, expression);
        Ok(Printing { columns: columns.collect(), identity })
    }

    /// The gap in cents and the verdict of one row.
    fn check<'f>(&self, figures: impl Iterator<Item = &'f i64>) -> Result<(i64, i32), Failure> {
        let figure = |&cents: &i64| Ok(Some(euros(view::amount("figure", cents)?.cents())?));
        let figures = figures.map(figure).collect::<Result<Vec<_>, Failure>>()?;
        let row = Row { label: "row".to_owned(), role: RowRole::Party, form: None, figures };
        let table = Table::new(TABLE, "the caller", self.columns.clone(), vec![row]).map_err(first)?;
        let findings = reconcile(&[table], core::slice::from_ref(&self.identity)).map_err(first)?;
        let finding = findings.first().ok_or_else(|| Failure::internal("a row without a finding"))?;
        let cents = finding.gap.checked_mul(Ratio::integer(100))?.numerator(); // figures are whole cents
        let gap = i64::try_from(cents).ok().filter(|&gap| gap != i64::MIN);
        let too_large =
            || Failure::of_data(taakgericht::Kind::Overflow, "gaps", &cents.to_string(), "63 bits and a sign");
        Ok((gap.ok_or_else(too_large)?, number(&finding.verdict)))
    }
}

/// What errors call the figures.
const TABLE: &str = "figures";

const fn number(verdict: &Verdict) -> i32 {
    match verdict {
        Verdict::Holds => TKG_VERDICT_HOLDS,
        Verdict::Explained => TKG_VERDICT_EXPLAINED,
        Verdict::ExplainedOnlyIf(_) => TKG_VERDICT_ONLY_IF,
        Verdict::Error { .. } => TKG_VERDICT_ERROR,
    }
}

/// The first of several errors.
fn first(errors: Errors) -> Failure {
    let first = errors.all().first().cloned();
    first.map_or_else(|| Failure::internal("errors without an error"), Failure::from)
}

#[cfg(test)]
mod tests {
    use super::{Printing, form};
    use crate::status::{TKG_E_ARGUMENT, TKG_E_MISSING, TKG_E_UNIT};

    #[test]
    fn a_figure_that_is_no_multiple_of_its_unit_says_so() {
        let euros = form(["unit", "mode"], 100, 0).unwrap();
        let printing = Printing::new(euros, euros, 1, &[]).unwrap();
        let failure = printing.check([150, 100].iter()).unwrap_err();
        let text = "table \"figures\", row \"row\", column \"stated\": the printed figure 1.5, expected a multiple of its \
            unit 1.\n  Declare the unit in which the column is printed.";
        assert_eq!((failure.status(), failure.message()), (TKG_E_UNIT, text));
    }

    #[test]
    fn units_and_signs_are_proved() {
        let euros = form(["unit", "mode"], 100, 0).unwrap();
        let failure = Printing::new(euros, euros, 2, &[1, 0]).err().unwrap();
        assert_eq!((failure.status(), failure.item()), (TKG_E_ARGUMENT, 1));
        let status = |unit, mode| form(["unit", "mode"], unit, mode).unwrap_err().status();
        assert_eq!([status(0, 0), status(1, 8), status(i64::MIN, 0)], [TKG_E_UNIT, TKG_E_ARGUMENT, TKG_E_MISSING]);
    }
}
