import { textFileLimit } from '@samblikk/contract';

/** The largest text that is read: far more than a yearly report, and little enough to be checked while someone waits. */
export const textLimits = {
  /** Of the file as it is sent. */
  bytes: textFileLimit,
  /** Of each part of a DOCX file, unpacked. */
  unpacked: 32 * 1024 * 1024,
  /** Of the text in it. */
  characters: 400_000,
} as const;

/** A file that cannot be read as a text; `code` says why. */
export class TextFault extends Error {
  readonly code: 'notText' | 'notDocx' | 'textTooLong' | 'emptyText';
  constructor(code: TextFault['code']) {
    super(code);
    this.code = code;
  }
}
