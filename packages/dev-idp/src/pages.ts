import type { DemoPerson } from './people.ts';

export type PageLanguage = 'nb' | 'nn' | 'en';

const texts = {
  nb: {
    title: 'Testinnlogging',
    warning:
      'Dette er en testinnlogging. Alle personene er oppdiktet, og ingen passord trengs. Den finnes bare når programmet kjøres lokalt.',
    pick: 'Hvem vil du logge inn som?',
    as: 'Logg inn som',
    cancel: 'Avbryt',
    leaving: 'Du logges ut',
    leave: 'Logg ut',
    left: 'Du er logget ut',
    failed: 'Innloggingen gikk ikke',
    failedHelp: 'Gå tilbake til Samblikk og prøv å logge inn på nytt.',
    actions: {
      write: 'fylle ut',
      submit: 'sende inn',
      read: 'lese',
      admin: 'administrere runden',
      analyst: 'lage statistikk',
      coordinator: 'samordne departementsområdet',
    },
  },
  nn: {
    title: 'Testinnlogging',
    warning:
      'Dette er ei testinnlogging. Alle personane er oppdikta, og du treng ikkje passord. Ho finst berre når programmet blir køyrt lokalt.',
    pick: 'Kven vil du logge inn som?',
    as: 'Logg inn som',
    cancel: 'Avbryt',
    leaving: 'Du blir logga ut',
    leave: 'Logg ut',
    left: 'Du er logga ut',
    failed: 'Innlogginga gjekk ikkje',
    failedHelp: 'Gå tilbake til Samblikk og prøv å logge inn på nytt.',
    actions: {
      write: 'fylle ut',
      submit: 'sende inn',
      read: 'lese',
      admin: 'administrere runden',
      analyst: 'lage statistikk',
      coordinator: 'samordne departementsområdet',
    },
  },
  en: {
    title: 'Test login',
    warning:
      'This is a test login. Every person is invented, and no password is needed. It exists only when the program is run locally.',
    pick: 'Who do you want to sign in as?',
    as: 'Sign in as',
    cancel: 'Cancel',
    leaving: 'You are being signed out',
    leave: 'Sign out',
    left: 'You are signed out',
    failed: 'The login did not work',
    failedHelp: 'Go back to Samblikk and try to sign in again.',
    actions: {
      write: 'fill in',
      submit: 'submit',
      read: 'read',
      admin: 'manage the round',
      analyst: 'make statistics',
      coordinator: 'coordinate the ministry’s agencies',
    },
  },
} satisfies Record<PageLanguage, Record<string, string | Record<string, string>>>;

/** The first of the wanted languages (`ui_locales`, separated by spaces) that we have; else bokmål. */
export function pageLanguage(wanted: unknown): PageLanguage {
  const found = String(wanted ?? '')
    .split(' ')
    .map((tag) => tag.slice(0, 2).toLowerCase());
  return (['nb', 'nn', 'en'] as const).find((language) => found[0] === language) ?? 'nb';
}

/** The list of people: one form, one button each, and no script. */
export function pickerPage(action: string, people: readonly DemoPerson[], language: PageLanguage): string {
  const t = texts[language];
  const actions: Record<string, string> = t.actions;
  const rows = people.map(
    (person) => `
      <li>
        <button name="person" value="${safe(person.id)}">
          <span class="hidden">${t.as} </span><strong>${safe(person.name)}</strong>
          <span>${safe(person.agencyName)}: ${safe(person.actions.map((a) => actions[a] ?? a).join(', '))}</span>
        </button>
      </li>`,
  );
  return page(
    language,
    t.title,
    `<p class="warning">${t.warning}</p>
    <h2 id="pick">${t.pick}</h2>
    <form method="post" action="${safe(action)}">
      <ul aria-labelledby="pick">${rows.join('')}
      </ul>
      <button name="cancel" value="yes" class="plain">${t.cancel}</button>
    </form>`,
  );
}

/** Leaves at once where scripts run; Ansattporten does not ask either. */
export function logoutPage(form: string, language: PageLanguage): string {
  const t = texts[language];
  return page(
    language,
    t.leaving,
    `${form}<button form="op.logoutForm" name="logout" value="yes" id="leave">${t.leave}</button>
    <script>document.getElementById('leave').click();</script>`,
  );
}

export function signedOutPage(language: PageLanguage): string {
  return page(language, texts[language].left, '');
}

export function failurePage(error: string, language: PageLanguage): string {
  const t = texts[language];
  return page(language, t.failed, `<p>${t.failedHelp}</p><p><code>${safe(error)}</code></p>`);
}

function page(language: PageLanguage, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <style>
    body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #1e2b3c; background: #fff; }
    ul { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .5rem; }
    button { font: inherit; text-align: left; width: 100%; padding: .75rem 1rem; color: inherit; background: #f1f5fa; border: 1px solid #5b6f88; border-radius: .375rem; cursor: pointer; }
    button:hover { background: #dfe9f5; }
    button:focus-visible { outline: 3px solid #1e2b3c; outline-offset: 2px; }
    button span { display: block; }
    .plain { width: auto; background: #fff; }
    .warning { background: #fff3d6; border-left: .375rem solid #9a6700; padding: .75rem 1rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  </style>
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
