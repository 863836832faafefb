import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { lookUpPublic } from './fetch-file.ts';
import { fetchFile, requireAddress } from './index.ts';
import { isPublicAddress } from './public-address.ts';

let answer: RequestListener = () => undefined;
const server = createServer((request, reply) => answer(request, reply));
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const wanted = { bytes: 1000, alsoFrom: here };
const fault = (code: string) => expect.objectContaining({ code });

test.each([
  // Open ones, of Norwegian agencies and resolvers.
  ['193.213.112.4', true],
  ['8.8.8.8', true],
  ['2001:67c:2e8:22::c100:68b', true],
  // The own machine, own networks, the cloud's own services, multicast, tests, and IPv4 in IPv6.
  ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'].map(no),
  ...['192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1'].map(no),
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', 'not an address'].map(no),
] as [string, boolean][])('%s is of the open net: %s', (address, isOpen) => {
  expect(isPublicAddress(address)).toBe(isOpen);
});
function no(address: string): [string, boolean] {
  return [address, false];
}

test.each([
  ['liste.xlsx', 'notAnAddress'],
  ['http://etat.no/liste.xlsx', 'notHttps'],
  ['file:///etc/passwd', 'notHttps'],
  ['https://kari:hemmelig@etat.no/liste.xlsx', 'hasCredentials'],
  ['https://127.0.0.1/', 'notPublic'],
  // What a browser reads as 127.0.0.1, too.
  ['https://2130706433/', 'notPublic'],
  ['https://0x7f.1/', 'notPublic'],
  ['https://[::1]/', 'notPublic'],
  ['https://[::ffff:10.0.0.1]/', 'notPublic'],
  ['https://localhost/', 'notPublic'],
  ['https://database/', 'notPublic'],
  ['https://metadata.google.internal/', 'notPublic'],
])('%s is refused: %s', async (address, code) => {
  expect(() => requireAddress(address, here)).toThrow(fault(code));
  await expect(fetchFile(address, wanted)).rejects.toEqual(fault(code));
});

test('a name that leads to the own machine is refused when it is looked up', async () => {
  for (const all of [true, false]) {
    const refused = await new Promise((answer) => lookUpPublic('localhost', { all }, answer));
    expect(refused).toEqual(fault('notPublic'));
  }
});

test('a file comes with what tells its version, and is asked for only when it is newer', async () => {
  answer = (request, reply) => {
    if (request.headers['if-none-match'] === '"1"') reply.writeHead(304).end();
    else reply.writeHead(200, { etag: '"1"', 'last-modified': 'Sat, 28 Nov 2026 10:00:00 GMT' }).end('Navn\n');
  };
  const file = await fetchFile(`${here}/mappe/min%20liste.csv?key=1`, wanted);
  expect(file).toMatchObject({ name: 'min liste.csv', etag: '"1"', lastModified: 'Sat, 28 Nov 2026 10:00:00 GMT' });
  expect(file !== 'unchanged' && file.bytes.toString()).toBe('Navn\n');
  expect(await fetchFile(here, { ...wanted, etag: '"1"' })).toBe('unchanged');
});

test('a redirect is looked at as the address was, and there are not many', async () => {
  let to = '/liste.csv';
  answer = (request, reply) => {
    if (request.url === '/liste.csv') reply.end('Navn\n');
    else reply.writeHead(302, { location: to }).end();
  };
  expect(await fetchFile(`${here}/a`, wanted)).toMatchObject({ name: 'liste.csv' });
  const refused = [
    ['http://169.254.169.254/latest/meta-data', 'notHttps'],
    ['https://169.254.169.254/latest/meta-data', 'notPublic'],
    ['https://kari:hemmelig@etat.no/', 'hasCredentials'],
    ['/around', 'manyRedirects'],
  ] as const;
  for (const [location, code] of refused) {
    to = location;
    await expect(fetchFile(`${here}/a`, wanted)).rejects.toEqual(fault(code));
  }
});

test('what is too large, too slow, an error, or nobody there is told as such', async () => {
  answer = (_request, reply) => void reply.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000));
  await expect(fetchFile(here, wanted)).rejects.toEqual(fault('tooLarge'));
  answer = (_request, reply) => {
    for (let at = 0; at < 5; at += 1) reply.write('x'.repeat(1000));
    reply.end();
  };
  await expect(fetchFile(here, wanted)).rejects.toEqual(fault('tooLarge'));
  answer = (_request, reply) => void reply.writeHead(403).end();
  await expect(fetchFile(here, wanted)).rejects.toMatchObject({ code: 'status', params: { status: 403 } });
  answer = () => undefined;
  await expect(fetchFile(here, { ...wanted, patience: 50 })).rejects.toEqual(fault('tooSlow'));
  await expect(fetchFile('http://127.0.0.1:9/', { ...wanted, alsoFrom: 'http://127.0.0.1:9' })).rejects.toEqual(
    fault('notAnswering'),
  );
});
