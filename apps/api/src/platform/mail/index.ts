export { lettersToArchive, receiversToArchive } from './archive.ts';
export { devMailPage } from './dev-page.ts';
export {
  countLetters,
  type KeptLetter,
  type LetterState,
  letterOf,
  lettersBefore,
  lettersOf,
  refusedLetters,
  settleRefused,
  writtenTo,
} from './kept-letters.ts';
export { compose, inRound, type Letter, type LetterName, textOf } from './letters.ts';
export { post, postAll, readable, stopLetters, withdrawLetter } from './outbox.ts';
export { linkTo, type MailContext, mailboxOf, mailContextOf, mailEach, type Receiver } from './receivers.ts';
export { mailJob } from './send-job.ts';
