// The shared library, its failures, and what crosses to it.
import { inspect } from 'node:util';
import koffi from 'koffi';

const NAMES = { win32: 'taakgericht.dll', darwin: 'libtaakgericht.1.dylib' };
const library = koffi.load(process.env.TAAKGERICHT_LIBRARY ?? NAMES[process.platform] ?? 'libtaakgericht.so.1');

// The version of taakgericht.h that this file was written for.
const ABI_VERSION = 1;
const HEADER_MINOR = 1;

/** The amount that is no amount (TKG_MISSING); in arrays only. */
export const MISSING = -(2n ** 63n);

/** What the library says of a failure; `code` is the name of the status, such as "TKG_E_TIE". */
export class TaakgerichtError extends Error {
  constructor(status, record) {
    const text = (from, to) => record.toString('utf8', from, record.indexOf(0, from)).slice(0, to - from);
    const position = (at) => (record.readBigInt64LE(at) < 0n ? null : Number(record.readBigInt64LE(at)));
    super(text(88, 496));
    this.code = statusName(status);
    // The name by which programs know that a signal, or they themselves, stopped it.
    this.name = this.code === 'TKG_E_CANCELLED' ? 'AbortError' : 'TaakgerichtError';
    this.status = status;
    this.kind = statusKind(status);
    this.row = position(8);
    this.item = position(16);
    this.field = text(24, 88);
  }
}

// One record is enough: a call fills it in at its end, and it is read at once; every worker has its own module.
const RECORD_SIZE = 496;
const record = Buffer.alloc(RECORD_SIZE);
record.writeUInt32LE(RECORD_SIZE, 0);

const statusName = library.func('const char *tkg_status_name(int32_t status)');
const statusKind = library.func('const char *tkg_status_kind(int32_t status)');

const TYPES = { ptr: 'void *', i64: 'int64_t', i32: 'int32_t', u32: 'uint32_t' };
const RANGES = { i64: [-(2n ** 63n), 2n ** 63n - 1n], i32: [-(2 ** 31), 2 ** 31 - 1], u32: [0, 2 ** 32 - 1] };

/** A whole number of a type; nothing is cut off, and nothing wraps around. */
export function whole(value, type) {
  if (typeof value !== 'bigint' && !Number.isSafeInteger(value))
    throw new TypeError(`${inspect(value)}, expected a whole number`);
  const [least, most] = RANGES[type];
  if (value < least || value > most) throw new RangeError(`${value}, expected a number from ${least} to ${most}`);
  return value;
}

/** "ptr i64", or a list that has types of koffi too. */
const listOf = (types) => (typeof types === 'string' ? types.split(' ') : types);
const typeOf = (type) => (typeof type === 'string' ? TYPES[type] : type);

/** A call with these arguments, and then the record; a failure is thrown. */
export function fallible(name, types) {
  const list = listOf(types);
  const isNumber = list.map((type) => typeof type === 'string' && type in RANGES);
  const call = library.func(name, 'int32_t', [...list.map(typeOf), 'void *']);
  return (...values) => {
    const status = call(...values.map((value, at) => (isNumber[at] ? whole(value, list[at]) : value)), record);
    if (status !== 0) throw new TaakgerichtError(status, record);
  };
}

/** As before, with a handle that is given before the record. */
export function giving(name, types = []) {
  const call = fallible(name, [...listOf(types), koffi.out('void **')]);
  return (...values) => {
    const result = [null];
    call(...values, result);
    return result[0];
  };
}

/** A thing of the library: freed by `free()`, by `using`, or when nobody has it any more. */
export class Handle {
  #pointer;
  #free;
  #forgotten;

  constructor(pointer, free, forgotten) {
    this.#pointer = pointer;
    this.#free = free;
    this.#forgotten = forgotten;
    forgotten.register(this, pointer, this);
  }

