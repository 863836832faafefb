export { restoreBackup, verifyBackup } from './restore-backup.ts';
export { takeBackup } from './take-backup.ts';
