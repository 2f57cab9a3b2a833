// Long runs: who hears how far they are, and what stops them.
import { inspect } from 'node:util';
import koffi from 'koffi';
import { duringRun, fallible, giving, handle, none, statuses } from './native.mjs';

const CANCELLED = -60;
const RUN_SIZE = 32;
const HEARS = koffi.pointer(koffi.proto('int32_t tkg_progress_fn(void *ctx, int64_t done, int64_t total)'));

const tokenNew = giving('tkg_cancel_new');
const tokenSet = fallible('tkg_cancel_set', 'ptr');

class Cancel extends handle('tkg_cancel_free') {
  constructor() {
    super(tokenNew());
  }

  set() {
    tokenSet(this.pointer);
  }
}

/** A progress as the library calls it: nothing may be thrown through the library. */
function heard(progress, thrown) {
  return (_, done, total) => {
    try {
      return progress(Number(done), Number(total)) === false ? CANCELLED : 0;
    } catch (error) {
      thrown.push(error);
      return CANCELLED;
    }
  };
}

function struct(token, hears) {
  const bytes = Buffer.alloc(RUN_SIZE);
  bytes.writeUInt32LE(RUN_SIZE, 0);
  [token, hears].forEach((pointer, at) => bytes.writeBigUInt64LE(BigInt(pointer), 8 + 8 * at));
  return bytes;
}

function watched(progress, signal, call) {
  const [token, thrown] = [new Cancel(), []];
  const hears = progress === null ? 0n : koffi.register(heard(progress, thrown), HEARS);
  const stop = () => token.set();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    duringRun(() => call(struct(token.pointer, hears)));
  } catch (error) {
    if (thrown.length > 0) throw thrown[0];
    if (error.name === 'AbortError' && signal?.aborted) error.cause = signal.reason;
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    if (progress !== null) koffi.unregister(hears);
    token.free();
  }
}

/** A call for so many rows: it gets the memory of their statuses and how it is watched, null for what is not wanted. */
export function run(rows, { rowStatus = null, progress = null, signal = null, ...unknown } = {}, call) {
  none(unknown);
  const status = statuses(rowStatus, rows);
  if (progress !== null && typeof progress !== 'function')
    throw new TypeError(`${inspect(progress)}, expected a function that hears how far the run is`);
  if (signal !== null && !('aborted' in Object(signal)))
    throw new TypeError(`${inspect(signal)}, expected an AbortSignal`);
  if (progress === null && signal === null) call(status, null);
  else watched(progress, signal, (how) => call(status, how));
}
