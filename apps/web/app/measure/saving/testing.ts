import type { Draft, Problem } from '@samblikk/contract/client';
import type { Answers } from '@samblikk/questionnaire';
import { afterEach, beforeEach, vi } from 'vitest';
import { ApiProblem } from '../../platform/index.ts';
import { SaveQueue } from './save-queue.ts';
import type { Change } from './save-state.ts';

const draftOf = (version: number, answers: Answers) => ({ version, answers }) as unknown as Draft;
export const refusal = (status: number, code: string, more: Partial<Problem> = {}) =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, ...more } as Problem);

/** A service that merges as the API does, and that can be told to fail. */
export function service(answers: Answers = {}) {
  const versions: Answers[] = [answers];
  const failures: unknown[] = [];
  const requests: { basedOn: number; changes: Record<string, Change> }[] = [];
  const newest = () => draftOf(versions.length - 1, versions.at(-1) ?? {});
  const write = (changes: Record<string, Change>) => {
    const next = Object.entries({ ...versions.at(-1), ...changes }).filter(([, value]) => value !== null);
    versions.push(Object.fromEntries(next) as Answers);
    return newest();
  };
  return {
    requests,
    failures,
    newest,
    write,
    /** Takes what is sent, and loses the reply, this many times. */
    loseReplies: 0,
    async save(request: { basedOn: number; changes: Record<string, Change> }): Promise<Draft> {
      requests.push(request);
      if (failures.length > 0) throw failures.shift();
      const base = versions[request.basedOn] ?? {};
      const conflicts = Object.keys(request.changes)
        .filter((id) => base[id] !== newest().answers[id] && request.changes[id] !== newest().answers[id])
        .map((question) => ({
          question,
          yours: request.changes[question],
          theirs: newest().answers[question] ?? null,
          author: 'Kari',
          at: '2026-11-22T10:00:00Z',
        }));
      if (conflicts.length > 0) throw refusal(409, 'conflict', { conflicts });
      const draft = write(request.changes);
      if (this.loseReplies === 0) return draft;
      this.loseReplies -= 1;
      throw new TypeError('network');
    },
  };
}

/** A queue that saves to a service, and what it tells of. */
export function start(answers: Answers = {}, api = service(answers)) {
  const theirs: Record<string, unknown> = {};
  const sending: string[] = [];
  const settled: string[] = [];
  const queue = new SaveQueue({
    draft: api.newest(),
    save: (request) => api.save(request),
    reload: async () => api.newest(),
    onTheirs: (found, ids) => {
      for (const id of ids) theirs[id] = found[id];
    },
    onSending: (id) => sending.push(id),
    onSettled: (id) => settled.push(id),
    onReasonSettled: (key) => settled.push(key),
  });
  return { api, queue, theirs, sending, settled };
}

/** Time stands still in each test but for what `pass` lets go by. */
export function stopTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
