import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { surveyHeader } from '../columns.ts';
import { type Edition, findQuestion, type Option, questionsOf } from '../definition.ts';
import { checkEdition } from '../lint.ts';
import { edition2019 } from './2019.ts';
import { edition2026 } from './2026.ts';
import { legalBases } from './lists/legal-bases.ts';
import { lifeEvents } from './lists/life-events.ts';
import { strategyMeasures } from './lists/strategy-measures.ts';

const editions: readonly Edition[] = [edition2019, edition2026];
const codesOf = (options: readonly Option[]) => options.map((option) => option.code).join(' ');
const data = (file: string) => JSON.parse(readFileSync(new URL(`../../../../data/${file}`, import.meta.url), 'utf8'));

/** The fixed points of 2019: number, id, kind, codes in order, the most that may be chosen. */
const fixed: readonly (readonly [string, string, string, string?, number?])[] = [
  ['1', 'agency', 'agency'],
  ['2', 'ministry', 'ministry'],
  ['3', 'name', 'text'],
  ['4', 'contactEmail', 'email'],
  ['5', 'publishable', 'single', 'yes no'],
  ['6', 'exemptionBasis', 'legalBasis'],
  ['7', 'funding', 'single', 'yes no partly'],
  ['8', 'totalCost', 'amount'],
  ['9', 'budgetThisYear', 'amount'],
  ['10', 'phase', 'single', 'idea concept planning execution operation'],
  ['11', 'involvesOthers', 'single', 'yes no notClarified unknown'],
  ['12', 'involvedScope', 'single', 'ownSector otherStateSectors otherLevels stateSectorsAndOtherLevels other'],
  ['13', 'discussedWithKs', 'single', 'yes no notRelevant'],
  ['14', 'deliverable', 'longText'],
  ['15', 'tags', 'tags'],
  [
    '16',
    'effects',
    'multiple',
    'serviceQuality efficiency costEfficiency simplerRoutines decisionSupport coherentServices freedResources newServices robustInfrastructure lessEnvironmentalLoad other',
    3,
  ],
  ['17', 'beneficiaries', 'multiple', 'citizens employees stateAgencies municipalities privateCompanies other', 2],
  ['18', 'developsShared', 'single', 'yes no unsure'],
  ['19', 'reusesShared', 'single', 'yes no unsure notRelevant'],
  ['20', 'technologies', 'multiple', 'robotics ai cloud iot other notRelevant'],
  ['21', 'innovation', 'single', 'low some high'],
  ['22', 'comments', 'longText'],
];

const derived = [
  ['costBand', 'under10m from10to50m from50to100m over100m'],
  [
    'scope',
    'agencyInternal ownSector otherStateSectors otherLevels stateSectorsAndOtherLevels other notClarified unknown',
  ],
  ['crossCutting', 'yes no'],
  ['municipal', 'yes no'],
  ['fullyFunded', 'yes lacking'],
  ['phaseGroup', 'idea concept planning execution'],
];

