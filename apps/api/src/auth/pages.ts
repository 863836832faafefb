import type { Language, Text } from '@samblikk/questionnaire';

/** What a login can come to, besides being signed in. */
export type Message = 'unavailable' | 'expired' | 'cancelled' | 'failed' | 'noAccess' | 'leaving';

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
  /** Go there at once. */
  readonly onward?: boolean;
}

/** A small page of its own: it must be there also when the web is not. */
export function messagePage(message: Message, language: Language, { next, nonce, name, onward }: PageOptions): string {
  const text = texts[message];
  const front = language === 'nb' ? '/' : `/${language}`;
  const refresh = onward ? `<meta http-equiv="refresh" content="0; url=${safe(next)}">` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${refresh}
  <title>${text.title[language]} – Samblikk</title>
  <style nonce="${nonce}">
    body { font: 1.125rem/1.6 Inter, system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; color: #1e2b3c; background: #fff; }
    h1 { font-size: 1.75rem; line-height: 1.25; }
    a { color: #0b4f9e; }
    a:focus-visible { outline: 3px solid #1e2b3c; outline-offset: 3px; }
    .next { display: inline-block; padding: .625rem 1.25rem; color: #fff; background: #0b4f9e; border-radius: .25rem; text-decoration: none; }
  </style>
</head>
<body>
  <main>
    <h1>${text.title[language]}</h1>
    ${name ? `<p>${actedFor[language]} ${safe(name)}.</p>` : ''}
    <p>${text.help[language]}</p>
    <p><a class="next" href="${safe(next)}">${text.next[language]}</a></p>
    <p><a href="${front}">${home[language]}</a></p>
  </main>
</body>
</html>`;
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
