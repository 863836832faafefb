import { archiveMake, archiveVerify } from './archive-commands.ts';
import { auditExport } from './audit-export.ts';
import { auditVerify } from './audit-verify.ts';
import { backupCommand, backupVerify, restoreCommand } from './backup-commands.ts';
import { calendarDryRun, calendarRun } from './calendar-commands.ts';
import type { Command } from './command.ts';
import { correctionDecide, correctionDrop, correctionPropose, queryAsk } from './correction-commands.ts';
import { directoryImport, directoryList, directoryLookUp } from './directory-commands.ts';
import { codebookCommand, questionnaireCheck, questionnaireDiff } from './edition-commands.ts';
import { exemptionsDecide, exemptionsList } from './exemption-commands.ts';
import { exportCommand } from './export-command.ts';
import { roundDecline, roundMoreTime, roundStatus } from './follow-up-commands.ts';
import { importCommand } from './import-command.ts';
import { messagesList, messagesPreview, messagesSend } from './message-commands.ts';
import { messagesText } from './message-text-commands.ts';
import { populationExport, populationImport } from './population-commands.ts';
import { correctionList, qualityList, qualityRules, queryList } from './quality-commands.ts';
import {
  releasesCompare,
  releasesList,
  releasesPublish,
  releasesRestore,
  releasesWithdraw,
} from './release-commands.ts';
import { reportCommand } from './report-command.ts';
import { retentionList, retentionRun } from './retention-commands.ts';
import { noteAdd, noteList, qualityLook, queryClose } from './review-commands.ts';
import { roundsChange, roundsClose, roundsCreate, roundsDelete, roundsOpen } from './round-change-commands.ts';
import { directoryLoad, freezeCommand, migrateCommand, roundsList } from './round-commands.ts';
import { checkTextCommand } from './text-check-command.ts';
import { messagesBounced, messagesSettle } from './undelivered-commands.ts';

/** Every command, in the order `--help` lists them. */
export const commands: readonly Command[] = [
  importCommand,
  freezeCommand,
  releasesList,
  releasesPublish,
  releasesWithdraw,
  releasesRestore,
  releasesCompare,
  checkTextCommand,
  reportCommand,
  exemptionsList,
  exemptionsDecide,
  exportCommand,
  roundsList,
  roundsCreate,
  roundsChange,
  roundsOpen,
  roundsClose,
  roundsDelete,
  roundStatus,
  roundMoreTime,
  roundDecline,
  calendarRun,
  calendarDryRun,
  messagesPreview,
  messagesSend,
  messagesList,
  messagesText,
  messagesBounced,
  messagesSettle,
  noteList,
  noteAdd,
  qualityList,
  qualityRules,
  qualityLook,
  queryList,
  queryAsk,
  queryClose,
  correctionList,
  correctionPropose,
  correctionDecide,
  correctionDrop,
  questionnaireCheck,
  questionnaireDiff,
  codebookCommand,
  populationExport,
  populationImport,
  directoryLoad,
  directoryList,
  directoryLookUp,
  directoryImport,
  archiveMake,
  archiveVerify,
  auditVerify,
  auditExport,
  retentionList,
  retentionRun,
  backupCommand,
  backupVerify,
  restoreCommand,
  migrateCommand,
];
