import type { TextPiece } from '@samblikk/statistics';

/** Collects the pieces of a text that has structure of its own; a piece's line is its number among them. */
export class Pieces {
  readonly #pieces: TextPiece[] = [];

  add(kind: TextPiece['kind'], written: string, note?: number): void {
    const text = written.replaceAll(/\s+/g, ' ').trim();
    if (text === '') return;
    const lines = [[0, this.#pieces.length + 1]] as const;
    this.#pieces.push({ kind, text, lines, ...(note !== undefined && { note }) });
  }

  get all(): readonly TextPiece[] {
    return this.#pieces;
  }
}
