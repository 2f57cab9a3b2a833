// Care that is paid by effort: tariff times volume.
import { inspect } from 'node:util';
import { column, fallible, none, whole } from './native.mjs';

const amountsOf = fallible('tkg_effort_amounts_i64', 'ptr ptr i64 i32 i32 ptr i64');
const sumsOf = fallible('tkg_effort_sums_i64', 'ptr ptr ptr i64 i32 i32 ptr i64');

function lines(tariffs, volumes) {
  if (tariffs.length !== volumes.length) throw new RangeError(`${volumes.length} volumes, expected ${tariffs.length}`);
  return [column(tariffs), column(volumes)];
}

export function effortAmounts(tariffs, volumes, { tariffDecimals = 2, volumeDecimals = 0, ...unknown } = {}) {
  none(unknown);
  const amounts = new BigInt64Array(tariffs.length);
  amountsOf(...lines(tariffs, volumes), tariffs.length, tariffDecimals, volumeDecimals, amounts, amounts.length);
  return amounts;
}

export function effortSums(
  tariffs,
  volumes,
  groups,
  count,
  { tariffDecimals = 2, volumeDecimals = 0, ...unknown } = {},
) {
  none(unknown);
  if (groups.length !== tariffs.length) throw new RangeError(`${groups.length} groups, expected ${tariffs.length}`);
  const sums = new BigInt64Array(Number(whole(count, 'u32')));
  // Checked here, for a typed array would take the lowest 32 bits of any number.
  const wrong = Array.prototype.find.call(groups, (group) => !(Number.isInteger(group) && group >= 0 && group < count));
  if (wrong !== undefined) throw new RangeError(`group ${inspect(wrong)}, expected one of ${count}, counted from 0`);
  const given = groups instanceof Uint32Array ? groups : Uint32Array.from(groups);
  sumsOf(...lines(tariffs, volumes), given, tariffs.length, tariffDecimals, volumeDecimals, sums, count);
  return sums;
}
