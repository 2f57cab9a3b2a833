// Every line of every file of the corpus, through call().
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { call, operations } from '../index.mjs';

const corpus = process.env.TAAKGERICHT_CORPUS ?? join(dirname(fileURLToPath(import.meta.url)), '../../../tests/corpus');

/** The cells of a line of CSV. */
function cells(line) {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(found, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

function cases(file) {
  const lines = readFileSync(join(corpus, file), 'utf8').split('\n');
  const [head, ...rows] = lines.filter((line) => line !== '' && !line.startsWith('#')).map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

/** These of the columns. */
const only = (one, names) => Object.fromEntries(names.map((name) => [name, one[name]]));

function outcome(operation, one) {
  try {
    return call(operation.name, only(one, operation.arguments));
  } catch (error) {
    return error.kind || error;
  }
}

const files = readdirSync(corpus)
  .filter((name) => name.endsWith('.csv'))
  .sort();

test('every file has an operation', () => {
  assert.deepEqual(
    files,
    operations()
      .map(({ name }) => `${name}.csv`)
      .sort(),
  );
});

for (const operation of operations()) {
  const file = `${operation.name}.csv`;
  test(file, (t) => {
    const all = cases(file);
    for (const one of all) {
      assert.deepEqual(outcome(operation, one), one.error || only(one, operation.results), one.id);
    }
    t.diagnostic(`${file}: ${all.length} cases`);
  });
}
