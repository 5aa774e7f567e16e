import { expect, test } from '@jest/globals';
import { quoted } from '../../../../gateway/engine/shape/json-text.ts';

test.each([
  ['nothing', ''],
  ['plain letters', 'Khouribga'],
  ['letters of many scripts', 'خريبكة é 矿 \u2028'],
  ['signs between the bounds of what is plain', ' !#[]~\u007f\ud7ff\ue000\uffff'],
  ['a quotation mark', 'the "big" mine'],
  ['a backslash', 'a\\b'],
  ['ends of lines and other controls', 'a\nb\tc\u0000d\u001fe'],
  ['a sign of two halves', '⛏ 😀'],
  ['half a sign', 'a\ud83d'],
  ['the other half', '\ude00b'],
])('a text is written as JSON writes it: %s', (_, text) => {
  expect(quoted(text)).toBe(JSON.stringify(text));
});
