/** What has a page of its own in the register, beside agencies and ministries: by the question that names it, in any edition. */
export const profileQuestions = {
  tag: 'tags',
  technology: 'technologies',
  lifeEvent: 'lifeEvents',
  strategyMeasure: 'strategyMeasures',
} as const;
