import { text } from 'node:stream/consumers';
import { createRequestHandler, data, type EntryContext, RouterContextProvider, type ServerBuild } from 'react-router';
import { expect, test } from 'vitest';
import { withoutScript } from './without-script.ts';

type Routes = ServerBuild['routes'];

const route = (id: string, module: object, more: object = { parentId: 'root' }) =>
  ({ id, path: id, ...more, module: { default: () => null, ...module } }) as unknown as NonNullable<Routes[string]>;

const routes: Routes = {
  root: route('root', { loader: () => ({ site: 'ours' }) }, { path: '' }),
  public: route('public', {
    loader: () => data({ said: 'loaded' }, { headers: { 'last-modified': 'then' } }),
    headers: ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders,
  }),
  plain: route('plain', { loader: () => ({ said: 'loaded' }) }),
  elsewhere: route('elsewhere', { loader: () => Response.redirect('https://samblikk.example/public') }),
  running: route('running', { loader: () => ({ said: 'loaded' }), handle: { interactive: true } }),
  layout: route('layout', { loader: () => ({ said: 'loaded' }) }, { parentId: 'root', path: undefined }),
  within: route('within', { loader: () => ({ said: 'more' }) }, { parentId: 'layout' }),
};

/** What a page is drawn from, and what React Router has written for scripts. */
async function asked(path: string) {
  let context: EntryContext | undefined;
  const build = {
    routes,
    assets: { routes, entry: {}, url: '', version: '' },
    entry: {
      module: {
        default: (_request: Request, status: number, headers: Headers, given: EntryContext) => {
          context = given;
          return new Response('drawn', { status, headers });
        },
      },
    },
    ssr: true,
    future: {},
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  } as unknown as ServerBuild;
  const reply = await createRequestHandler(withoutScript(build), 'production')(
    new Request(`https://samblikk.example/${path}`),
    new RouterContextProvider(),
  );
  const written = context?.serverHandoffStream ? await text(context.serverHandoffStream) : '';
  return { reply, loaded: context?.staticHandlerContext.loaderData, routes: context?.manifest.routes, written };
}

test.each(['public', 'plain'])(
  'a page without script is drawn from what it loaded, written nowhere else: %s',
  async (path) => {
    const { reply, loaded, routes, written } = await asked(path);
    expect(reply.headers.get('last-modified')).toBe(path === 'public' ? 'then' : null);
    expect(loaded).toEqual({ root: { site: 'ours' }, [path]: { said: 'loaded' } });
    expect(Object.keys(routes ?? {})).toEqual(['root', path]);
    expect(written).not.toContain('loaded');
  },
);

test.each([
  ['running', { root: { site: 'ours' }, running: { said: 'loaded' } }],
  ['within', { root: { site: 'ours' }, layout: { said: 'loaded' }, within: { said: 'more' } }],
])('what may run in a browser has all of it: %s', async (path, expected) => {
  const { loaded, routes: given, written } = await asked(path);
  expect(loaded).toEqual(expected);
  expect(given).toBe(routes);
  expect(written).toContain('loaded');
});

test('a page may lead elsewhere', async () => {
  expect((await asked('elsewhere')).reply.headers.get('location')).toBe('https://samblikk.example/public');
});
