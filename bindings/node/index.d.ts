/// <reference lib="esnext.disposable" />
/** An amount in cents of a euro. A value that does not fit in 64 bits is a `RangeError`; a `number` is a `TypeError`. */
export type Cents = bigint;
/** A column of amounts; a `BigInt64Array` is passed without a copy. */
export type Amounts = BigInt64Array | readonly Cents[];
/** Digits with a point, "8.5"; exact. */
export type Decimal = string;

/** TKG_MISSING: no amount. Only in columns. */
export const MISSING: bigint;
/** The version of the library that runs, "0.1.0". */
export function version(): string;
/** The newest version of the rules that it carries out. */
export function rulesVersion(): number;

/** A failure; `message` says where, what was found, what was expected, and on a second line what to do. */
export class TaakgerichtError extends Error {
  /** The name of the status in taakgericht.h, "TKG_E_TIE". */
  readonly code: string;
  /** What of the data is wrong, in a word: "key-sum"; "" when it is not the data. */
  readonly kind: string;
  /** Its number, below zero. */
  readonly status: number;
  /** The row of a batch, or null. */
  readonly row: number | null;
  /** The position in an array, such as that of a weight, or null. */
  readonly item: number | null;
  /** What it is about, "weights". */
  readonly field: string;
}

/** What the library keeps. It is freed when nobody has it any more, or sooner: by `free()`, or by `using`. */
interface Freed {
  /** After it, every call but this one fails. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * How a run over many rows is watched. It holds the event loop, so a signal stops it only when it was aborted before, or by
 * `progress`. A run that is stopped throws a `TaakgerichtError` called "AbortError", of which `cause` is the reason of the signal.
 */
export interface RunOptions {
  /** Gets the status of each row, which is 0 or below zero; a row that fails has MISSING amounts. Without it, the first is thrown. */
  rowStatus?: Int32Array | null;
  /**
   * Hears for every 1,024 rows how many are done; `false` stops the run, and so does what it throws, which comes out. What another
   * thread wants it can ask of memory that they share: `() => Atomics.load(stop, 0) === 0`.
   */
  progress?: ((done: number, total: number) => boolean | void) | null;
  signal?: AbortSignal | null;
}

export type Notation = 'plain' | 'dutch' | 'either';
/** Euros as text to cents; "1.234,56" is 'dutch'. Nothing is rounded. */
export function parseAmount(text: string, notation?: Notation): Cents;
/** Cents as euros, "1234.56" or "1.234,56". */
export function formatAmount(cents: Cents, notation?: 'plain' | 'dutch'): string;
/** `count` instalments (termijnen) of which every running total is right. */
export function instalments(amount: Cents, count: number): BigInt64Array;

export interface RoundedTable {
  rows: BigInt64Array[];
  rowTotals: BigInt64Array;
  columnTotals: BigInt64Array;
  total: Cents;
}
/** Rounds a table to multiples of `unit` (100n: euros) so that its rows and its columns still add up. */
export function roundTable(
  rows: readonly Amounts[],
  options?: { unit?: Cents; rowTotals?: Amounts | null; columnTotals?: Amounts | null },
): RoundedTable;

export type Method =
  | 'largest-remainder'
  | 'cumulative'
  | 'first-takes-rest'
  | 'last-takes-rest'
  | 'webster'
  | 'jefferson'
  | 'adams'
  | 'huntington-hill';
export type Tie = 'first' | 'last' | 'largest-weight' | 'refuse';
/** Without these: cents by largest remainders, a tie to the first, version 1 of the rules. */
export interface Split {
  method?: Method;
  tie?: Tie;
  unit?: Cents;
  rules?: number;
}

/**
 * Weights made ready for many divisions: whole numbers as BigInt, or decimal numbers as text. With a Map the parties have
 * ids: who gets the last cent goes by these, so a Map in another order gives every party the same amount.
 */
export class Plan implements Freed {
  constructor(weights: Amounts | readonly Decimal[] | ReadonlyMap<string, bigint>, split?: Split);
  /** How many weights, and so how many parts. */
  readonly parts: number;
  /** Parts in the order of the weights; they add up to the amount. */
  split(amount: Cents): BigInt64Array;
  /** Every part between its floor and its ceiling; MISSING for none. */
  splitBounded(amount: Cents, bounds?: { floors?: Amounts | null; ceilings?: Amounts | null }): BigInt64Array;
  /** The parts of each amount stand together. */
  splitRows(amounts: Amounts, options?: RunOptions): BigInt64Array;
  /** The parts of each weight stand together. */
  splitColumns(amounts: Amounts, options?: RunOptions): BigInt64Array;
  free(): void;
  [Symbol.dispose](): void;
}

/** Amounts that each have weights of their own: those of row r are weights[offsets[r]] up to weights[offsets[r + 1]]. */
export function splitRagged(
  amounts: Amounts,
  offsets: Amounts,
  weights: Amounts,
  options?: Split & RunOptions,
): BigInt64Array;

export type Mode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'floor' | 'ceiling' | 'exact';

/** How many decimals tariffs and volumes have as whole numbers; 2 and 0 when it is not said. */
export interface Places {
  tariffDecimals?: number;
  volumeDecimals?: number;
}
/** What each line of delivered care is worth: tariff times volume, in cents. */
export function effortAmounts(tariffs: Amounts, volumes: Amounts, places?: Places): BigInt64Array;
/** The same, added up by group: sums[groups[line]]. */
export function effortSums(
  tariffs: Amounts,
  volumes: Amounts,
  groups: Uint32Array | readonly number[],
  count: number,
  places?: Places,
): BigInt64Array;

/** From a deviation of `from` percent of the lump sum on, the municipality bears, or takes back, `share` percent. */
export interface Breakpoint {
  from: Decimal;
  share: Decimal;
}
/** A corridor around a lump sum. */
export class Corridor implements Freed {
  constructor(sides: { over?: readonly Breakpoint[]; under?: readonly Breakpoint[]; rules?: number });
  /** What the provider gets, of each lump sum and what care would have cost by effort (schaduwkosten). */
  settle(lumpSums: Amounts, shadowCosts: Amounts, options?: { mode?: Mode; unit?: Cents } & RunOptions): BigInt64Array;
  free(): void;
  [Symbol.dispose](): void;
}

/** How tariffs are indexed; the weights of wages and prices are percentages, together 100. */
export interface IndexRule {
  wages: Decimal;
  prices: Decimal;
  method: 'ratio' | 'difference' | 'compounding';
  stage?: 'weighted' | 'each';
  mode?: Mode;
  /** Of the percentage; 2 when it is not said. */
  decimals?: number;
  rules?: number;
}
/** The rise of wages (OVA) and prices (PPC), in percent. */
export interface Figures {
  wages: Decimal;
  prices: Decimal;
}
/** What is known for a year, and what became of the year before; without these, the first year of a contract. */
export interface IndexYear {
  provisional: Figures;
  before?: Figures;
  became?: Figures;
}
/** The percentages that tariffs rise by in years that follow each other. */
export function indexPercents(rule: IndexRule, firstYear: number, years: readonly IndexYear[]): Decimal[];
/** Tariffs in cents for each year, one for each percentage. */
export function indexTariffs(
  tariffs: Amounts,
  percents: readonly Decimal[],
  options: { firstYear: number; chaining?: 'on-rounded' | 'from-base'; mode?: Mode; unit?: Cents; rules?: number },
): BigInt64Array[];

/** The terms of a pool. */
export interface PoolTerms {
  model: 'actual-use' | 'insurance' | 'blend' | 'corridor' | 'stop-loss';
  netting?: 'netted' | 'each-side' | 'overspends-only';
  residual?: 'largest' | 'cumulative' | 'first' | 'last';
  tie?: Tie;
  /** In percent: what is pooled of a blend, the band of a corridor, what is ceded of a stop-loss. */
  share?: Decimal;
  /** For a stop-loss, per client. */
  threshold?: Cents;
  ceiling?: Cents;
  /** What the members bear beyond the cost. */
  levy?: Cents;
  /** For the underspends of a corridor with 'each-side'. */
  underspendKey?: Amounts | null;
  rules?: number;
}
/** A solidarity pool with its key (verdeelsleutel). */
export class Pool implements Freed {
  constructor(key: Amounts, terms: PoolTerms);
  readonly members: number;
  /** What each member finally bears, and what it pays (above zero) or receives. */
  settle(
    costs: Amounts,
    year?: { outside?: Amounts | null; contributions?: Amounts | null; clients?: readonly Amounts[] | null },
  ): { borne: BigInt64Array; transfers: BigInt64Array };
  free(): void;
  [Symbol.dispose](): void;
}
/** From which member to which, counted from 0. */
export interface Payment {
  from: number;
  to: number;
  amount: Cents;
}
/** Reduces transfers to fewer payments than there are members. */
export function payments(transfers: Amounts): Payment[];

/** Whether printed figures are what others add up to (aansluiting), row by row; null for a row that failed. */
export function reconcileRows(
  stated: Amounts,
  terms: {
    plus?: readonly Amounts[];
    minus?: readonly Amounts[];
    unit?: Cents;
    mode?: Mode;
    statedUnit?: Cents;
    statedMode?: Mode;
    rules?: number;
  },
  options?: RunOptions,
): { gaps: BigInt64Array; verdicts: ('holds' | 'explained' | 'only-if' | 'error' | null)[] };

/** A line of a waterfall (trap). */
export interface Line {
  name: string;
  rule: 'share' | 'share-of-rest' | 'fixed' | 'residual';
  /** For shares: "8.5" for 8.5%. */
  percent?: Decimal;
  /** For 'share': the earlier line that it is a share of; without it, of the whole. */
  of?: string;
  /** For 'fixed'. */
  fixed?: Cents;
  floor?: Cents;
  ceiling?: Cents;
  /** A memo is shown and never added. */
  role?: 'part' | 'memo';
}

/** A year of an RTA schedule; percentages of the base-year budget, "8.5" for 8.5%. */
export interface Rta {
  /** The State's cut (korting). */
  cut?: Decimal | null;
  /** The cut that the base-year budget already lacks. */
  inBase?: Decimal;
  reading?: 'cumulative-points' | 'literal' | 'compounding';
  lines: readonly Decimal[];
  residual: Decimal;
  residualUnit?: Decimal;
  rules?: number;
}

/** Lines that budgets run through. */
export class Waterfall implements Freed {
  constructor(lines: readonly Line[], options?: { unit?: Cents; tie?: Tie; rules?: number });
  static rta(year: number, schedule: Rta): Waterfall;
  /** How many lines, memo lines too. */
  readonly lines: number;
  /** A column for each line, with an amount for each budget. */
  columns(budgets: Amounts, options?: RunOptions): BigInt64Array[];
  free(): void;
  [Symbol.dispose](): void;
}

/** A text with the name that the scenario has for it. */
export interface NamedText {
  name: string;
  text: string | Uint8Array;
}

/** A scenario that was read and proved. */
export class Scenario implements Freed {
  constructor(main: NamedText, files?: readonly NamedText[]);
  /** Reads a scenario and the tables that it names from files. */
  static open(path: string): Scenario;
  /** The names of the tables that it needs. */
  static files(main: NamedText): string[];
  /** Everything that is wrong with it, as JSON (taakgericht/diagnosis/1). */
  static diagnose(main: NamedText, files?: readonly NamedText[]): string;
  run(): Outcome;
  /** How a figure came about, as JSON (taakgericht/explain/1): "rta-groningen/2016/directe_zorg/Bedum". */
  explain(figure: string): string;
  free(): void;
  [Symbol.dispose](): void;
}

export interface Party {
  /** "GM0005". */
  code: string;
  name: string;
  /** The year of its municipal division (indelingsjaar). */
  division: number;
}
export interface Column {
  name: string;
  role: 'part' | 'memo' | 'total';
  total: Cents;
  /** One for each party. */
  amounts: BigInt64Array;
}
/** An allocation statement (verdeelstaat). */
export interface Statement {
  id: string;
  year: number | null;
  parties: Party[];
  columns: Column[];
}

/** What came out of a scenario. */
export class Outcome implements Freed {
  private constructor();
  readonly statements: Statement[];
  statement(id: string): Statement;
  /** The whole, as JSON (taakgericht/run/1). */
  json(): string;
  /** What was found about the published tables (aansluiting), as JSON (taakgericht/findings/1). */
  findings(language?: 'en' | 'nl'): string;
  free(): void;
  [Symbol.dispose](): void;
}

/** An operation on texts: what it does, and the names of what it takes and gives. */
export interface Operation {
  name: string;
  about: string;
  arguments: string[];
  results: string[];
}
/** Everything that `call` can do. */
export function operations(): Operation[];
/** Carries out an operation: `call('split', { whole: '1.00', … })` gives `{ parts: '0.34 0.33 0.33' }`. */
export function call(
  operation: string,
  texts: Record<string, string>,
  options?: { rules?: number },
): Record<string, string>;
