// Typed calls and their failures.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import * as taakgericht from '../index.mjs';

const {
  MISSING,
  Plan,
  Scenario,
  TaakgerichtError,
  Waterfall,
  formatAmount,
  instalments,
  parseAmount,
  roundTable,
  splitRagged,
} = taakgericht;
const { Corridor, Pool, effortAmounts, effortSums, indexPercents, indexTariffs, payments, reconcileRows } = taakgericht;
const scenario =
  process.env.TAAKGERICHT_SCENARIO ??
  join(dirname(fileURLToPath(import.meta.url)), '../../../scenarios/bmwe-2015.toml');

/** The call fails with this code. */
function refused(code, call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof TaakgerichtError, error);
    assert.equal(error.code, code);
    return error;
  }
  assert.fail(`no failure, expected ${code}`);
}

test('the types name what the module has', () => {
  const types = readFileSync(new URL('../index.d.ts', import.meta.url), 'utf8');
  const declared = Array.from(types.matchAll(/^export (?:const|function|class) (\w+)/gm), ([, name]) => name);
  assert.deepEqual(declared.sort(), Object.keys(taakgericht).sort());
  for (const [, name, body] of types.matchAll(/^export class (\w+) implements Freed {\n(.*?)^}/gms)) {
    const { prototype } = taakgericht[name];
    const calls = Object.getOwnPropertyNames(prototype).filter((call) => call !== 'constructor');
    const written = Array.from(body.matchAll(/^  (?:readonly )?(\w+)[(:]/gm), ([, member]) => member);
    const own = written.filter((member) => !['constructor', 'free', 'parts', 'members'].includes(member));
    assert.deepEqual(own.sort(), calls.sort(), name);
  }
});

test('versions', () => {
  assert.match(taakgericht.version(), /^\d+\.\d+\.\d+$/);
  assert.equal(taakgericht.rulesVersion(), 1);
});

test('an amount is divided to the cent, also a large one and one below zero', () => {
  const thirds = new Plan([1n, 1n, 1n]);
  assert.deepEqual([...thirds.split(100n)], [34n, 33n, 33n]);
  assert.deepEqual([...thirds.split(-100000000000n)], [-33333333334n, -33333333333n, -33333333333n]);
  assert.deepEqual([...new Plan([1n, 1n], { tie: 'last', unit: 100n }).split(2n ** 62n - 4n)].length, 2);
  assert.deepEqual(
    [...new Plan(['0.5', '0.25', '0.25'], { method: 'webster' }).split(9n)].reduce((a, b) => a + b),
    9n,
  );
  thirds.free();
  thirds.free();
  assert.throws(() => thirds.split(1n), /^Error: this Plan was freed$/);
});

test('the order of parties gives nobody another amount', () => {
  const ids = ['GM1663', 'GM0005', 'GM0053'];
  const youths = new Map(ids.map((id) => [id, 3n]));
  const plan = new Plan(youths);
  assert.equal(plan.parts, 3);
  assert.deepEqual([...plan.split(100n)], [33n, 34n, 33n]);
  assert.deepEqual([...new Plan(new Map([...youths].reverse())).split(101n)], [34n, 34n, 33n]);
  const tie = refused('TKG_E_TIE', () => new Plan(youths, { tie: 'refuse' }).split(1n));
  assert.equal(tie.item, 1);
  assert.match(tie.message, /^key "weights": GM0005, GM0053 and GM1663 tie for the last unit/);
  refused('TKG_E_UNREADABLE', () => new Plan(new Map([['', 1n]])));
});

test('parts between floors and ceilings', () => {
  const plan = new Plan([1n, 1n, 2n]);
  assert.deepEqual([...plan.splitBounded(100n, { ceilings: [MISSING, MISSING, 40n] })], [30n, 30n, 40n]);
  refused('TKG_E_BOUNDS', () => plan.splitBounded(100n, { floors: [50n, 50n, 50n] }));
  assert.throws(() => plan.splitBounded(100n, { floors: [50n] }), /^RangeError: 1 bounds, expected 3$/);
});

test('rows, columns and lists', () => {
  const plan = new Plan(BigInt64Array.of(1n, 2n));
  const rows = [300n, MISSING, 3n];
  assert.equal(refused('TKG_E_MISSING', () => plan.splitRows(rows)).row, 1);
  const status = new Int32Array(3);
  assert.deepEqual([...plan.splitRows(rows, { rowStatus: status })], [100n, 200n, MISSING, MISSING, 1n, 2n]);
  assert.deepEqual([...status], [0, -22, 0]);
  assert.deepEqual([...plan.splitColumns(rows, { rowStatus: status })], [100n, MISSING, 1n, 200n, MISSING, 2n]);
  assert.deepEqual([...splitRagged([10n, 7n], [0n, 2n, 3n], [1n, 1n, 5n])], [5n, 5n, 7n]);
  assert.throws(() => splitRagged([10n], [0n], [1n]), /^RangeError: 1 offsets, expected 2$/);
  assert.throws(() => plan.splitRows(rows, { rowStatus: new Int32Array(2) }), /^RangeError: 2 statuses, expected 3$/);
  assert.deepEqual([...plan.splitRows([])], []);
});

test('a run tells how far it is, and stops', () => {
  const plan = new Plan([1n, 2n]);
  const rows = new BigInt64Array(3000).fill(300n);
  const heard = [];
  const parts = plan.splitRows(rows, { progress: (done, total) => void heard.push([done, total]) });
  assert.deepEqual([parts.length, heard], [6000, [0, 1024, 2048, 3000].map((done) => [done, 3000])]);
  const stopped = refused('TKG_E_CANCELLED', () => plan.splitColumns(rows, { progress: (done) => done < 2000 }));
  assert.equal(stopped.name, 'AbortError');
  assert.equal(stopped.message, 'run: cancelled by its progress function, expected to finish.');
  const fails = (done) => {
    throw new SyntaxError(`at ${done}`);
  };
  assert.throws(() => plan.splitRows(rows, { progress: fails }), /^SyntaxError: at 0$/);
  assert.throws(() => plan.splitRows(rows, { progress: 1 }), /^TypeError: 1, expected a function that hears how far/);
});

/** Every call that takes a run stops by it. */
function everyRun(options) {
  const rows = new BigInt64Array(3000).fill(300n);
  const offsets = Array.from({ length: 3001 }, (_, at) => BigInt(at));
  const rest = new Waterfall([{ name: 'rest', rule: 'residual' }]);
  return [
    () => new Plan([1n]).splitRows(rows, options),
    () => new Plan([1n]).splitColumns(rows, options),
    () => splitRagged(rows, offsets, rows, options),
    () => rest.columns(rows, options),
    () => new Corridor({}).settle(rows, rows, options),
    () => reconcileRows(rows, { plus: [rows] }, options),
  ].map((call) => refused('TKG_E_CANCELLED', call));
}

test('a signal stops a run', () => {
  const plan = new Plan([1n, 2n]);
  const rows = new BigInt64Array(3000).fill(300n);
  const controller = new AbortController();
  const { signal } = controller;
  assert.equal(plan.splitRows(rows, { signal }).length, 6000);
  const heard = [];
  const progress = (done) => {
    heard.push(done);
    if (done === 1024) controller.abort(new Error('enough'));
  };
  const stopped = refused('TKG_E_CANCELLED', () => plan.splitRows(rows, { signal, progress }));
  assert.deepEqual([stopped.name, stopped.cause.message, heard], ['AbortError', 'enough', [0, 1024]]);
  assert.equal(stopped.message, 'run: cancelled by its token, expected to finish.');
  assert.throws(
    () => plan.splitRows(rows, { signal: controller }),
    /^TypeError: AbortController .*, expected an AbortSignal$/s,
  );
  for (const error of everyRun({ signal: AbortSignal.abort() })) assert.equal(error.cause.name, 'AbortError');
  for (const error of everyRun({ progress: () => false })) assert.equal(error.cause, undefined);
});

test('another thread stops a run', async () => {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.index).then(({ Plan }) => {
      const progress = (done) => {
        if (done === 0) Atomics.store(workerData.stop, 0, 1);
        if (done === 1024) Atomics.wait(workerData.stop, 0, 1);
        return Atomics.load(workerData.stop, 0) !== 2;
      };
      try {
        new Plan([1n]).splitRows(new BigInt64Array(3000), { progress });
      } catch (error) {
        parentPort.postMessage(error.code);
      }
    });`;
  const workerData = { stop, index: new URL('../index.mjs', import.meta.url).href };
  const worker = new Worker(code, { eval: true, workerData });
  const said = once(worker, 'message');
  while (Atomics.load(stop, 0) !== 1) await new Promise((done) => setTimeout(done, 1));
  Atomics.store(stop, 0, 2);
  Atomics.notify(stop, 0);
  assert.deepEqual(await said, ['TKG_E_CANCELLED']);
});

test('what is freed during a run is freed after it', () => {
  const plan = new Plan([1n, 2n]);
  const rows = new BigInt64Array(3000).fill(300n);
  const progress = () => {
    plan.free();
    const { length } = new Plan([1n]).splitRows(rows, { progress: () => globalThis.gc?.() });
    return length === 3000;
  };
  assert.equal(plan.splitRows(rows, { progress })[5999], 200n);
  assert.throws(() => plan.split(1n), /^Error: this Plan was freed$/);
});

test('a failure says where, what was found and what was expected', () => {
  const error = refused('TKG_E_NEGATIVE_WEIGHT', () => new Plan([1n, -1n]));
  assert.equal(error.message, 'weights: the weight of position 1 is below zero, expected weights of zero or more.');
  assert.deepEqual([error.status, error.row, error.item, error.field], [-30, null, 1, 'weights']);
  refused('TKG_E_ZERO_WEIGHTS', () => new Plan([]));
  refused('TKG_E_TIE', () => new Plan([1n, 1n], { tie: 'refuse' }).split(1n));
  refused('TKG_E_STATE', () => new Plan([1n], { rules: 99 }));
  refused('TKG_E_UNREADABLE', () => new Plan(['a half']));
});

test('what is no BigInt, or does not fit, is not passed on', () => {
  const plan = new Plan([1n]);
  assert.throws(() => plan.split(100), /^TypeError: 100 is a number, expected a BigInt of cents$/);
  assert.throws(() => plan.split(2n ** 63n), /^RangeError: 9223372036854775808 does not fit in 64 bits$/);
  assert.throws(() => plan.splitRows([2n ** 64n]), /^RangeError/);
  assert.throws(() => new Plan([1n], { method: 'hamilton' }), /^RangeError: "hamilton" is none of largest-remainder, /);
  assert.throws(() => new Plan([1, 2]), /^TypeError: 1 is a number, expected a BigInt of cents$/);
  assert.throws(() => plan.splitRows(Float64Array.of(1)), /^TypeError: 1 is a number, expected a BigInt of cents$/);
});

test('nothing is cut off a number', () => {
  assert.throws(() => instalments(100n, 2.5), /^TypeError: 2.5, expected a whole number$/);
  assert.throws(() => instalments(100n, '3'), /^TypeError: '3', expected a whole number$/);
  assert.throws(() => instalments(100n, -1), /^RangeError: -1, expected a number from 0 to 4294967295$/);
  assert.deepEqual([...instalments(100n, 3n)], [33n, 34n, 33n]);
  assert.throws(() => new Plan([1n], { rules: 1.5 }), /^TypeError: 1.5, expected a whole number$/);
  const rest = [{ name: 'rest', rule: 'residual' }];
  assert.throws(
    () => new Waterfall(rest, { rules: 2 ** 32 + 1 }),
    /^RangeError: 4294967297, expected a number from 0 /,
  );
  assert.throws(() => effortAmounts([1n], [1n], { tariffDecimals: 2 ** 32 + 2 }), /^RangeError: 4294967298, expected /);
  assert.throws(() => indexTariffs([1n], ['1'], { firstYear: 2025.5 }), /^TypeError: 2025.5, expected a whole number$/);
  assert.throws(() => effortSums([1n], [1n], [0], 1.5), /^TypeError: 1.5, expected a whole number$/);
  assert.throws(() => effortSums([1n], [1n], [0n], 1), /^RangeError: group 0n, expected one of 1, counted from 0$/);
});

test('decimal numbers and names are text', () => {
  const decimal = /^TypeError: 0.5, expected a decimal number as text, such as "8.5"$/;
  assert.throws(() => new Plan(['0.5', 0.5]), decimal);
  assert.throws(() => new Pool([1n], { model: 'blend', share: 0.5 }), decimal);
  assert.throws(() => parseAmount(12.5), /^TypeError: 12.5, expected text$/);
  assert.throws(() => new Waterfall([{ rule: 'residual' }]), /^TypeError: undefined, expected the name of a line$/);
  assert.throws(() => taakgericht.call('split', { whole: 1 }), /^TypeError: 1, expected text$/);
  assert.throws(() => taakgericht.call('split\ud800', {}), /^RangeError: 'split\\ud800' has half a letter/i);
  assert.match(
    refused('TKG_E_UNKNOWN_NAME', () => taakgericht.call('splïts€', {})).message,
    /^no operation "splïts€", /,
  );
  refused('TKG_E_OVERFLOW', () => parseAmount('9'.repeat(100000)));
  refused('TKG_E_OVERFLOW', () => new Plan(['0.12345678901234567890123456789']));
  assert.equal(parseAmount('-0.00'), 0n);
});

test('an option that is misspelt is not left out', () => {
  assert.throws(() => new Plan([1n], { methode: 'webster' }), /^TypeError: no option is called "methode"$/);
  assert.throws(
    () => new Plan([1n]).splitRows([1n], { rowstatus: null }),
    /^TypeError: no option is called "rowstatus"$/,
  );
  assert.throws(() => splitRagged([1n], [0n, 1n], [1n], { ties: 'last' }), /^TypeError: no option is called "ties"$/);
  const line = { name: 'rest', rule: 'residual', cieling: 1n };
  assert.throws(() => new Waterfall([line]), /^TypeError: no option is called "cieling"$/);
});

test('statuses of rows need memory of their own kind', () => {
  const plan = new Plan([1n]);
  for (const rowStatus of [new Int16Array(3), new BigInt64Array(3), [0, 0, 0]])
    assert.throws(
      () => plan.splitRows([1n, 2n, 3n], { rowStatus }),
      /^TypeError: .*, expected an Int32Array for statuses$/,
    );
});

test('amounts as text', () => {
  assert.equal(parseAmount('€ 1.234,56', 'dutch'), 123456n);
  assert.equal(formatAmount(-123456n), '-1234.56');
  assert.equal(formatAmount(2n ** 63n - 1n, 'dutch'), '92.233.720.368.547.758,07');
  refused('TKG_E_AMBIGUOUS', () => parseAmount('1.234', 'either'));
  refused('TKG_E_INEXACT', () => parseAmount('1.234'));
  refused('TKG_E_MISSING', () => formatAmount(MISSING));
  refused('TKG_E_ARGUMENT', () => formatAmount(1n, 'either'));
});

test('instalments and tables', () => {
  assert.deepEqual([...instalments(100n, 3)], [33n, 34n, 33n]);
  refused('TKG_E_ZERO_WEIGHTS', () => instalments(100n, 0));
  const { rows, rowTotals, columnTotals, total } = roundTable([
    [149n, 149n],
    [149n, 53n],
  ]);
  assert.equal(total % 100n, 0n);
  rows.forEach((row, at) => assert.equal(row[0] + row[1], rowTotals[at]));
  assert.deepEqual([...columnTotals], [rows[0][0] + rows[1][0], rows[0][1] + rows[1][1]]);
  refused('TKG_E_TABLE_CONFLICT', () => roundTable([[149n]], { rowTotals: [300n] }));
  assert.throws(() => roundTable([[1n], []]), /^RangeError: row 1 has 0 cells, expected 1$/);
});

test('waterfalls', () => {
  const lines = [
    { name: 'fixed', rule: 'fixed', fixed: 10000n },
    { name: 'shown', rule: 'share', percent: '20', role: 'memo' },
    { name: 'half', rule: 'share', percent: '50', of: 'fixed' },
    { name: 'rest', rule: 'residual' },
  ];
  const columns = new Waterfall(lines).columns([100000n, 50000n]);
  assert.deepEqual(
    columns.map((column) => [...column]),
    [
      [10000n, 10000n],
      [20000n, 10000n],
      [5000n, 5000n],
      [85000n, 35000n],
    ],
  );
  refused('TKG_E_DUPLICATE', () => new Waterfall([lines[3], lines[3]]));
  assert.throws(() => new Waterfall([lines[2]]), /^RangeError: no line before "half" is called "fixed"$/);
  const year = Waterfall.rta(2015, { lines: ['3', '3', '10'], residual: '84' });
  assert.ok(year instanceof Waterfall);
  assert.deepEqual(
    year.columns([1387893300n]).flatMap((column) => [...column]),
    [41636799n, 41636799n, 138789330n, 1165830372n],
  );
  refused('TKG_E_SCHEDULE_SUM', () => Waterfall.rta(2015, { lines: ['3'], residual: '84' }));
});

test('care by effort', () => {
  const [tariffs, volumes, places] = [[873000n, 14550n, 873000n, 873000n], [3n, 95n, -3n, 2n], { tariffDecimals: 4 }];
  assert.deepEqual([...effortAmounts(tariffs, volumes, places)], [26190n, 13823n, -26190n, 17460n]);
  assert.deepEqual([...effortSums(tariffs, volumes, [0, 1, 0, 0], 2, places)], [17460n, 13823n]);
  assert.equal(refused('TKG_E_MISSING', () => effortAmounts([1n, MISSING], [1n, 1n])).item, 1);
  assert.throws(
    () => effortSums([1n], [1n], [4294967296], 1),
    /^RangeError: group 4294967296, expected one of 1, counted from 0$/,
  );
  assert.throws(() => effortAmounts([1n], []), /^RangeError: 0 volumes, expected 1$/);
});

test('corridors around lump sums', () => {
  const tiers = [
    { from: '3', share: '50' },
    { from: '8', share: '80' },
  ];
  const corridor = new Corridor({ over: tiers, under: tiers });
  const [lumps, costs, rowStatus] = [
    [1000000000n, 1000000000n, 1000000000n, -1n],
    [1150000000n, 1030000000n, 900000000n, 5n],
    new Int32Array(4),
  ];
  assert.deepEqual([...corridor.settle(lumps, costs, { rowStatus })], [1081000000n, 1000000000n, 959000000n, MISSING]);
  assert.deepEqual([...rowStatus], [0, 0, 0, -28]);
  assert.equal(refused('TKG_E_OUT_OF_RANGE', () => corridor.settle(lumps, costs)).row, 3);
  refused('TKG_E_OUT_OF_RANGE', () => new Corridor({ over: [tiers[1], tiers[0]] }));
});

test('indexation', () => {
  const rule = { wages: '90', prices: '10', method: 'ratio' };
  const years = [
    { provisional: { wages: '4.94', prices: '2.51' } },
    {
      provisional: { wages: '4.18', prices: '1.82' },
      before: { wages: '4.94', prices: '2.51' },
      became: { wages: '6.00', prices: '3.10' },
    },
  ];
  const percents = indexPercents(rule, 2025, years);
  assert.deepEqual(percents, ['4.7', '4.91']);
  const tariffs = indexTariffs([12345n, 20000n], percents, { firstYear: 2025 });
  assert.deepEqual(
    tariffs.map((year) => [...year]),
    [
      [12925n, 20940n],
      [13560n, 21968n],
    ],
  );
  refused('TKG_E_KEY_SUM', () => indexPercents({ ...rule, prices: '11' }, 2025, years));
  assert.throws(
    () => indexPercents(rule, 2025, [years[0], years[0]]),
    /^RangeError: year 2026 lacks the figures of the year before$/,
  );
});

test('pools', () => {
  const [key, costs] = [
    [2947n, 3951n],
    [170000000n, 250000000n],
  ];
  const { borne, transfers } = new Pool(key, { model: 'insurance' }).settle(costs);
  assert.deepEqual([...borne, ...transfers], [179434619n, 240565381n, 9434619n, -9434619n]);
  const corridor = new Pool(key, { model: 'corridor', share: '5' });
  assert.deepEqual(
    [...corridor.settle(costs, { contributions: [180000000n, 220000000n] }).borne],
    [178690055n, 241309945n],
  );
  const stopLoss = new Pool(key, { model: 'stop-loss', share: '80', threshold: 20000000n, ceiling: 30000000n });
  const clients = [[30000000n], [15000000n, 40000000n]];
  assert.deepEqual([...stopLoss.settle(costs, { clients }).borne], [168835605n, 251164395n]);
  refused('TKG_E_POOL', () => new Pool(key, { model: 'insurance', underspendKey: key }));
  assert.throws(() => corridor.settle([1n]), /^RangeError: 1 costs, expected 2$/);
  const paid = payments([-6974831n, 21036831n, -28742063n, 14680063n]);
  assert.deepEqual(paid[0], { from: 1, to: 2, amount: 21036831n });
  assert.equal(paid.length, 3);
  refused('TKG_E_POOL', () => payments([1n]));
});

test('printed figures against what they add up', () => {
  const terms = {
    plus: [
      [66974800n, 105054600n],
      [80260600n, 108568300n],
      [88245700n, 113260400n],
    ],
  };
  const found = reconcileRows([235481200n, 326883300n], terms);
  assert.deepEqual([...found.gaps], [100n, 0n]);
  assert.deepEqual(found.verdicts, ['explained', 'holds']);
  assert.deepEqual(reconcileRows([35648400n], { plus: [[181532300n]], minus: [[145884000n]] }).verdicts, ['explained']);
  const rowStatus = new Int32Array(2);
  assert.deepEqual(reconcileRows([MISSING, 326883300n], terms, { rowStatus }).verdicts, [null, 'holds']);
  assert.deepEqual([...rowStatus], [-22, 0]);
});

test('a scenario, its figures and its failures', () => {
  const read = Scenario.open(scenario);
  const outcome = read.run();
  read.free();
  const statement = outcome.statement('rta-groningen/2016');
  assert.deepEqual(statement.parties[0], { code: 'GM0005', name: 'Bedum', division: 2015 });
  assert.equal(statement.year, 2016);
  assert.equal(
    outcome.statements.find(({ id }) => id === 'rta-groningen/2016').columns.length,
    statement.columns.length,
  );
  const total = statement.columns.at(-1);
  assert.deepEqual([total.role, total.total], ['total', 1387893300n]);
  assert.equal(JSON.parse(outcome.json()).shape, 'taakgericht/run/1');
  assert.equal(JSON.parse(outcome.findings('nl')).shape, 'taakgericht/findings/1');
  assert.equal(refused('TKG_E_UNKNOWN_NAME', () => outcome.statement('none')).status, -24);
  const figure = 'rta-groningen/2016/directe_zorg/Bedum';
  assert.equal(JSON.parse(Scenario.open(scenario).explain(figure)).shape, 'taakgericht/explain/1');
  const { errors } = JSON.parse(Scenario.diagnose({ name: 'a.toml', text: 'format = 1\nrulez = 1\n' }));
  assert.ok(errors.length > 0 && errors[0].file === 'a.toml');
  refused('TKG_E_SYNTAX', () => new Scenario({ name: 'a.toml', text: Buffer.from([0xff]) }));
});
