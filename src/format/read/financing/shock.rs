//! `[[shock]]`: a change of volume, or of prices.

use crate::exact::Percent;
use crate::financing::comparison::Shock;
use crate::format::read::part::Part;
use crate::scenario::ShockSection;

pub(super) fn read(part: &Part<'_>) -> Option<ShockSection> {
    let id = part.id();
    let percent = |key: &str| part.optional(key, |field| field.percent());
    let (volume, cost_price, tariff) = (percent("volume"), percent("cost_price"), percent("tariff"));
    let (cost_price, tariff) = (cost_price?.unwrap_or(Percent::ZERO), tariff?.unwrap_or(Percent::ZERO));
    let shock = volume?.map_or(Shock::Price { cost_price, tariff }, Shock::Volume);
    Some(ShockSection { id: id?, shock })
}
