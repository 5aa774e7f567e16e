import { expect, test } from '@jest/globals';
import {
  type Claim,
  REQUESTS_MOST,
  type SendQuestion,
  type VerifyOptions,
  verify,
} from '../../../schema/audits/index.ts';

const URL = 'http://member.example/graphql';
const WHO = { code: 'MA', contractVersion: '1.0', modules: ['MINERALS', 'EVENTS'] };
const FAST = 1_000_000;

/** A member that says who it is, and answers everything else as told. */
function memberThat(answer: SendQuestion) {
  const asked: string[] = [];
  const send: SendQuestion = (url, question, signal) => {
    asked.push(question.query);
    return asked.length === 1
      ? Promise.resolve(replied({ data: { members: { list: [WHO] } } }))
      : answer(url, question, signal);
  };
  return { asked, target: { url: URL, send } };
}
const replied = (answer: unknown) =>
  ({
    kind: 'replied',
    status: 200,
    contentType: 'application/json',
    location: null,
    body: JSON.stringify(answer),
  }) as const;
const silent: SendQuestion = () => Promise.resolve({ kind: 'silent', says: 'Nobody is there.' });
const hello: SendQuestion = () => Promise.resolve(replied({ data: { hello: 'you' } }));

const claim = (check: Claim['check'], other: Partial<Claim> = {}): Claim => ({
  id: 'HELLO',
  level: 'MUST',
  due: 'JOIN',
  module: null,
  sentence: 'It greets.',
  remedy: 'Greet.',
  check,
  ...other,
});
const greets = claim(async ({ ask }) => {
  const { data, errors } = await ask('{ hello }');
  return data?.hello === 'you'
    ? { outcome: 'KEPT', saw: 'It greeted.' }
    : { outcome: 'BROKEN', saw: errors[0]?.message ?? '' };
});

async function reportOf(answer: SendQuestion, options: VerifyOptions) {
  const member = memberThat(answer);
  const verification = await verify(member.target, { rate: FAST, ...options });
  return { ...verification, asked: member.asked.length };
}

test('a report says who was asked, and of each claim what was seen and what to do', async () => {
  expect(await reportOf(hello, { claims: [greets] })).toEqual({
    kind: 'verified',
    requests: 2,
    asked: 2,
    report: {
      member: 'MA',
      url: URL,
      contractVersion: '1.0',
      modules: ['MINERALS', 'EVENTS'],
      claims: [
        { id: 'HELLO', level: 'MUST', outcome: 'KEPT', saw: 'It greeted.', remedy: 'Greet.' },
      ],
    },
  });
});

test('a claim on a module that is not offered, or not looked at, is not applicable', async () => {
  const claims = [
    claim(greets.check, { module: 'POLICIES' }),
    claim(greets.check, { module: 'MINERALS' }),
  ];
  const { report } = {
    report: undefined,
    ...(await reportOf(hello, { claims, modules: ['EVENTS'] })),
  };
  expect([report?.modules, report?.claims.map(({ saw }) => saw)]).toEqual([
    ['EVENTS'],
    ['The module POLICIES is not offered.', 'The module MINERALS is not looked at.'],
  ]);
});

test('only what an extension can change is looked at when one is published', async () => {
  const claims = [greets, claim(greets.check, { id: 'NAMES', due: 'PUBLISH' })];
  const { report } = { report: undefined, ...(await reportOf(hello, { claims, due: 'PUBLISH' })) };
  expect(report?.claims.map(({ id }) => id)).toEqual(['NAMES']);
});

const asksTimes = (times: number) =>
  claim(async ({ ask }) => {
    const replies = await Promise.all(Array.from({ length: times }, () => ask('{ hello }')));
    return { outcome: 'BROKEN', saw: replies.at(-1)?.errors[0]?.message ?? '' };
  });
const sawOf = async (answer: SendQuestion, options: VerifyOptions) => {
  const { report, asked } = { report: undefined, ...(await reportOf(answer, options)) };
  return [asked, report?.claims[0]?.saw];
};

test('an audit makes no more requests than its budget', async () => {
  expect(await sawOf(hello, { claims: [asksTimes(REQUESTS_MOST + 50)] })).toEqual([
    REQUESTS_MOST,
    'An audit makes at most 2000 requests.',
  ]);
});

test('one who falls silent again and again is asked no more', async () => {
  const [asked, saw] = await sawOf(silent, { claims: [asksTimes(100)] });
  expect(asked).toBeLessThan(20);
  expect(saw).toMatch(/^It was silent \d+ times, so it was asked no more\.$/);
});

test('an audit that is ended asks no more', async () => {
  const ending = new AbortController();
  const ends: SendQuestion = () => {
    ending.abort();
    return Promise.resolve(replied({ data: {} }));
  };
  const [asked, saw] = await sawOf(ends, { claims: [asksTimes(100)], signal: ending.signal });
  expect(asked).toBeLessThan(8);
  expect(saw).toBe('The audit was ended before this was asked.');
});

test('a check that trips over an answer is a broken claim, not a crash', async () => {
  const trips = claim(() => Promise.reject(new TypeError('no such place')));
  expect(await sawOf(hello, { claims: [trips] })).toEqual([
    1,
    'Its answer cannot be read: TypeError: no such place',
  ]);
});

test('what several claims look at is asked for once', async () => {
  const looks = claim(async ({ introspected, published, once, ask }) => {
    await Promise.all([introspected(), published(), once('greeting', () => ask('{ hello }'))]);
    return { outcome: 'KEPT', saw: '' };
  });
  expect(await sawOf(hello, { claims: [looks, looks] })).toEqual([4, '']);
});
