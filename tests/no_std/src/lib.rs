//! A program without std that divides an amount.
#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;
use taakgericht::exact::{Amount, Split, Weights};

/// An allocator that has nothing to give: the program is compiled, never run.
struct Nothing;

// SAFETY: returning null is what an allocator does when memory is used up.
unsafe impl GlobalAlloc for Nothing {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static ALLOCATOR: Nothing = Nothing;

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Divides a number of cents by 3, 3, 10 and 84 and gives the last part; -1 when that fails.
#[unsafe(no_mangle)]
pub extern "C" fn last_part(cents: i64) -> i64 {
    let divided = Weights::from_integers(&[3, 3, 10, 84]).and_then(|weights| Split::default().divide(Amount::from_cents(cents), &weights));
    divided.ok().and_then(|parts| parts.last().map(|part| part.cents())).unwrap_or(-1)
}
