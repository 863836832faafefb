import { useLocation } from 'react-router';
import {
  allLanguages,
  inLanguage,
  languageNames,
  type MessageKey,
  useHref,
  useLanguage,
  useText,
  withoutLanguage,
} from '../i18n/index.ts';
import { SessionMenu } from '../session/index.ts';
import { siteName } from '../ui/index.ts';

const sections: readonly [path: string, label: MessageKey][] = [
  ['/register', 'nav.register'],
  ['/tall', 'nav.figures'],
  ['/om-dataene', 'nav.about'],
];

/** The head of every page: name, navigation, language, and the way in for those who answer. */
export function Header() {
  const t = useText();
  const to = useHref();
  const here = withoutLanguage(useLocation().pathname);
  return (
    <header className="site-header">
      <div className="wide site-header-row">
        <a className="site-name" href={to('/')} aria-label={t('nav.home')}>
          <Mark />
          <span>{siteName}</span>
        </a>
        <nav className="site-nav" aria-label={t('nav.main')}>
          <ul>
            {sections.map(([path, label]) => (
              <li key={path}>
                <a href={to(path)} aria-current={current(here, path)}>
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-tools">
          <LanguageSwitch />
          <SessionMenu />
        </div>
      </div>
    </header>
  );
}

function current(here: string, path: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return here.startsWith(`${path}/`) || (path === '/register' && here.startsWith('/tiltak/')) ? 'true' : undefined;
}

/** Links to the very same page, query and all, in the other languages. */
function LanguageSwitch() {
  const t = useText();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const path = withoutLanguage(pathname) + search;
  return (
    <nav className="language-switch" aria-label={t('nav.language')}>
      <ul>
        {allLanguages.map((other) => (
          <li key={other}>
            <a
              href={inLanguage(path, other)}
              hrefLang={other}
              lang={other}
              aria-current={other === language ? 'true' : undefined}
            >
              {languageNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Three bars seen together: the mark of the service. */
function Mark() {
  return (
    <svg className="site-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <rect x="7" y="16" width="4.5" height="9" rx="1.5" fill="#fff" />
      <rect x="13.75" y="11" width="4.5" height="14" rx="1.5" fill="#fff" />
      <rect x="20.5" y="7" width="4.5" height="18" rx="1.5" fill="#fff" />
    </svg>
  );
}
