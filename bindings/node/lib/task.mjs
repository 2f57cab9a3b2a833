// Care that is paid for a task: corridors around lump sums, and indexed tariffs.
import {
  MODES,
  choice,
  column,
  decimals,
  decimalTexts,
  fallible,
  giving,
  handle,
  int64,
  none,
  whole,
} from './native.mjs';
import { run } from './run.mjs';

const CORRECTIONS = ['ratio', 'difference', 'compounding'];
const STAGES = ['weighted', 'each'];
const CHAININGS = ['on-rounded', 'from-base'];
const DECIMAL = 16;

const corridorNew = giving('tkg_corridor_new', 'u32 ptr ptr i64 ptr ptr i64');
const settleRows = fallible('tkg_corridor_settle_i64', 'ptr ptr ptr i64 i32 i64 ptr i64 ptr ptr');
const percentsOf = fallible('tkg_index_percents', 'ptr i32 ptr ptr ptr i64 i32 ptr i64');
const tariffsOf = fallible('tkg_index_tariffs_i64', 'u32 ptr i64 ptr i64 i32 i32 i32 i64 ptr i64');

const side = (breakpoints) => [
  ...['from', 'share'].map((name) => decimals(breakpoints.map((each) => each[name]))),
  breakpoints.length,
];

export class Corridor extends handle('tkg_corridor_free') {
  constructor({ over = [], under = [], rules = 1, ...unknown }) {
    none(unknown);
    super(corridorNew(rules, ...side(over), ...side(under)));
  }

  settle(lumpSums, shadowCosts, { mode = 'half-up', unit = 1n, ...options } = {}) {
    const rows = lumpSums.length;
    if (shadowCosts.length !== rows) throw new RangeError(`${shadowCosts.length} shadow costs, expected ${rows}`);
    const [given, out] = [[lumpSums, shadowCosts].map(column), new BigInt64Array(rows)];
    const how = [choice(MODES, mode), int64(unit)];
    const corridor = this.pointer;
    run(rows, options, (...watched) => settleRows(corridor, ...given, rows, ...how, out, rows, ...watched));
    return out;
  }
}

function indexRule({
  wages,
  prices,
  method,
  stage = 'weighted',
  mode = 'half-up',
  decimals: places = 2,
  rules = 1,
  ...unknown
}) {
  none(unknown);
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(56, 0);
  bytes.writeUInt32LE(Number(whole(rules, 'u32')), 4);
  [choice(CORRECTIONS, method), choice(STAGES, stage), choice(MODES, mode), Number(whole(places, 'i32'))].forEach(
    (number, at) => bytes.writeInt32LE(number, 8 + 4 * at),
  );
  decimals([wages, prices]).copy(bytes, 24);
  return bytes;
}

/** Figures of wages and prices, one year behind the other. */
const figures = (years) => decimals(years.flatMap((year) => [year?.wages ?? '0', year?.prices ?? '0']));

export function indexPercents(rule, firstYear, years) {
  const percents = Buffer.alloc(DECIMAL * years.length);
  const first = years.length > 0 && years[0].before === undefined ? 1 : 0;
  const missing = years.findIndex(
    ({ before, became }, at) => (before === undefined) !== (became === undefined) || (at > 0 && before === undefined),
  );
  if (missing >= 0) throw new RangeError(`year ${firstYear + missing} lacks the figures of the year before`);
  const given = [(year) => year.provisional, (year) => year.before, (year) => year.became].map((part) =>
    figures(years.map(part)),
  );
  percentsOf(indexRule(rule), firstYear, ...given, years.length, first, percents, years.length);
  return decimalTexts(percents);
}

export function indexTariffs(
  tariffs,
  percents,
  { firstYear, chaining = 'on-rounded', mode = 'half-up', unit = 1n, rules = 1, ...unknown },
) {
  none(unknown);
  const rows = tariffs.length;
  const out = new BigInt64Array(rows * percents.length);
  const how = [choice(CHAININGS, chaining), choice(MODES, mode), int64(unit)];
  tariffsOf(rules, column(tariffs), rows, decimals(percents), percents.length, firstYear, ...how, out, out.length);
  return percents.map((_, year) => out.slice(year * rows, (year + 1) * rows));
}
