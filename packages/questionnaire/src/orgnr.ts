const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Whether a text is a Norwegian organisation number: 9 digits, first 8 or 9, last the modulus 11 check digit. */
export function isOrganisationNumber(text: string): boolean {
  if (!/^[89]\d{8}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  // A remainder of 1 would need the check digit 10: such numbers are never given out.
  return (11 - (sum % 11)) % 11 === Number(text[8]);
}

/** An organisation number as people read it, `991 825 827` with non-breaking spaces; other texts unchanged. */
export function showOrganisationNumber(orgnr: string): string {
  return /^\d{9}$/.test(orgnr) ? orgnr.replace(/(\d{3})(?=\d)/g, '$1\u00a0') : orgnr;
}
