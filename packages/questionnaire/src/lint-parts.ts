import { answerSchema } from './check.ts';
import { compareEditions } from './compare.ts';
import { questionsRead } from './condition.ts';
import { type Edition, findQuestion, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { checkCondition, type Say } from './lint-condition.ts';
import { exemptable } from './publish.ts';

/** Derived variables give codes they have, from questions that may be seen. */
export function checkDerived(edition: Edition, say: Say): void {
  for (const variable of edition.derived) {
    const codes = variable.options.map(({ code }) => code);
    const given = [
      ...variable.cases.map(({ code }) => code),
      ...(variable.otherwise === undefined ? [] : [variable.otherwise]),
    ];
    for (const code of given.filter((one) => !codes.includes(one))) {
      say('error', variable.id, `Et tilfelle gir koden «${code}», som variabelen ikke har. Rett koden.`);
    }
    for (const code of codes.filter((one) => !given.includes(one))) {
      say('warning', variable.id, `Ingen tilfeller gir koden «${code}». Legg til et tilfelle, eller fjern koden.`);
    }
    for (const { when } of variable.cases) checkCondition(edition, when, variable.id, say);
    const { askedWith } = variable;
    if (askedWith !== undefined && !findQuestion(edition, askedWith)) {
      say('error', variable.id, `«askedWith» viser til «${askedWith}», som ikke finnes. Rett id-en.`);
    }
    const closed = variable.cases
      .flatMap(({ when }) => questionsRead(when))
      .find((id) => findQuestion(edition, id)?.closed);
    if (closed !== undefined)
      say('error', variable.id, `Variabelen røper «${closed}», som er lukket. Bygg den på åpne svar.`);
  }
}

/** Rules look at and point to questions that exist. */
export function checkRuleDefinitions(edition: Edition, say: Say): void {
  for (const rule of edition.rules) {
    checkCondition(edition, rule.when, rule.id, say);
    if (rule.questions.length === 0) say('error', rule.id, 'Regelen viser ikke til noe spørsmål. Nevn minst ett.');
    for (const id of rule.questions.filter((one) => !findQuestion(edition, one))) {
      say('error', rule.id, `Regelen viser til «${id}», som ikke finnes. Rett id-en.`);
    }
  }
}

/** What decides publication exists and means something. */
export function checkPublication(edition: Edition, say: Say): void {
  const { question: id, whole, inPart, exemptFields } = edition.publication;
  const where = 'publication';
  const question = findQuestion(edition, id);
  if (!question) {
    say('error', where, `Publiseringsregelen viser til «${id}», som ikke finnes. Rett id-en.`);
    return;
  }
  const codes =
    kindOf(question)
      .categories(question)
      ?.map(({ code }) => code) ?? [];
  for (const code of [...whole, ...inPart].filter((one) => !codes.includes(one))) {
    say('error', where, `Publiseringsregelen bruker svaret «${code}», som «${id}» ikke har. Rett koden.`);
  }
  for (const code of whole.filter((one) => inPart.includes(one))) {
    say('error', where, `Svaret «${code}» kan ikke bety både helt og delvis publisert. Fjern det fra den ene lista.`);
  }
  if (whole.length === 0) say('warning', where, 'Ingen svar gjør et tiltak offentlig. Legg til svaret i «whole».');
  if (question.closed) say('error', where, `«${id}» er lukket, men avgjør hva som er offentlig. Fjern «closed».`);
  if (!question.required)
    say('warning', where, `«${id}» bør være påkrevd: uten svar blir tiltaket unntatt. Sett «required».`);
  if (inPart.length > 0 && exemptFields === undefined) {
    say(
      'error',
      where,
      'Tiltak kan publiseres delvis, men ingen spørsmål sier hvilke felt som unntas. Sett «exemptFields».',
    );
  }
  if (exemptFields === undefined) return;
  const list = findQuestion(edition, exemptFields);
  const first = exemptable(edition)[0]?.id;
  if (!list) say('error', where, `«exemptFields» viser til «${exemptFields}», som ikke finnes. Rett id-en.`);
  else if (first !== undefined && !answerSchema(edition, list).safeParse([first]).success) {
    say('error', where, `«${exemptFields}» tar ikke imot en liste av felt. Bruk et spørsmål av slaget «fields».`);
  }
}

/** The questions that shared code relies on are there. */
export function checkRoles(edition: Edition, say: Say): void {
  for (const [role, id] of Object.entries(edition.roles)) {
    const question = findQuestion(edition, id);
    if (!question) say('error', 'roles', `Rollen «${role}» viser til «${id}», som ikke finnes. Rett id-en.`);
    else if (question.closed)
      say('error', 'roles', `Rollen «${role}» viser til «${id}», som er lukket. Velg et åpent spørsmål.`);
  }
  for (const id of (edition.highlights ?? []).flat()) {
    const question = findQuestion(edition, id);
    if (!question || question.closed)
      say('error', 'highlights', `«${id}» er ikke et åpent spørsmål i utgaven. Rett listen «highlights».`);
  }
  const { agency, ministry, title, cost } = edition.roles;
  for (const id of [agency, ministry]) {
    const question = findQuestion(edition, id);
    if (question && !question.known) say('error', id, 'Eieren er kjent fra innloggingen. Sett «known».');
  }
  const amount = findQuestion(edition, cost);
  if (amount && kindOf(amount).unit === undefined)
    say('error', cost, 'Kostnaden må være et beløp. La rollen «cost» vise til et.');
  if (findQuestion(edition, title)?.required !== true)
    say('warning', title, 'Tiltaket trenger et navn. Sett «required».');
}

/** What the edition says of its likeness to the edition before, against what has in fact changed. */
export function checkComparability(edition: Edition, previous: Edition, say: Say): void {
  if (edition.previous !== previous.id) {
    say(
      'error',
      'previous',
      `Utgaven sier at den bygger på «${edition.previous ?? 'ingen'}», ikke «${previous.id}». Rett «previous».`,
    );
  }
  const before = new Map([...questionsOf(previous), ...previous.derived].map((variable) => [variable.id, variable]));
  for (const { id, comparability } of [...questionsOf(edition), ...edition.derived]) {
    const known = before.has(id);
    if (!comparability) {
      say('error', id, `Det står ikke om svarene kan sammenlignes med ${previous.id}. Sett «comparability».`);
    } else if (known && comparability.with === 'new') {
      say(
        'error',
        id,
        `Erklært som nytt, men id-en ble brukt i ${previous.id}. Velg en ny id, eller si hvordan svarene kan sammenlignes.`,
      );
    } else if (!known && comparability.with !== 'new') {
      say('error', id, `Erklært sammenlignbart med ${previous.id}, som ikke har det. Sett «new».`);
    }
  }
  for (const change of compareEditions(previous, edition)) {
    if (change.change === 'kind' && change.declared !== 'break') {
      say(
        'error',
        change.id,
        `Slaget er endret (${change.detail}), så id-en betyr noe annet enn før. Bruk en ny id, eller erklær brudd.`,
      );
    } else if (change.undeclared && change.declared === 'same') {
      say(
        'error',
        change.id,
        `Erklært likt ${previous.id}, men ${changeWords[change.change]}${change.detail ? ` («${change.detail}»)` : ''}. Erklær merknad eller brudd.`,
      );
    }
  }
}

const changeWords = {
  added: 'det er nytt',
  removed: 'det er fjernet',
  label: 'teksten er endret',
  kind: 'slaget er endret',
  optionAdded: 'et svar er lagt til',
  optionRemoved: 'et svar er fjernet',
  optionLabel: 'et svar har fått ny tekst',
  limit: 'en grense eller et vilkår er endret',
} as const;
