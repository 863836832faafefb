/** Messages of the signed-in part, in bokmål. The other languages must have the same keys. */
export const answering = {
  'answering.title': 'Svar på undersøkelsen',
};
