import type { Language, Text } from '@samblikk/questionnaire';
import type { FastifyReply } from 'fastify';
import type { LoginRoute } from '../../platform/config/index.ts';
import { safe } from '../../platform/http/index.ts';

/** What a login can come to, besides being signed in; the last four are about the invitation one came by. */
export type Message =
  | 'unavailable'
  | 'expired'
  | 'cancelled'
  | 'failed'
  | 'noAccess'
  | 'leaving'
  | 'unknown'
  | 'used'
  | 'revoked'
  | 'tooOld';

const texts: Record<Message, { title: Text; help: Text; next: Text }> = {
  unavailable: {
    title: { nb: 'Innloggingen svarer ikke', nn: 'Innlogginga svarar ikkje', en: 'The login does not answer' },
    help: {
      nb: 'Vent noen minutter og prøv igjen. Registeret og tallene er åpne uten innlogging.',
      nn: 'Vent nokre minutt og prøv igjen. Registeret og tala er opne utan innlogging.',
      en: 'Wait a few minutes and try again. The register and the figures are open without signing in.',
    },
    next: { nb: 'Prøv igjen', nn: 'Prøv igjen', en: 'Try again' },
  },
  expired: {
    title: {
      nb: 'Innloggingen er brukt eller for gammel',
      nn: 'Innlogginga er brukt eller for gammal',
      en: 'The login has been used or is too old',
    },
    help: {
      nb: 'En innlogging må fullføres innen ti minutter, i samme nettleser, og kan bare brukes én gang.',
      nn: 'Ei innlogging må fullførast innan ti minutt, i same nettlesar, og kan berre brukast éin gong.',
      en: 'A login must be completed within ten minutes, in the same browser, and can be used only once.',
    },
    next: { nb: 'Logg inn på nytt', nn: 'Logg inn på nytt', en: 'Sign in again' },
  },
  cancelled: {
    title: { nb: 'Du avbrøt innloggingen', nn: 'Du avbraut innlogginga', en: 'You cancelled the login' },
    help: {
      nb: 'Du er ikke logget inn. Registeret og tallene er åpne for alle.',
      nn: 'Du er ikkje logga inn. Registeret og tala er opne for alle.',
      en: 'You are not signed in. The register and the figures are open to everyone.',
    },
    next: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  },
  failed: {
    title: { nb: 'Innloggingen gikk ikke', nn: 'Innlogginga gjekk ikkje', en: 'The login did not work' },
    help: {
      nb: 'Vi fikk ikke et svar vi kan stole på fra innloggingstjenesten. Prøv på nytt. Går det fortsatt ikke, ta kontakt med Digdir.',
      nn: 'Vi fekk ikkje eit svar vi kan stole på frå innloggingstenesta. Prøv på nytt. Går det framleis ikkje, ta kontakt med Digdir.',
      en: 'We did not get an answer we can trust from the login service. Try again. If it still does not work, contact Digdir.',
    },
    next: { nb: 'Prøv på nytt', nn: 'Prøv på nytt', en: 'Try again' },
  },
  noAccess: {
    title: { nb: 'Du har ikke tilgang ennå', nn: 'Du har ikkje tilgang enno', en: 'You do not have access yet' },
    help: {
      nb: 'Du er logget inn, men virksomheten du representerer har ikke gitt deg rett til å svare, eller den er ikke med i undersøkelsen. Be den som gir tilganger i Altinn hos dere, om å gi deg rett til Samblikk. Er virksomheten ny eller omorganisert, ta kontakt med Digdir.',
      nn: 'Du er logga inn, men verksemda du representerer har ikkje gitt deg rett til å svare, eller ho er ikkje med i undersøkinga. Be den som gir tilgangar i Altinn hos dykk, om å gi deg rett til Samblikk. Er verksemda ny eller omorganisert, ta kontakt med Digdir.',
      en: 'You are signed in, but the organisation you act for has not given you the right to answer, or it is not part of the survey. Ask the person who gives access in Altinn at your organisation for the right to Samblikk. If the organisation is new or has been reorganised, contact Digdir.',
    },
    next: {
      nb: 'Logg inn for en annen virksomhet',
      nn: 'Logg inn for ei anna verksemd',
      en: 'Sign in for another organisation',
    },
  },
  leaving: {
    title: { nb: 'Du logges ut', nn: 'Du blir logga ut', en: 'You are being signed out' },
    help: {
      nb: 'Du er logget ut av Samblikk, og logges nå ut av innloggingstjenesten.',
      nn: 'Du er logga ut av Samblikk, og blir no logga ut av innloggingstenesta.',
      en: 'You are signed out of Samblikk, and are now being signed out of the login service.',
    },
    next: { nb: 'Gå videre', nn: 'Gå vidare', en: 'Continue' },
  },
  unknown: {
    title: {
      nb: 'Vi kjenner ikke invitasjonen',
      nn: 'Vi kjenner ikkje invitasjonen',
      en: 'We do not know the invitation',
    },
    help: {
      nb: 'Sjekk at hele lenken fra e-posten kom med. Be den som inviterte deg, om å sende en ny hvis den fortsatt ikke virker.',
      nn: 'Sjekk at heile lenkja frå e-posten kom med. Be den som inviterte deg, om å sende ein ny invitasjon om ho framleis ikkje verkar.',
      en: 'Check that the whole link from the e-mail is there. Ask the person who invited you to send a new one if it still does not work.',
    },
    next: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  },
  used: {
    title: { nb: 'Invitasjonen er brukt', nn: 'Invitasjonen er brukt', en: 'The invitation has been used' },
    help: {
      nb: 'En invitasjon kan bare brukes én gang. Har du selv tatt imot den, logger du inn som vanlig. Hvis ikke, be den som inviterte deg, om å sende en ny.',
      nn: 'Ein invitasjon kan berre brukast éin gong. Har du sjølv teke imot han, loggar du inn som vanleg. Om ikkje, be den som inviterte deg, om å sende ein ny.',
      en: 'An invitation can be used only once. If you took it yourself, sign in as usual. If not, ask the person who invited you to send a new one.',
    },
    next: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  },
  revoked: {
    title: {
      nb: 'Invitasjonen er trukket tilbake',
      nn: 'Invitasjonen er trekt tilbake',
      en: 'The invitation has been withdrawn',
    },
    help: {
      nb: 'Ta kontakt med den som inviterte deg, hvis du mener det er en feil.',
      nn: 'Ta kontakt med den som inviterte deg, om du meiner det er ein feil.',
      en: 'Contact the person who invited you if you think this is a mistake.',
    },
    next: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  },
  tooOld: {
    title: { nb: 'Invitasjonen er for gammel', nn: 'Invitasjonen er for gammal', en: 'The invitation is too old' },
    help: {
      nb: 'En invitasjon virker i 14 dager. Be den som inviterte deg, om å sende en ny.',
      nn: 'Ein invitasjon verkar i 14 dagar. Be den som inviterte deg, om å sende ein ny.',
      en: 'An invitation works for 14 days. Ask the person who invited you to send a new one.',
    },
    next: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  },
};

