// Every operation by its name, on texts.
import koffi from 'koffi';
import { giving, none, taken, utf8 } from './native.mjs';

const PAIR = koffi.struct('tkg_pair', { name: 'void *', nameLength: 'int64_t', text: 'void *', textLength: 'int64_t' });
const carryOut = giving('tkg_call', ['u32', 'ptr', 'i64', koffi.pointer(PAIR), 'i64']);
const listed = giving('tkg_operations');

function pair([name, text]) {
  const bytes = [utf8(name), utf8(text)];
  return { name: bytes[0], nameLength: bytes[0].length, text: bytes[1], textLength: bytes[1].length };
}

export function call(operation, texts, { rules = 1, ...unknown } = {}) {
  none(unknown);
  const [name, pairs] = [utf8(operation), Object.entries(texts).map(pair)];
  return JSON.parse(taken(carryOut(rules, name, name.length, pairs, pairs.length)));
}

export function operations() {
  return JSON.parse(taken(listed())).operations;
}
