import { spreadsheetLimits } from '@samblikk/contract';
import {
  bold,
  type Cell,
  csvFile,
  dayCell,
  type Feature,
  heading,
  numberCell,
  type Row,
  type SheetData,
  textCell as text,
  workbookOf,
} from '@samblikk/files';
import {
  type Answers,
  type AnswerValue,
  type Edition,
  format,
  kindOf,
  type Language,
  type Question,
  questionLabel,
  type Text,
} from '@samblikk/questionnaire';
import {
  cellOptions,
  ownHeading,
  ownHeadings,
  previousHeading,
  questionsToFill,
  translate,
} from '@samblikk/questionnaire/match';
import type { AgencyRound } from '../../rounds/index.ts';
import { letterOf } from './letter.ts';
import { carried, type KnownMeasure } from './state.ts';

const words = {
  sheet: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  help: { nb: 'Veiledning', nn: 'Rettleiing', en: 'Instructions' },
  number: { nb: 'Tiltaksnummer (la stå)', nn: 'Tiltaksnummer (lat stå)', en: 'Measure number (leave as it is)' },
  externalId: { nb: 'Eget nummer (valgfritt)', nn: 'Eige nummer (valfritt)', en: 'Own number (optional)' },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  answer: { nb: 'Svar', nn: 'Svar', en: 'Answer' },
  several: {
    nb: 'Flere svar: skill med semikolon.',
    nn: 'Fleire svar: skil med semikolon.',
    en: 'Several answers: separate them with semicolons.',
  },
  previous: { nb: '{label} – sist runde', nn: '{label} – førre runde', en: '{label} – last round' },
  closed: { nb: 'Blir aldri publisert.', nn: 'Blir aldri publisert.', en: 'Is never published.' },
} as const satisfies Record<string, Text>;

const instructions: readonly Text[] = [
  {
    nb: 'Hver rad i arket «Tiltak» er ett tiltak. Nye tiltak skriver dere i tomme rader, uten tiltaksnummer.',
    nn: 'Kvar rad i arket «Tiltak» er eitt tiltak. Nye tiltak skriv de i tomme rader, utan tiltaksnummer.',
    en: 'Each row in the sheet “Measures” is one measure. Write new measures in empty rows, without a measure number.',
  },
  {
    nb: 'Tiltak fra sist runde står med svarene derfra. Rett det som er endret. Slett rader for tiltak dere ikke skal melde i år.',
    nn: 'Tiltak frå førre runde står med svara derfrå. Rett det som er endra. Slett rader for tiltak de ikkje skal melde i år.',
    en: 'Measures from the last round are here with their answers. Correct what has changed. Delete the rows of measures you will not report this year.',
  },
  {
    nb: 'Noen spørsmål spør vi om på nytt hvert år. De står tomme, med svaret fra sist runde i en grå kolonne ved siden av. Den grå kolonnen leses ikke.',
    nn: 'Nokre spørsmål spør vi om på nytt kvart år. Dei står tomme, med svaret frå førre runde i ei grå kolonne ved sida av. Den grå kolonna blir ikkje lesen.',
    en: 'Some questions are asked anew every year. They are empty, with the answer of the last round in a grey column beside. The grey column is not read.',
  },
  {
    nb: 'Kolonner merket med * må fylles ut før dere kan sende inn. Det kan også gjøres i skjemaet etterpå.',
    nn: 'Kolonner merkte med * må fyllast ut før de kan sende inn. Det kan òg gjerast i skjemaet etterpå.',
    en: 'Columns marked with * must be filled in before you can send in. That can also be done in the form afterwards.',
  },
  {
    nb: 'En tom celle endrer ingenting: den sletter ikke et svar som er lagret.',
    nn: 'Ei tom celle endrar ingenting: ho slettar ikkje eit svar som er lagra.',
    en: 'An empty cell changes nothing: it does not erase an answer that is saved.',
  },
  {
    nb: 'Skriv beløp i hele kroner, eller slik dere pleier: «1,5 mill».',
    nn: 'Skriv beløp i heile kroner, eller slik de pleier: «1,5 mill».',
    en: 'Write amounts in whole kroner, or the way you usually do: “1,5 mill”.',
  },
  {
    nb: 'Spørsmål med faste svar har et ark hver, med svarene og kodene. Begge deler kan brukes. Skill flere svar med semikolon.',
    nn: 'Spørsmål med faste svar har kvar sitt ark, med svara og kodane. Begge delar kan brukast. Skil fleire svar med semikolon.',
    en: 'Questions with fixed answers have a sheet each, with the answers and their codes. Either can be used. Separate several answers with semicolons.',
  },
  {
    nb: 'La rad 2 stå. Den sier hva kolonnene er. Dere kan flytte kolonner og ta bort dem dere ikke bruker.',
    nn: 'Lat rad 2 stå. Ho seier kva kolonnene er. De kan flytte kolonner og ta bort dei de ikkje bruker.',
    en: 'Leave row 2 as it is. It says what the columns are. You can move columns, and remove those you do not use.',
  },
  {
    nb: `Regnearket kan ha høyst ${spreadsheetLimits.rows} rader og ${spreadsheetLimits.bytes / 1024 / 1024} MB. Har det formler, leser vi verdiene. Ingenting blir lagret før dere har sett gjennom endringene og valgt «Ta inn».`,
    nn: `Reknearket kan ha høgst ${spreadsheetLimits.rows} rader og ${spreadsheetLimits.bytes / 1024 / 1024} MB. Har det formlar, les vi verdiane. Ingenting blir lagra før de har sett gjennom endringane og valt «Ta inn».`,
    en: `The workbook can have at most ${spreadsheetLimits.rows} rows and ${spreadsheetLimits.bytes / 1024 / 1024} MB. Of formulas we read the values. Nothing is saved before you have looked through the changes and chosen “Take in”.`,
  },
  {
    nb: 'Her skal det aldri stå gradert informasjon.',
    nn: 'Her skal det aldri stå gradert informasjon.',
    en: 'Classified information must never be written here.',
  },
];

