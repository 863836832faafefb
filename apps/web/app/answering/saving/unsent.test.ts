import { beforeEach, expect, test } from 'vitest';
import { UnsentStore } from './unsent.ts';

const owner = { personId: 'p1', measure: 'm1', year: 2026 };

beforeEach(() => localStorage.clear());

test('what is kept is found again, also from another visit, until it is forgotten', () => {
  new UnsentStore(owner, localStorage).keep('name', { value: 'Half a wo', basedOn: 3 });
  const later = new UnsentStore(owner, localStorage);
  expect([...later.all()]).toEqual([['name', { value: 'Half a wo', basedOn: 3 }]]);
  later.forget('name');
  expect(later.all().size).toBe(0);
});

test('another person, measure or year sees nothing of it', () => {
  new UnsentStore(owner, localStorage).keep('name', { value: 'secret', basedOn: 0 });
  for (const other of [{ personId: 'p2' }, { measure: 'm2' }, { year: 2027 }]) {
    expect(new UnsentStore({ ...owner, ...other }, localStorage).all().size).toBe(0);
  }
});

test('what cannot be read is dropped, and no storage is no fault', () => {
  localStorage.setItem('samblikk/unsent/p1/2026/m1/name', '{');
  localStorage.setItem('samblikk/unsent/p1/2026/m1/tags', '{"value":[1],"basedOn":0}');
  expect(new UnsentStore(owner, localStorage).all().size).toBe(0);
  expect(localStorage.length).toBe(0);
  const none = new UnsentStore(owner, undefined);
  none.keep('name', { value: 'x', basedOn: 0 });
  expect(none.all().size).toBe(0);
});
