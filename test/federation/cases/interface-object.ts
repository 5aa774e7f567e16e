import { among, type Case, fed, itself, rows } from '../case.ts';
import { give } from '../subgraph.ts';

const NODES = rows(`[{ __typename: "User", id: "u1", name: "Ada", age: 36 }
  { __typename: "Bot", id: "b1", name: "Bot", age: 1 }, { __typename: "User", id: "u2", name: "Bea", age: 40 }]`);
const node = {
  ref: (reference: { readonly id?: unknown }) => NODES.find(({ id }) => id === reference.id),
  __resolveType: give(({ id }) => (id?.startsWith('u') ? 'User' : 'Bot')),
};
const USERS_SDL = `interface Node @key(fields: "id") { id: ID! name: String }
  type User implements Node @key(fields: "id") { id: ID! name: String age: Int }
  type Bot implements Node @key(fields: "id") { id: ID! name: String }`;

export const INTERFACE_OBJECT: readonly Case[] = [
  {
    says: 'a subgraph adds fields to all types of an interface that it knows as an object',
    subgraphs: {
      a: {
        sdl: fed(`type Query { nodes: [Node] user: User } ${USERS_SDL}`),
        gives: {
          Query: { nodes: NODES, user: NODES[0] },
          Node: node,
          User: { ref: among(NODES, 'id') },
          Bot: { ref: among(NODES, 'id') },
        },
      },
      b: {
        sdl: fed(`type Query { others: [Node] first: Node }
          type Node @key(fields: "id") @interfaceObject { id: ID! nick: String near: Node }`),
        gives: {
          Query: { others: rows('[{ id: "u2" }, { id: "b1" }]'), first: { id: 'u1' } },
          Node: {
            ref: itself,
            nick: give(({ id }) => `nick ${id}`),
            near: give(({ id }) => ({ id: id === 'u1' ? 'b1' : 'u1' })),
          },
        },
      },
    },
    asks: [
      [
        '{ nodes { id nick } }',
        '{ nodes: [{ id: "u1", nick: "nick u1" }, { id: "b1", nick: "nick b1" }, { id: "u2", nick: "nick u2" }] }',
      ],
      ['{ user { nick age name } }', '{ user: { nick: "nick u1", age: 36, name: "Ada" } }'],
      [
        '{ others { id nick } }',
        '{ others: [{ id: "u2", nick: "nick u2" }, { id: "b1", nick: "nick b1" }] }',
      ],
      [
        '{ others { __typename name nick } }',
        '{ others: [{ __typename: "User", name: "Bea", nick: "nick u2" }, { __typename: "Bot", name: "Bot", nick: "nick b1" }] }',
      ],
      [
        '{ others { ... on User { age } ... on Bot { id } } }',
        '{ others: [{ age: 40 }, { id: "b1" }] }',
      ],
      [
        '{ others { ... on User { age nick } id } }',
        '{ others: [{ age: 40, nick: "nick u2", id: "u2" }, { id: "b1" }] }',
      ],
      [
        '{ first { near { __typename nick near { ... on User { name } } } } }',
        '{ first: { near: { __typename: "Bot", nick: "nick b1", near: { name: "Ada" } } } }',
      ],
      [
        '{ nodes { ... on Bot { nick near { name } } } }',
        '{ nodes: [{}, { nick: "nick b1", near: { name: "Ada" } }, {}] }',
      ],
      [
        'query($x: Boolean!) { others { name @include(if: $x) __typename @include(if: $x) nick @skip(if: $x) } }',
        '{ others: [{ name: "Bea", __typename: "User" }, { name: "Bot", __typename: "Bot" }] }',
        { variables: { x: true } },
      ],
    ],
  },
  {
    says: 'an interface object fails at a field for those types alone that have it in the question',
    subgraphs: {
      a: {
        sdl: fed(`type Query { nodes: [Node] } ${USERS_SDL}`),
        gives: {
          Query: { nodes: NODES },
          Node: node,
          User: { ref: among(NODES, 'id') },
          Bot: { ref: among(NODES, 'id') },
        },
      },
      b: {
        sdl: fed(`type Node @key(fields: "id") @interfaceObject { id: ID! more: Int less: Int }`),
        gives: {
          Node: {
            ref: itself,
            more: give(() => Promise.reject(new Error('Oh.'))),
            less: give(() => 1),
          },
        },
      },
    },
    asks: [
      [
        '{ nodes { more ... on User { x: more } } }',
        '{ nodes: [{ more: null, x: null }, { more: null }, { more: null, x: null }] }',
        { errors: ['nodes.0.more', 'nodes.0.x', 'nodes.1.more', 'nodes.2.more', 'nodes.2.x'] },
      ],
      [
        '{ nodes { less ... on Bot { more } } }',
        '{ nodes: [{ less: 1 }, { less: 1, more: null }, { less: 1 }] }',
        { errors: ['nodes.1.more'] },
      ],
      [
        '{ nodes { id less name ... on User { age x: less } } }',
        '{ nodes: [{ id: "u1", less: 1, name: "Ada", age: 36, x: 1 }, { id: "b1", less: 1, name: "Bot" }, { id: "u2", less: 1, name: "Bea", age: 40, x: 1 }] }',
      ],
    ],
  },
  {
    says: 'an interface that is known as an object requires what its types have',
    subgraphs: {
      a: {
        sdl: fed(`type Query { nodes: [Node] bot: Bot } ${USERS_SDL}`),
        gives: {
          Query: { nodes: NODES, bot: NODES[1] },
          Node: node,
          User: { ref: among(NODES, 'id') },
          Bot: { ref: among(NODES, 'id') },
        },
      },
      b: {
        sdl: fed(`type Query { others: [Node] }
          type Node @key(fields: "id") @interfaceObject { id: ID! name: String @external hello: String @requires(fields: "name") }`),
        gives: {
          Query: { others: rows('[{ id: "u2" }, { id: "b1" }]') },
          Node: { ref: itself, hello: give(({ name }) => `hello ${name}`) },
        },
      },
      c: {
        sdl: fed(
          `type Query { thirds: [Node] } type Node @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
        ),
        gives: {
          Query: { thirds: rows('[{ id: "b1" }, { id: "u1" }]') },
          Node: { ref: itself, stars: give(({ id }) => id?.length) },
        },
      },
    },
    asks: [
      [
        '{ nodes { hello } }',
        '{ nodes: [{ hello: "hello Ada" }, { hello: "hello Bot" }, { hello: "hello Bea" }] }',
      ],
      ['{ bot { hello stars } }', '{ bot: { hello: "hello Bot", stars: 2 } }'],
      [
        '{ others { hello id } }',
        '{ others: [{ hello: "hello Bea", id: "u2" }, { hello: "hello Bot", id: "b1" }] }',
      ],
      [
        '{ thirds { stars hello name ... on User { age } } }',
        '{ thirds: [{ stars: 2, hello: "hello Bot", name: "Bot" }, { stars: 2, hello: "hello Ada", name: "Ada", age: 36 }] }',
      ],
    ],
  },
  {
    says: 'an interface object that cannot be resolved is only a reference',
    subgraphs: {
      a: {
        sdl: fed(`type Query { product: Product } interface Node @key(fields: "id") { id: ID! }
          type Product implements Node @key(fields: "id") { id: ID! price: Int }`),
        gives: {
          Query: { product: { id: 'p1', price: 5 } },
          Node: {
            ref: give(({ id }) => ({ id, price: 5, __typename: 'Product' })),
            __resolveType: () => 'Product',
          },
          Product: { ref: itself, price: 5 },
        },
      },
      b: {
        sdl: fed(
          `type Query { productNode: Node } type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
        ),
        gives: { Query: { productNode: { id: 'p1' } } },
      },
    },
    asks: [
      ['{ productNode { id } }', '{ productNode: { id: "p1" } }'],
      [
        '{ product { __typename id price } }',
        '{ product: { __typename: "Product", id: "p1", price: 5 } }',
        { unasked: ['b'] },
      ],
      [
        '{ productNode { ... on Product { price } __typename } }',
        '{ productNode: { price: 5, __typename: "Product" } }',
      ],
    ],
  },
];
