/** Words that carry no subject: they are found, but nothing has to have them, and no compound is made of them. */
const words = new Set(
  (
    'og i på for til av med en et ei ein eit å som er den det de dei om ved fra frå der har skal kan vil ikke ikkje eller men at ' +
    'seg sin sitt sine vi oss vår vårt våre du din dere jeg eg han hun ho man så når nå no da då også etter før mellom under over ' +
    'ut inn opp ned mot hos uten utan blir blitt blei ble var være vere hva kva hvor kor hvem kven hvilke alle noe noko noen nokon ' +
    'andre mer meir mest slik slike denne dette disse desse gi gir få får gjør gjer ta tar samt både enn per mis be ge the of and in to a ' +
    'an on with by kunne skulle ville flere fleire mange alle samme same andre annet anna'
  ).split(' '),
);

/**
 * Whether a folded word is one of those that bind others together.
 *
 * @example
 * isFunctionWord('og') // → true
 */
export const isFunctionWord = (form: string): boolean => words.has(form);
