import type { Database } from '../db/index.ts';
import type { Secrets } from '../secrets/index.ts';
import { sendWaiting } from './send-waiting.ts';
import { mailServer } from './smtp.ts';
import { testSmtp } from './testing-smtp.ts';

/** For tests: what waits is sent over SMTP, and read as a receiver does. */
export async function testDelivery(db: Database, secrets: Pick<Secrets, 'open'>) {
  const smtp = await testSmtp();
  const send = mailServer({ smtpUrl: smtp.url, from: 'samblikk@digdir.example' });
  return {
    close: () => smtp.close(),
    /** The letters that were due: headers unfolded, the text decoded. */
    async arrived(now: Date) {
      smtp.taken.length = 0;
      await sendWaiting(db, secrets, send, now);
      return smtp.taken.map(({ to, raw }) => {
        const [head = '', ...body] = raw.replace(/=\r\n/g, '').split('\r\n\r\n');
        const plain = body.join('\n\n').replaceAll('\r\n', '\n');
        const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        const text = /quoted-printable/.test(head) ? Buffer.from(bytes, 'latin1').toString() : plain;
        return { to, head: head.replace(/\r\n\s+/g, ' '), text, links: text.match(/^https?:\S+$/gm) ?? [] };
      });
    },
  };
}
