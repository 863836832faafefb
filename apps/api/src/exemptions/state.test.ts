import { pilotOf } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { type StepRow, standingClaims } from './state.ts';

const edition = editionOf('2026');
if (!edition) throw new Error('no edition 2026');
const answers = { name: 'Hemmelig', publishable: 'no', exemptionBasis: 'Sikkerhetsloven § 5-3' } as const;
const round = { id: 'this', opensAt: new Date('2026-03-01T07:00:00Z') };
const [claim] = standingClaims(edition, answers, [], round, '2026-04-01');
/** Digdir accepts it for good, in the round of a year. */
const accepted = (roundId: string, year: number) =>
  ({ roundId, year, field: claim?.field, grounds: claim?.grounds, step: 'accepted', until: null }) as StepRow;
const standing = (...steps: StepRow[]) => standingClaims(edition, answers, steps, round, '2026-04-01')[0];

test('what was accepted in an earlier round goes along; what was accepted in a pilot does not, and is not told', () => {
  expect(standing(accepted('before', 2025))?.state).toBe('accepted');
  expect(standing(accepted('pilot', pilotOf(2026)))).toMatchObject({ state: 'undecided', history: [] });
  expect(standing(accepted('before', 2025), accepted('pilot', pilotOf(2026)))).toMatchObject({
    ...{ state: 'accepted', step: { year: 2025 } },
  });
});

test('in the pilot itself its own decisions hold', () => {
  expect(standing(accepted('this', pilotOf(2026)))?.state).toBe('accepted');
});
