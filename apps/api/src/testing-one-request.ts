import { readFile } from 'node:fs/promises';
import type { InjectOptions } from 'fastify';
import { buildApp } from './app.ts';
import { readConfig } from './platform/config/index.ts';
import { openDatabase } from './platform/db/index.ts';

// A program for tests: answers the one request that is in a file, as the program that serves does, and writes the answer.

const [, , file = ''] = process.argv;
const request = JSON.parse(await readFile(file, 'utf8')) as InjectOptions;
const config = readConfig();
const { db, close } = await openDatabase(config);
const app = await buildApp({ config, db, limits: false });
const { statusCode: status, body } = await app.inject(request);
process.stdout.write(JSON.stringify({ status, body: JSON.parse(body) }));
await app.close();
await close();
