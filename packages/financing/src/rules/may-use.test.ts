import { languages } from '@samblikk/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { financingCases } from '../cases/index.ts';
import { actorTypes, planPhases } from '../plan/plan.ts';
import { disagreementsIn } from './disagreements.ts';
import { holdAgainst, mayUse, type PlanAsked, paidBack, versionsIn } from './may-use.ts';
import { askedOf } from './of-plan.ts';
import { againstCodes, missingCodes, noteCodes, saidTerms, termCodes } from './said.ts';
import type { RuleVersion, SchemeId, Terms } from './scheme.ts';
import { schemes } from './schemes/index.ts';
import { inWords, ruleWords } from './words.ts';

const million = 1_000_000;
const during = (from: number, to = from) => ({ from, to });
const asked = (one: Partial<PlanAsked> & Pick<PlanAsked, 'years'>): PlanAsked => ({
  actors: ['stateAgency'],
  phases: ['execution'],
  ...one,
});
const of = (id: SchemeId, one: PlanAsked) => {
  const found = mayUse(schemes, one).find(({ scheme }) => scheme.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const version = (id: SchemeId, versionId: string, one: PlanAsked) => {
  const found = of(id, one).outcomes.find(({ version }) => version.id === versionId);
  if (!found) throw new Error(`no ${versionId}`);
  return found;
};
const codes = (said: readonly { code: string }[]) => said.map(({ code }) => code);

test('Medfinansiering 2020 (digdir.no/…/1033): 50 % and at most 15 mill. of 5–50; 85 % of measures across up to 100', () => {
  const outcome = (id: string, total: number, to = 2022) =>
    version('medfinansiering', id, asked({ total: total * million, years: during(2020, to) }));
  expect(outcome('small-2020', 40)).toMatchObject({ verdict: 'fits', atMost: 15 * million });
  expect(outcome('small-2020', 20)).toMatchObject({ verdict: 'fits', atMost: 10 * million });
  expect(outcome('small-2020', 5).verdict).toBe('fits');
  expect(outcome('small-2020', 50).verdict).toBe('fits');
  expect(codes(outcome('small-2020', 4).against)).toEqual(['totalBelow']);
  expect(codes(outcome('small-2020', 51).against)).toEqual(['totalAbove']);
  expect(outcome('across-2020', 100)).toMatchObject({ verdict: 'fits', atMost: 85 * million });
  expect(outcome('across-2020', 101)).toMatchObject({ verdict: 'doesNotFit', atMost: null });
  // Awarded 2020: 44.7 mill. to Pilot Pasientens legemiddelliste, which the small kind could not have had.
  expect(outcome('across-2020', 60).atMost).toBeGreaterThan(44_700_000);
  // "Maksimalt tre budsjettår, men prosjektet kan gå over fire år" (Skate).
  expect(codes(outcome('across-2020', 80, 2022).notes)).toEqual([]);
  expect(codes(outcome('across-2020', 80, 2023).notes)).toEqual(['paidOverFewer']);
  expect(codes(outcome('across-2020', 80, 2024).against)).toEqual(['tooLong']);
});

test('Medfinansiering later (digdir.no/finansiering/…/1962): 50 % of 10–100, "maksimalt 50 mill."; not operation, and municipalities only take part', () => {
  const later = (more: Partial<PlanAsked>) => of('medfinansiering', asked({ years: during(2026, 2028), ...more }));
  expect(later({ total: 100 * million }).outcomes[0]?.atMost).toBe(50 * million);
  // Without a total the most is that of the highest the rule allows, and nobody can say yet that it fits.
  expect(later({})).toMatchObject({ verdict: 'unsure', outcomes: [{ atMost: 50 * million }] });
  expect(codes(later({ total: 9 * million }).outcomes[0]?.against ?? [])).toEqual(['totalBelow']);
  expect(codes(later({ total: 20 * million, phases: ['operation'] }).outcomes[0]?.against ?? [])).toEqual([
    'phasesNotPaid',
  ]);
  const both = later({
    total: 20 * million,
    phases: ['execution', 'operation'],
    actors: ['municipality', 'stateAgency'],
  });
  expect(both.verdict).toBe('fits');
  expect(codes(both.outcomes[0]?.notes ?? [])).toEqual(['onlyPartners', 'somePhasesNotPaid']);
  expect(codes(later({ total: 20 * million, actors: ['municipality'] }).outcomes[0]?.against ?? [])).toEqual([
    'notApplicant',
  ]);
});

test('Statens prosjektmodell: more than 750 mill. until 20 September 2019, then 300 and in the Skate slides 350; that they disagree is told', () => {
  const model = (total: number, year: number) =>
    of('stateProjectModel', asked({ total: total * million, years: during(year) }));
  expect(model(750, 2018).verdict).toBe('doesNotFit');
  expect(model(751, 2018).verdict).toBe('fits');
  expect(model(301, 2019).outcomes.map(({ verdict }) => verdict)).toEqual(['doesNotFit', 'fits']);
  expect(model(300, 2026).verdict).toBe('doesNotFit');
  expect(model(320, 2026).outcomes.map(({ verdict, version: { id } }) => [id, verdict])).toEqual([
    ['2019', 'fits'],
    ['skate', 'doesNotFit'],
  ]);
  const scheme = of('stateProjectModel', asked({ years: during(2026) })).scheme;
  const [disagreement, ...more] = disagreementsIn(2026, scheme);
  expect(more).toEqual([]);
  expect(disagreement?.sides.map(({ said, source }) => [said.params.kroner, source.year])).toEqual([
    [300 * million, 2025],
    [350 * million, 2022],
  ]);
  // In 2019 one took over from the other in September: no disagreement.
  expect(disagreementsIn(2019, scheme)).toEqual([]);
});

test('the note of 2019 has Medfinansiering at 5–50 mill., Digdir in 2020 at up to 100: that they disagree is told', () => {
  const { scheme } = of('medfinansiering', asked({ years: during(2020) }));
  expect(disagreementsIn(2019, scheme)).toEqual([]);
  const [disagreement, ...more] = disagreementsIn(2020, scheme);
  expect(more).toEqual([]);
  expect(disagreement?.term).toBe('totalTo');
  expect(disagreement?.sides.map(({ said, source }) => [said.params.kroner, source.document])).toEqual([
    [50 * million, 'Difi-notat 2019:10'],
    [100 * million, expect.stringContaining('Digdir')],
  ]);
});

test('DigiFin is repaid with 20 % added for risk, and is not for the state', () => {
  const outcome = (actors: PlanAsked['actors']) =>
    of('digifin', asked({ actors, total: 30 * million, years: during(2020) }));
  expect(outcome(['stateAgency']).verdict).toBe('doesNotFit');
  const [fits] = outcome(['municipality', 'ks']).outcomes;
  expect(fits?.notes).toMatchObject([{ code: 'paysBack', params: { kroner: 30 * million, limit: 36 * million } }]);
  // Nobody pays back less than the addition: parts of a krone are rounded up.
  expect([paidBack(0, 20), paidBack(1, 20), paidBack(5, 20)]).toEqual([0, 2, 6]);
});

test('the five cases of the report could use what they used', () => {
  for (const { id, years, ...plan } of financingCases) {
    const one = askedOf(plan, years);
    for (const { from, actors } of plan.funding) {
      const types = plan.actors.filter((actor) => actors.includes(actor.id)).map(({ type }) => type);
      const used = plan.funding.filter((line) => line.from === from).flatMap(({ phases }) => phases);
      // The report has no totals of these but of the two that follow Statens prosjektmodell; a measure of many years used grants for some of them.
      const outcome = of(from as SchemeId, { actors: types, phases: used, years: { from: years.to, to: years.to } });
      expect(outcome.verdict, `${id}: ${from}`).not.toBe('doesNotFit');
    }
    const large = ['altinn-3', 'fremtidens-innkreving'].includes(id);
    expect(of('stateProjectModel', one).verdict === 'fits', id).toBe(large);
  }
});

test('a scheme that had no rule in a year is shown by its nearest, and says when', () => {
  expect(codes(of('digifin', asked({ years: during(2010) })).outcomes[0]?.against ?? [])).toContain('notYet');
  const eu = of('eu', asked({ years: during(2030) }));
  expect(eu.outcomes[0]?.against).toEqual([{ code: 'noLonger', params: { day: '2027-12-31' } }]);
});

test('every rule has a source with a page, a section or an address, days in order, and words in three languages', () => {
  for (const scheme of schemes)
    for (const { id, from, to = '9999-12-31', terms, conditions, sources, category } of scheme.versions) {
      expect(from <= to, id).toBe(true);
      for (const { page, at, address, document, year, undated } of sources) {
        expect(page ?? at ?? address ?? /^Rundskriv R-\d+\/\d+/.exec(document), `${scheme.id} ${id}`).toBeTruthy();
        expect(year ?? undated, document).toBeTruthy();
      }
      for (const language of languages) {
        for (const said of saidTerms(terms)) expect(inWords(said, language)).not.toMatch(/[{}]|undefined/);
        for (const text of conditions) expect(text[language]).not.toBe('');
      }
      // Of one scheme, two rules of the same day are told apart by category, or are of different sources.
      const twins = scheme.versions.filter((other) => other.category === category && other.from === from);
      expect(twins.length, `${scheme.id} ${id}`).toBeLessThanOrEqual(scheme.id === 'medfinansiering' ? 2 : 1);
    }
  expect(Object.keys(ruleWords).sort()).toEqual([...termCodes, ...againstCodes, ...missingCodes, ...noteCodes].sort());
});

const amount = fc.integer({ min: 0, max: 400 });
const some = <One>(all: readonly One[], min = 0) => fc.subarray([...all], { minLength: min });
const anyTerms = fc
  .record(
    {
      applicants: some(actorTypes, 1),
      partners: some(actorTypes),
      phases: some(planPhases),
      notPhases: some(planPhases),
      totalFrom: amount,
      totalTo: amount,
      totalOver: amount,
      sharePercent: fc.integer({ min: 0, max: 100 }),
      supportFrom: amount,
      supportTo: amount,
      paidOverYears: fc.integer({ min: 1, max: 5 }),
      lastsYears: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: ['applicants', 'phases'] },
  )
  .map(
    (terms) => ({ ...terms, notPhases: (terms.notPhases ?? []).filter((one) => !terms.phases.includes(one)) }) as Terms,
  );
const anyAsked = fc
  .record({
    actors: some(actorTypes),
    phases: some(planPhases),
    total: fc.option(amount, { nil: undefined }),
    from: fc.integer({ min: 2018, max: 2023 }),
    length: fc.integer({ min: 1, max: 7 }),
  })
  .map(
    ({ from, length, total, ...one }): PlanAsked => ({
      ...one,
      years: { from, to: from + length - 1 },
      ...(total !== undefined && { total }),
    }),
  );
const ruleOf = (terms: Terms): RuleVersion => ({
  ...{ id: 'any', from: '2020-03-01', to: '2021-02-01', terms, conditions: [], sources: [{ document: 'invented' }] },
});

/** The same by going through all there is, one by one. */
function slowly(terms: Terms, { actors, phases, total, years }: PlanAsked) {
  const most = () => {
    if (terms.sharePercent === undefined && terms.supportTo === undefined) return null;
    const base = total ?? terms.totalTo;
    if (terms.sharePercent !== undefined && base === undefined && terms.supportTo === undefined) return null;
    let kroner = 0;
    const allowed = (next: number) =>
      (terms.sharePercent === undefined || base === undefined || next * 100 <= base * terms.sharePercent) &&
      (terms.supportTo === undefined || next <= terms.supportTo) &&
      (total === undefined || next <= total);
    while (allowed(kroner + 1)) kroner += 1;
    return kroner;
  };
  let length = 0;
  for (let year = years.from; year <= years.to; year += 1) length += 1;
  const days = [`${years.from}-01-01`, `${years.from}-12-31`] as const;
  const no =
    days[1] < '2020-03-01' ||
    days[0] > '2021-02-01' ||
    (actors.length > 0 && actors.every((actor) => !terms.applicants.includes(actor))) ||
    (phases.length > 0 && phases.every((phase) => terms.notPhases?.includes(phase))) ||
    (total !== undefined &&
      ((terms.totalFrom !== undefined && total < terms.totalFrom) ||
        (terms.totalTo !== undefined && total > terms.totalTo) ||
        (terms.totalOver !== undefined && !(total > terms.totalOver)) ||
        (terms.supportFrom !== undefined && (most() ?? total) < terms.supportFrom))) ||
    (terms.lastsYears !== undefined && length > terms.lastsYears);
  const known =
    actors.length > 0 &&
    phases.some((phase) => terms.phases.includes(phase)) &&
    (total !== undefined ||
      [terms.totalFrom, terms.totalTo, terms.totalOver, terms.sharePercent].every((limit) => limit === undefined));
  return { verdict: no ? 'doesNotFit' : known ? 'fits' : 'unsure', atMost: no ? null : most() };
}

test('any plan against any rule: as by going through it one by one; the order of actors and phases does not matter', () => {
  fc.assert(
    fc.property(anyTerms, anyAsked, (terms, one) => {
      const outcome = holdAgainst(ruleOf(terms), one);
      expect({ verdict: outcome.verdict, atMost: outcome.atMost }).toEqual(slowly(terms, one));
      const turned = { ...one, actors: one.actors.toReversed(), phases: one.phases.toReversed() };
      expect(holdAgainst(ruleOf(terms), turned)).toMatchObject({ verdict: outcome.verdict, atMost: outcome.atMost });
      if (one.total !== undefined) expect(outcome.atMost ?? 0).toBeLessThanOrEqual(one.total);
      for (const said of [...outcome.against, ...outcome.missing, ...outcome.notes])
        expect(inWords(said, 'nn')).not.toMatch(/[{}]|undefined/);
    }),
    { numRuns: 1000 },
  );
});

test('another applicant never makes a rule fit worse, and a known total never makes the most larger', () => {
  fc.assert(
    fc.property(anyTerms, anyAsked, fc.constantFrom(...actorTypes), (terms, one, actor) => {
      const ranks = { doesNotFit: 0, unsure: 1, fits: 2 };
      const before = holdAgainst(ruleOf(terms), one);
      if (one.actors.length > 0) {
        const after = holdAgainst(ruleOf(terms), { ...one, actors: [...new Set([...one.actors, actor])] });
        expect(ranks[after.verdict]).toBeGreaterThanOrEqual(ranks[before.verdict]);
      }
      const { total: _, ...unknown } = one;
      const without = holdAgainst(ruleOf(terms), unknown);
      if (before.atMost !== null && without.atMost !== null) expect(before.atMost).toBeLessThanOrEqual(without.atMost);
    }),
    { numRuns: 300 },
  );
});

test('rules of a year are those with a day in it', () => {
  const scheme = {
    id: 'eu',
    kind: 'money',
    about: { nb: '', nn: '', en: '' },
    versions: [ruleOf({ applicants: ['ks'], phases: [] })],
  } as const;
  expect([2019, 2020, 2021, 2022].map((year) => versionsIn(year, scheme).length)).toEqual([0, 1, 1, 0]);
});

test('years that go backwards, and parts of a krone, are no plan', () => {
  const rule = ruleOf({ applicants: ['ks'], phases: [] });
  expect(() => holdAgainst(rule, asked({ years: during(2021, 2020) }))).toThrow(RangeError);
  expect(() => holdAgainst(rule, asked({ years: during(2020), total: 0.5 }))).toThrow(RangeError);
});
