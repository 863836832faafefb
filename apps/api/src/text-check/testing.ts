import { buffer } from 'node:stream/consumers';
import { zipStream } from '@samblikk/files';

interface Paragraph {
  readonly text: string;
  readonly style?: string;
  /** A footnote at its end. */
  readonly note?: string;
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A small Word file, for tests: its texts are XML already. */
export function docx({
  prolog = '',
  paragraphs,
  table = [],
  raw = '',
}: {
  prolog?: string;
  paragraphs: readonly Paragraph[];
  table?: readonly (readonly string[])[];
  raw?: string;
}): Promise<Buffer> {
  const notes = paragraphs.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const body = paragraphs.map(({ text, style, note }) => {
    const reference = note === undefined ? '' : `<w:r><w:footnoteReference w:id="${notes.indexOf(note) + 2}"/></w:r>`;
    return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}${reference}</w:p>`;
  });
  const rows = table.map(
    (cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`,
  );
  const parts = {
    'word/document.xml': `${prolog}<w:document ${w}><w:body>${body.join('')}${raw && `<w:p>${run(raw)}</w:p>`}<w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>${notes.map((note, at) => `<w:footnote w:id="${at + 2}"><w:p>${run(note)}</w:p></w:footnote>`).join('')}</w:footnotes>`,
  };
  return buffer(zipStream(Object.entries(parts).map(([name, content]) => ({ name, pieces: () => [content] }))));
}