/**
 * The measures of a template: this round's drafts, and last year's that nothing is said about. What can be carried on is written
 * in where this round has no answer yet.
 */
export function templateRows(
  edition: Edition,
  measures: readonly KnownMeasure[],
): { measure: KnownMeasure; answers: Answers }[] {
  return measures
    .filter(({ settled }) => !settled)
    .map((measure) => ({
      measure,
      answers: { ...carried(edition, measure.previous ?? {}), ...measure.answers },
    }))
    .sort((a, b) => (a.measure.number < b.measure.number ? -1 : 1));
}

type TemplateRow = ReturnType<typeof templateRows>[number];

/** A column of the template: its heading for people and for the program, and what stands in it. */
interface Column {
  readonly label: string;
  readonly id: string;
  /** The question it is answered in; none for numbers, and for last year’s answers. */
  readonly question?: Question;
  /** To be read and not written in. */
  readonly aside?: true;
  cell(row: TemplateRow): Written;
}

/** The columns from the left. A question that is asked anew has last year’s answer beside it. */
function columnsOf(edition: Edition, language: Language): Column[] {
  const questions = questionsToFill(edition).flatMap((question): Column[] => {
    const label = question.label[language];
    const column: Column = {
      label: question.required ? `${label} *` : label,
      id: ownHeading(question),
      question,
      cell: ({ answers }) => written(edition, question, answers[question.id], language),
    };
    if (!question.askAnew) return [column];
    const before: Column = {
      label: format(words.previous, language, { label: questionLabel(edition, question.id, language) }),
      id: previousHeading(question),
      aside: true,
      cell: ({ measure }) => written(edition, question, measure.previous?.[question.id], language),
    };
    return [column, before];
  });
  return [
    { label: words.number[language], id: ownHeadings.number, cell: ({ measure }) => measure.number },
    { label: words.externalId[language], id: ownHeadings.externalId, cell: ({ measure }) => measure.externalId },
    ...questions,
  ];
}

/** What is written in a cell; a date is a day of the calendar. */
type Written = string | number | Date | null;

/** An answer as it is written in a cell of the template: numbers as numbers, categories by the label in the reader's language. */
function written(edition: Edition, question: Question, answer: AnswerValue | undefined, language: Language): Written {
  if (answer === undefined || typeof answer === 'number') return answer ?? null;
  if (kindOf(question).days) return new Date(`${answer}T00:00:00Z`);
  const options = cellOptions(edition, question);
  const word = (code: string) => {
    const label = options.find((option) => option.code === code)?.label[language];
    // A label that is read back as another category, or as several, is written as its code.
    return label !== undefined && !/[;|\n]/.test(label) && translate(label, options, { exact: true }).code === code
      ? label
      : code;
  };
  return [answer].flat().map(word).join('; ');
}

/** The same as text, as it stands in a CSV file. */
export function templateCell(edition: Edition, question: Question, answer: AnswerValue, language: Language = 'nb') {
  return inText(written(edition, question, answer, language));
}

const inText = (cell: Written) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);

/** The template as CSV that opens right in a Norwegian Excel: semicolons, a byte order mark, nothing that runs. */
export function templateCsv(of: AgencyRound, measures: readonly KnownMeasure[], language: Language): string {
  const columns = columnsOf(of.edition, language);
  const rows = templateRows(of.edition, measures).map((row) => columns.map(({ cell }) => inText(cell(row))));
  return csvFile([columns.map(({ label }) => label), columns.map(({ id }) => id), ...rows], { flavour: 'excel' });
}

