import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commonSolutions, type Text } from '@samblikk/questionnaire';
import { z } from 'zod';
import { ROOT } from '../../platform/config/index.ts';

const text = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
const entry = z.strictObject({
  code: z.string(),
  /** A state agency by our id, or another body by the code it is a partner under. */
  owner: z.union([z.strictObject({ agency: z.string() }), z.strictObject({ body: z.string() })]),
  /** What texts call it: names that are nothing else. */
  words: z.array(z.string().min(3)).min(1),
  description: text,
  source: z.string().min(1),
});

/** A common solution: what it is called in questions, and what `data/common-solutions.json` says of it. */
export interface CommonSolution extends z.infer<typeof entry> {
  readonly label: Text;
}

let catalogue: Promise<readonly CommonSolution[]> | undefined;

/** All of them, in the order of the questions. Read once. */
export function solutionCatalogue(): Promise<readonly CommonSolution[]> {
  catalogue ??= (async () => {
    const entries = z.array(entry).parse(JSON.parse(await readFile(join(ROOT, 'data/common-solutions.json'), 'utf8')));
    return commonSolutions.map(({ code, label }) => {
      const found = entries.find((one) => one.code === code);
      if (!found) throw new Error(`data/common-solutions.json lacks ${code}.`);
      return { ...found, label };
    });
  })();
  return catalogue;
}
