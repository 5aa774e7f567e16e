import { type Case, fed, itself, plus, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const PRODUCTS = rows('[{ id: "1" }, { id: "2" }]');

export const SHAREABLE: readonly Case[] = [
  {
    says: 'a root field that several share is asked of each for what it alone has',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { product: Product @shareable products: [Product] @shareable }
          type Product { id: ID! @shareable name: Name @shareable } type Name { brand: String @shareable model: String @shareable }`,
        ),
        gives: {
          Query: {
            product: written('{ id: "1", name: { brand: "Brand", model: "Model" } }'),
            products: written('[{ id: "1", name: { brand: "Brand", model: "Model" } }]'),
          },
        },
      },
      b: {
        sdl: fed(`type Query { product: Product @shareable products: [Product] @shareable }
          type Product { id: ID! @shareable category: Category } type Category { main: String sub: String }`),
        gives: {
          Query: {
            product: written('{ id: "1", category: { main: "Main", sub: "Sub" } }'),
            products: written('[{ id: "1", category: { main: "Main", sub: "Sub" } }]'),
          },
        },
      },
      c: {
        sdl: fed(`type Query { product: Product @shareable products: [Product] @shareable }
          type Product { id: ID! @shareable price: Int }`),
        gives: { Query: { product: { id: '1', price: 7 }, products: [{ id: '1', price: 7 }] } },
      },
    },
    asks: [
      [
        '{ product { price id name { model } category { sub main } } }',
        '{ product: { price: 7, id: "1", name: { model: "Model" }, category: { sub: "Sub", main: "Main" } } }',
      ],
      [
        '{ products { id name { brand } category { main } price } }',
        '{ products: [{ id: "1", name: { brand: "Brand" }, category: { main: "Main" }, price: 7 }] }',
      ],
      ['{ product { price } }', '{ product: { price: 7 } }', { unasked: ['a', 'b'] }],
      [
        '{ x: product { price name { brand } } y: product { category { sub } } }',
        '{ x: { price: 7, name: { brand: "Brand" } }, y: { category: { sub: "Sub" } } }',
      ],
    ],
  },
  {
    says: 'a value type that is shared is completed where it stands',
    subgraphs: {
      a: {
        sdl: fed(`type Query { p: P } type P @key(fields: "id") { id: ID! at: Position @shareable }
          type Position @shareable { x: Int y: Int }`),
        gives: {
          Query: { p: written('{ id: "1", at: { x: 1, y: 2 } }') },
          P: { ref: itself, at: written('{ x: 1, y: 2 }') },
        },
      },
      b: {
        sdl: fed(`type P @key(fields: "id") { id: ID! at: Position @shareable name: String }
          type Position { x: Int @shareable y: Int @shareable z: Int }`),
        gives: { P: { ref: itself, name: 'n', at: written('{ x: 1, y: 2, z: 3 }') } },
      },
    },
    asks: [
      ['{ p { at { x y } } }', '{ p: { at: { x: 1, y: 2 } } }', { unasked: ['b'] }],
      ['{ p { at { z y } name } }', '{ p: { at: { z: 3, y: 2 }, name: "n" } }'],
    ],
  },
  {
    says: 'a shared field of an entity is asked where one is anyway',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { ps: [P] } type P @key(fields: "id") { id: ID! name: String @shareable }`,
        ),
        gives: {
          Query: { ps: PRODUCTS },
          P: { ref: itself, name: give(({ id }) => `name ${id}`) },
        },
      },
      b: {
        sdl: fed(`type P @key(fields: "id") { id: ID! name: String @shareable size: Int }`),
        gives: {
          P: {
            ref: itself,
            name: give(({ id }) => `name ${id}`),
            size: give(({ id }) => Number(id)),
          },
        },
      },
    },
    asks: [
      ['{ ps { name } }', '{ ps: [{ name: "name 1" }, { name: "name 2" }] }', { unasked: ['b'] }],
      [
        '{ ps { size name } }',
        '{ ps: [{ size: 1, name: "name 1" }, { size: 2, name: "name 2" }] }',
      ],
    ],
  },
  {
    says: 'a field that must not be null in one subgraph and may in the other may be null',
    subgraphs: {
      a: {
        sdl: fed(`type Query { a: T as: [T] } type T @key(fields: "id") { id: ID! name: String! @shareable sub: Sub }
          type Sub { n: Int! @shareable }`),
        gives: {
          Query: {
            a: written('{ id: "1", name: "a", sub: { n: 1 } }'),
            as: [{ id: '1', name: 'a' }],
          },
          T: { ref: plus({ name: 'a' }) },
        },
      },
      b: {
        sdl: fed(`type Query { b: T bs: [T!]! } type T @key(fields: "id") { id: ID! name: String @shareable other: Sub }
          type Sub { n: Int @shareable }`),
        gives: {
          Query: {
            b: written('{ id: "2", name: null, other: { n: null } }'),
            bs: written('[{ id: "2", name: null }, { id: "3", name: "c" }]'),
          },
          T: { ref: plus({ name: null, other: { n: null } }) },
        },
      },
    },
    asks: [
      ['{ a { name } b { name } }', '{ a: { name: "a" }, b: { name: null } }'],
      [
        '{ b { id name other { n } } bs { name } }',
        '{ b: { id: "2", name: null, other: { n: null } }, bs: [{ name: null }, { name: "c" }] }',
      ],
      [
        '{ a { name sub { n } other { n } } }',
        '{ a: { name: "a", sub: { n: 1 }, other: { n: null } } }',
      ],
    ],
  },
];
