import { staffText } from '../staff/index.ts';
import { compareTexts } from './compare-texts.ts';
import { concernTexts } from './concern-texts.ts';
import { freezeTexts } from './freeze-texts.ts';
import { releaseTexts } from './release-texts.ts';
import { reportTexts } from './report-texts.ts';
import { textCheckTexts } from './text-check-texts.ts';
import { unpublicTexts } from './unpublic-texts.ts';

/** As `useText`, of the words of the pages about releases. */
export const useReleaseText = staffText({
  ...concernTexts,
  ...freezeTexts,
  ...releaseTexts,
  ...reportTexts,
  ...compareTexts,
  ...unpublicTexts,
  ...textCheckTexts,
});
