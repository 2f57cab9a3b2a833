// Amounts as text, in instalments, and in tables.
import { choice, column, fallible, int64, none, utf8, whole } from './native.mjs';

const NOTATIONS = ['plain', 'dutch', 'either'];
const ENOUGH = 32;

const parse = fallible('tkg_amount_parse', 'ptr i64 i32 ptr');
const format = fallible('tkg_amount_format', 'i64 i32 ptr i64 ptr');
const evenly = fallible('tkg_instalments', 'i64 i64 ptr');
const TABLE = 'ptr i64 i64 i64 ptr ptr ptr i64 ptr ptr ptr';
const round = fallible('tkg_table_round', TABLE);

export function parseAmount(text, notation = 'plain') {
  const [bytes, cents] = [utf8(text), new BigInt64Array(1)];
  parse(bytes, bytes.length, choice(NOTATIONS, notation), cents);
  return cents[0];
}

export function formatAmount(cents, notation = 'plain') {
  const [buffer, needed] = [Buffer.alloc(ENOUGH), new BigInt64Array(1)];
  format(int64(cents), choice(NOTATIONS, notation), buffer, ENOUGH, needed);
  return buffer.toString('latin1', 0, Number(needed[0]));
}

export function instalments(amount, count) {
  const parts = new BigInt64Array(Number(whole(count, 'u32')));
  evenly(int64(amount), count, parts);
  return parts;
}

export function roundTable(rows, { unit = 100n, rowTotals = null, columnTotals = null, ...unknown } = {}) {
  none(unknown);
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0) throw new RangeError(`row ${ragged} has ${rows[ragged].length} cells, expected ${width}`);
  const prescribed = (totals, count) => {
    if (totals !== null && totals.length !== count) throw new RangeError(`${totals.length} totals, expected ${count}`);
    return totals === null ? null : column(totals);
  };
  const cells = column(rows.flatMap((row) => [...row]));
  const [out, outRows, outColumns, total] = [cells.length, rows.length, width, 1].map((n) => new BigInt64Array(n));
  const totals = [prescribed(rowTotals, rows.length), prescribed(columnTotals, width)];
  round(cells, rows.length, width, int64(unit), ...totals, out, out.length, outRows, outColumns, total);
  const cut = rows.map((_, row) => out.slice(row * width, (row + 1) * width));
  return { rows: cut, rowTotals: outRows, columnTotals: outColumns, total: total[0] };
}
