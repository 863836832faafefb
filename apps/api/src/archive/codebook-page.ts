import { codebook, type Edition, kindOf, languages, questionsOf } from '@samblikk/questionnaire';
import { markup } from './markup.ts';

/** What each code in the answers stands for. */
export function codesCsv(edition: Edition): string[][] {
  const lists = [
    ...questionsOf(edition).map((question) => [question.id, kindOf(question).choices(question)] as const),
    ...[...edition.derived, ...edition.population].map(({ id, options }) => [id, options] as const),
  ];
  const rows = lists.flatMap(([id, options]) =>
    options.map(({ code, label }) => [id, code, ...languages.map((language) => label[language])]),
  );
  return [['variable', 'code', ...languages], ...rows];
}

/** The codebook as a page that needs nothing else. */
export function codebookPage(edition: Edition): string {
  const book = codebook(edition, 'nb');
  const options = (list: readonly { code: string; label: string }[]) =>
    list.length === 0
      ? ''
      : markup`<ul>${list.map(({ code, label }) => markup`<li><code>${code}</code> ${label}</li>`)}</ul>`;
  const questions = book.questions.map(
    (question) => markup`<section id="${question.id}"><h2>${question.number ?? ''} ${question.label}</h2>
<p><code>${question.id}</code>, ${question.section}. ${question.access === 'closed' ? 'Aldri offentlig.' : ''} ${question.required ? 'Må besvares.' : ''}</p>
${question.help ? markup`<p>${question.help}</p>` : ''}${question.asked ? markup`<p>Stilles når ${question.asked}.</p>` : ''}${options(question.options)}</section>`,
  );
  const derived = book.derived.map(
    ({ id, label, rule, options: codes }) =>
      markup`<section id="${id}"><h2>${label}</h2><p><code>${id}</code>, avledet. ${rule}</p>${options(codes)}</section>`,
  );
  const rules = book.rules.map(({ id, when, text }) => markup`<li><code>${id}</code>: når ${when}: «${text}»</li>`);
  return markup`<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>Kodebok ${book.edition}</title></head><body>
<h1>Kodebok: ${book.title}</h1><p>${book.source}</p>
${questions}${derived}<h2>Regler</h2><ul>${rules}</ul></body></html>
`.html;
}
