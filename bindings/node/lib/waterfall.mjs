// Budgets through lines.
import koffi from 'koffi';
import { MISSING, choice, column, decimals, fallible, giving, handle, int64, none, utf8 } from './native.mjs';
import { TIES } from './plan.mjs';
import { run } from './run.mjs';

const RULES = ['share', 'share-of-rest', 'fixed', 'residual'];
const ROLES = ['part', 'memo'];
const READINGS = ['cumulative-points', 'literal', 'compounding'];
const LINE_SIZE = 72;

const waterfallNew = giving('tkg_waterfall_new', 'u32 ptr i64 i64 i32');
const waterfallNewRta = giving('tkg_waterfall_new_rta', 'u32 i32 i32 ptr ptr ptr i64 ptr ptr');
const countOf = fallible('tkg_waterfall_count', 'ptr ptr');
const inColumns = fallible('tkg_waterfall_columns_i64', 'ptr ptr i64 ptr i64 ptr ptr');

/** A line, but for its name. */
function write({ name, rule, percent, of, fixed, floor, ceiling, role = 'part', ...unknown }, earlier, into) {
  none(unknown);
  const base = of === undefined ? -1 : earlier.findIndex((other) => other.name === of);
  if (of !== undefined && base < 0) throw new RangeError(`no line before "${name}" is called "${of}"`);
  into.writeUInt32LE(LINE_SIZE, 0);
  [choice(RULES, rule), choice(ROLES, role), base].forEach((number, at) => into.writeInt32LE(number, 4 + 4 * at));
  if (percent !== undefined) decimals([percent]).copy(into, 16);
  const amounts = [fixed ?? 0n, floor ?? MISSING, ceiling ?? MISSING];
  amounts.forEach((amount, at) => into.writeBigInt64LE(int64(amount), 32 + 8 * at));
}

/** The lines one behind the other, and then their names: in one piece, since a line points at its name. */
function written(lines) {
  const names = lines.map(({ name }) => utf8(name, 'the name of a line'));
  let end = LINE_SIZE * lines.length;
  const bytes = Buffer.concat([Buffer.alloc(end), ...names]);
  lines.forEach((line, at) => {
    const into = bytes.subarray(LINE_SIZE * at, LINE_SIZE * (at + 1));
    write(line, lines.slice(0, at), into);
    into.writeBigInt64LE(BigInt(names[at].length), 56);
    into.writeBigUInt64LE(BigInt(koffi.address(bytes)) + BigInt(end), 64);
    end += names[at].length;
  });
  return bytes;
}

export class Waterfall extends handle('tkg_waterfall_free') {
  constructor(lines, { unit = 1n, tie = 'first', rules = 1, ...unknown } = {}) {
    none(unknown);
    super(waterfallNew(rules, written(lines), lines.length, int64(unit), choice(TIES, tie)));
  }

  static rta(
    year,
    {
      cut = null,
      inBase = '0',
      reading = 'cumulative-points',
      lines,
      residual,
      residualUnit = '1',
      rules = 1,
      ...unknown
    },
  ) {
    none(unknown);
    const cutGiven = cut === null ? null : decimals([cut]);
    const given = [[inBase], lines].map(decimals);
    const rest = [[residual], [residualUnit]].map(decimals);
    const made = waterfallNewRta(rules, year, choice(READINGS, reading), cutGiven, ...given, lines.length, ...rest);
    return Reflect.construct(Object.getPrototypeOf(Waterfall), [made], Waterfall);
  }

  get lines() {
    const found = new BigInt64Array(1);
    countOf(this.pointer, found);
    return Number(found[0]);
  }

  columns(budgets, options) {
    const [given, lines, waterfall] = [column(budgets), this.lines, this.pointer];
    const rows = given.length;
    const amounts = new BigInt64Array(rows * lines);
    run(rows, options, (...how) => inColumns(waterfall, given, rows, amounts, amounts.length, ...how));
    return Array.from({ length: lines }, (_, line) => amounts.slice(line * rows, (line + 1) * rows));
  }
}
