import { data, type EntryContext, type LoaderFunction, type ServerBuild } from 'react-router';

type Routes = ServerBuild['routes'];
type Route = NonNullable<Routes[string]>;

/**
 * Spares pages without script what React Router does for a browser that goes on with them: writing what was loaded once more, for
 * scripts to read, and making the routes of the whole site anew for each page. What is drawn stays the same.
 */
export function withoutScript(build: ServerBuild): ServerBuild {
  const { entry, routes } = build;
  const parents = new Set(Object.values(routes).map((route) => route?.parentId));
  /** Public pages stand right below the root; those that run in a browser say so. */
  const isPublicPage = ({ id, parentId, module }: Route) =>
    parentId === 'root' && !parents.has(id) && (module.handle as { interactive?: boolean })?.interactive !== true;
  const spared = Object.entries(routes).map(([id, route]) => [id, route && isPublicPage(route) ? held(route) : route]);
  return {
    ...build,
    routes: Object.fromEntries(spared),
    entry: {
      ...entry,
      module: {
        ...entry.module,
        default: (request, status, headers, context, loadContext) =>
          entry.module.default(request, status, headers, drawnOnly(context), loadContext),
      },
    },
  };
}

/** The route with what it loads inside a function, which React Router hands on as it is, and cannot write. */
function held(route: Route): Route {
  const { loader } = route.module;
  if (loader === undefined) return route;
  const hold: LoaderFunction = async (args, ...more) => {
    const loaded: unknown = await loader(args, ...more);
    if (loaded instanceof Response) return loaded;
    return isWithHeaders(loaded) ? data(() => loaded.data, loaded.init ?? undefined) : () => loaded;
  };
  return { ...route, module: { ...route.module, loader: hold } };
}

const isWithHeaders = (loaded: unknown): loaded is ReturnType<typeof data> =>
  (loaded as { type?: unknown } | null | undefined)?.type === 'DataWithResponseInit';

/** What a page is drawn from; one whose data were held: these data, and no routes but its own. */
function drawnOnly(context: EntryContext): EntryContext {
  const { staticHandlerContext, manifest } = context;
  const { loaderData, matches } = staticHandlerContext;
  const entries = Object.entries(loaderData);
  if (!entries.some(([, loaded]) => typeof loaded === 'function')) return context;
  return {
    ...context,
    manifest: {
      ...manifest,
      routes: Object.fromEntries(matches.map(({ route: { id } }) => [id, manifest.routes[id]])),
    },
    staticHandlerContext: {
      ...staticHandlerContext,
      loaderData: Object.fromEntries(
        entries.map(([id, loaded]) => [id, typeof loaded === 'function' ? loaded() : loaded]),
      ),
    },
  };
}
