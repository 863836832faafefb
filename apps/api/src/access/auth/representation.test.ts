import { expect, test } from 'vitest';
import { readRepresentation } from './representation.ts';

const resource = 'urn:altinn:resource:samblikk';
const orgno = { authority: 'iso6523-actorid-upis', ID: '0192:991825827' };
const party = {
  orgno,
  resource: 'samblikk',
  actions: ['write'],
  name: 'DIGITALISERINGSDIREKTORATET',
  unit_type: 'ORGL',
};
const altinn = {
  type: 'ansattporten:altinn:resource',
  resource,
  resource_name: 'Samblikk',
  authorized_parties: [party],
};
const account = { type: 'ansattporten:orgno', authorized_parties: [{ orgno, name: 'DIGDIR', rights: ['submit'] }] };

test('the Altinn route, as documented', () => {
  expect(readRepresentation([altinn], 'altinn', resource)).toEqual({
    orgnr: '991825827',
    name: 'DIGITALISERINGSDIREKTORATET',
    rights: ['write'],
  });
});

test('the work-account route, with and without rights', () => {
  expect(readRepresentation([account], 'orgno', resource)).toMatchObject({ orgnr: '991825827', rights: ['submit'] });
  const bare = { ...account, authorized_parties: [{ orgno, name: 'DIGDIR' }] };
  expect(readRepresentation([bare], 'orgno', resource)).toMatchObject({ rights: [] });
});

const withParty = (changes: object) => [{ ...altinn, authorized_parties: [{ ...party, ...changes }] }];

test.each([
  ['nothing', undefined],
  ['a text', 'altinn'],
  ['no element', []],
  ['two elements', [altinn, altinn]],
  ['an unknown type', [{ ...altinn, type: 'ansattporten:altinn:service' }]],
  ['another resource', [{ ...altinn, resource: 'urn:altinn:resource:other' }]],
  ['another resource within', withParty({ resource: 'other' })],
  ['no organisation', [{ ...altinn, authorized_parties: [] }]],
  ['two organisations', [{ ...altinn, authorized_parties: [party, party] }]],
  ['another authority', withParty({ orgno: { ...orgno, authority: 'eas' } })],
  ['a foreign number', withParty({ orgno: { ...orgno, ID: '0088:991825827' } })],
  ['a number that is none', withParty({ orgno: { ...orgno, ID: '0192:991825828' } })],
  ['a number with more behind it', withParty({ orgno: { ...orgno, ID: '0192:991825827 ' } })],
  ['a number without prefix', withParty({ orgno: { ...orgno, ID: '991825827' } })],
  ['rights as a text', withParty({ actions: 'write' })],
  [
    'the old reportees',
    [
      {
        type: altinn.type,
        resource,
        reportees: [{ Authority: 'iso6523-actorid-upis', ID: '0192:991825827', Rights: ['write'] }],
      },
    ],
  ],
  ['the organisation on the element itself', [{ type: 'ansattporten:orgno', orgno }]],
])('%s gives no representation', (_name, details) => {
  expect(readRepresentation(details, 'altinn', resource)).toBeUndefined();
  expect(readRepresentation(details, 'orgno', resource)).toBeUndefined();
});

test('the right shape on the other way in gives none: what was asked for can be changed on its way through a browser', () => {
  expect(readRepresentation([account], 'altinn', resource)).toBeUndefined();
  expect(readRepresentation([altinn], 'orgno', resource)).toBeUndefined();
});
