//! Solidarity pools: what each member bears, and who pays whom.

use crate::decimal::tkg_decimal;
use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::input::choice;
use crate::plan::{known_rules, tie_rule};
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Percent, Ratio, Residual};
use taakgericht::key::Key;
use taakgericht::pool::{Account, Accounts, Corridor, Model, Netting, Payment, Pool, Settlement, StopLoss, payments};

/// Sharing models, for tkg_pool_terms.model. Everyone bears the cost of the own clients (Dutch: profijtbeginsel).
pub const TKG_MODEL_ACTUAL_USE: i32 = 0;
/// Everyone bears a share of all cost by the key (Dutch: verzekeringsmodel).
pub const TKG_MODEL_INSURANCE: i32 = 1;
/// The share tkg_pool_terms.share of every cost is pooled (Dutch: mengvorm).
pub const TKG_MODEL_BLEND: i32 = 2;
/// A deviation from the contribution is one's own within the band tkg_pool_terms.share (Dutch: bandbreedte).
pub const TKG_MODEL_CORRIDOR: i32 = 3;
/// Of what a client costs above the threshold, tkg_pool_terms.share is pooled (Dutch: hoge-kostenregeling).
pub const TKG_MODEL_STOP_LOSS: i32 = 4;

/// What a corridor does with deviations, for tkg_pool_terms.netting. Underspends pay for overspends first, and what
/// is left is divided by the key.
pub const TKG_NETTING_NETTED: i32 = 0;
/// Overspends are borne, and underspends given back, each by its own key.
pub const TKG_NETTING_EACH_SIDE: i32 = 1;
/// Overspends are borne; whoever underspends keeps that.
pub const TKG_NETTING_OVERSPENDS_ONLY: i32 = 2;

/// Who gets cents left over, for tkg_pool_terms.residual. Cents left over go to the largest remainders.
pub const TKG_RESIDUAL_LARGEST: i32 = 0;
/// Every running total is rounded.
pub const TKG_RESIDUAL_CUMULATIVE: i32 = 1;
/// The first who has an amount takes the rest.
pub const TKG_RESIDUAL_FIRST: i32 = 2;
/// The last who has an amount takes the rest.
pub const TKG_RESIDUAL_LAST: i32 = 3;

const NETTINGS: [(i32, Netting); 3] = [
    (TKG_NETTING_NETTED, Netting::Netted),
    (TKG_NETTING_EACH_SIDE, Netting::EachSide),
    (TKG_NETTING_OVERSPENDS_ONLY, Netting::OverspendsOnly),
];

const RESIDUALS: [(i32, Residual); 4] = [
    (TKG_RESIDUAL_LARGEST, Residual::LargestRemainder),
    (TKG_RESIDUAL_CUMULATIVE, Residual::Cumulative),
    (TKG_RESIDUAL_FIRST, Residual::First),
    (TKG_RESIDUAL_LAST, Residual::Last),
];

/// How a pool shares its cost. Set every part; what the model does not use is not read. Plain data: copy it freely.
/// Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_pool_terms {
    /// sizeof(tkg_pool_terms).
    pub struct_size: u32,
    /// TKG_RULES_VERSION, or an older version.
    pub rules_version: u32,
    /// One of TKG_MODEL_...
    pub model: i32,
    /// For a corridor: one of TKG_NETTING_...
    pub netting: i32,
    /// Who gets the cents left over: one of TKG_RESIDUAL_...
    pub residual: i32,
    /// Who goes first where remainders are equal: one of TKG_TIE_...
    pub tie_rule: i32,
    /// In percent: what is pooled of a blend, the band of a corridor, what is ceded of a stop-loss.
    pub share: tkg_decimal,
    /// For a stop-loss: what a client costs up to here, in cents, is one's own.
    pub threshold: i64,
    /// For a stop-loss: what a client costs above this is one's own again; TKG_MISSING for no such limit.
    pub ceiling: i64,
    /// What the members bear beyond the cost, by the key: into a reserve, or below zero out of it. 0 for no reserve.
    pub levy: i64,
}

