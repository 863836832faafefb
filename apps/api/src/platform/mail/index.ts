export { lettersToArchive, receiversToArchive } from './archive.ts';
export { devMailPage } from './dev-page.ts';
export {
  countLetters,
  type KeptLetter,
  type LetterState,
  lastSentTo,
  letterOf,
  lettersBefore,
  lettersOf,
  type OfRound,
  undeliveredLetters,
  writtenTo,
} from './kept-letters.ts';
export { compose, inRound, type Letter, type LetterName, letsIn, textOf } from './letters.ts';
export { deleteLetters, post, postAll, readable, stopLetters, withdrawLetter } from './outbox.ts';
export { linkTo, type MailContext, mailboxOf, mailContextOf, mailEach, type Receiver } from './receivers.ts';
export { mailJob } from './send-job.ts';
export { markReturned, postAgain, type Returned, resolveUndelivered } from './undelivered.ts';
