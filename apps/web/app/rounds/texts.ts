import { staffText } from '../staff/index.ts';
import { followUpTexts } from './follow-up-texts.ts';
import { planningTexts } from './planning-texts.ts';

/** As `useText`, of the words of the pages of rounds. */
export const useStaffText = staffText({ ...followUpTexts, ...planningTexts });
