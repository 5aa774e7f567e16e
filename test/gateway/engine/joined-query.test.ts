import { expect, test } from '@jest/globals';
import { joinedQuery } from '../../../gateway/engine/joined-query.ts';

const OF = '$representations:[_Any!]!';
const entities = (selection: string) => `_entities(representations:$representations)${selection}`;

test.each<readonly [name: string, queries: readonly string[], joined: string]>([
  [
    'each has a list of its own, and the name is that of the first',
    [
      `query Q__1(${OF}){${entities('{...on Mine{name}}')}}`,
      `query Q__2(${OF}){${entities('{...on Port{depth}}')}}`,
    ],
    'query Q__1($zlg_0:[_Any!]!$zlg_1:[_Any!]!){zlg_0:_entities(representations:$zlg_0){...on Mine{name}}zlg_1:_entities(representations:$zlg_1){...on Port{depth}}}',
  ],
  [
    'a variable of the client is declared once, with its default',
    [
      `query(${OF},$n:Int=3){${entities('{...on Mine{ores(first:$n)}}')}}`,
      `query($n:Int=3,${OF},$in:Unit){${entities('{...on Mine{all:ores(first:$n)weight(in:$in)}}')}}`,
    ],
    'query($zlg_0:[_Any!]!$n:Int=3$zlg_1:[_Any!]!$in:Unit){zlg_0:_entities(representations:$zlg_0){...on Mine{ores(first:$n)}}zlg_1:_entities(representations:$zlg_1){...on Mine{all:ores(first:$n)weight(in:$in)}}}',
  ],
  [
    'fragments of the same name stay two, and what looks like a renamed one is none',
    [
      `query(${OF}){${entities('{...A ...A_1}')}}fragment A on Mine{name}fragment A_1 on Mine{id}`,
      `query(${OF}){${entities('{...A}')}}fragment A on Mine{owner{...B}}fragment B on Firm{name}`,
    ],
    'query($zlg_0:[_Any!]!$zlg_1:[_Any!]!){zlg_0:_entities(representations:$zlg_0){...A_0 ...A_1_0}zlg_1:_entities(representations:$zlg_1){...A_1}}fragment A_0 on Mine{name}fragment A_1_0 on Mine{id}fragment A_1 on Mine{owner{...B_1}}fragment B_1 on Firm{name}',
  ],
  [
    'directives, aliases and texts are left as they are',
    [
      `query($x:Boolean!,${OF}){${entities('{...on Mine@include(if:$x){zz_id:name}}')}}`,
      `query(${OF}){${entities('{...on Mine{says(text:"$representations")_entities}}')}}`,
    ],
    'query($x:Boolean!$zlg_0:[_Any!]!$zlg_1:[_Any!]!){zlg_0:_entities(representations:$zlg_0){...on Mine@include(if:$x){zz_id:name}}zlg_1:_entities(representations:$zlg_1){...on Mine{says(text:"$representations")_entities}}}',
  ],
])('questions of entities are one: %s', (_, queries, joined) => {
  expect(joinedQuery(queries)).toBe(joined);
});

test('nothing cannot be joined', () => {
  expect(() => joinedQuery([])).toThrow('Expected questions to join, got none.');
});
