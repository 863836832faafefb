export { at, names, tsvector } from './columns.ts';
export { connect, type Database, type Transaction } from './connect.ts';
export { openDatabase } from './open.ts';
