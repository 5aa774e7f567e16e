import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { makeLogger } from '../../gateway/logger.ts';
import { HIDDEN_TEXTS, HIDDEN_WHOLE, withoutSecrets } from '../../gateway/redaction.ts';

const SECRET = 'S3CRET-of-a-client';

/** What is written of it, as JSON and as a person reads it. */
function written(fields: object, says: string): readonly string[] {
  return [false, true].map((isTerminal) => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    makeLogger(isTerminal, stream).warn(fields, says);
    return lines.join('');
  });
}

const errorWith = (more: object, says = 'It failed.') => Object.assign(new Error(says), more);

const LINES: readonly (readonly [string, object, string])[] = [
  ...HIDDEN_TEXTS.flatMap((field): readonly (readonly [string, object, string])[] => [
    [`the field ${field}`, { [field]: SECRET }, ''],
    [`the field ${field}, deep inside`, { a: { b: [{ c: { [field]: `"${SECRET}\\"` } }] } }, ''],
  ]),
  ...HIDDEN_WHOLE.flatMap((field): readonly (readonly [string, object, string])[] => [
    [`what ${field} holds`, { [field]: { any: [SECRET] } }, ''],
    [`what ${field} of a request holds`, { req: { [field]: { any: SECRET } } }, ''],
    [`what ${field} of an error holds`, { err: errorWith({ [field]: { any: SECRET } }) }, ''],
    [
      `what ${field} of an error's response holds`,
      { err: errorWith({ response: { [field]: { any: SECRET } } }) },
      '',
    ],
  ]),
  ['the password of an address', {}, `could not reach mysql://zellige:${SECRET}@db/zellige`],
  ['the password of an address in a field', { url: `https://u:${SECRET}@minerals.example/` }, ''],
  ['the password of an address in an error', { err: errorWith({}, `no //u:${SECRET}@x`) }, ''],
  [
    'a token in the query of an address',
    { url: `https://a.example/?x=1&access_token=${SECRET}` },
    '',
  ],
  ['a key in a sentence', {}, `asked with api_key=${SECRET}`],
  ['a token beside its scheme', {}, `refused: Bearer ${SECRET}`],
];

test.each(LINES)('%s is written nowhere', (_what, fields, says) => {
  for (const line of written(fields, says)) {
    expect(line).toContain('[hidden]');
    expect(line).not.toContain(SECRET);
  }
});

test('what is no secret is written as it is', () => {
  const fields = {
    member: 'MA',
    url: 'https://minerals.example/graphql?edition=2024',
    says: 'MA sent "token": null // see docs, mail minerals@example.org',
  };
  const [json = ''] = written(fields, 'MA did not answer.');
  expect(JSON.parse(json)).toMatchObject({ ...fields, msg: 'MA did not answer.' });
});

test('what a member says of its database is shown to everybody without the password', () => {
  const status = {
    code: 'MA',
    lastSays: 'MA gave null: no way to mysql://agency:S3CRET@10.0.0.1/mines',
  };
  const shown = withoutSecrets(status as Parameters<typeof withoutSecrets>[0]);
  expect(shown).toEqual({
    code: 'MA',
    lastSays: 'MA gave null: no way to mysql://[hidden]@10.0.0.1/mines',
  });
});
