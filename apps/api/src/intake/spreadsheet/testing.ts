import type {
  importSpreadsheet,
  listSpreadsheetImports,
  Problem,
  ReplyOf,
  SpreadsheetPreview,
  SpreadsheetUpload,
  undoSpreadsheetImport,
} from '@samblikk/contract';
import { type SheetData, workbookOf } from '@samblikk/files';
import type { FastifyInstance } from 'fastify';

export type Sent<T> = { status: number; body: T & Problem };

/** A workbook of these sheets, as bytes. */
export function workbook(...sheets: SheetData[]): Promise<Buffer> {
  return workbookOf(sheets.map((data, at) => ({ data, sheet: `Ark ${at + 1}`, dateFormat: 'dd.mm.yyyy' })));
}

/** A workbook of sheets by name, as bytes. */
export function namedSheets(sheets: Readonly<Record<string, SheetData>>): Promise<Buffer> {
  return workbookOf(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })));
}

/** The spreadsheet addresses of one agency's round, as one person. */
export function spreadsheetOf(app: FastifyInstance, headers: Record<string, string>, base: string) {
  const call = async <T>(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object): Promise<Sent<T>> => {
    const reply = await app.inject({ method, url: `${base}/${path}`, headers, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.json() };
  };
  return {
    async upload(file: Buffer | string, name = 'liste.xlsx', lang = 'nb', more = ''): Promise<Sent<SpreadsheetUpload>> {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(Buffer.from(file))]), name);
      const request = new Request('http://localhost', { method: 'POST', body: form });
      const payload = Buffer.from(await request.arrayBuffer());
      const type = request.headers.get('content-type') ?? '';
      const url = `${base}/spreadsheet?lang=${lang}${more}`;
      const reply = await app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload });
      return { status: reply.statusCode, body: reply.json() };
    },
    read: (id: string, sheet?: number) =>
      call<SpreadsheetUpload>('GET', `spreadsheet/${id}${sheet === undefined ? '' : `?sheet=${sheet}`}`),
    /** Previews with the columns as they were guessed, but for what is chosen. */
    preview: (upload: SpreadsheetUpload, more: object = {}, lang = 'nb') =>
      call<SpreadsheetPreview>('PUT', `spreadsheet/${upload.id}/mapping?lang=${lang}`, {
        sheet: upload.sheet,
        together: upload.together,
        columns: upload.columns.map(({ target }) => target),
        ...more,
      }),
    importRows: (id: string, plan: string, skipRowsAtFault = false, confirmedPublic: number[] = []) =>
      call<ReplyOf<typeof importSpreadsheet>>('POST', `spreadsheet/${id}/take-in`, {
        plan,
        skipRowsAtFault,
        confirmedPublic,
      }),
    imports: () => call<ReplyOf<typeof listSpreadsheetImports>>('GET', 'spreadsheet-imports'),
    undo: (id: string) => call<ReplyOf<typeof undoSpreadsheetImport>>('POST', `spreadsheet-imports/${id}/undo`),
    async template(format: 'xlsx' | 'csv', lang = 'nb'): Promise<Buffer> {
      const reply = await app.inject({ url: `${base}/template.${format}?lang=${lang}`, headers });
      if (reply.statusCode !== 200) throw new Error(reply.body);
      return reply.rawPayload;
    },
  };
}