  get pointer() {
    if (this.#pointer === null) throw new Error(`this ${this.constructor.name} was freed`);
    return this.#pointer;
  }

  free() {
    const pointer = this.#pointer;
    this.#pointer = null;
    this.#forgotten.unregister(this);
    if (waiting === null) this.#free(pointer);
    else waiting.push(() => this.#free(pointer));
  }
}
Handle.prototype[Symbol.dispose ?? Symbol.for('nodejs.dispose')] = Handle.prototype.free;

/** A class of handles that `name` frees. */
export function handle(name) {
  const free = library.func(name, 'void', ['void *']);
  const forgotten = new FinalizationRegistry(free);
  return class extends Handle {
    constructor(pointer) {
      super(pointer, free, forgotten);
    }
  };
}

/** What is freed while the library calls the program back has to wait, since the run may have it. */
let waiting = null;

/** Carries out a call that may call the program back. */
export function duringRun(call) {
  const outermost = waiting === null;
  waiting ??= [];
  try {
    call();
  } finally {
    if (outermost) {
      const all = waiting;
      waiting = null;
      all.forEach((free) => free());
    }
  }
}

/** Text in UTF-8; half a letter (an unpaired surrogate) has no bytes. */
export function utf8(text, what = 'text') {
  if (typeof text !== 'string') throw new TypeError(`${inspect(text)}, expected ${what}`);
  if (/\p{Surrogate}/u.test(text)) throw new RangeError(`${inspect(text)} has half a letter, expected text in UTF-16`);
  return Buffer.from(text);
}

/** What is left of options that were asked for by name; one that is misspelt would be left out without a word. */
export function none(unknown) {
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new TypeError(`no option is called "${name}"`);
}

/** A BigInt that fits; nothing wraps around. */
export function int64(value) {
  if (typeof value !== 'bigint') throw new TypeError(`${value} is a ${typeof value}, expected a BigInt of cents`);
  if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} does not fit in 64 bits`);
  return value;
}

/** The memory in which each row gets its status; null for none. */
export function statuses(given, rows) {
  if (given === null) return null;
  if (!(given instanceof Int32Array))
    throw new TypeError(`${given.constructor.name}, expected an Int32Array for statuses`);
  if (given.length < rows) throw new RangeError(`${given.length} statuses, expected ${rows}`);
  return given;
}

/** A column of amounts, as it is or copied. */
export function column(values) {
  return values instanceof BigInt64Array ? values : BigInt64Array.from(values, int64);
}

const textView = fallible('tkg_text_view', 'ptr ptr ptr');
const textFree = library.func('void tkg_text_free(void *text)');

/** The text of a handle, which is freed. */
export function taken(text) {
  try {
    const [data, length] = [new BigUint64Array(1), new BigInt64Array(1)];
    textView(text, data, length);
    return koffi.decode.string(data[0], length[0]);
  } finally {
    textFree(text);
  }
}

const decimalParse = fallible('tkg_decimal_parse', 'ptr i64 ptr');

/** Numbers as text, "8.5", one behind the other as the library has them. */
export function decimals(texts) {
  const numbers = Buffer.alloc(16 * texts.length);
  texts.forEach((text, at) => {
    const bytes = utf8(text, 'a decimal number as text, such as "8.5"');
    decimalParse(bytes, bytes.length, numbers.subarray(16 * at, 16 * at + 16));
  });
  return numbers;
}

const decimalFormat = fallible('tkg_decimal_format', 'ptr ptr i64 ptr');

/** Numbers of the library as text. */
export function decimalTexts(numbers) {
  return Array.from({ length: numbers.length / 16 }, (_, at) => {
    const [buffer, needed] = [Buffer.alloc(32), new BigInt64Array(1)];
    decimalFormat(numbers.subarray(16 * at, 16 * at + 16), buffer, buffer.length, needed);
    return buffer.toString('latin1', 0, Number(needed[0]));
  });
}

/** How a number is rounded. */
export const MODES = ['half-up', 'half-even', 'half-down', 'up', 'down', 'floor', 'ceiling', 'exact'];

/** The number of a choice: its place in the list. */
export function choice(names, name) {
  const at = names.indexOf(name);
  if (at < 0) throw new RangeError(`"${name}" is none of ${names.join(', ')}`);
  return at;
}

/** The version of the library that runs, "0.1.0". */
export const version = library.func('const char *tkg_version()');
/** The newest version of the rules that it carries out. */
export const rulesVersion = library.func('uint32_t tkg_rules_version()');

fallible('tkg_check_abi', 'u32 u32')(ABI_VERSION, HEADER_MINOR);
