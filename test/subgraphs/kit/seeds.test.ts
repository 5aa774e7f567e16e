import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parseMemberCode } from '../../../schema/index.ts';
import { readSeeds } from '../../../subgraphs/kit/index.ts';
import { writesOf } from '../../../subgraphs/kit/seeds.ts';
import { temporaryFolder } from '../temporary.ts';
import { organisation, site } from './rows.ts';

const folder = temporaryFolder();
const ZM = parseMemberCode('ZM') ?? fail();
const ZW = parseMemberCode('ZW') ?? fail();
function fail(): never {
  throw new Error('Expected a member code.');
}

test("a member's seeds are all files under the folder that carry its code, packed or not", () => {
  for (const source of ['a', 'b']) mkdirSync(join(folder, source));
  const file = (rows: object) => JSON.stringify({ member: 'ZM', rows });
  writeFileSync(join(folder, 'a', 'ZM.json'), file({ Site: [site('ZM:site:1')] }));
  writeFileSync(join(folder, 'b', 'ZM.json.gz'), gzipSync(file({ Site: [site('ZM:site:2')] })));
  writeFileSync(join(folder, 'b', 'CD.json'), 'not read');
  writeFileSync(join(folder, 'b', 'ZW.json'), file({}));
  expect(readSeeds(folder, ZM)).toEqual([
    { Site: [site('ZM:site:1')] },
    { Site: [site('ZM:site:2')] },
  ]);
});

test("a file that is another member's is refused, and a member without files has no seeds", () => {
  expect(() => readSeeds(folder, ZW)).toThrow(
    `Expected { member: "ZW", rows } in ${join('b', 'ZW.json')}, got member ZM.`,
  );
  expect(readSeeds(join(folder, 'nowhere'), ZM)).toEqual([]);
});

test('what is referred to is written first', () => {
  const rows = { Site: [site('ZM:site:1')], Organisation: [organisation('ZM:org:1')] };
  expect(writesOf(rows).map(({ type }) => type)).toEqual(['Organisation', 'Site']);
});