const _: () = assert!(size_of::<tkg_pool_terms>() == 64 && core::mem::offset_of!(tkg_pool_terms, threshold) == 40);

/// A pool of members, which are positions in columns. It does not change, so any number of threads may use it at
/// once. Free it with tkg_pool_free. Pools within pools are in scenarios.
#[derive(Debug)]
pub struct tkg_pool(Pool<usize>);

impl Handle for tkg_pool {
    const NAME: &'static str = "tkg_pool";
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_pool>();
};

/// Makes a pool of `count` members from its terms and its key (Dutch: verdeelsleutel).
///
/// `key` has a weight for each member; so has `underspend_key`, for the underspends of a corridor that treats each
/// side by itself, or it is NULL and the key does that too. `terms` and `out` may not be NULL; `key` not unless
/// `count` is 0. TKG_E_NEGATIVE_WEIGHT, TKG_E_ZERO_WEIGHTS, TKG_E_MISSING, TKG_E_OUT_OF_RANGE for a share or a
/// limit, TKG_E_POOL for a key that the model has no use for, TKG_E_ARGUMENT, TKG_E_ABI; TKG_E_STATE for rules that
/// there are not. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_pool_new(
    terms: *const tkg_pool_terms,
    key: *const i64,
    underspend_key: *const i64,
    count: i64,
    out: *mut *mut tkg_pool,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let terms = unsafe { view::sized("terms", terms) }?;
        let count = view::count("count", count)?;
        let keys = (Input::kept("key", key, count)?, Input::optional("underspend_key", underspend_key, count)?);
        // SAFETY: the arrays of the caller.
        let read = |name: &str, key: Input<'_, i64>| key_of(name, unsafe { key.numbers() }?);
        let pool = terms.pool(read("key", keys.0)?)?;
        match keys.1 {
            None => Ok(tkg_pool(pool)),
            Some(underspends) => Ok(tkg_pool(pool.with_underspend_key(read("underspend_key", underspends)?)?)),
        }
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Settles a year: `borne` is what each member finally bears, and `transfers` what it pays (above zero) or receives
/// (below). What is borne adds up to the cost and the levy, and transfers to the levy, to the cent.
///
/// All arrays have an amount in cents for each member; `cap` is how many fit in `borne` and in `transfers`. `costs`
/// is what its clients cost in what is shared; `outside` what they cost beyond that, borne alone, NULL for zeros;
/// `contributions` (Dutch: inleg) what it paid in, around which the band of a corridor lies; NULL for zeros with other
/// models. For a stop-loss, member m has the clients client_costs[client_offsets[m]] up to
/// client_costs[client_offsets[m + 1]]; NULL with other models. No other pointer may be NULL. Nothing may overlap;
/// TKG_E_NULL also for what the model cannot do without. TKG_E_BUFFER;
/// TKG_E_MISSING with the item; TKG_E_ARGUMENT, with the item, for an offset that falls; TKG_E_OUT_OF_RANGE for a
/// contribution below zero; TKG_E_TIE; TKG_E_OVERFLOW. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_pool_settle_i64(
    pool: *const tkg_pool,
    costs: *const i64,
    outside: *const i64,
    contributions: *const i64,
    client_offsets: *const i64,
    client_costs: *const i64,
    borne: *mut i64,
    transfers: *mut i64,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let tkg_pool(pool) = unsafe { handle::borrow("pool", pool) }?;
        let count = pool.members().len();
        let columns = [("costs", costs), ("outside", outside), ("contributions", contributions)];
        let [costs, outside, contributions] = columns.map(|(name, start)| match name {
            "costs" => Input::new(name, start, count).map(Some),
            _ => Input::optional(name, start, count),
        });
        let (costs, outside, contributions) = (costs?, outside?, contributions?);
        // Zeros in their place would be another agreement, without a word.
        match pool.model() {
            Model::Corridor(_) if contributions.is_none() => return Err(Failure::null("contributions")),
            Model::StopLoss(_) if client_offsets.is_null() => return Err(Failure::null("client_offsets")),
            _ => {}
        }
        let inputs = [costs, outside, contributions];
        // SAFETY: the arrays of the caller.
        let clients = unsafe { Clients::new(client_offsets, client_costs, count) }?;
        let (borne, transfers) =
            (Output::new("borne", borne, cap, count)?, Output::new("transfers", transfers, cap, count)?);
        let mut read: Vec<_> = inputs.iter().flatten().map(Input::span).collect();
        read.extend(clients.spans());
        apart(&[borne.span(), transfers.span()], &read)?;
        // SAFETY: the arrays of the caller.
        let settled = unsafe { settle(pool, inputs, &clients) }?;
        view::fits(&settled.borne)?;
        view::fits(&settled.transfers)?;
        // SAFETY: the buffers of the caller; nothing overlaps.
        unsafe {
            borne.amounts().copy_from_slice(&settled.borne);
            transfers.amounts().copy_from_slice(&settled.transfers);
        }
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Reduces transfers to fewer payments than there are members: payment i is amounts[i] cents, above zero, from
/// member from[i] to member to[i]. They depend on nothing but the transfers.
///
/// `needed`, which may be NULL, is how many payments there are, also when fewer fit (TKG_E_BUFFER); `cap` is how
/// many fit in each of `from`, `to` and `amounts`, and count - 1 always do. No other pointer may be NULL unless
/// nothing is read or written. Nothing may overlap. TKG_E_POOL when the transfers do not add up to zero;
/// TKG_E_MISSING with the item. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_payments_i64(
    transfers: *const i64,
    count: i64,
    from: *mut i64,
    to: *mut i64,
    amounts: *mut i64,
    cap: i64,
    needed: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let transfers = Input::kept("transfers", transfers, view::count("count", count)?)?;
        // SAFETY: the array of the caller.
        let paid = payments(unsafe { transfers.amounts() }?)?;
        let needed = Output::optional("needed", needed, 1)?;
        apart(&needed.iter().map(Output::span).collect::<Vec<_>>(), &[transfers.span()])?;
        if let Some(needed) = &needed {
            // SAFETY: the place of the caller.
            unsafe { needed.slice() }.fill(view::count_for_c(paid.len())?);
        }
        let places = [("from", from), ("to", to), ("amounts", amounts)];
        let [from, to, amounts] = places.map(|(name, start)| Output::new(name, start, cap, paid.len()));
        let outputs = [from?, to?, amounts?];
        let inputs: Vec<_> = needed.iter().map(Output::span).chain([transfers.span()]).collect();
        apart(&outputs.each_ref().map(Output::span), &inputs)?;
        // SAFETY: the buffers of the caller; nothing overlaps.
        let [from, to, amounts] = outputs.map(|output| unsafe { output.slice() });
        let places = from.iter_mut().zip(to).zip(amounts);
        for (((from, to), amount), Payment { from: payer, to: receiver, amount: paid }) in places.zip(paid) {
            (*from, *to, *amount) = (view::count_for_c(payer)?, view::count_for_c(receiver)?, paid.cents());
        }
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a pool; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_pool_free(pool: *mut tkg_pool) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(pool) };
}

