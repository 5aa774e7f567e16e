import { expect, test } from '@jest/globals';
import { dataOf, ShapedText } from '../../../gateway/engine/index.ts';

const TEXT = '{"sites":null,"__proto__":{"a":"é"}}';

test('shaped text is written as the value that it is the text of', () => {
  expect(JSON.stringify({ data: new ShapedText(TEXT) })).toBe(`{"data":${TEXT}}`);
});

test('data is the same value whether an engine gives it as a value or as text', () => {
  expect(dataOf({ data: new ShapedText('{"sites":[]}') })).toEqual({ sites: [] });
  expect(dataOf({ data: { sites: [] } })).toEqual({ sites: [] });
  expect(dataOf({ data: new ShapedText('null') })).toBeNull();
  expect(dataOf({})).toBeUndefined();
});
