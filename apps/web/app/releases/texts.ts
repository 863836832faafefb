import { staffText } from '../staff/index.ts';
import { freezeTexts } from './freeze-texts.ts';
import { releaseTexts } from './release-texts.ts';

/** As `useText`, of the words of the pages about releases. */
export const useReleaseText = staffText({ ...freezeTexts, ...releaseTexts });
