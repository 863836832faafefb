import { releaseName } from '@samblikk/questionnaire';
import { languages } from '@samblikk/text';
import type { Job } from '../platform/jobs/index.ts';
import { releases } from '../releases/index.ts';
import { editionFiles, frozenFilesOf, type Makers } from './frozen-files.ts';
import { frozenFile } from './schema.ts';

/** Makes what is missing of the files of public releases, so that who asks first need not wait. */
export const frozenFilesJob = (makers: Makers): Job => ({
  name: 'frozen-files',
  schedule: '* * * * *',
  async work() {
    const { db, clock } = makers;
    const made = await db.select({ release: frozenFile.releaseId, language: frozenFile.language }).from(frozenFile);
    const has = Map.groupBy(made, ({ release, language }) => `${release} ${language}`);
    const done: string[] = [];
    for (const release of await releases(db, clock())) {
      for (const language of languages) {
        if ((has.get(`${release.id} ${language}`)?.length ?? 0) >= editionFiles.length) continue;
        await frozenFilesOf(makers, release, language);
        done.push(`${releaseName(release)} ${language}`);
      }
    }
    return done.length === 0 ? undefined : { made: done };
  },
});
