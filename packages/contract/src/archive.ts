import { endpoint, zipType } from './endpoint.ts';
import { yearParams } from './rounds.ts';

export const makeArchive = endpoint('makeArchive', {
  summary: 'Everything about a round as one ZIP file, exempt answers included; who takes it is in the audit',
  description:
    'Answers as given, questions as shown, codes, revisions, submissions, decisions, queries, releases, the audit chain, the codebook and DDI-Codebook 2.5, with checksums and an index. `samblikk archive verify` reads it without the database.',
  tag: 'archive',
  action: 'round.archive',
  params: yearParams,
  reply: 'file',
  types: [zipType],
  errors: [],
});
