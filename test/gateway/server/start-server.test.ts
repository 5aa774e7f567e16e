import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MEMBERS, type Stub, serveStub } from './stub.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await serveStub({}, { corsOrigins: ['https://dashboard.example'] });
});
afterAll(() => stub.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${stub.url}${path}`, { headers });

test('members are a page for people and JSON for who asks for it', async () => {
  const json = await get('/members', { accept: 'application/json' });
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await json.json()).toEqual(MEMBERS);
  const page = await get('/members', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const text = await page.text();
  expect(text).toContain('2 members, 1 of them answering, 1,234 records.');
  expect(text).toContain('Ministry of &#60;Energy&#62; Transition');
  expect(text).not.toContain('<Energy>');
  expect(text).not.toContain('127.0.0.1:4001');
});

test('the page says how a member stands: what it failed at, since when, and whether it is left in peace', async () => {
  const text = await (await get('/members')).text();
  const [ma = '', amsg = ''] = text.split('<tr id="').slice(1).map(wordsOf);
  expect(ma).toContain(
    'Ministry of &#60;Energy&#62; Transition MA answering 100 % 08:09:10 UTC within 12 ms – 1,234 SQLite contract 1.0 minerals, policies, events',
  );
  expect(amsg).toContain(
    'AMSG AMSG silent breaker open since 08:05:00 UTC 25 % – TIMEOUT AMSG did not answer &#60;before&#62; the deadline.',
  );
});

const wordsOf = (row: string) =>
  row
    .replace(/^[^>]*>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the page reads itself again only where a reader asks for it', async () => {
  const REFRESH = '<meta http-equiv="refresh" content="30">';
  const once = await (await get('/members')).text();
  expect([once.includes(REFRESH), once.includes('href="/members?refresh"')]).toEqual([false, true]);
  const again = await (await get('/members?refresh')).text();
  expect([again.includes(REFRESH), again.includes('href="/members">stop')]).toEqual([true, true]);
});

test('an unknown page is refused in one sentence, as JSON or as text', async () => {
  const says =
    'There is no page GET /nowhere; / is the explorer, /graphql the endpoint, /members the members.';
  const text = await get('/nowhere?x=1');
  expect([text.status, await text.text()]).toEqual([404, `${says}\n`]);
  const json = await get('/nowhere', { accept: 'application/json' });
  expect([json.status, await json.json()]).toEqual([404, { error: says }]);
});

test('the explorer is served from here with everything that it loads', async () => {
  const page = await get('/');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await page.text();
  const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(assets.length).toBeGreaterThan(5);
  expect(text).not.toMatch(/(?:href|src)="(?:https?:)?\/\//);
  for (const path of assets) {
    const asset = await get(path, { 'accept-encoding': 'br' });
    await asset.arrayBuffer();
    expect([path, asset.status, asset.headers.get('cache-control')]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
});

test('what is kept compressed is the same for who cannot read that', async () => {
  const page = await (await get('/')).text();
  const [path = ''] = /\/assets\/[^"]+\/json-worker\.js/.exec(page) ?? [];
  const [zipped, plain] = [
    await get(path, { 'accept-encoding': 'gzip' }),
    await get(path, { 'accept-encoding': 'identity' }),
  ];
  expect([zipped, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual([
    'gzip',
    null,
  ]);
  const text = await zipped.text();
  expect(text.length).toBeGreaterThan(500_000);
  expect(await plain.text()).toBe(text);
});

test.each(['/assets/old/style.css', '/assets/x/passwd', '/assets/x/__proto__'])(
  'there is nothing at %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('large answers are compressed for who can read it', async () => {
  const answer = await get('/', { 'accept-encoding': 'gzip' });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
});

test('another origin may ask only where the operator allows it', async () => {
  const asked = async (origin: string) =>
    (await get('/graphql?query={hello}', { origin })).headers.get('access-control-allow-origin');
  expect(await asked('https://dashboard.example')).toBe('https://dashboard.example');
  expect(await asked('https://elsewhere.example')).toBeNull();
});

test('the gateway is alive before it is ready', async () => {
  let ready = false;
  const starting = await serveStub({ isReady: () => ready });
  const ask = async (path: string) => {
    const answer = await fetch(`${starting.url}${path}`);
    return [answer.status, await answer.text()];
  };
  expect(await ask('/health')).toEqual([200, 'The gateway is alive.\n']);
  expect(await ask('/ready')).toEqual([
    503,
    'The gateway is starting: its members have not all answered yet.\n',
  ]);
  ready = true;
  expect(await ask('/ready')).toEqual([200, 'The gateway is ready.\n']);
  await starting.close();
});

test('stopping finishes what has begun, takes nothing new, and says so', async () => {
  const stopping = await serveStub();
  const ask = (path: string) => fetch(`${stopping.url}${path}`);
  const begun = ask('/graphql?query={slow}');
  await new Promise((done) => setTimeout(done, 100));
  const closed = stopping.close();
  const [ready, refused] = [await ask('/ready'), await ask('/graphql?query={hello}')];
  expect([ready.status, await ready.text()]).toEqual([
    503,
    'The gateway is stopping: it finishes what has begun, and takes nothing new.\n',
  ]);
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { errors: [{ message: 'The gateway is stopping; ask again in a moment.' }] },
  ]);
  expect(await (await begun).json()).toEqual({ data: { slow: 'at last' } });
  await closed;
  await expect(ask('/health')).rejects.toThrow('fetch failed');
});