const home: Text = { nb: 'Til forsiden', nn: 'Til framsida', en: 'To the front page' };
const actedFor: Text = { nb: 'Du logget inn for', nn: 'Du logga inn for', en: 'You signed in for' };

interface PageOptions {
  /** Where the one button leads. */
  readonly next: string;
  /** Of the page policy. */
  readonly nonce: string;
  /** The organisation the person acts for. */
  readonly name?: string | undefined;
  /** `next` is posted to, at once where scripts run: what is sent stands in no address. `nonce` is the script's. */
  readonly form?: { readonly fields: Readonly<Record<string, string>>; readonly nonce: string };
}

/** A small page of its own: it must be there also when the web is not. */
export function messagePage(message: Message, language: Language, { next, nonce, name, form }: PageOptions): string {
  const text = texts[message];
  const label = text.next[language];
  return htmlPage(language, {
    title: text.title[language],
    nonce,
    content: `
    ${name ? `<p>${actedFor[language]} ${safe(name)}.</p>` : ''}
    <p>${text.help[language]}</p>
    ${form ? postForm(next, form, label) : `<p><a class="next" href="${safe(next)}">${label}</a></p>`}`,
  });
}

function postForm(action: string, { fields, nonce }: NonNullable<PageOptions['form']>, label: string): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  );
  return `<form method="post" action="${safe(action)}">${hidden.join('')}<button class="next">${label}</button></form>
    <script nonce="${nonce}">document.forms[0].submit();</script>`;
}

/** A way in, as the person chooses it. */
export interface LoginLink {
  readonly route: LoginRoute;
  readonly href: string;
}

