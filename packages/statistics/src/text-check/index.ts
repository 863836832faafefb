export { checkText, checkTextInSteps } from './check-text.ts';
export { plainPieces, type TextPiece } from './document.ts';
export type { Agreeing, CheckedText, FindingCode, Severity, TextFinding, Untied } from './finding.ts';
