//! The record in which a caller reads what went wrong.

use crate::failure::Failure;
use crate::status::{TKG_OK, tkg_status};
use core::ffi::c_char;

/// What went wrong, in memory of the caller: no handle to free, no thread to stay on.
///
/// Set struct_size to sizeof(tkg_error) before the first call, and pass the record as the last argument, or NULL.
/// Every call with a record fills it in, TKG_OK too; a struct_size that is too small gives TKG_E_ABI, and nothing
/// is done. The status decides; the wording of a message is for people and may change. Since 0.1.
#[repr(C)]
#[derive(Debug)]
pub struct tkg_error {
    /// In: sizeof(tkg_error). The library writes no further.
    pub struct_size: u32,
    /// Out: what the call gave back.
    pub code: tkg_status,
    /// Out: the row of a batch, counted from 0; -1 where there is none.
    pub row: i64,
    /// Out: the position in an array, such as that of a weight, counted from 0; -1 where there is none.
    pub item: i64,
    /// Out: what it is about, such as "weights" or "year 2016". UTF-8, NUL-terminated, cut at a whole letter.
    pub field: [c_char; 64],
    /// Out: where, what was found, what was expected, and on a second line what to do. As `field`.
    pub message: [c_char; 408],
}

/// The record of a call, after its size was checked.
#[derive(Clone, Copy)]
pub(crate) struct Record(*mut tkg_error);

impl Record {
    /// Takes the record of the caller; `None` when it is none of this ABI.
    ///
    /// # Safety
    /// `err` is NULL, or points to a `tkg_error` whose `struct_size` is set.
    pub(crate) unsafe fn at(err: *mut tkg_error) -> Option<Record> {
        if err.is_null() {
            return Some(Record(err));
        }
        if !err.is_aligned() {
            return None;
        }
        // SAFETY: it is not NULL, and the caller set this field.
        let size = unsafe { (*err).struct_size };
        let fits = usize::try_from(size).is_ok_and(|size| size >= size_of::<tkg_error>());
        fits.then_some(Record(err))
    }

    /// Writes that all went well.
    pub(crate) fn write_ok(self) {
        self.write(TKG_OK, -1, -1, "", "");
    }

    /// Writes what went wrong.
    pub(crate) fn write_failure(self, failure: &Failure) {
        self.write(failure.status(), failure.row(), failure.item(), failure.field(), failure.message());
    }

    fn write(self, code: tkg_status, row: i64, item: i64, field: &str, message: &str) {
        let Record(err) = self;
        if err.is_null() {
            return;
        }
        // SAFETY: `at` proved that a whole record stands here, which the caller lets us write; the arrays are as long as said.
        unsafe {
            (*err).code = code;
            (*err).row = row;
            (*err).item = item;
            write_text((&raw mut (*err).field).cast(), 64, field);
            write_text((&raw mut (*err).message).cast(), 408, message);
        }
    }
}

/// Writes as much of a text as fits before the NUL, cut at a whole letter.
///
/// # Safety
/// `room` bytes may be written at `to`; there is room for the NUL.
unsafe fn write_text(to: *mut u8, room: usize, text: &str) {
    // A NUL inside the text of a caller would end what is said about it.
    let text = if text.contains('\0') { &text.replace('\0', "\\0") } else { text };
    let kept = text.floor_char_boundary(room.saturating_sub(1));
    // SAFETY: `kept` is below `room`, and at most the length of the text.
    unsafe {
        to.copy_from_nonoverlapping(text.as_ptr(), kept);
        to.add(kept).write(0);
    }
}

/// The layout is the ABI: it may only grow at the end.
const _: () = {
    assert!(size_of::<tkg_error>() == 496);
    assert!(core::mem::offset_of!(tkg_error, code) == 4);
    assert!(core::mem::offset_of!(tkg_error, row) == 8);
    assert!(core::mem::offset_of!(tkg_error, item) == 16);
    assert!(core::mem::offset_of!(tkg_error, field) == 24);
    assert!(core::mem::offset_of!(tkg_error, message) == 88);
};

#[cfg(test)]
mod tests {
    use super::write_text;

    fn written(text: &str, room: usize) -> String {
        let mut buffer = [b'x'; 16];
        // SAFETY: the buffer has more than `room` bytes.
        unsafe { write_text(buffer.as_mut_ptr(), room, text) };
        assert_eq!(buffer[room], b'x', "wrote beyond its room");
        let end = buffer.iter().position(|&byte| byte == 0).expect("a NUL");
        String::from_utf8(buffer[..end].to_vec()).expect("UTF-8")
    }

    #[test]
    fn a_text_is_cut_at_a_whole_letter() {
        assert_eq!(written("Súdwest", 8), "Súdwes");
        assert_eq!(written("Súdwest", 9), "Súdwest");
        assert_eq!(written("Súdwest", 3), "S", "the second letter has two bytes, and the NUL needs one");
        assert_eq!(written("€", 3), "");
        assert_eq!(written("", 1), "");
    }
}
