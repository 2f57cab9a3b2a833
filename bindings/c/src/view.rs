//! Arrays of the caller, checked before they are read or written.

use crate::failure::Failure;
use crate::input::same_size;
use crate::room;
use crate::status::TKG_E_ABI;
use core::slice::{from_raw_parts, from_raw_parts_mut};
use taakgericht::Kind;
use taakgericht::exact::Amount;

/// An array that is read.
#[derive(Debug)]
pub(crate) struct Input<'n, T> {
    name: &'n str,
    start: *const T,
    count: usize,
}

/// An array that is written.
#[derive(Debug)]
pub(crate) struct Output<'n, T> {
    name: &'n str,
    start: *mut T,
    count: usize,
}

/// Where an array lies: its name, its first byte and the one behind its last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'n> {
    name: &'n str,
    from: usize,
    to: usize,
}

/// A count of the caller, which is not below zero.
pub(crate) fn count(name: &str, count: i64) -> Result<usize, Failure> {
    usize::try_from(count).map_err(|_| Failure::argument(name, &count.to_string(), "a count of 0 or more"))
}

/// A count that C reads.
pub(crate) fn count_for_c(count: usize) -> Result<i64, Failure> {
    i64::try_from(count).map_err(|_| Failure::internal("more than 2^63 of something"))
}

/// Checks where `count` elements of `T` would lie; NULL is a place for none.
fn check<T>(name: &str, start: *const T, count: usize) -> Result<(), Failure> {
    if start.is_null() {
        return if count == 0 { Ok(()) } else { Err(Failure::null(name)) };
    }
    if !start.is_aligned() {
        let expected = format!("a multiple of {}", align_of::<T>());
        return Err(Failure::argument(name, &format!("the address {:#x}", start.addr()), &expected));
    }
    let most = isize::MAX.unsigned_abs().checked_div(size_of::<T>()).unwrap_or(0);
    if count > most || count.checked_mul(size_of::<T>()).and_then(|bytes| start.addr().checked_add(bytes)).is_none() {
        return Err(Failure::argument(name, &format!("{count} elements"), "as many as memory can hold"));
    }
    Ok(())
}

fn span<'n, T>(name: &'n str, start: *const T, count: usize) -> Span<'n> {
    let from = start.addr();
    Span { name, from, to: from.saturating_add(count.saturating_mul(size_of::<T>())) }
}

/// Proves that no output lies over an input or over another output.
pub(crate) fn apart(outputs: &[Span<'_>], inputs: &[Span<'_>]) -> Result<(), Failure> {
    for (position, output) in outputs.iter().enumerate() {
        let others = outputs.iter().skip(position.saturating_add(1)).chain(inputs);
        if let Some(other) = others.into_iter().find(|other| output.overlaps(other)) {
            let found = format!("memory that {} uses too", other.name);
            return Err(Failure::argument(output.name, &found, "a buffer of its own"));
        }
    }
    Ok(())
}

impl Span<'_> {
    fn overlaps(&self, other: &Span<'_>) -> bool {
        self.from.max(other.from) < self.to.min(other.to)
    }
}

