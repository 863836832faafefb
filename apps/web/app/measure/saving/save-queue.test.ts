import { describe, expect, test } from 'vitest';
import { pass, refusal, start, stopTime } from './testing.ts';

stopTime();

describe('when a change is sent', () => {
  test('a choice at once; a text after a pause; an amount as the field is left', async () => {
    const { api, queue } = start();
    queue.change('choice', 'yes', 'atOnce');
    queue.change('text', 'a', 'whileTyping');
    queue.change('amount', 5, 'onLeaving');
    await pass();
    expect(api.newest().answers).toEqual({ choice: 'yes' });
    await pass(500);
    queue.change('text', 'ab', 'whileTyping');
    await pass(500);
    expect(api.newest().answers).toEqual({ choice: 'yes' });
    await pass(500);
    expect(api.newest().answers).toEqual({ choice: 'yes', text: 'ab' });
    expect(queue.state().status).toBe('saving');
    queue.leave('amount');
    await pass();
    expect(api.newest().answers).toEqual({ choice: 'yes', text: 'ab', amount: 5 });
    expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0 });
  });

  test('texts that a browser fills in at once each go after their own pause', async () => {
    const { api, queue } = start();
    queue.change('one', 'a', 'whileTyping');
    await pass(100);
    queue.change('other', 'b', 'whileTyping');
    await pass(1000);
    expect(api.newest().answers).toEqual({ one: 'a', other: 'b' });
    expect(queue.state().status).toBe('saved');
  });

  test('one request at a time, each on top of the version of the one before', async () => {
    const { api, queue } = start();
    queue.change('a', '1', 'atOnce');
    queue.change('b', '2', 'atOnce');
    queue.change('a', '3', 'atOnce');
    await pass();
    expect(api.requests).toMatchObject([
      { basedOn: 0, changes: { a: '1' } },
      { basedOn: 1, changes: { a: '3', b: '2' } },
    ]);
  });

  test('what cannot be saved is held back, and takes the unsent value before it along', async () => {
    const { api, queue } = start();
    queue.change('amount', 1, 'onLeaving');
    queue.hold('amount');
    queue.flush();
    await pass();
    expect(api.requests).toEqual([]);
  });

  test('while half a word is typed it is on its way; left like that, it is told not to be saved until it is mended', async () => {
    const { api, queue } = start({ amount: 2_000_000 });
    queue.change('amount', 12, 'onLeaving');
    queue.hold('amount');
    expect(queue.state()).toMatchObject({ status: 'saving', unsaved: 1, toMend: [], standing: { amount: 2_000_000 } });
    queue.leave('amount');
    const left = queue.state();
    expect(left).toMatchObject({ status: 'held', unsaved: 1, toMend: ['amount'] });
    queue.change('other', 'a', 'atOnce');
    expect(queue.state().standing).toBe(left.standing);
    await pass();
    expect(queue.state()).toMatchObject({ status: 'held', toMend: ['amount'] });
    queue.change('amount', 3_000_000, 'atOnce');
    await pass();
    expect(api.newest().answers).toEqual({ amount: 3_000_000, other: 'a' });
    expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0, toMend: [], standing: {} });
  });

  test('what is being typed as the page is left behind is told as well', () => {
    const { queue } = start();
    queue.hold('amount');
    queue.flush();
    expect(queue.state()).toMatchObject({ status: 'held', toMend: ['amount'], standing: { amount: null } });
  });
});

