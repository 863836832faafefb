import { surveyHeader } from './columns.ts';
import { questionsRead } from './condition.ts';
import { type Edition, type Language, languages, type Option, type Question, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { checkCondition, type Finding, type Say } from './lint-condition.ts';
import { checkComparability, checkDerived, checkPublication, checkRoles, checkRuleDefinitions } from './lint-parts.ts';

export type { Finding } from './lint-condition.ts';

/** Looks for everything in an edition that the compiler cannot see. An empty list means: fit for use. */
export function checkEdition(
  edition: Edition,
  { previous }: { readonly previous?: Edition | undefined } = {},
): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (level, where, text) => findings.push({ level, where, text });
  checkIds(edition, say);
  checkTexts(edition, say);
  for (const question of questionsOf(edition)) checkQuestion(edition, question, say);
  checkDerived(edition, say);
  checkRuleDefinitions(edition, say);
  checkPublication(edition, say);
  checkRoles(edition, say);
  if (previous) checkComparability(edition, previous, say);
  return findings;
}

/** Names that addresses and files use for something else. */
const reserved = new Set([
  'q',
  'page',
  'size',
  'sort',
  'rows',
  'columns',
  'format',
  'lang',
  'externalId',
  'submittedAt',
]);

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function checkIds(edition: Edition, say: Say): void {
  const variables = [...questionsOf(edition), ...edition.derived, ...edition.population].map(({ id }) => id);
  for (const id of repeated(variables))
    say('error', id, 'Id-en er brukt flere ganger. Gi hvert spørsmål og hver variabel sin egen.');
  for (const id of variables) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(id)) say('error', id, 'Id-en må begynne med liten bokstav og bare ha a–z og tall.');
    if (reserved.has(id))
      say('error', id, 'Id-en er et ord som adresser og filer bruker til noe annet. Velg en annen.');
  }
  for (const id of repeated(edition.sections.map(({ id }) => id)))
    say('error', id, 'To deler har samme id. Endre den ene.');
  for (const id of repeated(edition.rules.map(({ id }) => id)))
    say('error', id, 'To regler har samme id. Endre den ene.');
  for (const name of repeated(surveyHeader(edition))) {
    say('error', name, 'To spørsmål gir samme kolonne i svarfila. Endre id-en til det ene.');
  }
  for (const { id, options } of [...edition.derived, ...edition.population]) checkOptions(id, options, say);
}

function checkOptions(where: string, options: readonly Option[], say: Say): void {
  const codes = options.map(({ code }) => code);
  for (const code of repeated(codes))
    say('error', where, `Koden «${code}» er brukt flere ganger. Gi hvert svar sin egen.`);
  for (const code of codes) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(code)) {
      say('error', where, `Koden «${code}» må begynne med en bokstav og bare ha a–z, tall og understrek.`);
    }
    if (code === 'blank') say('error', where, 'Koden «blank» betyr ubesvart i statistikken. Velg en annen.');
    if (code === 'withheld' || code === 'answered')
      say('error', where, `Koden «${code}» betyr noe eget i statistikken. Velg en annen.`);
  }
}

const names: Readonly<Record<Language, string>> = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' };

/** Every text has words in every language. Finds texts wherever they are, so that new places are covered too. */
function checkTexts(edition: Edition, say: Say): void {
  const visit = (part: unknown, where: string): void => {
    if (part === null || typeof part !== 'object') return;
    const here = 'id' in part && typeof part.id === 'string' ? part.id : where;
    if (languages.some((language) => language in part)) {
      const text = part as Partial<Record<Language, string>>;
      const missing = languages.filter((language) => !text[language]?.trim());
      const said = text.nb || text.nn || text.en || '';
      for (const language of missing) say('error', here, `Teksten «${said}» mangler på ${names[language]}. Skriv den.`);
      return;
    }
    for (const inner of Object.values(part)) visit(inner, here);
  };
  visit(edition, 'skjemaet');
}

function checkQuestion(edition: Edition, question: Question, say: Say): void {
  const kind = kindOf(question);
  const { id } = question;
  const options = kind.choices(question);
  checkOptions(id, options, say);
  if (question.showIf) {
    checkCondition(edition, question.showIf, id, say);
    const order = questionsOf(edition).map((one) => one.id);
    for (const read of questionsRead(question.showIf)) {
      if (order.indexOf(read) >= order.indexOf(id)) {
        say('error', id, `Vilkåret ser på «${read}», som ikke kommer før dette spørsmålet. Flytt det ene av dem.`);
      }
    }
    if (question.known) say('error', id, 'Et kjent spørsmål stilles ikke, og kan ikke ha vilkår. Fjern vilkåret.');
  }
  if (question.facet && kind.categories(question) === undefined && !kind.several) {
    say('error', id, 'Filter i oversikten krever faste svar eller stikkord. Fjern «facet».');
  }
  if (question.closed && (question.facet || question.search)) {
    say('error', id, 'Et lukket spørsmål kan ikke være filter eller søkbart. Fjern «facet» og «search».');
  }
  for (const { code, exclusive } of options) {
    if (exclusive && !kind.several)
      say('error', id, `«${code}» utelukker andre svar, men her kan bare ett velges. Fjern «exclusive».`);
  }
  if ('atMost' in question && question.atMost !== undefined) {
    if (question.atMost < 1) say('error', id, '«atMost» må være minst 1.');
    if (kind.categories(question) && question.atMost >= options.length) {
      say('warning', id, '«atMost» er ikke lavere enn antallet svar, og begrenser ingenting. Fjern eller senk den.');
    }
  }
  if ('maxLength' in question && question.maxLength < 1) say('error', id, '«maxLength» må være minst 1.');
  if (kind.categories(question)?.length === 0)
    say('error', id, 'Spørsmålet har ingen svar å velge mellom. Legg til svar.');
}
