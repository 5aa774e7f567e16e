import { type Case, fed, itself } from '../case.ts';
import { give } from '../subgraph.ts';

const log: string[] = [];
const logged = (word: string): readonly string[] => {
  log.push(word);
  return [...log];
};

export const MUTATIONS: readonly Case[] = [
  {
    says: 'the fields of a mutation run one after another, over all subgraphs, and then what is asked of them',
    subgraphs: {
      a: {
        sdl: fed(`type Query { log: [String] } type Mutation { reset: Boolean addA(n: Int): [String] makeA: P fail: Boolean must: Int! }
          type P @key(fields: "id") { id: ID! }`),
        gives: {
          Query: { log: give(() => [...log]) },
          Mutation: {
            reset: give(() => log.splice(0).length >= 0),
            addA: give(async (_, { n }) => {
              await new Promise((done) => setTimeout(done, 15));
              return logged(`a${n ?? ''}`);
            }),
            makeA: give(() => {
              logged('made');
              return { id: '1' };
            }),
            fail: give(() => {
              throw new Error('It failed.');
            }),
            must: give(() => {
              throw new Error('It failed.');
            }),
          },
        },
      },
      b: {
        sdl: fed(
          `type Query { b: Int } type Mutation { addB: [String] } type P @key(fields: "id") { id: ID! seen: [String] }`,
        ),
        gives: {
          Mutation: { addB: give(() => logged('b')) },
          P: { ref: itself, seen: give(() => [...log]) },
        },
      },
    },
    asks: [
      [
        'mutation { reset addA addB x: addA(n: 2) }',
        '{ reset: true, addA: ["a"], addB: ["a", "b"], x: ["a", "b", "a2"] }',
      ],
      [
        'mutation { reset addB addA y: addB }',
        '{ reset: true, addB: ["b"], addA: ["b", "a"], y: ["b", "a", "b"] }',
      ],
      [
        'mutation { reset makeA { id seen } addB }',
        '{ reset: true, makeA: { id: "1", seen: ["made"] }, addB: ["made", "b"] }',
      ],
      [
        'mutation { reset fail addB }',
        '{ reset: true, fail: null, addB: ["b"] }',
        { errors: ['fail'] },
      ],
      [
        'mutation($n: Int) { reset ...F } fragment F on Mutation { addA(n: $n) addB }',
        '{ reset: true, addA: ["a7"], addB: ["a7", "b"] }',
        { variables: { n: 7 } },
      ],
      ['mutation { __typename reset }', '{ __typename: "Mutation", reset: true }'],
      ['mutation { reset must }', 'null', { errors: ['must'] }],
    ],
  },
];