describe('when it fails', () => {
  test('no network: tried again with growing pauses, and the newest value wins', async () => {
    const { api, queue, settled } = start();
    api.failures.push(new TypeError('network'), new TypeError('network'), refusal(503, 'unavailable'));
    queue.change('a', '1', 'atOnce');
    await pass();
    expect(queue.state()).toMatchObject({ status: 'offline', unsaved: 1 });
    queue.change('a', '2', 'atOnce');
    await pass(1000);
    expect(api.requests).toHaveLength(2);
    await pass(1999);
    expect(api.requests).toHaveLength(2);
    await pass(1);
    expect(api.requests).toHaveLength(3);
    expect(settled).toEqual([]);
    await pass(4000);
    expect(api.newest().answers).toEqual({ a: '2' });
    expect(settled).toEqual(['a']);
    expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0 });
  });

  test('the session has ended: nothing is dropped, and it goes on when the person is back', async () => {
    const { api, queue } = start();
    api.failures.push(refusal(401, 'notSignedIn'));
    queue.change('a', '1', 'atOnce');
    await pass(60_000);
    expect(queue.state()).toMatchObject({ status: 'signedOut', unsaved: 1 });
    expect(api.requests).toHaveLength(1);
    queue.flush();
    await pass();
    expect(api.newest().answers).toEqual({ a: '1' });
  });

  test('one answer is refused: it is said of that one, and the rest is saved', async () => {
    const { api, queue } = start();
    api.failures.push(
      refusal(422, 'answersAtFault', { issues: [{ question: 'a', code: 'tooLong', params: {}, level: 'error' }] }),
    );
    queue.change('first', '0', 'onLeaving');
    queue.change('a', '1', 'onLeaving');
    queue.flush();
    await pass();
    expect(api.newest().answers).toEqual({ first: '0' });
    expect(queue.state().faults).toMatchObject({ a: [{ code: 'tooLong' }] });
    queue.change('a', 'better', 'atOnce');
    await pass();
    expect(queue.state().faults).toEqual({});
    expect(api.newest().answers).toEqual({ first: '0', a: 'better' });
  });

  test('what is refused has become half a word meanwhile: the rest is saved all the same', async () => {
    const { api, queue } = start();
    api.failures.push(
      refusal(422, 'answersAtFault', { issues: [{ question: 'a', code: 'tooLong', params: {}, level: 'error' }] }),
    );
    queue.change('a', '1', 'atOnce');
    queue.hold('a');
    queue.change('other', '2', 'atOnce');
    await pass();
    expect(api.newest().answers).toEqual({ other: '2' });
    expect(queue.state()).toMatchObject({ status: 'saving', unsaved: 1, toMend: [], faults: {} });
    queue.leave('a');
    expect(queue.state()).toMatchObject({ status: 'held', toMend: ['a'] });
  });

  test('the round is closed: it stops, and says so', async () => {
    const { api, queue } = start();
    api.failures.push(refusal(409, 'roundNotOpen'));
    queue.change('a', '1', 'atOnce');
    await pass(60_000);
    queue.change('b', '1', 'atOnce');
    await pass();
    expect(queue.state()).toMatchObject({ status: 'refused', unsaved: 2 });
    expect(api.requests).toHaveLength(1);
  });

  test('what waited for the network can no longer be read when it is back: that is told, not that it is being saved', async () => {
    const { api, queue } = start();
    api.failures.push(new TypeError('network'));
    queue.change('amount', 15, 'atOnce');
    await pass();
    queue.hold('amount');
    await pass(1000);
    expect(queue.state()).toMatchObject({ status: 'held', unsaved: 1, toMend: ['amount'] });
    expect(api.requests).toHaveLength(1);
  });

  test('the measure is taken out while a save is on its way: that save takes nothing of it back', async () => {
    const { api, queue } = start();
    queue.change('a', '1', 'atOnce');
    const withdrawn = { by: 'Kari', at: '2026-11-22T10:00:00Z' };
    queue.refuse({ ...refusal(409, 'measureWithdrawn').problem, withdrawn });
    await pass();
    expect(api.newest().answers).toEqual({ a: '1' });
    expect(queue.state()).toMatchObject({ status: 'refused', unsaved: 0, refusal: { withdrawn } });
  });
});

test('a field that cannot be saved as it stands is not settled by what was saved of it before', async () => {
  const { api, queue, settled } = start();
  queue.change('amount', 15, 'atOnce');
  queue.hold('amount');
  await pass();
  expect(api.newest().answers).toEqual({ amount: 15 });
  expect(settled).toEqual([]);
  queue.change('amount', 150, 'atOnce');
  await pass();
  expect(settled).toEqual(['amount']);
});

test('a reason waits until it is acknowledged', async () => {
  const { api, queue, settled } = start();
  api.failures.push(new TypeError('network'));
  queue.giveReason('rule.a', 'because');
  await pass();
  expect(settled).toEqual([]);
  await pass(1000);
  expect(settled).toEqual(['rule.a']);
});

test('with failures at random points every acknowledged answer is there, and in the end all are', async () => {
  const { api, queue, settled } = start();
  const expected: Record<string, string> = {};
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let step = 0; step < 300; step++) {
    if (random() < 0.3) api.failures.push(new TypeError('network'));
    const id = `q${Math.floor(random() * 10)}`;
    const value = `${step}`;
    expected[id] = value;
    queue.change(id, value, random() < 0.5 ? 'atOnce' : 'whileTyping');
    await pass(random() * 3000);
    for (const done of settled.splice(0)) expect(api.newest().answers[done]).toBeDefined();
  }
  api.failures.length = 0;
  queue.flush();
  await pass(60_000);
  expect(api.newest().answers).toEqual(expected);
  expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0 });
});

test('back on the network after a long time, a try that began without it and fails is made again soon', async () => {
  const { api, queue } = start();
  api.failures.push(...Array.from({ length: 7 }, () => new TypeError('network')));
  queue.change('a', '1', 'atOnce');
  // Tried after 1, 2, 4, 8 and 16 seconds; the next would be half a minute away.
  await pass(40_000);
  expect([queue.state().status, api.failures.length]).toEqual(['offline', 1]);
  queue.flush();
  await pass(1500);
  expect(queue.state().status).toBe('saved');
  expect(api.newest().answers).toEqual({ a: '1' });
});
