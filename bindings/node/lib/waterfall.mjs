// Budgets through lines.
import koffi from 'koffi';
import { MISSING, choice, column, decimals, fallible, giving, handle, int64 } from './native.mjs';
import { TIES } from './plan.mjs';

const RULES = ['share', 'share-of-rest', 'fixed', 'residual'];
const ROLES = ['part', 'memo'];
const READINGS = ['cumulative-points', 'literal', 'compounding'];
const LINE_SIZE = 72;

const waterfallNew = giving('tkg_waterfall_new', 'u32 ptr i64 i64 i32');
const waterfallNewRta = giving('tkg_waterfall_new_rta', 'u32 i32 i32 ptr ptr ptr i64 ptr ptr');
const countOf = fallible('tkg_waterfall_count', 'ptr ptr');
const inColumns = fallible('tkg_waterfall_columns_i64', 'ptr ptr i64 ptr i64 ptr ptr');

/** The lines one behind the other; the names are kept by who calls. */
function written(lines, names) {
  const bytes = Buffer.alloc(LINE_SIZE * lines.length);
  lines.forEach((line, at) => {
    const into = bytes.subarray(LINE_SIZE * at, LINE_SIZE * (at + 1));
    const earlier = line.of === undefined ? -1 : lines.slice(0, at).findIndex((other) => other.name === line.of);
    if (line.of !== undefined && earlier < 0)
      throw new RangeError(`no line before "${line.name}" is called "${line.of}"`);
    into.writeUInt32LE(LINE_SIZE, 0);
    into.writeInt32LE(choice(RULES, line.rule), 4);
    into.writeInt32LE(choice(ROLES, line.role ?? 'part'), 8);
    into.writeInt32LE(earlier, 12);
    if (line.percent !== undefined) decimals([line.percent]).copy(into, 16);
    into.writeBigInt64LE(int64(line.fixed ?? 0n), 32);
    into.writeBigInt64LE(int64(line.floor ?? MISSING), 40);
    into.writeBigInt64LE(int64(line.ceiling ?? MISSING), 48);
    into.writeBigInt64LE(BigInt(names[at].length), 56);
    into.writeBigUInt64LE(koffi.address(names[at]), 64);
  });
  return bytes;
}

export class Waterfall extends handle('tkg_waterfall_free') {
  constructor(lines, { unit = 1n, tie = 'first', rules = 1 } = {}) {
    const names = lines.map((line) => Buffer.from(line.name));
    super(waterfallNew(rules, written(lines, names), lines.length, int64(unit), choice(TIES, tie)));
  }

  static rta(
    year,
    { cut = null, inBase = '0', reading = 'cumulative-points', lines, residual, residualUnit = '1', rules = 1 },
  ) {
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

  columns(budgets, rowStatus = null) {
    const rows = budgets.length;
    if (rowStatus !== null && rowStatus.length < rows)
      throw new RangeError(`${rowStatus.length} statuses, expected ${rows}`);
    const lines = this.lines;
    const amounts = new BigInt64Array(rows * lines);
    inColumns(this.pointer, column(budgets), rows, amounts, amounts.length, rowStatus, null);
    return Array.from({ length: lines }, (_, line) => amounts.slice(line * rows, (line + 1) * rows));
  }
}
