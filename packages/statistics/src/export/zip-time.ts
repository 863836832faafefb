/** 1 January 1980, the first day a zip file can name, in the format of MS-DOS. */
const dosDate = 0x0021;

/**
 * Sets the time of every file in a zip archive to one fixed moment, so that the same content gives the same bytes
 * whenever it is written. Changes the bytes in place and returns them.
 *
 * Layout: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
 */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const setTime = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, dosDate, true);
  };
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new RangeError('Not a zip archive');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    setTime(entry + 12);
    setTime(view.getUint32(entry + 42, true) + 10);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}
