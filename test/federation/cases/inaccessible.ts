import { type Case, fed, itself, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const INACCESSIBLE: readonly Case[] = [
  {
    says: 'what is inaccessible is used between subgraphs, and seen by nobody',
    subgraphs: {
      a: {
        sdl: fed(`type Query { user: User secret: Secret @inaccessible }
          type User @key(fields: "uuid") { uuid: ID! @inaccessible name: String age: Int @inaccessible }
          type Secret @inaccessible { n: Int }`),
        gives: {
          Query: { user: { uuid: 'u', name: 'Ada', age: 36 } },
          User: { ref: itself, age: 36, name: 'Ada' },
        },
      },
      b: {
        sdl: fed(
          `type User @key(fields: "uuid") { uuid: ID! nick: String age: Int @external isOld: Boolean @requires(fields: "age") }`,
        ),
        gives: {
          User: {
            ref: itself,
            nick: give(({ uuid }) => `nick of ${uuid}`),
            isOld: give(({ age }) => Number(age) > 30),
          },
        },
      },
    },
    asks: [
      ['{ user { name nick isOld } }', '{ user: { name: "Ada", nick: "nick of u", isOld: true } }'],
      [
        '{ __type(name: "User") { fields { name } } }',
        '{ __type: { fields: [{ name: "name" }, { name: "nick" }, { name: "isOld" }] } }',
      ],
      ['{ __type(name: "Secret") { name } }', '{ __type: null }'],
    ],
    invalid: ['{ user { uuid } }', '{ user { age } }', '{ secret { n } }'],
  },
  {
    says: 'a word of an enum that clients may not see is null with an error',
    subgraphs: {
      a: {
        sdl: fed(
          `enum Kind { OLD NEW SECRET @inaccessible } type Query { kind(n: Int): Kind kinds: [Kind] must: [Kind!] one: Kind! }`,
        ),
        gives: {
          Query: {
            kind: give((_, { n }) => (Number(n) === 1 ? 'SECRET' : 'OLD')),
            kinds: ['OLD', 'SECRET', 'NEW'],
            must: ['SECRET', 'OLD'],
            one: 'SECRET',
          },
        },
      },
    },
    asks: [
      ['{ kind }', '{ kind: "OLD" }'],
      ['{ kind(n: 1) }', '{ kind: null }', { errors: ['kind'] }],
      ['{ kinds }', '{ kinds: ["OLD", null, "NEW"] }', { errors: ['kinds.1'] }],
      ['{ must }', '{ must: null }', { errors: ['must.0'] }],
      ['{ one }', 'null', { errors: ['one'] }],
      [
        '{ __type(name: "Kind") { enumValues { name } } }',
        '{ __type: { enumValues: [{ name: "OLD" }, { name: "NEW" }] } }',
      ],
    ],
  },
  {
    says: 'an object of a type that clients may not see is null with an error',
    subgraphs: {
      a: {
        sdl: fed(`union Media = Book | Film interface Thing { id: ID! }
          type Book implements Thing { id: ID! } type Film implements Thing @inaccessible { id: ID! }
          type Query { media: [Media] things: [Thing] thing: Thing must: Thing! }`),
        gives: {
          Query: {
            media: written('[{ __typename: "Book", id: "1" }, { __typename: "Film", id: "2" }]'),
            things: written('[{ __typename: "Film", id: "2" }, { __typename: "Book", id: "1" }]'),
            thing: written('{ __typename: "Film", id: "2" }'),
            must: written('{ __typename: "Film", id: "2" }'),
          },
        },
      },
    },
    asks: [
      [
        '{ media { __typename ... on Book { id } } }',
        '{ media: [{ __typename: "Book", id: "1" }, null] }',
        { errors: ['media.1'] },
      ],
      ['{ things { id } }', '{ things: [null, { id: "1" }] }', { errors: ['things.0'] }],
      ['{ thing { __typename } }', '{ thing: null }', { errors: ['thing'] }],
      ['{ must { id } }', 'null', { errors: ['must'] }],
    ],
    invalid: ['{ media { ... on Film { id } } }'],
  },
  {
    says: 'an argument or an input field that is inaccessible is not there, and its default holds',
    subgraphs: {
      a: {
        sdl: fed(
          `input In { a: Int b: Int = 7 @inaccessible } type Query { f(x: Int, y: Int = 5 @inaccessible): String g(in: In): String }`,
        ),
        gives: {
          Query: {
            f: give((_, { x, y }) => `${x} ${y}`),
            g: give((_, args) => JSON.stringify(args.in)),
          },
        },
      },
    },
    asks: [['{ f(x: 1) g(in: { a: 2 }) }', '{ f: "1 5", g: "{\\"a\\":2,\\"b\\":7}" }']],
    invalid: ['{ f(y: 1) }', '{ g(in: { b: 1 }) }'],
  },
];
