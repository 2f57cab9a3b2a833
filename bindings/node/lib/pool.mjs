// Solidarity pools.
import { MISSING, choice, column, decimals, fallible, giving, handle, int64, none, whole } from './native.mjs';
import { TIES } from './plan.mjs';

const MODELS = ['actual-use', 'insurance', 'blend', 'corridor', 'stop-loss'];
const NETTINGS = ['netted', 'each-side', 'overspends-only'];
const RESIDUALS = ['largest', 'cumulative', 'first', 'last'];
const TERMS_SIZE = 64;

const poolNew = giving('tkg_pool_new', 'ptr ptr ptr i64');
const settleYear = fallible('tkg_pool_settle_i64', 'ptr ptr ptr ptr ptr ptr ptr ptr i64');
const paymentsOf = fallible('tkg_payments_i64', 'ptr i64 ptr ptr ptr i64 ptr');

function terms({
  model,
  netting = 'netted',
  residual = 'largest',
  tie = 'first',
  share = '0',
  threshold = 0n,
  ceiling = MISSING,
  levy = 0n,
  rules = 1,
  ...unknown
}) {
  none(unknown);
  const bytes = Buffer.alloc(TERMS_SIZE);
  bytes.writeUInt32LE(TERMS_SIZE, 0);
  bytes.writeUInt32LE(Number(whole(rules, 'u32')), 4);
  const choices = [choice(MODELS, model), choice(NETTINGS, netting), choice(RESIDUALS, residual), choice(TIES, tie)];
  choices.forEach((number, at) => bytes.writeInt32LE(number, 8 + 4 * at));
  decimals([share]).copy(bytes, 24);
  [threshold, ceiling, levy].forEach((amount, at) => bytes.writeBigInt64LE(int64(amount), 40 + 8 * at));
  return bytes;
}

function same(name, given, members) {
  if (given !== null && given.length !== members) throw new RangeError(`${given.length} ${name}, expected ${members}`);
  return given === null ? null : column(given);
}

/** The costs of clients behind each other, and where those of each member begin. */
function listed(clients) {
  const offsets = new BigInt64Array(clients.length + 1);
  clients.forEach((costs, at) => (offsets[at + 1] = offsets[at] + BigInt(costs.length)));
  return [offsets, column(clients.flatMap((costs) => [...costs]))];
}

export class Pool extends handle('tkg_pool_free') {
  constructor(key, { underspendKey = null, ...options }) {
    super(poolNew(terms(options), column(key), same('weights for underspends', underspendKey, key.length), key.length));
    this.members = key.length;
  }

  settle(costs, { outside = null, contributions = null, clients = null, ...unknown } = {}) {
    none(unknown);
    const given = Object.entries({ costs, outside, contributions }).map(([name, amounts]) =>
      same(name, amounts, this.members),
    );
    if (clients !== null && clients.length !== this.members)
      throw new RangeError(`${clients.length} lists of clients, expected ${this.members}`);
    const lists = clients === null ? [null, null] : listed(clients);
    const [borne, transfers] = [new BigInt64Array(this.members), new BigInt64Array(this.members)];
    settleYear(this.pointer, ...given, ...lists, borne, transfers, this.members);
    return { borne, transfers };
  }
}

export function payments(transfers) {
  const room = transfers.length;
  const [from, to, amounts, needed] = [room, room, room, 1].map((length) => new BigInt64Array(length));
  paymentsOf(column(transfers), room, from, to, amounts, room, needed);
  return Array.from({ length: Number(needed[0]) }, (_, at) => ({
    from: Number(from[at]),
    to: Number(to[at]),
    amount: amounts[at],
  }));
}
