import { describe, expect, test, vi } from 'vitest';
import { pass, service, start, stopTime } from './testing.ts';

stopTime();

describe('when two people write', () => {
  test('what another changed comes with the reply, except where this person has something unsaved', async () => {
    const { api, queue, theirs } = start({ a: 'old', b: 'old' });
    api.write({ a: 'theirs', b: 'theirs', c: 'theirs' });
    queue.change('b', 'theirs', 'onLeaving');
    queue.change('d', 'mine', 'atOnce');
    await pass();
    expect(theirs).toEqual({ a: 'theirs', c: 'theirs' });
    expect(api.newest().answers).toMatchObject({ a: 'theirs', c: 'theirs', d: 'mine' });
  });

  test('the same answer: both are kept until the person chooses; other answers go on', async () => {
    const { api, queue, settled } = start({ a: 'old' });
    api.write({ a: 'theirs' });
    queue.change('a', 'mine', 'onLeaving');
    queue.change('b', 'mine', 'onLeaving');
    queue.flush();
    await pass();
    expect(queue.state().conflicts).toMatchObject([{ question: 'a', yours: 'mine', theirs: 'theirs', author: 'Kari' }]);
    expect(api.newest().answers).toEqual({ a: 'theirs', b: 'mine' });
    expect(settled).toEqual(['b']);
    queue.change('a', 'mine, longer', 'whileTyping');
    await pass(5000);
    expect(api.newest().answers.a).toBe('theirs');
    const { theirs } = queue.state().conflicts[0] ?? {};
    expect(queue.state()).toMatchObject({ status: 'held', toMend: ['a'], standing: { a: theirs } });
    queue.resolve('a', 'mine');
    await pass();
    expect(api.newest().answers.a).toBe('mine, longer');
    expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0, conflicts: [] });
  });

  test('the other’s answer may be chosen', async () => {
    const { api, queue, theirs, settled } = start({ a: 'old' });
    api.write({ a: 'theirs' });
    queue.change('a', 'mine', 'atOnce');
    await pass();
    queue.resolve('a', 'theirs');
    await pass();
    expect(theirs.a).toBe('theirs');
    expect(settled).toEqual(['a']);
    expect(api.newest().answers.a).toBe('theirs');
  });

  test('what is half typed as the other’s answer comes still stands on the version before: then the person chooses', async () => {
    const { api, queue, theirs } = start({ a: 'old', b: 'old' });
    queue.change('a', 'mine', 'onLeaving');
    queue.hold('b');
    api.write({ a: 'theirs', b: 'theirs' });
    queue.change('c', 'mine', 'atOnce');
    await pass();
    expect(theirs).toEqual({});
    queue.leave('a');
    await pass();
    queue.change('b', 'mine', 'atOnce');
    await pass();
    expect(queue.state().conflicts).toMatchObject([
      { question: 'a', yours: 'mine', theirs: 'theirs' },
      { question: 'b', yours: 'mine', theirs: 'theirs' },
    ]);
    expect(api.newest().answers).toEqual({ a: 'theirs', b: 'theirs', c: 'mine' });
  });

  test('what an earlier visit left behind is sent on top of the version of that time, and nothing else is', async () => {
    const api = service({ a: 'old', b: 'old' });
    api.write({ a: 'theirs', b: 'theirs' });
    const { queue: back } = start({}, api);
    back.restore('a', { basedOn: 0, sent: [] });
    back.change('a', 'from before', 'atOnce');
    back.change('b', 'on top of theirs', 'atOnce');
    await pass();
    expect(back.state().conflicts).toMatchObject([{ question: 'a', yours: 'from before', theirs: 'theirs' }]);
    expect(back.state().conflicts).toHaveLength(1);
    expect(api.newest().answers).toEqual({ a: 'theirs', b: 'on top of theirs' });
  });
});

describe('when a reply is lost', () => {
  test('what has been typed since is no conflict with what was saved of it', async () => {
    const { api, queue, settled } = start({ a: 'old' });
    api.loseReplies = 2;
    queue.change('a', 'ha', 'atOnce');
    await pass();
    queue.change('a', 'half', 'onLeaving');
    queue.leave('a');
    await pass(60_000);
    expect(api.loseReplies).toBe(0);
    expect(queue.state()).toMatchObject({ status: 'saved', unsaved: 0, conflicts: [] });
    expect(api.newest().answers).toEqual({ a: 'half' });
    expect(settled).toEqual(['a']);
  });

  test('neither after a crash, when the earlier visit had told what it sent', async () => {
    const api = service({ a: 'old' });
    api.write({ a: 'ha' });
    const { queue, sending } = start({}, api);
    queue.restore('a', { basedOn: 0, sent: ['h', 'ha'] });
    queue.change('a', 'half', 'atOnce');
    expect(queue.sentOf('a')).toEqual(['h', 'ha', 'half']);
    await pass();
    expect(queue.state()).toMatchObject({ status: 'saved', conflicts: [] });
    expect(api.newest().answers).toEqual({ a: 'half' });
    expect(sending).toEqual(['a', 'a']);
  });

  test('but it is one when somebody else has written after it', async () => {
    const { api, queue } = start({ a: 'old' });
    api.loseReplies = 1;
    queue.change('a', 'mine', 'atOnce');
    await pass();
    api.write({ a: 'theirs' });
    queue.change('a', 'mine, longer', 'atOnce');
    await pass(5000);
    expect(queue.state().conflicts).toMatchObject([{ yours: 'mine, longer', theirs: 'theirs' }]);
    expect(api.newest().answers).toEqual({ a: 'theirs' });
  });

  test('the newest version cannot be had either: it is tried again, with growing pauses', async () => {
    const { api, queue } = start({ a: 'old' });
    api.loseReplies = 1;
    const reload = vi.spyOn(api, 'newest').mockImplementationOnce(() => {
      throw new TypeError('network');
    });
    queue.change('a', 'ha', 'atOnce');
    await pass();
    queue.change('a', 'half', 'atOnce');
    await pass(60_000);
    expect(reload).toHaveBeenCalledTimes(2);
    reload.mockRestore();
    expect(queue.state()).toMatchObject({ status: 'saved', conflicts: [] });
    expect(api.newest().answers).toEqual({ a: 'half' });
  });
});
