/** The files Samblikk writes: one writer of each kind, for all that is written. */
export * from './csv.ts';
export * from './csvw.ts';
export * from './json.ts';
export * from './parquet.ts';
export * from './sav.ts';
export * from './xlsx.ts';
export * from './xlsx-stream.ts';
export * from './xml.ts';
export * from './zip.ts';
export * from './zip-stream.ts';
