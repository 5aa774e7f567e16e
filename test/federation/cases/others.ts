import { type Case, fed, itself, plus } from '../case.ts';
import { give } from '../subgraph.ts';

export const OTHERS: readonly Case[] = [
  {
    says: 'what only tells something of a field changes no answer',
    subgraphs: {
      a: {
        sdl: fed(`type Query @tag(name: "public") { p: P } type P @key(fields: "id") { id: ID! @tag(name: "k")
          name: String old: Int @deprecated(reason: "Old.") cost: Int @cost(weight: 5) }
          scalar Day @specifiedBy(url: "https://day.example")`),
        gives: { Query: { p: { id: '1', name: 'n', old: 1, cost: 2 } }, P: { ref: itself } },
      },
      b: {
        sdl: fed(
          'type P @key(fields: "id") { id: ID! size: Int list(first: Int): [Int] @listSize(slicingArguments: ["first"]) }',
        ),
        gives: { P: { ref: plus({ size: 3 }), list: give((_, { first }) => [Number(first)]) } },
      },
    },
    asks: [
      [
        '{ p { id name old cost size list(first: 2) } }',
        '{ p: { id: "1", name: "n", old: 1, cost: 2, size: 3, list: [2] } }',
      ],
      [
        '{ __type(name: "P") { fields(includeDeprecated: true) { name isDeprecated } } }',
        `{ __type: { fields: [{ name: "id", isDeprecated: false }, { name: "name", isDeprecated: false }
        { name: "old", isDeprecated: true }, { name: "cost", isDeprecated: false }, { name: "size", isDeprecated: false }, { name: "list", isDeprecated: false }] } }`,
      ],
    ],
  },
  {
    says: 'a record is found by its node id in each subgraph that has nodes',
    subgraphs: {
      a: {
        sdl: fed(`type Query { node(id: ID!): Node @shareable account(id: String!): Account } interface Node { id: ID! }
          type Account implements Node @key(fields: "id") { id: ID! username: String! }`),
        gives: {
          Query: {
            node: give((_, { id }) =>
              id?.startsWith('a') ? { __typename: 'Account', id, username: `user ${id}` } : null,
            ),
            account: give((_, { id }) => ({ id, username: `user ${id}` })),
          },
          Account: { ref: itself, username: give(({ id }) => `user ${id}`) },
        },
      },
      b: {
        sdl: fed(`type Query { chat(id: String!): Chat } interface Node { id: ID! } type Chat implements Node @key(fields: "id") { id: ID! text: String account: Account }
          type Account @key(fields: "id") { id: ID! chats: [Chat] }`),
        gives: {
          Query: { chat: give((_, { id }) => ({ id, text: 't', account: { id: 'a1' } })) },
          Chat: { ref: plus({ text: 't' }) },
          Account: { ref: itself, chats: [{ id: 'c1', text: 't' }] },
        },
      },
    },
    asks: [
      [
        '{ node(id: "a1") { id ... on Account { username chats { text } } ... on Chat { text } } }',
        '{ node: { id: "a1", username: "user a1", chats: [{ text: "t" }] } }',
      ],
      [
        '{ node(id: "x") { id } account(id: "a2") { id username } }',
        '{ node: null, account: { id: "a2", username: "user a2" } }',
      ],
      [
        '{ chat(id: "c1") { id account { id username chats { id } } } }',
        '{ chat: { id: "c1", account: { id: "a1", username: "user a1", chats: [{ id: "c1" }] } } }',
      ],
    ],
  },
  {
    says: 'what a subgraph says of its errors stands at their places, and its neighbours are untouched',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { ps: [P] bad: Int must: [[Int!]] } type P @key(fields: "id") { id: ID! }',
        ),
        gives: {
          Query: {
            ps: [{ id: '1' }, { id: '2' }, { id: '1' }],
            bad: give(() => {
              throw new Error('Bad.');
            }),
            must: [[1, null], [2]],
          },
        },
      },
      b: {
        sdl: fed('type P @key(fields: "id") { id: ID! f: Int deep: [D] } type D { g: Int! }'),
        gives: {
          P: {
            ref: itself,
            f: give(({ id }) => {
              if (id === '1') throw new Error('No f.');
              return 2;
            }),
            deep: [{ g: 1 }, { g: null }],
          },
        },
      },
    },
    asks: [
      [
        '{ bad ps { id } }',
        '{ bad: null, ps: [{ id: "1" }, { id: "2" }, { id: "1" }] }',
        { errors: ['bad'] },
      ],
      ['{ must }', '{ must: [null, [2]] }', { errors: ['must.0.1'] }],
      [
        '{ ps { f } }',
        '{ ps: [{ f: null }, { f: 2 }, { f: null }] }',
        { errors: ['ps.0.f', 'ps.2.f'] },
      ],
      [
        '{ x: ps { y: f } }',
        '{ x: [{ y: null }, { y: 2 }, { y: null }] }',
        { errors: ['x.0.y', 'x.2.y'] },
      ],
      [
        '{ ps { id deep { g } } }',
        '{ ps: [{ id: "1", deep: [{ g: 1 }, null] }, { id: "2", deep: [{ g: 1 }, null] }, { id: "1", deep: [{ g: 1 }, null] }] }',
        { errors: ['ps.0.deep.1.g', 'ps.1.deep.1.g', 'ps.2.deep.1.g'] },
      ],
    ],
  },
];
