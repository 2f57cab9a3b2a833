// Division by weights.
import { choice, column, decimals, fallible, giving, handle, int64, none, utf8, whole } from './native.mjs';
import { run } from './run.mjs';

const METHODS = [
  'largest-remainder',
  'cumulative',
  'first-takes-rest',
  'last-takes-rest',
  'webster',
  'jefferson',
  'adams',
  'huntington-hill',
];
export const TIES = ['first', 'last', 'largest-weight', 'refuse'];

const planNew = giving('tkg_plan_new', 'ptr ptr i64');
const planNewDecimal = giving('tkg_plan_new_decimal', 'ptr ptr i64');
const planNewById = giving('tkg_plan_new_by_id', 'ptr ptr ptr ptr i64');
const one = fallible('tkg_allocate_i64', 'ptr i64 ptr i64');
const bounded = fallible('tkg_allocate_bounded_i64', 'ptr i64 ptr ptr ptr i64');
const BATCH = 'ptr ptr i64 ptr i64 ptr ptr';
const inRows = fallible('tkg_allocate_rows_i64', BATCH);
const inColumns = fallible('tkg_allocate_columns_i64', BATCH);
const inLists = fallible('tkg_allocate_ragged_i64', 'ptr ptr i64 ptr ptr ptr i64 ptr ptr');

function split({ method = 'largest-remainder', tie = 'first', unit = 1n, rules = 1, ...unknown } = {}) {
  none(unknown);
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(24, 0);
  bytes.writeUInt32LE(Number(whole(rules, 'u32')), 4);
  bytes.writeInt32LE(choice(METHODS, method), 8);
  bytes.writeInt32LE(choice(TIES, tie), 12);
  bytes.writeBigInt64LE(int64(unit), 16);
  return bytes;
}

/** Ids one after another, and where each begins. */
function joined(ids) {
  const texts = ids.map((id) => utf8(id, 'the id of a party'));
  const offsets = new BigInt64Array(ids.length + 1);
  texts.forEach((text, at) => (offsets[at + 1] = offsets[at] + BigInt(text.length)));
  return [Buffer.concat(texts), offsets];
}

function planOf(weights, how) {
  if (weights instanceof Map)
    return planNewById(how, ...joined([...weights.keys()]), column([...weights.values()]), weights.size);
  const asText = weights.length > 0 && typeof weights[0] === 'string';
  return asText
    ? planNewDecimal(how, decimals(weights), weights.length)
    : planNew(how, column(weights), weights.length);
}

export class Plan extends handle('tkg_plan_free') {
  constructor(weights, options) {
    super(planOf(weights, split(options)));
    this.parts = weights.size ?? weights.length;
  }

  split(amount) {
    const parts = new BigInt64Array(this.parts);
    one(this.pointer, int64(amount), parts, parts.length);
    return parts;
  }

  splitBounded(amount, { floors = null, ceilings = null, ...unknown } = {}) {
    none(unknown);
    const parts = new BigInt64Array(this.parts);
    const bounds = [floors, ceilings].map((given) => {
      if (given !== null && given.length !== this.parts)
        throw new RangeError(`${given.length} bounds, expected ${this.parts}`);
      return given === null ? null : column(given);
    });
    bounded(this.pointer, int64(amount), ...bounds, parts, parts.length);
    return parts;
  }

  splitRows(amounts, options) {
    return this.#batch(inRows, amounts, options);
  }

  splitColumns(amounts, options) {
    return this.#batch(inColumns, amounts, options);
  }

  #batch(call, amounts, options) {
    const [given, plan] = [column(amounts), this.pointer];
    const parts = new BigInt64Array(given.length * this.parts);
    run(given.length, options, (...how) => call(plan, given, given.length, parts, parts.length, ...how));
    return parts;
  }
}

export function splitRagged(amounts, offsets, weights, { rowStatus, progress, signal, ...options } = {}) {
  if (offsets.length !== amounts.length + 1)
    throw new RangeError(`${offsets.length} offsets, expected ${amounts.length + 1}`);
  const [how, given, parts] = [
    split(options),
    [amounts, offsets, weights].map(column),
    new BigInt64Array(weights.length),
  ];
  const [wholes, ...lists] = given;
  run(wholes.length, { rowStatus, progress, signal }, (...watched) =>
    inLists(how, wholes, wholes.length, ...lists, parts, parts.length, ...watched),
  );
  return parts;
}
