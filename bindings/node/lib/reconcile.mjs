// Printed figures against what they add up.
import { MODES, choice, column, fallible, int64, none } from './native.mjs';
import { run } from './run.mjs';

const VERDICTS = ['holds', 'explained', 'only-if', 'error'];

const rowsOf = fallible('tkg_reconcile_rows_i64', 'u32 ptr i64 i64 i32 ptr ptr i64 i64 i32 ptr ptr i64 ptr ptr');

export function reconcileRows(
  stated,
  { plus = [], minus = [], unit = 100n, mode = 'half-up', statedUnit = unit, statedMode = mode, rules = 1, ...unknown },
  options,
) {
  none(unknown);
  const rows = stated.length;
  const terms = [...plus, ...minus];
  const odd = terms.find((term) => term.length !== rows);
  if (odd !== undefined) throw new RangeError(`a term of ${odd.length} figures, expected ${rows}`);
  const signs = Int32Array.from([...plus.map(() => 1), ...minus.map(() => -1)]);
  const [gaps, verdicts] = [new BigInt64Array(rows), new Int32Array(rows)];
  const figures = column(terms.flatMap((term) => [...term]));
  const printed = [int64(statedUnit), choice(MODES, statedMode)];
  const given = [
    rules,
    column(stated),
    rows,
    ...printed,
    figures,
    signs,
    terms.length,
    int64(unit),
    choice(MODES, mode),
  ];
  run(rows, options, (...watched) => rowsOf(...given, gaps, verdicts, rows, ...watched));
  return { gaps, verdicts: Array.from(verdicts, (verdict) => VERDICTS[verdict] ?? null) };
}
