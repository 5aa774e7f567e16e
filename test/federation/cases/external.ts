import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const USERS = rows('[{ id: "u1", name: "Ada" }, { id: "u2", name: "Bea" }]');

/** What the first Federation wrote, without any link. */
export const EXTERNAL: readonly Case[] = [
  {
    says: 'an entity of the first Federation is extended with its external key',
    subgraphs: {
      a: {
        sdl: `extend type Query { user: User users: [User] }
          extend type User @key(fields: "id") { id: ID! @external nick: String }`,
        gives: {
          Query: { user: { id: 'u1' }, users: USERS.map(({ id }) => ({ id })) },
          User: { ref: itself, nick: give(({ id }) => `nick of ${id}`) },
        },
      },
      b: {
        sdl: 'type User @key(fields: "id") { id: ID! name: String }',
        gives: { User: { ref: among(USERS, 'id') } },
      },
    },
    asks: [
      ['{ user { id nick } }', '{ user: { id: "u1", nick: "nick of u1" } }', { unasked: ['b'] }],
      [
        '{ users { name nick } }',
        '{ users: [{ name: "Ada", nick: "nick of u1" }, { name: "Bea", nick: "nick of u2" }] }',
      ],
    ],
  },
  {
    says: 'the first Federation shares value types, extends with a directive, requires and provides',
    subgraphs: {
      a: {
        sdl: `type Query { product: Product } enum Unit { KG LB } type Weight { amount: Int unit: Unit }
          type Product @key(fields: "upc") @key(fields: "sku") { upc: ID! sku: ID! weight: Weight price: Int }`,
        gives: {
          Query: {
            product: written(
              '{ upc: "1", sku: "s1", price: 3, weight: { amount: 2, unit: "KG" } }',
            ),
          },
          Product: {
            ref: among(
              [{ upc: '1', sku: 's1', price: 3, weight: { amount: 2, unit: 'KG' } }],
              'upc',
              'sku',
            ),
          },
        },
      },
      b: {
        sdl: `enum Unit { KG LB } type Weight { amount: Int unit: Unit }
          type Product @extends @key(fields: "sku") { sku: ID! @external price: Int @external weight: Weight @external
            cost: String @requires(fields: "price weight { amount unit }") spare: Spare }
          type Spare { of: Product @provides(fields: "price") weight: Weight }
          extend type Query { spare: Spare }`,
        gives: {
          Query: {
            spare: written('{ of: { sku: "s1", price: 99 }, weight: { amount: 1, unit: "LB" } }'),
          },
          Product: {
            ref: itself,
            cost: give(({ price, weight }) => `${price} ${JSON.stringify(weight)}`),
            spare: written('{ of: { sku: "s1", price: 98 } }'),
          },
        },
      },
    },
    asks: [
      ['{ product { cost } }', '{ product: { cost: "3 {\\"amount\\":2,\\"unit\\":\\"KG\\"}" } }'],
      [
        '{ spare { of { price } weight { unit } } }',
        '{ spare: { of: { price: 99 }, weight: { unit: "LB" } } }',
        { unasked: ['a'] },
      ],
      [
        '{ spare { of { upc price } } product { spare { of { price sku } } } }',
        '{ spare: { of: { upc: "1", price: 99 } }, product: { spare: { of: { price: 98, sku: "s1" } } } }',
      ],
    ],
  },
  {
    says: 'in the second Federation a type may be extended too, with an external key or without',
    subgraphs: {
      a: {
        sdl: fed(`type Query { one: User two: User }
          type User @extends @key(fields: "id") { id: ID! @external rid: ID }`),
        gives: {
          Query: { one: { id: 'u1', rid: 'r1' }, two: { id: 'u2', rid: 'r2' } },
          User: { ref: itself, rid: give(({ id }) => `r${id?.slice(1)}`) },
        },
      },
      b: {
        sdl: fed(
          'extend type User @key(fields: "id") { id: ID! name: String rid: ID @external both: String @requires(fields: "rid") }',
        ),
        gives: {
          User: { ref: among(USERS, 'id'), both: give(({ rid, name }) => `${rid} ${name}`) },
        },
      },
    },
    asks: [
      ['{ one { rid id } }', '{ one: { rid: "r1", id: "u1" } }', { unasked: ['b'] }],
      [
        '{ one { name } two { both rid } }',
        '{ one: { name: "Ada" }, two: { both: "r2 Bea", rid: "r2" } }',
      ],
    ],
  },
  {
    says: 'a field that is external and never used is asked of who has it',
    subgraphs: {
      a: {
        sdl: `extend type Query { p: P } type P @key(fields: "id") { id: ID! price: Int }`,
        gives: { Query: { p: { id: '1', price: 5 } }, P: { ref: itself, price: 5 } },
      },
      b: {
        sdl: `extend type Query { q: P } extend type P @key(fields: "id") { id: ID! @external price: Int @external size: Int }`,
        gives: { Query: { q: { id: '1', price: 99 } }, P: { ref: itself, size: 3, price: 99 } },
      },
    },
    asks: [
      ['{ p { price size } }', '{ p: { price: 5, size: 3 } }'],
      ['{ q { size price } }', '{ q: { size: 3, price: 5 } }'],
    ],
  },
];
