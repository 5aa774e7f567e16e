import { expect, test } from '@jest/globals';
import { ShapedText } from '../../../../gateway/engine/index.ts';
import type { Answer } from '../../../../gateway/server/index.ts';
import { bodyOfAnswer } from '../../../../gateway/server/pipeline/body-of-answer.ts';

const errors = [{ message: 'MA did not answer.', path: ['sites'] }];
const extensions = { zellige: { cost: { cost: 1, limit: 2 } } };
/** As Apollo Server too is given it, whose types know of values alone. */
const shaped = (text: string) => new ShapedText(text) as unknown as NonNullable<Answer['data']>;
const written = (answer: Answer) => bodyOfAnswer(answer).toString();
/** No JSON.stringify would write it so. */
const TEXT = '{"sites":  null}';

test('text of data is written as it is, between errors and extensions', () => {
  const data = shaped(TEXT);
  expect(written({ status: 200, extensions, data, errors })).toBe(
    `{"errors":${JSON.stringify(errors)},"data":${TEXT},"extensions":${JSON.stringify(extensions)}}\n`,
  );
  expect(written({ status: 200, data })).toBe(`{"data":${TEXT}}\n`);
});

test('a value of data is written in the same order', () => {
  expect(written({ status: 200, extensions, data: { sites: null }, errors })).toBe(
    `{"errors":${JSON.stringify(errors)},"data":{"sites":null},"extensions":${JSON.stringify(extensions)}}\n`,
  );
  expect(written({ status: 200, data: null })).toBe('{"data":null}\n');
  expect(written({ status: 400, errors })).toBe(`{"errors":${JSON.stringify(errors)}}\n`);
});

test('fields named like the parts of such a text are fields', () => {
  const data = { text: 'salam', toJSON: 'a field' };
  expect(written({ status: 200, data })).toBe(`{"data":${JSON.stringify(data)}}\n`);
});