const asideStyle = { textColor: '#6b7280', backgroundColor: '#f3f4f6' } as const;
const grey = { textColor: '#6b7280', fontSize: 8 } as const;

/** The template as a workbook: measures, instructions, and a sheet of codes per question with fixed answers. */
export async function templateXlsx(
  of: AgencyRound,
  measures: readonly KnownMeasure[],
  language: Language,
): Promise<Buffer> {
  const { edition } = of;
  const questions = questionsToFill(edition);
  const listed = questions.filter((question) => cellOptions(edition, question).length > 0);
  const columns = columnsOf(edition, language);
  const names = sheetNames(listed, language);
  const cell = (value: Written, style: object): Cell => {
    if (value === null) return null;
    if (value instanceof Date) return dayCell(value.toISOString().slice(0, 10), style);
    return typeof value === 'number' ? numberCell(value, style) : text(value, style);
  };
  const rows = templateRows(edition, measures).map(
    (row): Row => columns.map((column) => cell(column.cell(row), column.aside ? asideStyle : {})),
  );
  const data: SheetData = [
    columns.map(({ label, aside }) => text(label, aside ? { ...heading, ...asideStyle } : heading)),
    columns.map(({ id }) => text(id, grey)),
    ...rows,
  ];
  const help: SheetData = [
    [text(`${edition.title[language]} – ${of.agency[nameIn[language]]}`, bold)],
    ...instructions.map((line): Row => [text(line[language], { wrap: true })]),
    [],
    ...questions.flatMap(
      (question): SheetData => [[text(question.label[language], bold)], ...about(question, language)],
    ),
  ];
  const sheets = [
    {
      sheet: words.sheet[language],
      data,
      columns: columns.map(() => ({ width: 24 })),
      stickyRowsCount: 2,
      stickyColumnsCount: frozen(columns, edition),
    },
    { sheet: words.help[language], data: help, columns: [{ width: 110 }] },
    ...listed.map((question) => ({
      sheet: names.get(question) ?? question.id,
      data: codeSheet(edition, question, language),
      columns: [{ width: 60 }, { width: 28 }],
    })),
  ];
  return workbookOf(sheets, [dropdowns(edition, columns, names, words.sheet[language])]);
}

/** The name of the measure stays in sight, and what stands before it. */
function frozen(columns: readonly Column[], edition: Edition): number {
  return columns.findIndex(({ question }) => question?.id === edition.roles.title) + 1;
}

/** A name for the sheet of each question’s answers: its label, as far as a sheet’s name goes, and no two the same. */
function sheetNames(questions: readonly Question[], language: Language): Map<Question, string> {
  const names = new Map<Question, string>();
  const taken = new Set<string>();
  for (const question of questions) {
    const full = (question.name ?? question.label)[language].replace(/[[\]:*?/\\'’"]/g, '').trim();
    let name = full.slice(0, 31).trim();
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${full.slice(0, 28).trim()} ${number}`;
    taken.add(name.toLowerCase());
    names.set(question, name);
  }
  return names;
}

const nameIn = { nb: 'nameNb', nn: 'nameNn', en: 'nameEn' } as const;

function about(question: Question, language: Language): SheetData {
  const said = [
    question.help?.[language],
    kindOf(question).several ? words.several[language] : undefined,
    question.closed ? words.closed[language] : undefined,
  ].filter((line) => line !== undefined);
  return said.length === 0 ? [] : [[text(said.join(' '), { wrap: true })]];
}

function codeSheet(edition: Edition, question: Question, language: Language): SheetData {
  return [
    [text(question.label[language], bold)],
    [text(words.answer[language], bold), text(words.code[language], bold)],
    ...cellOptions(edition, question).map(({ code, label }): Row => [text(label[language]), text(code, grey)]),
  ];
}

const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Lists to choose from, for questions with one answer. Other words are let through: they are translated when read. */
function dropdowns(
  edition: Edition,
  columns: readonly Column[],
  names: ReadonlyMap<Question, string>,
  sheetName: string,
): Feature {
  const lists = columns.flatMap(({ question }, at) => {
    if (!question) return [];
    const options = cellOptions(edition, question);
    if (options.length === 0 || kindOf(question).several) return [];
    const column = letterOf(at);
    const range = `${column}3:${column}${spreadsheetLimits.rows}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>'${escaped(names.get(question) ?? question.id)}'!$A$3:$A$${options.length + 2}</formula1></dataValidation>`;
  });
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, options) =>
            options.sheet === sheetName && lists.length > 0
              ? xml.replace(
                  '</sheetData>',
                  `</sheetData><dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`,
                )
              : xml,
        },
      },
    },
  };
}
