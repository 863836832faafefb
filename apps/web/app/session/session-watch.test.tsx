import type { Session } from '@samblikk/contract/client';
import { act, cleanup, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answering } from '../i18n/signed-in/nb.ts';
import type { SignedInSession } from './session.ts';
import { endingOf, SessionWatch } from './session-watch.tsx';

const start = '2026-03-02T09:00:00.000Z';
const minute = 60_000;
/** A session by the service's clock, which here is not the browser's. */
const session = (now: number, idle: number, total: number): SignedInSession => {
  const at = (minutes: number) => new Date(Date.parse(start) + minutes * minute).toISOString();
  return {
    signedIn: true,
    personId: 'p',
    name: 'Kari',
    email: null,
    language: 'nb',
    roles: [],
    now: at(now),
    idleAt: at(idle),
    expiresAt: at(total),
  };
};

test('nothing to say until five minutes are left', () => {
  expect(endingOf(session(0, 30, 120))).toEqual({ ending: undefined, askIn: 25 * minute });
  expect(endingOf(session(24, 30, 120))).toEqual({ ending: undefined, askIn: minute });
  expect(endingOf(session(25, 30, 120))).toMatchObject({ ending: { kind: 'idle' } });
});

test('what can be made to last is told apart from what cannot', () => {
  expect(endingOf(session(26, 30, 120)).ending).toMatchObject({ kind: 'idle' });
  expect(endingOf(session(116, 120, 120)).ending).toMatchObject({ kind: 'last' });
  expect(endingOf({ signedIn: false })).toEqual({ ending: { kind: 'over' }, askIn: Number.POSITIVE_INFINITY });
});

let replies: (Session | Error)[] = [];
const asked: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path}`);
    const reply = replies.shift();
    if (!reply || reply instanceof Error) throw reply ?? new Error('nothing more was expected');
    return new Response(JSON.stringify(reply), { headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(current: SignedInSession) {
  const element = (
    <IntlProvider locale="nb-NO" messages={answering}>
      <SessionWatch session={current} />
    </IntlProvider>
  );
  render(
    <RouterProvider router={createMemoryRouter([{ path: '*', element }], { initialEntries: ['/svar/2026?x=1'] })} />,
  );
}
const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * minute));

test('asks five minutes before the end, warns, and is quiet again when another tab has made it last', async () => {
  show(session(0, 30, 120));
  await pass(24.9);
  expect(asked).toEqual([]);
  replies = [session(25, 30, 120), session(25.5, 55, 120)];
  await pass(0.2);
  expect(asked).toEqual(['GET /api/v1/session']);
  expect(screen.getByRole('dialog', { name: 'Du blir snart logget ut' })).toBeTruthy();
  await pass(0.6);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a press makes it last', async () => {
  replies = [session(26, 56, 120)];
  show(session(26, 30, 120));
  await act(async () => screen.getByRole('button', { name: 'Fortsett' }).click());
  await pass(0);
  expect(asked).toEqual(['POST /api/v1/session/extend']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('without contact it asks again; when the session is over it leads to the login and back', async () => {
  replies = [new Error('offline'), { signedIn: false }];
  show(session(26, 30, 120));
  await pass(1.2);
  const link = screen.getByRole('link', { name: 'Logg inn på nytt' });
  expect(link.getAttribute('href')).toBe('/auth/login?returnTo=%2Fsvar%2F2026%3Fx%3D1');
  expect(screen.getByRole('dialog', { name: 'Du er logget ut' })).toBeTruthy();
});

test('when someone else has signed in in another tab, the page is had anew, as theirs', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  replies = [session(10, 40, 120), { ...session(10, 40, 120), personId: 'another' }];
  show(session(0, 30, 120));
  const seen = async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
  };
  await seen();
  expect(reload).not.toHaveBeenCalled();
  await seen();
  expect(reload).toHaveBeenCalledOnce();
});
