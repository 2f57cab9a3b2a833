//! Plans over parties with ids, so that the order of rows gives nobody another amount.

use crate::failure::Failure;
use crate::guard::guard_handle;
use crate::plan::{tkg_plan, tkg_split, whole_weights};
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::view::{self, Input};
use core::ffi::c_char;
use std::collections::BTreeMap;
use taakgericht::Kind;
use taakgericht::exact::Ratio;
use taakgericht::key::Key;
use taakgericht::party::{Municipality, same_division};

/// Makes a plan from `count` parties with ids, such as the codes of municipalities, and weights that are whole numbers
/// (Dutch: verdeelsleutel).
///
/// Whatever depends on an order, such as who gets the last cent of those that tie, goes by the ids, compared byte by
/// byte; so rows in another order give every party the same amount. The parts stand in the order of the rows. The ids
/// lie one after another in `ids`, as in Arrow: that of row r is ids[offsets[r]] up to ids[offsets[r + 1]], in UTF-8
/// and not empty. `split`, `out` and `offsets`, of `count` + 1 positions, may not be NULL; the others not unless
/// `count` is 0. All is copied. As tkg_plan_new; TKG_E_DUPLICATE, with the item, for an id that stands there twice;
/// TKG_E_UNREADABLE, with the item, for one that is empty or no UTF-8; TKG_E_ARGUMENT, with the item, for an offset that
/// falls; TKG_E_DIVISION, with the item, for municipalities that say another municipal division than the first that says
/// one, as GM0005@2015 and GM1979@2021 do: their areas may overlap. Messages name the ids. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_plan_new_by_id(
    split: *const tkg_split,
    ids: *const c_char,
    offsets: *const i64,
    weights: *const i64,
    count: i64,
    out: *mut *mut tkg_plan,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let split = unsafe { tkg_split::at(split) }?;
        let count = view::count("count", count)?;
        // SAFETY: the array of the caller.
        let weights = unsafe { Input::kept("weights", weights, count)?.slice() };
        // SAFETY: the array of the caller.
        let offsets = unsafe { Input::new("offsets", offsets, count.saturating_add(1))?.positions() }?;
        let bytes = Input::kept("ids", ids.cast::<u8>(), offsets.last().copied().unwrap_or(0))?;
        // SAFETY: the text of the caller.
        let ids = ids_of(unsafe { bytes.slice() }, &offsets)?;
        one_division(&ids)?;
        // Said with the position of the caller, which a key does not know.
        whole_weights(weights)?;
        let entries = ids.iter().cloned().zip(weights.iter().map(|&weight| Ratio::integer(weight)));
        Ok(tkg_plan::by_id(Key::new("weights", entries, None)?.prepare(split, &ids)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// The ids between the offsets, each once.
fn ids_of(bytes: &[u8], offsets: &[usize]) -> Result<Vec<String>, Failure> {
    let mut rows = BTreeMap::new();
    let mut ids = Vec::new();
    for (item, ends) in offsets.windows(2).enumerate() {
        let id = id_of(bytes, ends).map_err(|failure| failure.at_item(item))?;
        if let Some(first) = rows.insert(id, item) {
            let found = format!("{id} at positions {first} and {item}");
            return Err(Failure::of_data(Kind::Duplicate, "ids", &found, "every id once").at_item(item));
        }
        ids.push(id.to_owned());
    }
    Ok(ids)
}

/// Proves that no two ids are municipalities of different divisions.
fn one_division(ids: &[String]) -> Result<(), Failure> {
    let municipality = |(item, id): (usize, &String)| Some((item, Municipality::parse(id).ok()?));
    let (items, municipalities): (Vec<usize>, Vec<Municipality>) =
        ids.iter().enumerate().filter_map(municipality).unzip();
    same_division(&municipalities).map(drop).map_err(|error| {
        let item = error.positions().first().and_then(|&position| items.get(position)).copied();
        Failure::from(error.within("ids")).at_item(item.unwrap_or(0))
    })
}

fn id_of<'b>(bytes: &'b [u8], ends: &[usize]) -> Result<&'b str, Failure> {
    let refused = |found: &str, expected: &str| Failure::of_data(Kind::Unreadable, "ids", found, expected);
    let [from, to] = ends else { return Err(Failure::internal("an id without ends")) };
    let bytes = bytes.get(*from..*to).ok_or_else(|| Failure::internal("an id behind its text"))?;
    match core::str::from_utf8(bytes) {
        Ok("") => Err(refused("an empty text", "an id")),
        Ok(id) => Ok(id),
        Err(_) => Err(refused("bytes that are no UTF-8", "UTF-8 text")),
    }
}

#[cfg(test)]
mod tests {
    use super::{ids_of, one_division};

    #[test]
    fn ids_lie_between_offsets() {
        let ids = |text: &str, offsets: &[usize]| {
            ids_of(text.as_bytes(), offsets).map_err(|failure| (failure.item(), failure.message().to_owned()))
        };
        assert_eq!(ids("GM05GM1663", &[0, 4, 10]), Ok(vec!["GM05".to_owned(), "GM1663".to_owned()]));
        assert_eq!(ids("", &[0]), Ok(vec![]));
        let twice = "ids: B at positions 1 and 2, expected every id once.".to_owned();
        assert_eq!(ids("ABB", &[0, 1, 2, 3]), Err((2, twice)));
        assert_eq!(ids("AB", &[0, 1, 1]), Err((1, "ids: an empty text, expected an id.".to_owned())));
        let divisions = |ids: &[&str]| {
            let ids: Vec<String> = ids.iter().copied().map(str::to_owned).collect();
            one_division(&ids).map_err(|failure| (failure.item(), failure.message().to_owned()))
        };
        assert_eq!(divisions(&["GM0005@2015", "the region", "GM0053@2015", "GM0005"]), Ok(()));
        let mixed = "ids: GM1979@2021 in one column with GM0005@2015, expected municipalities of the division of 2015.\n  \
            Restate the figures to one division first; GM1979@2021 may be another area than in 2015.";
        assert_eq!(divisions(&["the region", "GM0005@2015", "GM1979@2021"]), Err((2, mixed.to_owned())));
        let cut = "ids: bytes that are no UTF-8, expected UTF-8 text.".to_owned();
        assert_eq!(ids("é", &[0, 1, 2]), Err((0, cut)));
    }
}
