import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What a mail server for tests does to a letter. */
export type Conduct = 'accepts' | 'refusesReceiver' | 'refusesText' | 'busy' | 'hangs' | 'diesInData' | 'diesAfterData';

export interface TestSmtp {
  readonly url: string;
  /** What it does from now on, by the receiver; `accepts` unless told. */
  conduct: (to: string) => Conduct;
  /** Waited for when it has taken a letter, before it says so. */
  beforeYes: () => Promise<unknown>;
  /** The letters it has taken, whole, also those it did not live to say so of. */
  readonly taken: { readonly to: string; readonly raw: string }[];
  /** The receivers it was asked about, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A real mail server on the loopback address, which behaves as it is told to. */
export async function testSmtp(): Promise<TestSmtp> {
  const taken: TestSmtp['taken'] = [];
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  /** The connection is gone, without a word; others' are not. */
  const kill = (port?: number) => {
    for (const socket of sockets) if (port === undefined || socket.remotePort === port) socket.destroy();
  };
  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      asked.push(address);
      const conduct = smtp.conduct(address);
      if (conduct === 'refusesReceiver') return done(refusal(550, `No such user ${address}`));
      if (conduct === 'busy') return done(refusal(451, 'Try again later'));
      if (conduct === 'hangs') return;
      done();
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const conduct = smtp.conduct(to);
      if (conduct === 'diesInData') return kill(session.remotePort);
      let raw = '';
      stream.on('data', (part: Buffer) => {
        raw += part;
      });
      stream.on('end', () => {
        if (conduct === 'refusesText') return done(refusal(554, 'Not wanted'));
        taken.push({ to, raw });
        if (conduct === 'diesAfterData') return kill(session.remotePort);
        void smtp.beforeYes().then(() => done());
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as { port: number };
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    conduct: () => 'accepts',
    beforeYes: async () => undefined,
    taken,
    asked,
    async close() {
      kill();
      await pause(0);
      await new Promise<void>((done) => {
        server.close(() => done());
      });
    },
  };
  return smtp;
}