impl tkg_pool_terms {
    /// The pool of these terms.
    fn pool(&self, key: Key<usize>) -> Result<Pool<usize>, Failure> {
        known_rules("terms", self.rules_version)?;
        let residual = choice("terms.residual", self.residual, &RESIDUALS)?;
        let tie = tie_rule("terms.tie_rule", self.tie_rule)?;
        let levy = view::amount("terms.levy", self.levy)?;
        Ok(Pool::new("pool", self.model()?, key)?.placed_by(residual, tie).with_levy(levy))
    }

    fn model(&self) -> Result<Model, Failure> {
        let share = || Ok::<_, Failure>(Percent::new(self.share.number("terms.share")?)?);
        match self.model {
            TKG_MODEL_ACTUAL_USE => Ok(Model::ActualUse),
            TKG_MODEL_INSURANCE => Ok(Model::Insurance),
            TKG_MODEL_BLEND => Ok(Model::Blend { pooled: share()? }),
            TKG_MODEL_CORRIDOR => {
                let netting = choice("terms.netting", self.netting, &NETTINGS)?;
                Ok(Model::Corridor(Corridor { band: share()?, netting }))
            }
            TKG_MODEL_STOP_LOSS => Ok(Model::StopLoss(StopLoss {
                threshold_per_client: view::amount("terms.threshold", self.threshold)?,
                ceded_share: share()?,
                ceiling_per_client: Some(self.ceiling).filter(|&cents| cents != i64::MIN).map(Amount::from_cents),
            })),
            other => Err(Failure::argument("terms.model", &other.to_string(), "a number from 0 to 4")),
        }
    }
}

