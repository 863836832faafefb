import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Unsent, UnsentStore } from './unsent.ts';

let owner = { personId: '', measure: 'm1', year: 2026 };

beforeEach(() => {
  localStorage.clear();
  owner = { ...owner, personId: crypto.randomUUID() };
});

afterEach(() => void vi.useRealTimers());

const typed = (value: string, basedOn = 3): Unsent => ({ value, basedOn, confirmed: false, sent: [] });
/** What a new visit finds. */
const found = async (of = owner) => Object.fromEntries(await new UnsentStore(of).takeUp());

test('what is kept is found by the next visit, whole, until that one forgets it', async () => {
  const kept: Unsent = { value: 'Half a wo', basedOn: 3, confirmed: true, sent: ['Half'] };
  new UnsentStore(owner).keep('name', kept);
  const next = new UnsentStore(owner);
  expect([...(await next.takeUp())]).toEqual([['name', kept]]);
  expect(await found()).toEqual({ name: kept });
  const last = new UnsentStore(owner);
  await last.takeUp();
  last.forget('name');
  expect(await found()).toEqual({});
});

test('another person, measure or year sees nothing of it', async () => {
  new UnsentStore(owner).keep('name', typed('secret'));
  for (const other of [{ personId: 'p2' }, { measure: 'm2' }, { measure: 'm' }, { year: 2027 }]) {
    expect(await found({ ...owner, ...other })).toEqual({});
  }
  expect(await found()).toEqual({ name: typed('secret') });
});

test('two tabs do not touch each other’s', async () => {
  const [one, other] = [new UnsentStore(owner), new UnsentStore(owner)];
  one.keep('name', typed('from one'));
  other.keep('name', typed('from the other'));
  one.keep('goal', typed('also from one'));
  other.forget('goal');
  one.forget('name');
  expect(await found()).toEqual({ name: typed('from the other'), goal: typed('also from one') });
});

test('of two that died with the same answer unsent, the newest comes first and the other is not lost', async () => {
  const [one, other] = [new UnsentStore(owner), new UnsentStore(owner)];
  one.keep('name', typed('older'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1 });
  other.keep('name', typed('newer'));
  const next = new UnsentStore(owner);
  expect([...(await next.takeUp())]).toEqual([['name', typed('newer')]]);
  next.forget('name');
  expect(await found()).toEqual({ name: typed('older') });
});

test('what this visit has typed already stands; what was kept before is left to a later one', async () => {
  new UnsentStore(owner).keep('name', typed('before'));
  const quick = new UnsentStore(owner);
  quick.keep('name', typed('now'));
  expect((await quick.takeUp()).size).toBe(0);
  quick.forget('name');
  expect(await found()).toEqual({ name: typed('before') });
});

test('it is kept what has been sent of an answer, of those that are kept', async () => {
  const store = new UnsentStore(owner);
  store.keep('name', typed('Half a word'));
  store.sending('name', ['Half']);
  store.sending('goal', ['nothing']);
  expect(await found()).toEqual({ name: { ...typed('Half a word'), sent: ['Half'] } });
});

test('what an earlier version of the program kept is read once; what cannot be read is dropped', async () => {
  const prefix = `samblikk/unsent/${owner.personId}/2026/m1/`;
  localStorage.setItem(`${prefix}name`, '{"value":"from before","basedOn":2}');
  localStorage.setItem(`${prefix}tags`, '{"value":[1],"basedOn":0}');
  localStorage.setItem(`${prefix}goal`, '{');
  localStorage.setItem('samblikk.view', 'whole');
  expect(await found()).toEqual({ name: typed('from before', 2) });
  await expect.poll(() => Object.keys(localStorage)).toEqual(['samblikk.view']);
  expect(await found()).toEqual({ name: typed('from before', 2) });
});

test('keys do not wait for the disk; when they rest, all go there', async () => {
  await found();
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => transactions.mockRestore());
  const durability = () => transactions.mock.calls.map(([, , options]) => options?.durability);
  const store = new UnsentStore(owner);
  for (const value of ['H', 'Ha', 'Hal', 'Half']) store.keep('name', typed(value));
  expect(durability()).toEqual(['relaxed', 'relaxed', 'relaxed', 'relaxed']);
  await expect.poll(durability).toEqual(['relaxed', 'relaxed', 'relaxed', 'relaxed', 'strict']);
  expect(await found()).toEqual({ name: typed('Half') });
});
