import {
  conditionText,
  type Edition,
  fingerprint,
  kindOf,
  languages,
  type Option,
  type Question,
  questionsOf,
  surveyHeader,
  type Text,
} from '@samblikk/questionnaire';
import { submittedMeasures } from '../responses/index.ts';
import { type Markup, markup } from './markup.ts';
import type { Archived } from './parts.ts';

// DDI-Codebook 2.5 (ddialliance.org): the study, its data file and every variable, for archives of social science data.
// The order of elements is that of the schema, which a test holds it against.

/** The table that the variables are columns of. */
const file = 'answers/submitted.csv';

const inAll = (text: Text, element: (language: string, words: string) => Markup): Markup[] =>
  languages.map((language) => element(language, text[language]));

const label = (text: Text) => inAll(text, (language, words) => markup`<labl xml:lang="${language}">${words}</labl>`);

const categories = (options: readonly Option[]) =>
  options.map(({ code, label: words }) => markup`<catgry><catValu>${code}</catValu>${label(words)}</catgry>`);

/** A name as XML takes it for an identity. */
const idOf = (name: string) => `V_${name.replace(/[^A-Za-z0-9_.-]/g, '_')}`;

/** Each column of a question's answers is a variable of the file. */
function questionVariables(edition: Edition, question: Question): Markup[] {
  const kind = kindOf(question);
  const asked = question.showIf
    ? inAll(
        {
          nb: conditionText(question.showIf, edition, 'nb'),
          nn: conditionText(question.showIf, edition, 'nn'),
          en: conditionText(question.showIf, edition, 'en'),
        },
        (language, words) => markup`<universe xml:lang="${language}">${words}</universe>`,
      )
    : [];
  const help = question.help
    ? inAll(question.help, (language, words) => markup`<ivuInstr xml:lang="${language}">${words}</ivuInstr>`)
    : [];
  const words = inAll(question.label, (language, text) => markup`<qstnLit xml:lang="${language}">${text}</qstnLit>`);
  const closed = question.closed ? markup`<security>Never public</security>` : '';
  return kind.columns(question).map(
    (
      column,
    ) => markup`<var ID="${idOf(column)}" name="${column}" files="F1" intrvl="${kind.unit ? 'contin' : 'discrete'}">
${label(question.label)}${closed}<qstn>${words}${help}</qstn>${asked}${categories(kind.choices(question))}<varFormat type="${kind.unit ? 'numeric' : 'character'}" schema="other"/></var>
`,
  );
}

/** The columns beside the answers. */
const plainVariable = (column: string) =>
  markup`<var ID="${idOf(column)}" name="${column}" files="F1"><varFormat type="character" schema="other"/></var>
`;

const derivedVariable = ({ id, label: words, rule, options }: Edition['derived'][number]) =>
  markup`<var ID="${idOf(id)}" name="${id}">${label(words)}${categories(options)}<derivation><drvdesc xml:lang="nb">${rule.nb}</drvdesc></derivation></var>
`;

/** The study described by DDI-Codebook 2.5, in pieces. */
export async function* ddiCodebook({ tx, round, edition }: Archived): AsyncGenerator<string> {
  let cases = 0;
  for await (const page of submittedMeasures(tx, round.id, 500)) cases += page.length;
  const columns = surveyHeader(edition);
  const ofQuestions = new Set(questionsOf(edition).flatMap((question) => kindOf(question).columns(question)));
  const collected = (event: string, moment: Date | null) =>
    moment ? markup`<collDate date="${moment.toISOString()}" event="${event}"/>` : '';
  const title = (['nn', 'en'] as const).map(
    (language) => markup`<parTitl xml:lang="${language}">${edition.title[language]}</parTitl>`,
  );
  yield markup`<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="nb">
<stdyDscr>
<citation><titlStmt><titl>${edition.title.nb}</titl>${title}<IDNo agency="samblikk">samblikk-${String(round.year)}</IDNo></titlStmt>
<rspStmt><AuthEnty>Digitaliseringsdirektoratet</AuthEnty></rspStmt>
<prodStmt><producer>Digitaliseringsdirektoratet</producer><software>Samblikk</software></prodStmt>
<verStmt><version>${edition.id}</version><notes>Fingerprint of the questionnaire: ${await fingerprint(edition)}</notes></verStmt></citation>
<stdyInfo><abstract xml:lang="nb">${edition.source.nb}</abstract><abstract xml:lang="en">${edition.source.en}</abstract>
<sumDscr><timePrd date="${String(round.year)}" event="single">${String(round.year)}</timePrd>${collected('start', round.opensAt)}${collected('end', round.lateUntil ?? round.deadline)}<nation abbr="NO">Norge</nation><anlyUnit>Digitaliseringstiltak</anlyUnit><universe>Statlige virksomheter i rundens populasjon</universe><dataKind>survey data</dataKind></sumDscr></stdyInfo>
${round.notice ? markup`<notes xml:lang="nb">${round.notice.nb}</notes>` : ''}
</stdyDscr>
<fileDscr ID="F1" URI="${file}"><fileTxt><fileName>${file}</fileName><dimensns><caseQnty>${cases}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><fileType charset="UTF-8">CSV (RFC 4180)</fileType></fileTxt></fileDscr>
<dataDscr>
`.html;
  const own = columns.filter((column) => !ofQuestions.has(column)).map(plainVariable);
  const asked = questionsOf(edition).flatMap((question) => questionVariables(edition, question));
  for (const variable of [...own, ...asked, ...edition.derived.map(derivedVariable)]) yield variable.html;
  yield '</dataDscr>\n</codeBook>\n';
}
