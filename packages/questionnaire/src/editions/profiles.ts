/** What has a page of its own in the register, beside agencies and ministries: by the question that names it, in any edition. */
export const profileQuestions = {
  tag: 'tags',
  technology: 'technologies',
  lifeEvent: 'lifeEvents',
  strategyMeasure: 'strategyMeasures',
} as const;

/** The questions that name common solutions, and what tells how far a measure has come: those in these groups plan what they answer. */
export const solutionQuestions = {
  developed: 'developedSolutions',
  reused: 'reusedSolutions',
  progress: 'phaseGroup',
  planning: ['idea', 'concept', 'planning'],
} as const;
