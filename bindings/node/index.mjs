// Divides Dutch youth-care money exactly. Amounts are BigInt cents; index.d.ts says what each call takes.
export { MISSING, TaakgerichtError, rulesVersion, version } from './lib/native.mjs';
export { formatAmount, instalments, parseAmount, roundTable } from './lib/amounts.mjs';
export { call, operations } from './lib/call.mjs';
export { effortAmounts, effortSums } from './lib/effort.mjs';
export { Plan, splitRagged } from './lib/plan.mjs';
export { Pool, payments } from './lib/pool.mjs';
export { reconcileRows } from './lib/reconcile.mjs';
export { Corridor, indexPercents, indexTariffs } from './lib/task.mjs';
export { Waterfall } from './lib/waterfall.mjs';
export { Outcome, Scenario } from './lib/scenario.mjs';
