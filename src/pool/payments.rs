//! Transfers as few payments: who pays whom.

use crate::error::{Error, Kind};
use crate::exact::{Amount, money};
use crate::pool::column::member_amount;
use alloc::collections::BinaryHeap;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::{Ordering, Reverse};

/// What one member pays to another.
///
/// Dutch: *verrekening*. The members are positions in the column of transfers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Payment {
    // The order of the fields is the order of payments.
    /// Who pays.
    pub from: usize,
    /// Who receives.
    pub to: usize,
    /// How much, in cents; above zero.
    pub amount: Amount,
}

/// Those who still pay, or still receive: on top the largest amount, and of equal amounts the first position.
type Side = BinaryHeap<(u64, Reverse<usize>)>;

/// Reduces transfers (positive: the member pays; negative: it receives) to fewer payments than there are members.
///
/// Whoever pays exactly what another receives pays that one. Then, again and again, who pays most pays as much as it can
/// to who receives most; of equal amounts the first position goes first. So the payments depend on nothing but the
/// transfers and the positions. They stand in the order of who pays, then of who receives. A reserve takes part like a
/// member: what goes into it is what it receives.
///
/// Every payment settles at least one member and the last one settles two, hence `fewer_payments_than_members`. This is
/// not always the smallest possible number: finding that is a search that takes exponential time.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::pool::payments;
/// // Bedum, De Marne, Winsum and Eemsmond: what they bear less what their own clients cost.
/// let transfers = [-6_974_831, 21_036_831, -28_742_063, 14_680_063].map(Amount::from_cents);
/// let paid: Vec<_> = payments(&transfers)?.iter().map(|p| (p.from, p.to, p.amount.to_string())).collect();
/// let text = |from, to, amount: &str| (from, to, amount.to_string());
/// assert_eq!(paid, [text(1, 2, "210368.31"), text(3, 0, "69748.31"), text(3, 2, "77052.32")]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `Pool` when the transfers do not add up to zero.
pub fn payments(transfers: &[Amount]) -> Result<Vec<Payment>, Error> {
    prove_zero_sum(transfers)?;
    let mut payers = side(transfers, |cents| cents > 0);
    let mut receivers = side(transfers, |cents| cents < 0);
    let mut payments = pay_equals(&mut payers, &mut receivers);
    payments.extend(pay_largest_first(payers, receivers));
    assert!(payments.len() < transfers.len().max(1), "fewer_payments_than_members");
    payments.sort_unstable();
    Ok(payments)
}

/// What each of so many members pays, less what it receives: the transfers that the payments settle.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::pool::{net, payments};
/// let transfers = [-6_974_831, 21_036_831, -28_742_063, 14_680_063].map(Amount::from_cents);
/// assert_eq!(net(&payments(&transfers)?, 4)?, transfers);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for a payment by or to a position that no member has; `Overflow` when a transfer is out of range.
pub fn net(payments: &[Payment], members: usize) -> Result<Vec<Amount>, Error> {
    let mut transfers = vec![0_i128; members];
    for payment in payments {
        let cents = i128::from(payment.amount.cents());
        add(&mut transfers, payment.from, cents)?;
        add(&mut transfers, payment.to, cents.checked_neg().expect("64 bits have an opposite in 128"))?;
    }
    let rows = transfers.into_iter().enumerate();
    rows.map(|(member, cents)| member_amount(cents, "transfer", member)).collect()
}

fn add(transfers: &mut [i128], member: usize, cents: i128) -> Result<(), Error> {
    let members = transfers.len();
    let transfer = transfers.get_mut(member).ok_or_else(|| {
        let found = format!("a payment by or to position {member}");
        Error::new(Kind::OutOfRange, found, format!("a position below {members}, the number of members"))
    })?;
    *transfer = transfer.checked_add(cents).expect("2^63 payments of 64 bits fit in 128");
    Ok(())
}

fn prove_zero_sum(transfers: &[Amount]) -> Result<(), Error> {
    let sum: i128 = transfers.iter().map(|transfer| i128::from(transfer.cents())).sum(); // 2^63 of 64 bits fit
    if sum == 0 {
        return Ok(());
    }
    let found = format!("transfers of {} members that add up to {}", transfers.len(), money(sum));
    let error = Error::new(Kind::Pool, found, "0.00 (transfers_sum_to_zero)");
    Err(error.advise(
        "Give the transfer of every member (what it bears less its own cost), and of a reserve as one of them.",
    ))
}

fn side(transfers: &[Amount], belongs: fn(i64) -> bool) -> Side {
    let members = transfers.iter().map(|transfer| transfer.cents()).enumerate();
    members
        .filter(|&(_, cents)| belongs(cents))
        .map(|(member, cents)| (cents.unsigned_abs(), Reverse(member)))
        .collect()
}

