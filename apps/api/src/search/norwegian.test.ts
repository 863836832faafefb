import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { inBokmal, keyOf } from './norwegian.ts';

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
  expect(inBokmal(fold(nynorsk))).toBe(bokmål);
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

test.each([
  ['saksbehandler', 'saksbehandlere', 'saksbehandlerne', 'saksbehandlar', 'saksbehandlarar', 'saksbehandlarane'],
  ['innbygger', 'innbyggere', 'innbyggerne', 'innbyggjar', 'innbyggjarar', 'innbyggjarane'],
  ['kommune', 'kommuner', 'kommunene', 'kommunar', 'kommunane'],
  ['register', 'registre', 'registeret', 'registrene'],
  ['legemiddel', 'legemidler', 'legemidlene'],
  ['løsning', 'løsninger', 'løsningen', 'løysing', 'løysingar', 'løysinga'],
  ['ansvar', 'ansvaret'],
  ['seminar', 'seminarer', 'seminaret'],
  ['tjeneste', 'tjenesten', 'tjenester', 'teneste', 'tenester', 'tenesta'],
  ['virksomhet', 'virksomheten', 'virksomheter', 'verksemd', 'verksemda', 'verksemder'],
])('%s and its other forms are one word', (...forms) => {
  expect(new Set(forms.map(keyOf)).size, forms.map((form) => `${form} ${keyOf(form)}`).join(', ')).toBe(1);
});
