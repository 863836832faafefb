import type { Text } from '@samblikk/questionnaire';

/**
 * Every error the API answers with: a stable code, its status, and what it says to a person. The only error table.
 * `docs/errors.md` lists the same codes; a test holds them together.
 */
export const errors = {
  invalidRequest: {
    status: 400,
    title: {
      nb: 'Forespørselen kan ikke leses',
      nn: 'Førespurnaden kan ikkje lesast',
      en: 'The request cannot be read',
    },
  },
  badCursor: {
    status: 400,
    title: {
      nb: 'Markøren kan ikke brukes her',
      nn: 'Markøren kan ikkje brukast her',
      en: 'The cursor cannot be used here',
    },
  },
  invalidSelection: {
    status: 400,
    title: {
      nb: 'Utvalget kan ikke brukes',
      nn: 'Utvalet kan ikkje brukast',
      en: 'The selection cannot be used',
    },
  },
  notSignedIn: {
    status: 401,
    title: { nb: 'Du må logge inn', nn: 'Du må logge inn', en: 'You must sign in' },
  },
  notAllowed: {
    status: 403,
    title: {
      nb: 'Du har ikke tilgang til dette',
      nn: 'Du har ikkje tilgang til dette',
      en: 'You do not have access to this',
    },
  },
  foreignOrigin: {
    status: 403,
    title: {
      nb: 'Forespørselen kom fra et annet nettsted',
      nn: 'Førespurnaden kom frå ein annan nettstad',
      en: 'The request came from another site',
    },
  },
  tooManyCells: {
    status: 403,
    title: { nb: 'Utvalget er for stort', nn: 'Utvalet er for stort', en: 'The selection is too large' },
  },
  notFound: {
    status: 404,
    title: { nb: 'Finnes ikke', nn: 'Finst ikkje', en: 'Not found' },
  },
  conflict: {
    status: 409,
    title: {
      nb: 'Noen andre har endret det samme svaret',
      nn: 'Nokon andre har endra det same svaret',
      en: 'Someone else has changed the same answer',
    },
  },
  roundNotOpen: {
    status: 409,
    title: {
      nb: 'Runden er ikke åpen for svar',
      nn: 'Runden er ikkje open for svar',
      en: 'The round is not open for answers',
    },
  },
  keyUsedForOther: {
    status: 409,
    title: {
      nb: 'Nøkkelen er brukt til en annen innsending',
      nn: 'Nøkkelen er brukt til ei anna innsending',
      en: 'The key was used for another submission',
    },
  },
  alreadyDone: {
    status: 409,
    title: { nb: 'Dette er allerede gjort', nn: 'Dette er alt gjort', en: 'This is already done' },
  },
  notSubmitted: {
    status: 409,
    title: {
      nb: 'Tiltaket er ikke sendt inn',
      nn: 'Tiltaket er ikkje sendt inn',
      en: 'The measure has not been sent in',
    },
  },
  roleFromLogin: {
    status: 409,
    title: {
      nb: 'Tilgangen kommer fra innloggingen, og må fjernes i Altinn',
      nn: 'Tilgangen kjem frå innlogginga, og må fjernast i Altinn',
      en: 'The access comes from the login, and must be withdrawn in Altinn',
    },
  },
  freezeUnconfirmed: {
    status: 409,
    title: {
      nb: 'Runden er ikke ferdig. Bekreft at den skal fryses likevel',
      nn: 'Runden er ikkje ferdig. Stadfest at han skal frysast likevel',
      en: 'The round is not complete. Confirm that it is to be frozen all the same',
    },
  },
  releasePublished: {
    status: 409,
    title: {
      nb: 'Runden er publisert, og publiseringsdagen kan ikke endres. En utgave kan bare trekkes tilbake',
      nn: 'Runden er publisert, og publiseringsdagen kan ikkje endrast. Ei utgåve kan berre trekkjast tilbake',
      en: 'The round is published, and its day of publication cannot be changed. A release can only be withdrawn',
    },
  },
  claimChanged: {
    status: 409,
    title: {
      nb: 'Virksomheten har endret hva den vil unnta, eller hvorfor. Les det på nytt',
      nn: 'Verksemda har endra kva ho vil halde unna, eller kvifor. Les det på nytt',
      en: 'The agency has changed what it claims exempt, or why. Read it again',
    },
  },
  manyErrorReports: {
    status: 409,
    title: {
      nb: 'Det er meldt mange feil i tiltaket, og virksomheten må svare på noen først',
      nn: 'Det er meldt mange feil i tiltaket, og verksemda må svare på nokre først',
      en: 'Many errors are reported in the measure, and the agency must answer some first',
    },
  },
  measureNotPublic: {
    status: 409,
    title: {
      nb: 'Tiltaket er ikke offentlig i noen utgave av runden',
      nn: 'Tiltaket er ikkje offentleg i nokon utgåve av runden',
      en: 'The measure is not public in any release of the round',
    },
  },
  publicMeasureWithdrawn: {
    status: 410,
    title: {
      nb: 'Tiltaket er trukket tilbake fra offentligheten',
      nn: 'Tiltaket er trekt tilbake frå offentlegheita',
      en: 'The measure has been withdrawn from the public',
    },
  },
  exemptionAtFault: {
    status: 422,
    title: {
      nb: 'Avgjørelsen mangler noe',
      nn: 'Avgjerda manglar noko',
      en: 'Something is missing in the decision',
    },
  },
  releaseNotPublished: {
    status: 409,
    title: { nb: 'Utgaven er ikke publisert', nn: 'Utgåva er ikkje publisert', en: 'The release is not published' },
  },
  measureWithdrawn: {
    status: 410,
    title: {
      nb: 'Tiltaket er tatt ut av årets svar',
      nn: 'Tiltaket er teke ut av svaret for i år',
      en: 'The measure has been taken out of this year’s answer',
    },
  },
  releaseWithdrawn: {
    status: 410,
    title: {
      nb: 'Utgaven er trukket tilbake',
      nn: 'Utgåva er trekt tilbake',
      en: 'The release has been withdrawn',
    },
  },
  tooLarge: {
    status: 413,
    title: { nb: 'For stort', nn: 'For stort', en: 'Too large' },
  },
  answersAtFault: {
    status: 422,
    title: {
      nb: 'Noen av svarene må rettes',
      nn: 'Nokre av svara må rettast',
      en: 'Some of the answers must be corrected',
    },
  },
  fileAtFault: {
    status: 422,
    title: {
      nb: 'Filen har feil og ble ikke tatt inn',
      nn: 'Fila har feil og vart ikkje teken inn',
      en: 'The file has errors and was not imported',
    },
  },
  unknownVariable: {
    status: 422,
    title: { nb: 'Ukjent variabel eller kode', nn: 'Ukjend variabel eller kode', en: 'Unknown variable or code' },
  },
  tooLargeToDraw: {
    status: 422,
    title: {
      nb: 'Tabellen er for stor til å tegnes',
      nn: 'Tabellen er for stor til å teiknast',
      en: 'The table is too large to draw',
    },
  },
  impossibleTable: {
    status: 422,
    title: {
      nb: 'Slik kan ikke tabellen settes sammen',
      nn: 'Slik kan ikkje tabellen setjast saman',
      en: 'The table cannot be put together so',
    },
  },
  tooManyRequests: {
    status: 429,
    title: {
      nb: 'For mange forespørsler, vent litt',
      nn: 'For mange førespurnader, vent litt',
      en: 'Too many requests, wait a little',
    },
  },
  internal: {
    status: 500,
    title: { nb: 'Noe gikk galt hos oss', nn: 'Noko gjekk gale hos oss', en: 'Something went wrong on our side' },
  },
  unavailable: {
    status: 503,
    title: { nb: 'Tjenesten er ikke klar', nn: 'Tenesta er ikkje klar', en: 'The service is not ready' },
  },
} as const satisfies Record<string, { status: number; title: Text }>;

export type ErrorCode = keyof typeof errors;

/** Errors any address may answer with. */
export const commonErrors = [
  'invalidRequest',
  'notSignedIn',
  'notAllowed',
  'foreignOrigin',
  'notFound',
  'tooLarge',
  'tooManyRequests',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[];
