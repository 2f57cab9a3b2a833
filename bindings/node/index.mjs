// Divides Dutch youth-care money exactly. Amounts are BigInt cents; index.d.ts says what each call takes.
export { MISSING, TaakgerichtError, rulesVersion, version } from './lib/native.mjs';
export { formatAmount, instalments, parseAmount, roundTable } from './lib/amounts.mjs';
export { call, operations } from './lib/call.mjs';
export { Plan, splitRagged } from './lib/plan.mjs';
export { Waterfall } from './lib/waterfall.mjs';
export { Outcome, Scenario } from './lib/scenario.mjs';
