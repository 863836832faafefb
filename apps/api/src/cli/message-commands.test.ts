import { afterAll, expect, test } from 'vitest';
import { agencies, testRound } from '../messages/testing-round.ts';
import { auditEvent, mail, messageText } from '../schema.ts';
import { linesOver } from './testing.ts';

const days = (n: number) => new Date(Date.now() + n * 86_400_000);
const site = await testRound({ opensAt: days(-9), deadline: days(9), lateUntil: null });
const { db } = site;
afterAll(site.end);
const samblikk = linesOver(db);
const [one, two, silent] = [agencies.one.orgnr, agencies.two.orgnr, agencies.silent.orgnr];

test('a preview says who gets a letter, and why one does not; nothing is written', async () => {
  const { status, output, messages } = await samblikk('messages preview --round 2026 --kind reminder');
  expect({ status, messages }).toEqual({ status: 0, messages: [] });
  expect(output.split('\n').toSorted()).toEqual(
    [
      '',
      '4 letters',
      'to kari@one.example  nn  Etaten, «Æ & Ø», Tilsynet',
      'to post@one.example  nn  Etaten, «Æ & Ø»',
      'to post@three.example  nb  Verket Bcc: alle@x.example',
      'to post@two.example  nn  Tilsynet',
      `not to ${silent}  Den tause: noAddress`,
    ].toSorted(),
  );
  const some = await samblikk(`messages preview --round 2026 --kind reminder --agencies ${two},889640782 --lang en`);
  expect(some.output).toMatch(/not to 889640782 .*: notAsked\n2 letters\n$/);
  expect(await db.$count(mail)).toBe(0);
});

test('letters are written to those who are ticked, once for a name; they are listed as they stand', async () => {
  const sending = `messages send --round 2026 --kind reminder --agencies ${one},${silent} --key mandag`;
  const sent = await samblikk(sending);
  expect(sent).toEqual({
    ...{ status: 0, output: '2 letters about 1 agencies\n', messages: [`not to ${silent}: noAddress`] },
  });
  expect(await samblikk(sending)).toEqual(sent);
  expect(await db.$count(mail)).toBe(2);
  const other = await samblikk('messages send --round 2026 --kind nudge --key mandag');
  expect([other.status, other.output, other.messages.length]).toEqual([1, '', 1]);
  // Without a name each command is a sending of its own; who has had one today gets no other.
  const again = await samblikk(`messages send --round 2026 --kind reminder --agencies ${one}`);
  expect([again.status, again.output]).toEqual([0, '0 letters about 0 agencies\n']);
  expect(again.messages).toEqual([`not to ${one}: alreadyToday`]);

  const listed = await samblikk('messages list --round 2026');
  const letter = String.raw`\S+ {2}reminder {2}waiting {2}\S+@one\.example {2}974760673 {2}tries 0 {2}[0-9a-f-]{36}\n`;
  expect(listed.output).toMatch(new RegExp(`^${letter}${letter}2 letters\n$`));
  expect((await samblikk('messages list --round 2026 --state waiting')).output).toBe(listed.output);
  expect((await samblikk('messages list --round 2026 --state sent')).output).toBe('0 letters\n');
  const [event] = (await db.select().from(auditEvent)).filter(({ action }) => action === 'messages.sent');
  expect(event).toMatchObject({ actor: 'system:command-line', details: { kind: 'reminder', letters: 2 } });
});

test('a letter that came back is noted, by its address or its id, and goes out again', async () => {
  const address = 'post@one.example';
  const bounced = (what: string) => samblikk(`messages bounced ${what}`);
  expect(await bounced(`--address ${address}`)).toMatchObject({ status: 2 });
  await db.update(mail).set({ sentAt: new Date() });
  expect(await bounced(`--address ${address.toUpperCase()} --reason full`)).toEqual({
    ...{ status: 0, output: `Noted: reminder to ${address} came back.\n`, messages: [] },
  });
  const listed = async (state: string) => (await samblikk(`messages list --round 2026 --state ${state}`)).output;
  expect(await listed('returned')).toContain(address);
  const [id] = /[0-9a-f-]{36}/.exec(await listed('sent')) ?? [];
  expect((await bounced(`--letter ${id}`)).output).toBe('Noted: reminder to kari@one.example came back.\n');
  expect((await bounced(`--letter ${id}`)).status).toBe(1);
  for (const what of ['', `--letter ${id} --address ${address}`, '--letter 12'])
    expect((await bounced(what)).status, what).toBe(2);
  const settle = `messages settle --round 2026 --address ${address}`;
  expect((await samblikk(`${settle} --to ${address}`)).output).toBe(`1 letters go to ${address}.\n`);
  expect(await listed('waiting')).toContain(`reminder  waiting  ${address}`);
  expect((await samblikk('messages settle --round 2026 --address kari@one.example')).output).toBe(
    'Done with 1 letters.\n',
  );
});

test('a round that is made begins with the texts of the one before, and says so', async () => {
  const wording = { subject: 'Takk', text: '{agencies} {link}' };
  await db.insert(messageText).values({ roundId: site.roundId, kind: 'thanks', language: 'nn', ...wording });
  expect((await samblikk('rounds create --round 2027 --edition 2026')).status).toBe(0);
  const text = 'messages text --round 2027 --kind thanks --lang nn';
  expect(await samblikk(text)).toMatchObject({
    output: 'Takk\n\n{agencies} {link}\n',
    messages: ['This came along from the round of 2026.'],
  });
  expect((await samblikk(`${text} --reset`)).messages).toEqual(['This is what the program says by itself.']);
  expect((await samblikk('rounds delete --round 2027')).status).toBe(0);
});

test('what cannot be done is said: exit status 1', async () => {
  for (const line of ['preview --kind reminder', 'send --kind reminder', 'list'])
    expect(await samblikk(`messages ${line} --round 2031`)).toEqual({
      ...{ status: 1, output: '', messages: ['Not found: There is no round for 2031.'] },
    });
  expect((await samblikk('rounds close --round 2026')).status).toBe(0);
  const closed = await samblikk('messages send --round 2026 --kind reminder');
  expect([closed.status, closed.output, closed.messages]).toEqual([
    ...[1, '', [expect.stringContaining('takes no answers')]],
  ]);
  expect(await db.$count(mail)).toBe(3);
});

test.each([
  ['messages preview --round 2026', '--kind is missing. See samblikk messages preview --help.'],
  ['messages send --round 2026 --kind greeting', '--kind greeting: write one of invitation, reminder, nudge'],
  ['messages send --round 2026 --kind reminder --agencies 974760673,12', '--agencies: 12 is no organisation number.'],
  [
    'messages list --round 2026 --state lost',
    '--state lost: write one of waiting, sent, refused, returned, failed, stopped.',
  ],
  ['messages list --round soon', '--round soon: write a year'],
  ['messages', 'Did you mean messages preview or messages send'],
])('%s is not understood', async (line, said) => {
  expect(await samblikk(line)).toEqual({ status: 2, output: '', messages: [expect.stringContaining(said)] });
});
