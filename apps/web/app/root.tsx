import '@digdir/designsystemet-css';
import '@digdir/designsystemet-css/theme';
import '@fontsource-variable/inter';
import './styles/app.css';
import './styles/designsystemet-language.css';
import './styles/print.css';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { ReactNode } from 'react';
import {
  data,
  Links,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
} from 'react-router';
import { FocusOnNavigation, Footer, Header } from './frame/index.ts';
import { Messages, useLanguage, useText } from './i18n/index.ts';
import { platformContext, type RootData, useRootData } from './platform/index.ts';
import { ErrorPage } from './ui/index.ts';

export const links = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'preload', href: inter, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const },
];

/** A page that only says why there is none asks nothing of the API. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ context }, next) => {
    const { failure } = context.get(platformContext);
    if (failure !== undefined) throw data(null, { status: failure });
    return next();
  },
];

export function loader({ context }: LoaderFunctionArgs): RootData {
  const { publicUrl, demo, contactEmail, accessibilityUrl } = context.get(platformContext);
  return { publicUrl, demo, contactEmail, accessibilityUrl };
}

/** None of it changes while the program runs. */
export const shouldRevalidate = () => false;

/** What a route module may say of itself in `export const handle`. */
export interface Handle {
  /** Runs in the browser. Left out, the page is sent without any script. */
  readonly interactive?: boolean;
  /** Stands in a frame of another site: nothing but itself. */
  readonly embedded?: boolean;
}

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const handles = useMatches().map((match) => match.handle as Handle | undefined);
  const interactive = handles.some((handle) => handle?.interactive === true);
  const embedded = handles.some((handle) => handle?.embedded === true);
  return (
    <html lang={language} data-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <Links />
      </head>
      <body>
        <Messages>{embedded ? <main>{children}</main> : <Frame>{children}</Frame>}</Messages>
        {interactive && <FocusOnNavigation />}
        {interactive && <ScrollRestoration />}
        {interactive && <Scripts />}
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useText();
  const demo = useRootData()?.demo === true;
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('page.skip')}
      </a>
      {demo && (
        <aside className="demo-strip">
          <div className="wide">{t('page.demo')}</div>
        </aside>
      )}
      <Header />
      <main id="main" tabIndex={-1} className="wide page">
        {children}
      </main>
      <Footer />
    </>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <ErrorPage error={error} />;
}
