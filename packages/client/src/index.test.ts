import { describe, expect, test, vi } from 'vitest';
import { ApiProblem, createClient } from './index.ts';

/** A service that gives these replies, one after the other, and the addresses it was asked. */
function service(...replies: Response[]) {
  const asked: string[] = [];
  const fetch = async (address: string) => {
    asked.push(address);
    const reply = replies.shift();
    if (!reply) throw new Error('asked once too often');
    return reply;
  };
  return { asked, client: createClient({ baseUrl: 'https://samblikk.example/', fetch, retries: 2 }) };
}

const busy = (seconds: string, status = 429) =>
  Response.json({ status, code: 'tooManyRequests', title: 'Busy' }, { status, headers: { 'retry-after': seconds } });
const rounds = () => Response.json([]);

describe('when the service is busy', () => {
  test('it waits as long as it is told, and asks again', async () => {
    vi.useFakeTimers();
    try {
      const { client, asked } = service(busy('7'), busy('2', 503), rounds());
      const reply = client.read('listRounds');
      await vi.advanceTimersByTimeAsync(6999);
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(2000);
      expect(await reply).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ['it is busy still', [busy('0'), busy('0'), busy('0')], 3],
    ['it says longer than a minute', [busy('61')], 1],
    ['it does not say how long', [new Response('<h1>Busy</h1>', { status: 503 })], 1],
  ])('it gives up when %s', async (_, replies, times) => {
    const { client, asked } = service(...replies);
    await expect(client.read('listRounds')).rejects.toBeInstanceOf(ApiProblem);
    expect(asked).toHaveLength(times);
  });

  test('it is stopped by its signal, also while it waits', async () => {
    const stop = new AbortController();
    const { client, asked } = service(busy('60'));
    const reply = client.read('listRounds', { signal: stop.signal });
    await vi.waitUntil(() => asked.length === 1);
    stop.abort(new Error('enough'));
    await expect(reply).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });
});

test('a walk goes on from cursor to cursor, with the search as it was', async () => {
  const page = (items: object[], next: string | null) => Response.json({ items, next, ignored: [] });
  const { client, asked } = service(page([{ number: 'a' }], 'x+y'), page([{ number: 'b' }], null));
  const found = [];
  for await (const measure of client.measures({ phase: ['idea', 'concept'] })) found.push(measure);
  expect(found).toEqual([{ number: 'a' }, { number: 'b' }]);
  const search = 'https://samblikk.example/api/v1/register?size=100&phase=idea%2Cconcept';
  expect(asked).toEqual([search, `${search}&cursor=x%2By`]);
});

test('what is asked wrongly is told so', async () => {
  const all = service(Response.json({ items: [{ number: 'a' }], next: null, ignored: ['minstry'] }));
  await expect(all.client.measures({ minstry: 'HOD' }).next()).rejects.toThrow('no filter “minstry”');

  const { client } = service(new Response('<h1>', { headers: { 'content-type': 'text/html' } }));
  await expect(client.read('nope' as 'listRounds')).rejects.toThrow('“nope” is no endpoint');
  await expect(client.read('toString' as 'listRounds')).rejects.toThrow('“toString” is no endpoint');
  await expect(client.read('listRounds')).rejects.toThrow('https://samblikk.example/api/v1/rounds is no JSON');
  for (const baseUrl of [
    'https://samblikk.example/api/v1/',
    'https://samblikk.example/api',
    'https://samblikk.example//',
  ])
    expect(createClient({ baseUrl }).address('listRounds')).toBe('https://samblikk.example/api/v1/rounds');
});

test('a refusal is told with its status and code; what is not ours is an unavailable service', async () => {
  const problem = { type: 'x', title: 'Not found', status: 404, code: 'notFound', detail: 'No such measure' };
  const { client } = service(Response.json(problem, { status: 404 }), new Response('<h1>', { status: 502 }));
  const ask = () => client.read('readMeasure', { params: { id: '2019-0001' } });
  await expect(ask()).rejects.toMatchObject({ status: 404, code: 'notFound', message: 'No such measure', problem });
  await expect(ask()).rejects.toMatchObject({ status: 502, code: 'unavailable' });
});
