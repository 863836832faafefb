import { staffText } from '../staff/index.ts';
import { measureTexts } from './measure-texts.ts';
import { queueTexts } from './queue-texts.ts';

/** As `useText`, of the words of the pages of quality control. */
export const useQualityText = staffText({ ...queueTexts, ...measureTexts });
