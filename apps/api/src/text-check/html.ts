import type { TextPiece } from '@samblikk/statistics';
import { Parser } from 'htmlparser2';
import { Pieces } from './structured.ts';

const headings = /^h[1-6]$|^(?:caption|figcaption)$/;
const blocks =
  /^(?:p|div|section|article|main|header|footer|ul|ol|li|dl|dt|dd|blockquote|pre|figure|table|thead|tbody|tfoot|br|hr|aside|nav|form|fieldset|body|html)$/;
/** What is not read: what nobody sees, and what the page is not about. */
const silent = /^(?:script|style|template|noscript|svg|head|title|nav|iframe|object)$/;

/** The text of a web page in pieces: headings, paragraphs, rows of tables. What it fetches or runs is left alone. */
export function htmlPieces(html: string): readonly TextPiece[] {
  const pieces = new Pieces();
  let kind: TextPiece['kind'] = 'paragraph';
  let text = '';
  let quiet = 0;
  let inRow = 0;
  const end = () => {
    pieces.add(kind, text);
    text = '';
    kind = 'paragraph';
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (silent.test(name)) quiet += 1;
        else if (name === 'tr') {
          end();
          inRow += 1;
          kind = 'row';
        } else if (inRow > 0) {
          if ((name === 'td' || name === 'th') && text.trim() !== '') text += ': ';
          else if (blocks.test(name)) text += ' ';
        } else if (headings.test(name)) {
          end();
          kind = 'heading';
        } else if (blocks.test(name)) end();
      },
      ontext(part) {
        if (quiet === 0) text += part;
      },
      onclosetag(name) {
        if (silent.test(name)) quiet = Math.max(0, quiet - 1);
        else if (name === 'tr') {
          end();
          inRow = Math.max(0, inRow - 1);
        } else if (inRow === 0 && (headings.test(name) || blocks.test(name))) end();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  end();
  return pieces.all;
}
