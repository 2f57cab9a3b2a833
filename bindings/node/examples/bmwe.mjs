// Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016.
//   node examples/bmwe.mjs ../../scenarios/bmwe-2015.toml
import { Scenario } from '../index.mjs';

const { parties, columns } = Scenario.open(process.argv[2]).run().statement('rta-groningen/2016');
const row = (name, cells, total) =>
  name.padEnd(20) + cells.map((cell) => String(cell).padStart(13)).join('') + String(total).padStart(14);

console.log(
  row(
    '2016, in cents',
    parties.map((party) => party.name),
    'total',
  ),
);
for (const { name, amounts, total } of columns) console.log(row(name, [...amounts], total));
