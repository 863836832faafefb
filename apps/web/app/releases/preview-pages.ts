/** The public pages of a release, in a preview. */
export const previewPages = [
  ['forside', 'release.home'],
  ['tall', 'release.figures'],
  ['tall/tabell', 'release.table'],
  ['tall/kvalitet', 'release.quality'],
  ['register', 'release.register'],
  ['om-dataene', 'release.about'],
  ['endringer', 'release.changes'],
] as const;
