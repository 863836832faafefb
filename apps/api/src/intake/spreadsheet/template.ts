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
import { type Edition, kindOf, type Language, type Question } from '@samblikk/questionnaire';
import { cellOptions, questionsToFill } from '@samblikk/questionnaire/match';
import type { AgencyRound } from '../../rounds/index.ts';
import { letterOf } from './letter.ts';
import type { KnownMeasure } from './state.ts';
import { type Column, columnsOf, inText, templateRows, type Written } from './template-rows.ts';
import { instructions, words } from './template-texts.ts';

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
