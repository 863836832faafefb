export { batched, prepared } from './batched.ts';
export { at, names } from './columns.ts';
export { connect, type Database, type Transaction } from './connect.ts';
export { copyInto, copyOut, copyStream, copyText } from './copy.ts';
export { deleteWithAll } from './delete-with-all.ts';
export { jsonRows } from './json-rows.ts';
export { keyRows, keysOf } from './key-rows.ts';
export { type Migration, migrations } from './migrate.ts';
export { openDatabase } from './open.ts';
