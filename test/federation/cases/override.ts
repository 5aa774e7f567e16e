import { type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const POSTS = rows('[{ id: "p1" }, { id: "p2" }]');

const progressive = (percent: number): Case => ({
  says: `a field that is overridden by percent(${percent}) is ${percent === 0 ? 'still the old one' : 'the new one'}`,
  subgraphs: {
    a: {
      sdl: fed(
        `type Query { t: T } type T @key(fields: "id") { id: ID! f: String @override(from: "b", label: "percent(${percent})") }`,
      ),
      gives: { Query: { t: { id: '1' } }, T: { ref: itself, f: 'a' } },
    },
    b: {
      sdl: fed('type T @key(fields: "id") { id: ID! f: String g: String }'),
      gives: { T: { ref: itself, f: 'b', g: 'g' } },
    },
  },
  asks: [
    ['{ t { f } }', `{ t: { f: "${percent === 0 ? 'b' : 'a'}" } }`],
    ['{ t { g f } }', `{ t: { g: "g", f: "${percent === 0 ? 'b' : 'a'}" } }`],
  ],
});

export const OVERRIDE: readonly Case[] = [
  progressive(0),
  progressive(100),
  {
    says: 'an overridden field is asked of who overrides it, on whichever way it is reached',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { feedA: [Post] } type Post @key(fields: "id") { id: ID! created: String @override(from: "b") }`,
        ),
        gives: {
          Query: { feedA: POSTS },
          Post: { ref: itself, created: give(({ id }) => `a ${id}`) },
        },
      },
      b: {
        sdl: fed(
          'type Query { feedB: [Post] } type Post @key(fields: "id") { id: ID! created: String }',
        ),
        gives: { Query: { feedB: POSTS }, Post: { ref: itself, created: 'b' } },
      },
    },
    asks: [
      [
        '{ feedA { created } }',
        '{ feedA: [{ created: "a p1" }, { created: "a p2" }] }',
        { unasked: ['b'] },
      ],
      [
        '{ feedB { created id } }',
        '{ feedB: [{ created: "a p1", id: "p1" }, { created: "a p2", id: "p2" }] }',
      ],
    ],
  },
  {
    says: 'to override from a subgraph that is not there changes nothing',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { t: T } type T @key(fields: "id") { id: ID! f: String @override(from: "gone") }',
        ),
        gives: { Query: { t: { id: '1', f: 'a' } } },
      },
    },
    asks: [['{ t { f } }', '{ t: { f: "a" } }']],
  },
  {
    says: 'an overridden field may be required, and a root field overridden',
    subgraphs: {
      a: {
        sdl: fed(`type Query { t: T now: String @override(from: "b") }
          type T @key(fields: "id") { id: ID! name: String! @override(from: "c") }`),
        gives: { Query: { t: { id: '1' }, now: 'a' }, T: { ref: itself, name: 'name of a' } },
      },
      b: {
        sdl: fed(
          `type Query { now: String } type T @key(fields: "id") { id: ID! name: String! @external hello: String! @requires(fields: "name") }`,
        ),
        gives: {
          Query: { now: 'b' },
          T: { ref: itself, hello: give(({ name }) => `hello ${name}`) },
        },
      },
      c: {
        sdl: fed('type T @key(fields: "id") { id: ID! name: String! }'),
        gives: { T: { ref: itself, name: 'name of c' } },
      },
    },
    asks: [
      ['{ t { hello } now }', '{ t: { hello: "hello name of a" }, now: "a" }', { unasked: ['c'] }],
      [
        '{ t { name hello } }',
        '{ t: { name: "name of a", hello: "hello name of a" } }',
        { unasked: ['c'] },
      ],
    ],
  },
  {
    says: 'a field of an interface that one type overrides is asked of the right one for each',
    subgraphs: {
      a: {
        sdl: fed(
          `interface Post { id: ID! created: String } type Query { feed: [Post] }
          type Image implements Post @key(fields: "id") { id: ID! created: String @override(from: "b") }
          type Text implements Post @key(fields: "id") { id: ID! created: String @external }`,
        ),
        gives: {
          Query: {
            feed: written('[{ __typename: "Image", id: "i1" }, { __typename: "Text", id: "t1" }]'),
          },
          Image: { ref: itself, created: 'a' },
        },
      },
      b: {
        sdl: fed(`interface Post { id: ID! created: String } type Query { other: [Post] }
          type Image implements Post @key(fields: "id") { id: ID! created: String }
          type Text implements Post @key(fields: "id") { id: ID! created: String }`),
        gives: {
          Query: {
            other: written('[{ __typename: "Text", id: "t1" }, { __typename: "Image", id: "i1" }]'),
          },
          Image: { ref: itself, created: 'b' },
          Text: { ref: itself, created: 'b' },
        },
      },
    },
    asks: [
      [
        '{ feed { id created } }',
        '{ feed: [{ id: "i1", created: "a" }, { id: "t1", created: "b" }] }',
      ],
      [
        '{ other { created id } }',
        '{ other: [{ created: "b", id: "t1" }, { created: "a", id: "i1" }] }',
      ],
    ],
  },
];
