// Scenarios and what comes out of them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import koffi from 'koffi';
import { choice, fallible, giving, handle, taken, utf8 } from './native.mjs';

const LANGUAGES = ['en', 'nl'];
const ROLES = ['part', 'memo', 'total'];

const FILE = koffi.struct('tkg_file', { name: 'void *', nameLength: 'int64_t', text: 'void *', textLength: 'int64_t' });
const STATEMENT = koffi.struct('tkg_statement', {
  structSize: 'uint32_t',
  reserved: 'uint32_t',
  year: 'int64_t',
  rows: 'int64_t',
  columns: 'int64_t',
  id: 'const char *',
  parties: 'void *',
});
const COLUMN = koffi.struct('tkg_column', {
  structSize: 'uint32_t',
  role: 'int32_t',
  rows: 'int64_t',
  total: 'int64_t',
  name: 'const char *',
  amounts: 'void *',
});
const PARTY = koffi.struct('tkg_party', {
  structSize: 'uint32_t',
  division: 'int32_t',
  code: 'const char *',
  name: 'const char *',
});

const FILES = [koffi.pointer(FILE), koffi.pointer(FILE), 'i64'];
const filesOf = giving('tkg_scenario_files', [koffi.pointer(FILE)]);
const read = giving('tkg_scenario_read', FILES);
const diagnosed = giving('tkg_scenario_diagnose', FILES);
const run = giving('tkg_scenario_run', 'ptr');
const explained = giving('tkg_scenario_explain', 'ptr ptr i64');
const json = giving('tkg_outcome_json', 'ptr');
const foundIn = giving('tkg_outcome_findings', 'ptr i32');
const count = fallible('tkg_outcome_statements', 'ptr ptr');
const find = fallible('tkg_outcome_find_statement', 'ptr ptr i64 ptr');
const statementAt = fallible('tkg_outcome_statement', ['ptr', 'i64', koffi.inout(koffi.pointer(STATEMENT))]);
const columnAt = fallible('tkg_outcome_column', ['ptr', 'i64', 'i64', koffi.inout(koffi.pointer(COLUMN))]);
const partyAt = fallible('tkg_outcome_party', ['ptr', 'i64', koffi.inout(koffi.pointer(PARTY))]);

function file({ name, text }) {
  const bytes = [utf8(name), text instanceof Uint8Array ? Buffer.from(text) : utf8(text)];
  return { name: bytes[0], nameLength: bytes[0].length, text: bytes[1], textLength: bytes[1].length };
}

/** Numbers that belong to the library, copied. */
function copied(pointer, length) {
  return length === 0 ? new BigInt64Array() : new BigInt64Array(koffi.view(pointer, 8 * length).slice());
}

export class Scenario extends handle('tkg_scenario_free') {
  constructor(main, files = []) {
    super(read(file(main), files.map(file), files.length));
  }

  static open(path) {
    const main = { name: path, text: readFileSync(path) };
    const named = (name) => ({ name, text: readFileSync(join(dirname(path), name)) });
    return new Scenario(main, Scenario.files(main).map(named));
  }

  static files(main) {
    return taken(filesOf(file(main)))
      .split('\n')
      .slice(0, -1);
  }

  static diagnose(main, files = []) {
    return taken(diagnosed(file(main), files.map(file), files.length));
  }

  run() {
    return new Outcome(run(this.pointer));
  }

  explain(figure) {
    const bytes = utf8(figure);
    return taken(explained(this.pointer, bytes, bytes.length));
  }
}

export class Outcome extends handle('tkg_outcome_free') {
  get statements() {
    const found = new BigInt64Array(1);
    count(this.pointer, found);
    return Array.from({ length: Number(found[0]) }, (_, at) => this.#statement(at));
  }

  statement(id) {
    const [bytes, at] = [utf8(id), new BigInt64Array(1)];
    find(this.pointer, bytes, bytes.length, at);
    return this.#statement(Number(at[0]));
  }

  json() {
    return taken(json(this.pointer));
  }

  findings(language = 'en') {
    return taken(foundIn(this.pointer, choice(LANGUAGES, language)));
  }

  #statement(at) {
    const found = { structSize: koffi.sizeof(STATEMENT) };
    statementAt(this.pointer, at, found);
    const parties = Array.from(copied(found.parties, Number(found.rows)), (party) => this.#party(Number(party)));
    const columns = Array.from({ length: Number(found.columns) }, (_, column) => this.#column(at, column));
    const year = BigInt(found.year) < 0n ? null : Number(found.year);
    return { id: found.id, year, parties, columns };
  }

  #column(statement, at) {
    const found = { structSize: koffi.sizeof(COLUMN) };
    columnAt(this.pointer, statement, at, found);
    const amounts = copied(found.amounts, Number(found.rows));
    // Koffi gives a small int64_t as a Number.
    return { name: found.name, role: ROLES[found.role], total: BigInt(found.total), amounts };
  }

  #party(at) {
    const found = { structSize: koffi.sizeof(PARTY) };
    partyAt(this.pointer, at, found);
    return { code: found.code, name: found.name, division: found.division };
  }
}