const routeNames: Readonly<Record<LoginRoute, { name: Text; help: Text }>> = {
  altinn: {
    name: {
      nb: 'Logg inn med BankID eller annen eID',
      nn: 'Logg inn med BankID eller annan eID',
      en: 'Sign in with BankID or another eID',
    },
    help: {
      nb: 'For deg som har fått rett til Samblikk i Altinn.',
      nn: 'For deg som har fått rett til Samblikk i Altinn.',
      en: 'For those who have been given the right to Samblikk in Altinn.',
    },
  },
  orgno: {
    name: { nb: 'Logg inn med jobbkontoen', nn: 'Logg inn med jobbkontoen', en: 'Sign in with your work account' },
    help: {
      nb: 'For deg som har konto i en virksomhet som bruker Virksomhetsbroen.',
      nn: 'For deg som har konto i ei verksemd som bruker Virksomhetsbroen.',
      en: 'For those with an account at an organisation that uses Virksomhetsbroen.',
    },
  },
};
const choose: Text = {
  nb: 'Hvordan vil du logge inn?',
  nn: 'Korleis vil du logge inn?',
  en: 'How do you want to sign in?',
};

/** The choice between the ways in, where more than one is offered. */
export function choicePage(
  language: Language,
  { routes, nonce }: { routes: readonly LoginLink[]; nonce: string },
): string {
  return htmlPage(language, { title: choose[language], nonce, content: links(routes, language) });
}

const invited: Text = {
  nb: 'Du er invitert til å svare for',
  nn: 'Du er invitert til å svare for',
  en: 'You are invited to answer for',
};
const invitedTo: Readonly<Record<'fill' | 'submit' | 'read' | 'delegate', Text>> = {
  fill: { nb: 'Du får fylle ut svarene.', nn: 'Du får fylle ut svara.', en: 'You can fill in the answers.' },
  submit: {
    nb: 'Du får fylle ut svarene og sende dem inn.',
    nn: 'Du får fylle ut svara og sende dei inn.',
    en: 'You can fill in the answers and send them in.',
  },
  read: { nb: 'Du får lese svarene.', nn: 'Du får lese svara.', en: 'You can read the answers.' },
  delegate: {
    nb: 'Du får svare på det ene du er bedt om, og ser ikke resten.',
    nn: 'Du får svare på det eine du er bedd om, og ser ikkje resten.',
    en: 'You can answer the one thing you are asked about, and do not see the rest.',
  },
};
const takesBy: Text = {
  nb: 'Logg inn for å ta imot invitasjonen. Den blir knyttet til deg, og kan ikke brukes av andre etterpå.',
  nn: 'Logg inn for å ta imot invitasjonen. Han blir knytt til deg, og kan ikkje brukast av andre etterpå.',
  en: 'Sign in to accept the invitation. It is then tied to you, and nobody else can use it.',
};

/** What an invitation is to, with the way to accept it. */
export function invitationPage(
  language: Language,
  {
    agency,
    role,
    routes,
    nonce,
  }: { agency: string; role: 'fill' | 'submit' | 'read' | null; routes: readonly LoginLink[]; nonce: string },
): string {
  return htmlPage(language, {
    title: `${invited[language]} ${safe(agency)}`,
    nonce,
    content: `
    <p>${invitedTo[role ?? 'delegate'][language]}</p>
    <p>${takesBy[language]}</p>
    ${links(routes, language)}`,
  });
}

function links(routes: readonly LoginLink[], language: Language): string {
  const help = routes.length > 1;
  return routes
    .map(({ route, href }) => {
      const { name, help: text } = routeNames[route];
      const label = help ? name[language] : texts.cancelled.next[language];
      return `
    <p><a class="next" href="${safe(href)}">${label}</a>${help ? `<br>${text[language]}` : ''}</p>`;
    })
    .join('');
}

/** Sends one of these pages; no cache keeps it. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}

function htmlPage(
  language: Language,
  { title, nonce, content }: { title: string; nonce: string; content: string },
): string {
  const front = language === 'nb' ? '/' : `/${language}`;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Samblikk</title>
  <style nonce="${nonce}">
    body { font: 1.125rem/1.6 Inter, system-ui, sans-serif; overflow-wrap: break-word; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; color: #1e2b3c; background: #fff; }
    h1 { font-size: 1.75rem; line-height: 1.25; }
    a { color: #0b4f9e; }
    a:focus-visible, button:focus-visible { outline: 3px solid #1e2b3c; outline-offset: 3px; }
    .next { display: inline-block; padding: .625rem 1.25rem; color: #fff; background: #0b4f9e; border: 0; border-radius: .25rem; font: inherit; text-decoration: none; cursor: pointer; }
  </style>
</head>
<body>
  <main>
    <h1>${title}</h1>
    ${content}
    <p><a href="${front}">${home[language]}</a></p>
  </main>
</body>
</html>`;
}