/// The payments between those whose amounts are equal; these leave their sides.
fn pay_equals(payers: &mut Side, receivers: &mut Side) -> Vec<Payment> {
    let (mut payments, mut still_paying, mut still_receiving) = (Vec::new(), Vec::new(), Vec::new());
    while let (Some(&(owed, from)), Some(&(due, to))) = (payers.peek(), receivers.peek()) {
        match owed.cmp(&due) {
            Ordering::Greater => still_paying.extend(payers.pop()),
            Ordering::Less => still_receiving.extend(receivers.pop()),
            Ordering::Equal => {
                payments.push(payment(from, to, owed));
                payers.pop();
                receivers.pop();
            }
        }
    }
    payers.extend(still_paying);
    receivers.extend(still_receiving);
    payments
}

fn pay_largest_first(mut payers: Side, mut receivers: Side) -> Vec<Payment> {
    let mut payments = Vec::new();
    // Both sides have the same sum, before and after each payment, so they become empty together.
    while let (Some((owed, from)), Some((due, to))) = (payers.pop(), receivers.pop()) {
        let amount = owed.min(due);
        payments.push(payment(from, to, amount));
        put_back(&mut payers, (owed, from), amount);
        put_back(&mut receivers, (due, to), amount);
    }
    payments
}

fn put_back(side: &mut Side, (cents, member): (u64, Reverse<usize>), settled: u64) {
    let left = cents.checked_sub(settled).expect("the smaller of two amounts was settled");
    if left > 0 {
        side.push((left, member));
    }
}

fn payment(Reverse(from): Reverse<usize>, Reverse(to): Reverse<usize>, cents: u64) -> Payment {
    let cents = i64::try_from(cents).expect("nobody pays more than its transfer, which is at most Amount::MAX");
    Payment { from, to, amount: Amount::from_cents(cents) }
}

#[cfg(test)]
mod tests {
    use super::{Payment, net, payments};
    use crate::error::Kind;
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn amounts(cents: &[i64]) -> Vec<Amount> {
        cents.iter().copied().map(Amount::from_cents).collect()
    }

    /// From, to, cents.
    type Paid = (usize, usize, i64);

    fn paid(transfers: &[i64]) -> Vec<Paid> {
        let found = payments(&amounts(transfers)).unwrap();
        found.iter().map(|payment| (payment.from, payment.to, payment.amount.cents())).collect()
    }

    #[test]
    fn transfers_become_few_payments() {
        let cases: [(&[i64], &[Paid]); 9] = [
            (&[], &[]),
            (&[0, 0], &[]), // nothing to pay
            (&[5, -5], &[(0, 1, 5)]),
            (&[-5, 0, 5], &[(2, 0, 5)]),
            (&[7, 5, -3, -9], &[(0, 3, 7), (1, 2, 3), (1, 3, 2)]), // 7 of 9; then 5 is left to pay, and 3 and 2 to receive
            (&[9, 4, -4, -5, -4], &[(0, 3, 5), (0, 4, 4), (1, 2, 4)]), // 4 pays 4 first, or the 9 would have paid it
            (&[3, 3, -3, -3], &[(0, 2, 3), (1, 3, 3)]),            // equals: by position
            (&[-1, -1, -1, 3], &[(3, 0, 1), (3, 1, 1), (3, 2, 1)]), // one payer for all: n − 1 payments
            (&[4, -4, -4, 4, -4, 4], &[(0, 1, 4), (3, 2, 4), (5, 4, 4)]),
        ];
        for (transfers, expected) in cases {
            assert_eq!(paid(transfers), expected, "{transfers:?}");
        }
    }

    #[test]
    fn the_borders_of_an_amount_are_paid_too() {
        let transfers = [i64::MIN, i64::MAX, 1];
        assert_eq!(paid(&transfers), [(1, 0, i64::MAX), (2, 0, 1)]);
        let all = amounts(&[i64::MIN, i64::MAX, i64::MIN, i64::MAX, 1, 1]);
        assert_eq!(net(&payments(&all).unwrap(), 6).unwrap(), all);
    }

    #[test]
    fn transfers_that_do_not_cancel_out_are_refused() {
        let error = payments(&amounts(&[500, -495, 0])).unwrap_err();
        assert_eq!(error.kind(), Kind::Pool);
        let text = "transfers of 3 members that add up to 0.05, expected 0.00 (transfers_sum_to_zero).\n  \
                    Give the transfer of every member (what it bears less its own cost), and of a reserve as one of them.";
        assert_eq!(error.to_string(), text);
        let far = payments(&[Amount::MIN; 3]).unwrap_err().to_string();
        assert!(far.starts_with("transfers of 3 members that add up to -276701161105643274.24, expected"), "{far}");
    }

    #[test]
    fn payments_that_settle_no_member_are_refused() {
        let payment = Payment { from: 0, to: 4, amount: Amount::MAX };
        let error = net(&[payment], 4).unwrap_err();
        assert_eq!(error.kind(), Kind::OutOfRange);
        let text = "a payment by or to position 4, expected a position below 4, the number of members.";
        assert_eq!(error.to_string(), text);
        let error = net(&[payment, payment], 5).unwrap_err().to_string();
        let text = "the transfer of position 0 does not fit, \
                    expected an amount between -92233720368547758.08 and 92233720368547758.07.";
        assert_eq!(error, text);
    }
}
