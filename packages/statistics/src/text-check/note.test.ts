import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparabilityWithPublished, publishedYears } from '../report/published/index.ts';
import { dataset2019, edition2019 } from '../report/survey-2019.ts';
import { checkText } from './check-text.ts';
import { plainPieces } from './document.ts';
import type { Against } from './measure.ts';
import { labelled } from './note-labelled.ts';

const note = readFileSync(new URL('../../../../data/difi-notat-2019-10.txt', import.meta.url), 'utf8');

const against: Against = {
  edition: edition2019,
  year: 2019,
  countedBy: () => dataset2019,
  agencies: { asked: 73, answered: 67 },
  others: publishedYears,
  comparable(variable, year) {
    const published = publishedYears.find((one) => one.year === year);
    if (!published) return { comparable: 'undeclared' };
    const compared = comparabilityWithPublished(edition2019, variable, published);
    const [said] = compared.notes;
    return {
      comparable: compared.with === 'break' || compared.with === 'new' ? 'no' : 'yes',
      ...(said && { note: said }),
    };
  },
};
const check = (text: string) => checkText(plainPieces(text), against);
const checked = check(note);

describe('the note of 2019 held against its release', () => {
  it('says of every number what it should: no false alarm, and no mistake passed over', () => {
    const said = [
      ...checked.findings.map(({ line, claim, code, severity }) => ({
        line,
        claim,
        verdict: severity === 'unsure' ? `unsure ${code}` : code,
      })),
      ...checked.right.map(({ line, claim }) => ({ line, claim, verdict: 'right' })),
      ...checked.untied.map(({ line, claim }) => ({ line, claim, verdict: 'untied' })),
    ].sort((a, b) => a.line - b.line);
    expect(said.map(({ line, claim, verdict }) => `${line} ${claim} | ${verdict}`)).toEqual(
      labelled.trim().split('\n'),
    );
  });
});

describe('what a text says', () => {
  const codes = (text: string) => check(text).findings.map(({ code, claim }) => `${code} ${claim}`);
  it.each([
    ['56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, er under 10 mill. kroner.', []],
    ['56 prosent av tiltakene er under 10 mill. kroner.', ['missingBase 56 prosent']],
    ['72 prosent (301 av 418) av tiltakene har finansiering.', []],
    ['302 av 418 tiltak har finansiering.', ['number 302 av 418']],
    ['301 av 432 tiltak har finansiering.', []],
    ['Spørreskjemaet hadde 22 spørsmål.', []],
    ['Undersøkelsen spurte om 10 gevinstkategorier.', ['categories 10']],
    ['Undersøkelsen spurte om 11 gevinstkategorier.', []],
    ['I 2018 svarte 87 virksomheter.', ['agencies 87']],
    ['I 2018 svarte 80 virksomheter.', []],
    ['I 2018 ble 87 virksomheter spurt.', []],
    ['Andelen tverrgående tiltak har gått ned siden 2018.', ['comparison gått ned']],
    ['In 2019, 301 measures had funding.', []],
    ['64 per cent of the measures expect better quality of services.', []],
    ['65 per cent of the measures expect better quality of services.', ['unsure 65 per cent']],
    ['14 av 432 tiltak tek i bruk IoT.', []],
    ['15 av 432 tiltak tek i bruk IoT.', ['number 15 av 432']],
    ['40 tiltak er blå: 9 prosent av de 432.', []],
    ['40 tiltak er blå: 19 prosent av de 432.', ['unsure 19 prosent']],
    ['40 measures are blue. That is 19 per cent of the 432.', ['unsure 19 per cent']],
    ['Det er til sammen meldt inn 439 tiltak.', ['number 439']],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('in bokmål, nynorsk and English at once', () => {
    const [found] = check('56 prosent av de 432 tiltakene koster under 10 mill. kroner.').findings;
    expect(found).toMatchObject({ code: 'wrongBase', line: 1, measures: { costBand: ['under10m'] } });
    expect(found?.says).toEqual({
      nb: '«Kostnadsramme i grupper: Under 10 mill. kroner»: 178 av 317 tiltak (som har svart), 56,2 prosent',
      nn: '«Kostnadsramme i grupper: Under 10 mill. kroner»: 178 av 317 tiltak (som har svart), 56,2 prosent',
      en: '“Total cost in bands: Under NOK 10 million”: 178 of 317 measures (that answered), 56.2 per cent',
    });
  });

  it('and what it cannot tie to anything is told', () => {
    expect(check('Det ble servert 40 vafler.')).toMatchObject({ findings: [], right: [], untied: [{ claim: '40' }] });
  });
});