describe('edition 2019', () => {
  const questions: readonly ReturnType<typeof questionsOf>[number][] = questionsOf(edition2019);

  test('asks the 22 questions of the interchange, with their kinds, codes and limits, in order', () => {
    const numbered = questions.filter((question) => /^\d+$/.test(question.number ?? ''));
    expect(
      numbered.map((question) => [
        question.number,
        question.id,
        question.kind,
        question.kind === 'single' || question.kind === 'multiple' ? codesOf(question.options) : undefined,
        question.kind === 'multiple' ? question.atMost : undefined,
      ]),
    ).toEqual(fixed.map(([number, id, kind, codes, atMost]) => [number, id, kind, codes, atMost]));
  });

  test('asks for the texts that `other` opens, right after their question', () => {
    const ids = questions.map((question) => question.id);
    expect(ids).toHaveLength(25);
    for (const id of ['effects', 'beneficiaries', 'technologies']) {
      expect(ids[ids.indexOf(id) + 1]).toBe(`${id}Other`);
      const text = findQuestion(edition2019, `${id}Other`);
      expect(text?.kind).toBe('text');
      expect(text?.showIf).toEqual({ question: id, includes: 'other' });
    }
  });

  test('requires, closes and knows what the interchange says', () => {
    const having = (key: 'required' | 'closed' | 'known') => questions.filter((q) => q[key]).map((q) => q.id);
    expect(having('required')).toEqual(['name', 'contactEmail', 'publishable', 'exemptionBasis', 'deliverable']);
    expect(having('closed')).toEqual(['contactEmail', 'comments']);
    expect(having('known')).toEqual(['agency', 'ministry']);
  });

  test('branches as the interchange says', () => {
    const branches = questions.filter((question) => question.showIf && !question.id.endsWith('Other'));
    expect(branches.map((question) => [question.id, question.showIf])).toEqual([
      ['exemptionBasis', { question: 'publishable', is: 'no' }],
      ['involvedScope', { question: 'involvesOthers', is: 'yes' }],
      ['discussedWithKs', { question: 'involvedScope', in: ['otherLevels', 'stateSectorsAndOtherLevels'] }],
    ]);
  });

  test('lets `notRelevant` exclude the other technologies, and nothing else exclude', () => {
    const exclusive = questions.flatMap((question) =>
      question.kind === 'single' || question.kind === 'multiple'
        ? question.options
            .filter((option: Option) => option.exclusive)
            .map((option: Option) => `${question.id}.${option.code}`)
        : [],
    );
    expect(exclusive).toEqual(['technologies.notRelevant']);
  });

  test('has the header of the survey file', () => {
    expect(surveyHeader(edition2019).join(', ')).toBe(
      'externalId, agencyOrgnr, ministry, name, contactEmail, publishable, exemptionBasis, funding, totalCost, budgetThisYear, phase, involvesOthers, involvedScope, discussedWithKs, deliverable, tags, effects, effectsOther, beneficiaries, beneficiariesOther, developsShared, reusesShared, technologies, technologiesOther, innovation, comments, submittedAt',
    );
  });

  test('withholds the whole measure unless the answer is yes', () => {
    expect(edition2019.publication).toEqual({ question: 'publishable', whole: ['yes'], inPart: [] });
  });
});

describe('edition 2026', () => {
  const before = new Map(questionsOf(edition2019).map((question) => [question.id as string, question]));

  test('declares comparability for every question and derived variable, and `new` exactly for what is new', () => {
    for (const question of questionsOf(edition2026)) {
      expect(question.comparability, question.id).toBeDefined();
      expect(question.comparability?.with === 'new', question.id).toBe(!before.has(question.id));
    }
    for (const variable of edition2026.derived) expect(variable.comparability, variable.id).toBeDefined();
  });

  test('keeps every question of 2019, and asks nothing new of those who answer in full', () => {
    const now = new Map(questionsOf(edition2026).map((question) => [question.id as string, question]));
    expect([...before.keys()].filter((id) => !now.has(id))).toEqual([]);
    const added = [...now.values()].filter((question) => !before.has(question.id));
    expect(added.map((question) => question.id).sort()).toEqual([
      'developedSolutions',
      'endDate',
      'exemptFields',
      'exemptionExpires',
      'fundingSources',
      'lifeEvents',
      'partners',
      'reusedSolutions',
      'sharingOfCosts',
      'startDate',
      'strategyMeasures',
      'totalCostReason',
    ]);
    expect(added.filter((question) => question.required).map((question) => [question.id, question.showIf])).toEqual([
      ['exemptFields', { question: 'publishable', is: 'partly' }],
    ]);
  });

  test('what is called the same has the same kind, codes and limit', () => {
    for (const question of questionsOf(edition2026)) {
      if (question.comparability?.with !== 'same') continue;
      const old = before.get(question.id);
      expect(question.kind, question.id).toBe(old?.kind);
      if (question.kind !== 'single' && question.kind !== 'multiple') continue;
      if (old?.kind !== 'single' && old?.kind !== 'multiple') continue;
      expect(codesOf(question.options), question.id).toBe(codesOf(old.options));
      expect('atMost' in question ? question.atMost : undefined).toBe('atMost' in old ? old.atMost : undefined);
    }
  });

  test('mends what 2019 got wrong', () => {
    const codes = (id: string) => {
      const question = findQuestion(edition2026, id);
      return question?.kind === 'single' ? codesOf(question.options) : undefined;
    };
    expect(codes('publishable')).toBe('yes partly no');
    expect(codes('totalCostReason')).toBe('notClarified tooEarly exempt unknown');
    expect(edition2026.publication).toEqual({
      question: 'publishable',
      whole: ['yes'],
      inPart: ['partly'],
      exemptFields: 'exemptFields',
    });
  });
});

