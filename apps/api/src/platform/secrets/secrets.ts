import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Config } from '../config/index.ts';

/** What is done with the one secret of the program. */
export interface Secrets {
  /** The lasting key of a person: the same for the same login, and of no use to anyone without the secret. */
  pseudonym(identity: string): string;
  /** Locks a text away, for what must be kept and holds a national identity number. */
  seal(text: string): Promise<string>;
  /** The text again; undefined when it was sealed with another secret, or changed. */
  open(sealed: string): Promise<string | undefined>;
}

/** The secret of the settings; without one, that of DATA_DIR, made the first time. Asked for once, when first needed. */
export function secretsOf(config: Pick<Config, 'sessionSecret' | 'dataDir'>): () => Promise<Secrets> {
  let made: Promise<Secrets> | undefined;
  return () => {
    made ??= (config.sessionSecret === undefined ? kept(config.dataDir) : Promise.resolve(config.sessionSecret)).then(
      from,
    );
    made.catch(() => {
      made = undefined;
    });
    return made;
  };
}

function from(secret: string): Secrets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `samblikk ${purpose}`, 32));
  const [subject, token] = [key('person'), key('token')];
  return {
    pseudonym: (identity) => createHmac('sha256', subject).update(identity).digest('hex'),
    seal: (text) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(token),
    open: (sealed) =>
      compactDecrypt(sealed, token).then(
        ({ plaintext }) => new TextDecoder().decode(plaintext),
        () => undefined,
      ),
  };
}

async function kept(dataDir: string): Promise<string> {
  const file = join(dataDir, 'session-secret');
  // `wx` makes one of two that start at once the maker; both read what it made.
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const secret = await readFile(file, 'utf8');
  if (secret.length < 32) throw new Error(`${file} is damaged: remove it, and everyone is asked to log in again.`);
  return secret;
}
