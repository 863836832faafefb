import { plainPieces, type TextPiece } from '@samblikk/statistics';
import { docxPieces } from './docx.ts';
import { htmlPieces } from './html.ts';
import { TextFault, textLimits } from './limits.ts';

/**
 * The text of a file in pieces: DOCX, HTML or plain text, told apart by what is in it and not by its name.
 * @throws TextFault
 */
export async function readText(file: Buffer): Promise<readonly TextPiece[]> {
  if (file.length > textLimits.bytes) throw new TextFault('textTooLong');
  const pieces = await piecesOf(file);
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (length > textLimits.characters) throw new TextFault('textTooLong');
  if (length === 0) throw new TextFault('emptyText');
  return pieces;
}

async function piecesOf(file: Buffer): Promise<readonly TextPiece[]> {
  if (file.subarray(0, 2).toString('latin1') === 'PK') return docxPieces(file);
  const text = decoded(file);
  const start = text.trimStart().slice(0, 1000);
  return /^<(?:!doctype html|html|head|body|article|main|section|div|p|h[1-6])\b/i.test(start)
    ? htmlPieces(text)
    : plainPieces(text);
}

/** UTF-8, or else what older Norwegian files are in. @throws TextFault `notText` for what is no text in either */
function decoded(file: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    text = new TextDecoder('windows-1252').decode(file);
  }
  if (/(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text)) throw new TextFault('notText');
  return text;
}