describe.each(editions.map((edition) => [edition.id, edition] as const))('every edition: %s', (_, edition) => {
  test('has the derived variables and codes of the interchange', () => {
    expect(edition.derived.map((variable) => [variable.id, codesOf(variable.options)])).toEqual(derived);
    expect(edition.population.map((variable) => [variable.id, codesOf(variable.options)])).toEqual([
      ['skate', 'yes no'],
    ]);
    for (const variable of edition.derived) {
      const used = new Set(variable.cases.map((one) => one.code));
      if (variable.otherwise) used.add(variable.otherwise);
      expect([...used].sort(), variable.id).toEqual(variable.options.map((option) => option.code).sort());
    }
  });

  test('has the rules that both years share', () => {
    const ids = edition.rules.map((rule) => rule.id);
    for (const id of [
      'fundedWithoutCost',
      'budgetAboveTotal',
      'executionWithoutFunding',
      'municipalWithoutKs',
      'totalCostChanged',
    ]) {
      expect(ids).toContain(id);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is fit for use', () => {
    expect(checkEdition(edition, { previous: editions.find((one) => one.id === edition.previous) })).toEqual([]);
  });

  test('explains every phase in words', () => {
    const phase = findQuestion(edition, 'phase');
    expect(phase?.kind === 'single' && phase.options.every((option) => option.help)).toBe(true);
  });

  test('has texts in all languages, without bokmål in the nynorsk or stray spaces', () => {
    const bokmaal =
      /\b(ikke|hvilke[nt]?|hvem|hva|hvorfor|hvis|noen|dere|virksomhet\w*|tjeneste\w*|løsning\w*|fra|jeg|være|bare|opplysninger|spørsmålene|hjemmel|kommer|brukere|blitt|ble|mer|innbyggere|ansatte|statlige|sektorer)\b/i;
    let texts = 0;
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('nb' in value && 'nn' in value && 'en' in value) {
        texts += 1;
        for (const text of [value.nb, value.nn, value.en]) {
          expect(text, path).toBeTypeOf('string');
          expect(text, path).toMatch(/^\S(.*\S)?$/);
          expect(text, path).not.toMatch(/ {2}/);
        }
        expect(value.nn, path).not.toMatch(bokmaal);
        return;
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(edition, edition.id);
    expect(texts).toBeGreaterThan(150);
  });
});

describe('answer lists', () => {
  test('the legal bases are those of the data file, without the sections that never apply', () => {
    const items: { code: string }[] = data('foi-exemptions.json').items;
    const left = items.map((item) => item.code).filter((code) => !['OFFL_25', 'OFFL_26', 'ANNEN'].includes(code));
    expect(legalBases.map((option) => option.code).sort()).toEqual(left.sort());
  });

  test('the life events are those of the data file', () => {
    const events: { code: string; nb: string; nn: string; en: string }[] = data('life-events.json').events;
    expect(lifeEvents).toEqual(events.map(({ code, nb, nn, en }) => ({ code, label: { nb, nn, en } })));
  });

  test('the strategy measures carry the numbers of the data file', () => {
    const numbers: string[] = data('digitaliseringsstrategi-tiltak.json').tiltak.map((one: { nr: string }) => one.nr);
    expect(strategyMeasures.map((option) => option.code)).toEqual(numbers.map((number) => `m${number}`));
    for (const option of strategyMeasures) {
      for (const text of Object.values(option.label)) expect(text.startsWith(`${option.code.slice(1)}: `)).toBe(true);
    }
  });
});
