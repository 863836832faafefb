import { verifyChain } from '../platform/audit/index.ts';
import type { Command } from './command.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Computes the chain of audit events again, and tells the first that does not hold',
  options: {},
  async run({ db, out, tell }) {
    const { events, lastHash, broken } = await verifyChain(await db());
    if (!broken) {
      await out(`${events} events, all hold. The last hash is ${lastHash || '(none)'}\n`);
      return true;
    }
    const reasons = {
      content: 'it is not what was written',
      order: 'an event before it is missing, added or moved',
      end: 'events after it are missing',
    };
    tell(`The chain breaks at event ${broken.sequence}: ${reasons[broken.reason]}. ${events} events hold.`);
    return false;
  },
};
