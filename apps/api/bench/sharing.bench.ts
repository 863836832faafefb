// Costs of a hundred pools shared among all municipalities, to the krone; beside the same in floating point, which does not add up. Fails at 100 ms.
import { populations, sharePools } from '@samblikk/financing';
import { median, race } from './measure.ts';

const actors = Object.entries(populations[2024].inhabitants).map(([number, population]) => ({
  id: number,
  numbers: { population },
}));
const keys = [
  [{ basis: 'population', weight: 1 }],
  [
    { basis: 'equal', weight: 50 },
    { basis: 'population', weight: 50 },
  ],
] as const;
const pools = Array.from({ length: 100 }, (_, at) => ({
  id: String(at),
  amount: 70_000_000 + at,
  key: keys[at % keys.length] ?? keys[0],
}));

const inhabitants = actors.reduce((sum, { numbers }) => sum + numbers.population, 0);
const inFloats = () =>
  pools.map(({ amount, key }) =>
    actors.map(({ numbers }) =>
      Math.round(
        key.length === 1
          ? (amount * numbers.population) / inhabitants
          : amount / 2 / actors.length + (amount / 2) * (numbers.population / inhabitants),
      ),
    ),
  );
const [exact, floats] = await race(
  [
    { name: 'sharePools', run: () => sharePools(pools, actors) },
    { name: 'floats', run: inFloats },
  ],
  { runs: 20, warmUp: 5 },
);
const ms = median(exact);
console.log(
  `${actors.length} municipalities × ${pools.length} pools: ${ms.toFixed(1)} ms to the krone; rounded floats ${median(floats).toFixed(2)} ms`,
);
if (ms > 100) process.exitCode = 1;
