//! Text from an input file, made safe to print.

use std::borrow::Cow;

/// Replaces control characters, so that a name in a file cannot move the cursor or colour the screen.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect())
    } else {
        Cow::Borrowed(text)
    }
}
