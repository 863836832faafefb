// The memory of the running program, and of the process that reads for it, while the largest lists that are let in are uploaded,
// previewed and taken in, and how long others wait meanwhile. Against 400 MB. Linux only: the kernel tells the highest.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type SpreadsheetPreview, type SpreadsheetUpload, spreadsheetLimits } from '@samblikk/contract';
import { type SheetData, workbookOf } from '@samblikk/files';
import { signInAs } from '../src/access/auth/testing.ts';
import { withDatabase } from './measure.ts';

const agency = { id: 'kartverket', orgnr: '971040238' };
const program = fileURLToPath(new URL('../src/server.ts', import.meta.url));

const wide = `Prosjekt;${Array.from({ length: 150 }, (_, at) => `Kolonne ${at}`).join(';')}\n`;
const lists: [string, string, () => Promise<Buffer> | Buffer][] = [
  [
    `${spreadsheetLimits.rows} rows as CSV`,
    'liste.csv',
    () => {
      const row = (at: number) => `Tiltak ${at};${'Et mål som er langt nok. '.repeat(10)};${at * 1000};2027-01-01`;
      const rows = Array.from({ length: spreadsheetLimits.rows }, (_, at) => row(at));
      return Buffer.from(`Prosjekt;Formål;Kostnad;Prosjektslutt\n${rows.join('\n')}\n`);
    },
  ],
  [
    `${spreadsheetLimits.rows} rows as a workbook`,
    'liste.xlsx',
    () => {
      const rows = Array.from({ length: spreadsheetLimits.rows }, (_, at) => [
        ...[`Tiltak ${at}`, 'Et mål som er langt nok. '.repeat(10)],
        at * 1000,
      ]);
      const data: SheetData = [['Prosjekt', 'Formål', 'Kostnad'], ...rows];
      return workbookOf([{ data, sheet: 'Ark 1', dateFormat: 'dd.mm.yyyy' }]);
    },
  ],
  [
    'a wide list of 19 million signs',
    'liste.csv',
    () => {
      const rows = Array.from({ length: 900 }, (_, at) => `Tiltak ${at};${Array(150).fill('x'.repeat(140)).join(';')}`);
      return Buffer.from(`${wide}${rows.join('\n')}\n`);
    },
  ],
];

await withDatabase(async ({ db, url }) => {
  for (const [title, name, make] of lists) {
    const file = await make();
    const server = await start(url);
    const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: agency.id }], name: title });
    const before = await highest(server.pid);
    let reader = 0;
    let longest = 0;
    let busy = true;
    const others = (async () => {
      while (busy) {
        const began = performance.now();
        await (await fetch(`${server.origin}/api/v1/rounds`)).arrayBuffer();
        longest = Math.max(longest, performance.now() - began);
        reader = Math.max(reader, await highestOfReader(server.pid));
        await pause(20);
      }
    })();
    const said = await taken(server.origin, headers, name, file);
    busy = false;
    await others;
    const megabytes = file.length / 1024 / 1024;
    console.log(
      `${title} (${megabytes.toFixed(1)} MB): ${said}; the program ${before} MB before, ${await highest(server.pid)} MB at most; ` +
        `its reader ${reader} MB at most; others waited ${longest.toFixed(0)} ms at most`,
    );
    const gone = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await gone;
  }
});

/** Uploads, previews and takes in. @returns what came of it */
async function taken(origin: string, headers: object, name: string, file: Buffer): Promise<string> {
  const base = `${origin}/api/v1/agencies/${agency.orgnr}/rounds/2026/spreadsheet`;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const sent = await fetch(base, { method: 'POST', body: form, headers: { ...headers } });
  const upload = (await sent.json()) as SpreadsheetUpload;
  if (sent.status !== 201) return `refused with ${sent.status}`;
  const json = { ...headers, 'content-type': 'application/json' };
  const mapping = { sheet: upload.sheet, columns: upload.columns.map(({ target }) => target) };
  const previewed = await fetch(`${base}/${upload.id}/mapping`, {
    ...{ method: 'PUT', headers: json },
    body: JSON.stringify(mapping),
  });
  const preview = (await previewed.json()) as SpreadsheetPreview;
  const request = { plan: preview.plan, skipRowsAtFault: true, confirmedPublic: [] };
  const imported = await fetch(`${base}/${upload.id}/take-in`, {
    ...{ method: 'POST', headers: json },
    body: JSON.stringify(request),
  });
  await imported.arrayBuffer();
  return `upload ${sent.status}, preview ${previewed.status}, import ${imported.status}`;
}

async function start(database: string): Promise<{ child: ChildProcess; pid: number; origin: string }> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database,
    PORT: port,
    DEV_IDP_PORT: await freePort(),
    SAMBLIKK_DEMO: 'on',
  };
  const child = spawn(process.execPath, [...process.execArgv, program], { env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const pid = child.pid ?? 0;
  for (;;) {
    const reply = await fetch(`${origin}/api/v1/rounds`).catch(() => undefined);
    const rounds: unknown = reply?.status === 200 ? await reply.json() : [];
    // The first one starts with an empty database, and loads the demonstration.
    if (JSON.stringify(rounds).includes('2026')) break;
    await pause(100);
  }
  // What loading took does not count.
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  return { child, pid, origin };
}

/** The most memory a process has had, MB. */
async function highest(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function highestOfReader(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const most = await Promise.all(children.trim().split(' ').filter(Boolean).map(Number).map(highest));
  return Math.max(0, ...most);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : '');
}