impl<'n, T> Input<'n, T> {
    /// An array of `count` elements; NULL where there are none.
    pub(crate) fn new(name: &'n str, start: *const T, count: usize) -> Result<Input<'n, T>, Failure> {
        check(name, start, count)?;
        Ok(Input { name, start, count })
    }

    /// An array that the engine makes something of that grows with it, so that there has to be memory for that.
    pub(crate) fn kept(name: &'n str, start: *const T, count: usize) -> Result<Input<'n, T>, Failure> {
        let input = Input::new(name, start, count)?;
        room::for_elements(name, count)?;
        Ok(input)
    }

    /// As [`Input::kept`], of structs that each begin with their size: one of another size lies further than it says.
    ///
    /// # Safety
    /// The caller of the library set the size of the first.
    pub(crate) unsafe fn sized(name: &'n str, start: *const T, count: usize) -> Result<Input<'n, T>, Failure> {
        let input = Input::kept(name, start, count)?;
        if count > 0 {
            // SAFETY: not NULL and aligned, by `check`; the size is the first field.
            same_size::<T>(name, unsafe { start.cast::<u32>().read() }).map_err(|failure| failure.at_item(0))?;
        }
        Ok(input)
    }

    /// An array that may be left out, by NULL.
    pub(crate) fn optional(name: &'n str, start: *const T, count: usize) -> Result<Option<Input<'n, T>>, Failure> {
        if start.is_null() { Ok(None) } else { Input::new(name, start, count).map(Some) }
    }

    pub(crate) fn span(&self) -> Span<'n> {
        span(self.name, self.start, self.count)
    }

    /// The elements.
    ///
    /// # Safety
    /// The caller of the library lets us read so many elements, which nobody writes during the call.
    pub(crate) unsafe fn slice<'a>(&self) -> &'a [T] {
        if self.count == 0 {
            return &[];
        }
        // SAFETY: not NULL, aligned and not too many, by `check`; the rest the caller promises.
        unsafe { from_raw_parts(self.start, self.count) }
    }
}

impl Input<'_, i64> {
    /// The elements as positions that never fall, as in a list column of Arrow.
    ///
    /// # Safety
    /// As for [`Input::slice`].
    pub(crate) unsafe fn positions(&self) -> Result<Vec<usize>, Failure> {
        let mut before = 0;
        let position = |(item, &offset): (usize, &i64)| {
            let position = usize::try_from(offset).ok().filter(|&position| position >= before);
            before = position.unwrap_or(before);
            let found = || format!("{offset} at position {item}");
            let falls = || Failure::argument(self.name, &found(), &format!("at least {before}")).at_item(item);
            position.ok_or_else(falls)
        };
        // SAFETY: as the caller promises.
        unsafe { self.slice() }.iter().enumerate().map(position).collect()
    }

    /// The elements as numbers, none of which is missing.
    ///
    /// # Safety
    /// As for [`Input::slice`].
    pub(crate) unsafe fn numbers<'a>(&self) -> Result<&'a [i64], Failure> {
        // SAFETY: as the caller promises.
        let numbers = unsafe { self.slice() };
        all_there(self.name, numbers)?;
        Ok(numbers)
    }

    /// The elements as amounts in cents, none of which is missing.
    ///
    /// # Safety
    /// As for [`Input::slice`].
    pub(crate) unsafe fn amounts<'a>(&self) -> Result<&'a [Amount], Failure> {
        // SAFETY: an amount is one number of 64 bits in memory; the rest the caller promises.
        let amounts = unsafe { Input { name: self.name, start: self.start.cast(), count: self.count }.slice() };
        none_missing(self.name, amounts)?;
        Ok(amounts)
    }
}

/// Refuses TKG_MISSING.
pub(crate) fn all_there(name: &str, numbers: &[i64]) -> Result<(), Failure> {
    if has_missing(numbers.iter().copied()) {
        let position = numbers.iter().position(|&number| number == i64::MIN);
        return Err(missing(name, position.unwrap_or(0)));
    }
    Ok(())
}

/// Refuses TKG_MISSING among amounts.
pub(crate) fn none_missing(name: &str, amounts: &[Amount]) -> Result<(), Failure> {
    match first_missing(amounts) {
        None => Ok(()),
        Some(position) => Err(missing(name, position)),
    }
}

/// The position of the first amount that means that there is none.
fn first_missing(amounts: &[Amount]) -> Option<usize> {
    if has_missing(amounts.iter().map(|amount| amount.cents())) {
        return amounts.iter().position(|&amount| amount == Amount::MIN);
    }
    None
}

/// Whether the smallest number is among them. It is the only one whose lowest bit that is set is the sign, so the
/// loop needs no comparison and no early end, and takes several numbers at once.
fn has_missing(numbers: impl Iterator<Item = i64> + Clone) -> bool {
    // Most columns have no number below zero; to see that takes one instruction for several numbers.
    let has_sign = numbers.clone().fold(0, |bits, number| bits | number) < 0;
    has_sign && numbers.fold(0, |bits, number| bits | (number & number.wrapping_neg())) < 0
}

/// One amount that is not missing.
pub(crate) fn amount(name: &str, cents: i64) -> Result<Amount, Failure> {
    if cents == i64::MIN {
        return Err(Failure::of_data(Kind::Missing, name, "TKG_MISSING", "an amount"));
    }
    Ok(Amount::from_cents(cents))
}

/// An amount that the caller may read: the number of a missing amount is beyond what fits.
pub(crate) fn fits(amounts: &[Amount]) -> Result<(), Failure> {
    match first_missing(amounts) {
        None => Ok(()),
        Some(position) => {
            let found = format!("a result of {} cents at position {position}", i64::MIN);
            Err(Failure::of_data(Kind::Overflow, "out", &found, "more than that, which means TKG_MISSING")
                .at_item(position))
        }
    }
}

fn missing(name: &str, position: usize) -> Failure {
    let found = format!("TKG_MISSING at position {position}");
    Failure::of_data(Kind::Missing, name, &found, "a number").at_item(position)
}

impl<'n, T> Output<'n, T> {
    /// An array with room for `capacity` elements, of which `needed` are written.
    pub(crate) fn new(name: &'n str, start: *mut T, capacity: i64, needed: usize) -> Result<Output<'n, T>, Failure> {
        if count("cap", capacity)? < needed {
            return Err(Failure::buffer(name, capacity, needed));
        }
        Output::exactly(name, start, needed)
    }

    /// An array of as many elements as an input has.
    pub(crate) fn exactly(name: &'n str, start: *mut T, count: usize) -> Result<Output<'n, T>, Failure> {
        check(name, start.cast_const(), count)?;
        Ok(Output { name, start, count })
    }

    /// An array that may be left out, by NULL.
    pub(crate) fn optional(name: &'n str, start: *mut T, count: usize) -> Result<Option<Output<'n, T>>, Failure> {
        if start.is_null() { Ok(None) } else { Output::exactly(name, start, count).map(Some) }
    }

    /// As [`Output::exactly`], and nothing for NULL.
    pub(crate) fn unless_null(name: &'n str, start: *mut T, count: usize) -> Result<Output<'n, T>, Failure> {
        Output::exactly(name, start, if start.is_null() { 0 } else { count })
    }

    pub(crate) fn span(&self) -> Span<'n> {
        span(self.name, self.start.cast_const(), self.count)
    }

    /// The elements, which are written and not read: they need not have a value yet.
    ///
    /// # Safety The caller of the library lets us write so many elements, which nobody else reads or writes during
    /// the call; and [`apart`] proved that nothing else here lies over them.
    pub(crate) unsafe fn slice<'a>(&self) -> &'a mut [T] {
        if self.count == 0 {
            return &mut [];
        }
        // SAFETY: not NULL, aligned and not too many, by `check`; the rest the caller promises.
        unsafe { from_raw_parts_mut(self.start, self.count) }
    }
}

impl Output<'_, i64> {
    /// The elements as amounts in cents.
    ///
    /// # Safety
    /// As for [`Output::slice`].
    pub(crate) unsafe fn amounts<'a>(&self) -> &'a mut [Amount] {
        // SAFETY: an amount is one number of 64 bits in memory; the rest the caller promises.
        unsafe { Output { name: self.name, start: self.start.cast(), count: self.count }.slice() }
    }
}

/// One value for the caller.
#[derive(Debug)]
pub(crate) struct Place<T>(*mut T);

impl<T> Place<T> {
    /// A place of the caller that is not NULL.
    pub(crate) fn new(name: &str, place: *mut T) -> Result<Place<T>, Failure> {
        if place.is_null() {
            return Err(Failure::null(name));
        }
        check(name, place.cast_const(), 1)?;
        Ok(Place(place))
    }

    /// Writes the value.
    ///
    /// # Safety
    /// The caller of the library lets us write there.
    pub(crate) unsafe fn write(self, value: T) {
        // SAFETY: not NULL and aligned, by `new`; the rest the caller promises.
        unsafe { self.0.write(value) };
    }
}

impl<T> Place<T> {
    /// A place for a struct that begins with its size, as the caller knows it: at least that of this ABI.
    ///
    /// # Safety
    /// `place` is NULL, or the caller set the size, a `uint32_t`, at its beginning.
    pub(crate) unsafe fn of_struct(name: &str, place: *mut T) -> Result<(Place<T>, u32), Failure> {
        let checked = Place::new(name, place)?;
        // SAFETY: not NULL and aligned; the size is the first field.
        let size = unsafe { place.cast::<u32>().read() };
        if usize::try_from(size).is_ok_and(|size| size >= size_of::<T>()) {
            return Ok((checked, size));
        }
        let expected = format!("{}, its sizeof", size_of::<T>());
        Err(Failure::of_caller(TKG_E_ABI, name, &format!("a struct_size of {size}"), &expected))
    }
}

/// Something that the caller points at.
///
/// # Safety
/// `from` is NULL, or points to a value that nobody changes during the call.
pub(crate) unsafe fn pointed<'a, T>(name: &str, from: *const T) -> Result<&'a T, Failure> {
    if from.is_null() {
        return Err(Failure::null(name));
    }
    check(name, from, 1)?;
    // SAFETY: not NULL and aligned; the rest the caller promises.
    Ok(unsafe { &*from })
}

/// A struct that begins with its size. Only that is read of one of another size, which may end where it says.
///
/// # Safety
/// As for [`pointed`]; the caller set the size, a `uint32_t`, at the beginning.
pub(crate) unsafe fn sized<'a, T>(name: &str, from: *const T) -> Result<&'a T, Failure> {
    if from.is_null() {
        return Err(Failure::null(name));
    }
    check(name, from, 1)?;
    // SAFETY: not NULL and aligned; the size is the first field.
    same_size::<T>(name, unsafe { from.cast::<u32>().read() })?;
    // SAFETY: as large as the caller says; the rest the caller promises.
    Ok(unsafe { &*from })
}

#[cfg(test)]
mod tests {
    use super::{Input, Output, apart, check, fits, has_missing, sized};
    use crate::status::{TKG_E_ARGUMENT, TKG_E_BUFFER, TKG_E_MISSING, TKG_E_NOMEM, TKG_E_NULL, TKG_E_OVERFLOW};
    use taakgericht::exact::Amount;

    #[test]
    #[cfg_attr(miri, ignore = "Miri ends where memory does")]
    fn what_cannot_be_an_array_is_refused_before_it_is_read() {
        let numbers = [1_i64, 2];
        let status = |start: *const i64, count| check("x", start, count).map_err(|failure| failure.status());
        assert_eq!(status(core::ptr::null(), 0), Ok(()));
        assert_eq!(status(core::ptr::null(), 1), Err(TKG_E_NULL));
        assert_eq!(status(numbers.as_ptr().wrapping_byte_add(1), 1), Err(TKG_E_ARGUMENT));
        assert_eq!(status(numbers.as_ptr(), usize::MAX / 8), Err(TKG_E_ARGUMENT), "more than half of all memory");
        assert_eq!(Input::kept("x", numbers.as_ptr(), 1 << 50).unwrap_err().status(), TKG_E_NOMEM);
        assert_eq!(Output::new("x", numbers.as_ptr().cast_mut(), 1, 2).unwrap_err().status(), TKG_E_BUFFER);
        assert_eq!(Output::new("x", numbers.as_ptr().cast_mut(), -1, 0).unwrap_err().status(), TKG_E_ARGUMENT);
    }

    #[test]
    fn of_a_struct_of_another_size_nothing_else_is_read() {
        let text = |name: &str, size: &u32| {
            // SAFETY: its size is all that there is; the struct is larger.
            let found = unsafe { sized::<[u32; 6]>(name, core::ptr::from_ref(size).cast()) };
            found.map(|_| ()).map_err(|failure| failure.message().to_owned())
        };
        assert_eq!(text("split", &16), Err("split: a struct_size of 16, expected 24, its sizeof.".to_owned()));
        assert_eq!(
            text("run", &u32::MAX),
            Err("run: a struct_size of 4294967295, expected 24, its sizeof.".to_owned())
        );
    }

    #[test]
    fn arrays_that_share_a_byte_overlap_and_neighbours_do_not() {
        let numbers = [0_i64; 4];
        let input = |at: usize, count| Input::new("in", &raw const numbers[at], count).unwrap().span();
        let output =
            |at: usize, count| Output::exactly("out", (&raw const numbers[at]).cast_mut(), count).unwrap().span();
        assert!(apart(&[output(2, 2)], &[input(0, 2)]).is_ok());
        assert!(apart(&[output(2, 2), output(0, 2)], &[]).is_ok());
        assert!(apart(&[output(0, 0)], &[input(0, 4)]).is_ok(), "nothing overlaps nothing");
        let text = "out: memory that in uses too, expected a buffer of its own.";
        assert_eq!(apart(&[output(1, 2)], &[input(0, 2)]).unwrap_err().message(), text);
        assert!(apart(&[output(1, 2), output(2, 2)], &[]).is_err());
    }

    #[test]
    fn only_the_smallest_number_is_missing() {
        let others = [0, 1, -1, i64::MAX, -i64::MAX, i64::MIN + 1, 1 << 62, -(1 << 62)];
        assert!(!has_missing(others.into_iter()));
        for position in 0..others.len() {
            let mut numbers = others;
            numbers[position] = i64::MIN;
            assert!(has_missing(numbers.into_iter()), "position {position}");
        }
    }

    #[test]
    fn a_missing_amount_is_neither_read_nor_given() {
        let numbers = [1, i64::MIN];
        let input = Input::new("amounts", numbers.as_ptr(), 2).unwrap();
        // SAFETY: an array of two.
        let failure = unsafe { input.amounts() }.unwrap_err();
        assert_eq!((failure.status(), failure.item()), (TKG_E_MISSING, 1));
        assert_eq!(failure.message(), "amounts: TKG_MISSING at position 1, expected a number.");
        assert_eq!(fits(&[Amount::MIN]).unwrap_err().status(), TKG_E_OVERFLOW);
    }
}