fn key_of(name: &str, weights: &[i64]) -> Result<Key<usize>, Failure> {
    let entries = weights.iter().enumerate().map(|(member, &weight)| (member, Ratio::integer(weight)));
    Ok(Key::new(name, entries, None)?)
}

/// What single clients cost, member after member.
struct Clients<'a> {
    offsets: Option<Input<'a, i64>>,
    positions: Vec<usize>,
    costs: Input<'a, i64>,
}

impl<'a> Clients<'a> {
    /// # Safety
    /// The caller of the library lets us read the offsets, and as many costs as they say.
    unsafe fn new(offsets: *const i64, costs: *const i64, members: usize) -> Result<Clients<'a>, Failure> {
        let offsets = Input::optional("client_offsets", offsets, members.saturating_add(1))?;
        let positions = match &offsets {
            // SAFETY: as the caller promises.
            Some(offsets) => unsafe { offsets.positions() }?,
            None => Vec::new(),
        };
        let end = positions.last().copied().unwrap_or(0);
        Ok(Clients { offsets, positions, costs: Input::kept("client_costs", costs, end)? })
    }

    fn spans(&self) -> impl Iterator<Item = view::Span<'a>> {
        self.offsets.as_ref().map(Input::span).into_iter().chain([self.costs.span()])
    }

    /// Where the clients of a member stand.
    fn of(&self, member: usize) -> core::ops::Range<usize> {
        let at = |place: usize| self.positions.get(place).copied().unwrap_or(0);
        at(member)..at(member.saturating_add(1))
    }
}

/// Settles a year.
///
/// # Safety
/// The caller of the library lets us read the columns.
unsafe fn settle(
    pool: &Pool<usize>,
    columns: [Option<Input<'_, i64>>; 3],
    clients: &Clients<'_>,
) -> Result<Settlement<usize>, Failure> {
    // SAFETY: as the caller promises.
    let column = |input: Option<Input<'_, i64>>| input.map(|input| unsafe { input.amounts() }).transpose();
    let [costs, outside, contributions] = columns.map(column);
    let (costs, outside, contributions) = (costs?, outside?, contributions?);
    // SAFETY: as the caller promises.
    let client_costs = unsafe { clients.costs.amounts() }?;
    let amount = |column: Option<&[Amount]>, member: usize| {
        column.and_then(|column| column.get(member)).copied().unwrap_or(Amount::ZERO)
    };
    let account = |&member: &usize| {
        let own = client_costs.get(clients.of(member)).unwrap_or_default().to_vec();
        let account = Account {
            cost: amount(costs, member),
            outside: amount(outside, member),
            contribution: amount(contributions, member),
            clients: own,
        };
        (member, account)
    };
    Ok(pool.settle(&Accounts::new(pool.members().iter().map(account))?)?)
}

#[cfg(test)]
mod tests {
    use super::{NETTINGS, RESIDUALS};
    use taakgericht::exact::Residual;
    use taakgericht::pool::Netting;

    #[test]
    fn every_choice_of_the_engine_has_its_number() {
        assert_eq!(NETTINGS.map(|(_, netting)| netting), Netting::ALL);
        assert_eq!(RESIDUALS.map(|(_, residual)| residual), Residual::ALL);
    }
}
