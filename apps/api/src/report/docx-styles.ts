import type { INumberingOptions, IStylesOptions, ITableBordersOptions } from 'docx';

type Docx = typeof import('docx');

const ink = '1E2B3C';
const muted = '4A5B70';
const blue = '0062BA';
/** On every machine that has Word. */
const font = 'Arial';

export const look = {
  margins: { top: 1304, bottom: 1304, left: 1418, right: 1418 },
  afterBlock: 240,
  tableBorders: ({ BorderStyle }: Docx): ITableBordersOptions => {
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3CCD6' };
    const strong = { style: BorderStyle.SINGLE, size: 8, color: ink };
    return { top: strong, bottom: strong, left: none, right: none, insideHorizontal: line, insideVertical: none };
  },
};

/** The styles of the report, by which the whole of it is changed in Word. Sizes in half points, spaces in twentieths. */
export function documentStyles({ BorderStyle, AlignmentType, LineRuleType }: Docx, language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: ink, font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  const style = (id: string, name: string, more: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...more,
  });
  const table = { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } };
  const right = { alignment: AlignmentType.RIGHT };
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: language, eastAsia: language } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 52, bold: true, font, color: ink },
        paragraph: { spacing: { before: 600, after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(34, 480),
      heading2: heading(26, 320),
      heading3: heading(22, 240),
      caption: {
        run: { size: 20, bold: true, color: ink, italics: false },
        paragraph: { spacing: { before: 240, after: 100 }, keepNext: true, keepLines: true },
      },
      hyperlink: { run: { color: blue, underline: {} } },
    },
    paragraphStyles: [
      style('BodyText', 'Body Text', {}),
      style('Subtitle', 'Subtitle', { run: { size: 24, color: muted }, paragraph: { spacing: { after: 360 } } }),
      style('ContentsHeading', 'Contents Heading', {
        run: { size: 28, bold: true },
        paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
      }),
      style('Finding', 'Finding', { run: { bold: true }, paragraph: { keepLines: true } }),
      style('Notice', 'Notice', {
        paragraph: {
          spacing: { before: 120, after: 240 },
          indent: { left: 200, right: 100 },
          border: { left: { style: BorderStyle.SINGLE, size: 36, color: blue, space: 8 } },
          shading: { fill: 'EAF3FB' },
          keepLines: true,
        },
      }),
      style('Note', 'Note', {
        run: { size: 17, color: muted },
        paragraph: { spacing: { before: 20, after: 20, line: 250, lineRule: LineRuleType.AUTO }, keepLines: true },
      }),
      style('Figure', 'Figure', {
        paragraph: { spacing: { before: 0, after: 60, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
      }),
      style('ListBullet', 'List Bullet', { paragraph: { spacing: { after: 70 } } }),
      style('TableText', 'Table Text', { run: { size: 18 }, paragraph: table }),
      style('TableTextNumber', 'Table Text Number', { run: { size: 18 }, paragraph: { ...table, ...right } }),
      style('TableHead', 'Table Head', { run: { size: 18, bold: true }, paragraph: { ...table, keepNext: true } }),
      style('TableHeadNumber', 'Table Head Number', {
        run: { size: 18, bold: true },
        paragraph: { ...table, ...right, keepNext: true },
      }),
      style('Footer', 'footer', {
        run: { size: 17, color: muted },
        paragraph: { tabStops: [{ type: 'right', position: 9070 }], spacing: { after: 0 } },
      }),
      ...[1, 2].map((level) =>
        style(`TOC${level}`, `toc ${level}`, {
          paragraph: {
            tabStops: [{ type: 'right', position: 9070, leader: 'dot' }],
            spacing: { after: 60 },
            indent: { left: (level - 1) * 300 },
          },
        }),
      ),
    ],
  };
}

/** Chapters numbered through all levels, and plain lists. */
export function numbering({ LevelFormat, AlignmentType }: Docx): INumberingOptions {
  const texts = ['%1', '%1.%2', '%1.%2.%3'];
  return {
    config: [
      {
        reference: 'chapters',
        levels: texts.map((text, level) => ({
          level,
          text,
          format: LevelFormat.DECIMAL,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 620, hanging: 620 } } },
        })),
      },
      {
        reference: 'bullets',
        levels: [
          {
            level: 0,
            text: '•',
            format: LevelFormat.BULLET,
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 360, hanging: 260 } } },
          },
        ],
      },
    ],
  };
}
