/** Pieces one after the other, in one array of their kind. A single piece is not copied. */
export function concatenated<All extends Uint32Array | Float64Array>(
  kind: new (length: number) => All,
  pieces: readonly All[],
): All {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const all = new kind(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
