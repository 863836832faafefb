import { expect, test } from 'vitest';
import { inBokmal, wordsIn } from './norwegian-words.ts';

test.each([
  ['teneste', 'tjeneste'],
  ['verksemd', 'virksomhet'],
  ['helsetenester', 'helsetjenester'],
  ['skytenester', 'skytjenester'],
  ['næringsverksemd', 'næringsvirksomhet'],
  ['innbyggjarar', 'innbyggerar'],
  ['sjukehus', 'sykehus'],
  ['sakshandsaming', 'saksbehandling'],
  ['offentleg', 'offentlig'],
  ['statlege', 'statlige'],
  ['samfunnstryggleik', 'samfunnssikkerhet'],
  ['vêrvarsel', 'værvarsel'],
  ['grunnskulen', 'grunnskolen'],
])('the nynorsk %s is found as %s', (nynorsk, bokmål) => {
  expect(inBokmal(nynorsk)).toBe(bokmål);
});

test.each([
  'tjeneste',
  'virksomhet',
  'melding',
  'digitalisering',
  'lege',
  'anlegg',
  'kollega',
  'arkiv',
  'regel',
  'belegg',
  'skolen',
  'vegetasjon',
])('the bokmål %s stays', (word) => {
  expect(inBokmal(word)).toBe(word);
});

test('what is bokmål already is not changed by a second reading', () => {
  for (const word of ['teneste', 'bustadfinansiering', 'heimesjukepleie', 'opphaldsløyve', 'arbeidsgjevaravgift'])
    expect(inBokmal(inBokmal(word))).toBe(inBokmal(word));
});

test('words are letters and digits in lower case', () => {
  expect(wordsIn('E-post & «Ærlig» 2.0, AI/KI')).toEqual(['e', 'post', 'ærlig', '2', '0', 'ai', 'ki']);
});
