import { type Case, fed, itself, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const PROVIDES: readonly Case[] = [
  {
    says: 'what a field provides is not asked for elsewhere, and what other fields lead to is',
    subgraphs: {
      reviews: {
        sdl: fed(`type Query { review: Review reviews: [Review] } type Review { product: Product @provides(fields: "name") other: Product }
          type Product @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Query: {
            review: written('{ product: { id: "1", name: "here" }, other: { id: "2" } }'),
            reviews: written('[{ product: { id: "1", name: "here" } }, { product: null }]'),
          },
        },
      },
      products: {
        sdl: fed('type Product @key(fields: "id") { id: ID! name: String @shareable size: Int }'),
        gives: { Product: { ref: itself, name: give(({ id }) => `there ${id}`), size: 4 } },
      },
    },
    asks: [
      [
        '{ review { product { name } } }',
        '{ review: { product: { name: "here" } } }',
        { unasked: ['products'] },
      ],
      [
        '{ reviews { product { name id } } }',
        '{ reviews: [{ product: { name: "here", id: "1" } }, { product: null }] }',
        { unasked: ['products'] },
      ],
      ['{ review { other { name } } }', '{ review: { other: { name: "there 2" } } }'],
      [
        '{ review { other { name } product { name size } } }',
        '{ review: { other: { name: "there 2" }, product: { name: "here", size: 4 } } }',
      ],
    ],
  },
  {
    says: 'what is provided may lie within objects',
    subgraphs: {
      a: {
        sdl: fed(`type Query { top: Category @provides(fields: "product { maker { name } }") plain: Category }
          type Category @key(fields: "id") { id: ID! product: Product @external }
          type Product @key(fields: "id") { id: ID! maker: Maker @external }
          type Maker @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Query: {
            top: written('{ id: "c", product: { id: "p", maker: { id: "m", name: "here" } } }'),
            plain: { id: 'c' },
          },
        },
      },
      b: {
        sdl: fed(`type Category @key(fields: "id") { id: ID! product: Product @shareable }
          type Product @key(fields: "id") { id: ID! maker: Maker @shareable }
          type Maker @key(fields: "id") { id: ID! name: String @shareable }`),
        gives: {
          Category: { ref: itself, product: { id: 'p' } },
          Product: { ref: itself, maker: { id: 'm' } },
          Maker: { ref: itself, name: 'there' },
        },
      },
    },
    asks: [
      [
        '{ top { product { maker { name } } } }',
        '{ top: { product: { maker: { name: "here" } } } }',
        { unasked: ['b'] },
      ],
      [
        '{ plain { product { maker { name } id } } }',
        '{ plain: { product: { maker: { name: "there" }, id: "p" } } }',
      ],
    ],
  },
  {
    says: 'a field of an interface provides what its types have',
    subgraphs: {
      a: {
        sdl: fed(`type Query { media: Media @provides(fields: "animals { ... on Dog { name } ... on Cat { name } }") both: Media @provides(fields: "animals { ... on Dog { name } }") }
          interface Media { id: ID! animals: [Animal] } interface Animal { id: ID! }
          type Book implements Media @key(fields: "id") { id: ID! animals: [Animal] }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String @external }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Query: {
            media: written(`{ __typename: "Book", id: "m1", animals: [
              { __typename: "Dog", id: "a1", name: "Fido" }, { __typename: "Cat", id: "a2", name: "Kitty" }] }`),
            both: written(`{ __typename: "Book", id: "m1", animals: [
              { __typename: "Dog", id: "a1", name: "Fido" }, { __typename: "Cat", id: "a2" }] }`),
          },
        },
      },
      b: {
        sdl: fed(`interface Animal { id: ID! name: String age: Int }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }`),
        gives: {
          Dog: { ref: itself, name: 'Dog there', age: 8 },
          Cat: { ref: itself, name: 'Cat there', age: 9 },
        },
      },
    },
    asks: [
      [
        '{ media { id animals { id name } } }',
        '{ media: { id: "m1", animals: [{ id: "a1", name: "Fido" }, { id: "a2", name: "Kitty" }] } }',
        { unasked: ['b'] },
      ],
      [
        '{ both { animals { ... on Cat { name age } ... on Dog { name } } } }',
        '{ both: { animals: [{ name: "Fido" }, { name: "Cat there", age: 9 }] } }',
      ],
    ],
  },
  {
    says: 'a field of a union provides what its types have',
    subgraphs: {
      a: {
        sdl: fed(`type Query { media: [Media] @provides(fields: "... on Book { title }") plain: [Media] }
          union Media = Book | Film type Book @key(fields: "id") { id: ID! title: String @external }
          type Film @key(fields: "id") { id: ID! }`),
        gives: {
          Query: {
            media: written(
              '[{ __typename: "Book", id: "1", title: "here" }, { __typename: "Film", id: "2" }]',
            ),
            plain: written('[{ __typename: "Book", id: "1" }, { __typename: "Film", id: "2" }]'),
          },
        },
      },
      b: {
        sdl: fed(
          `type Book @key(fields: "id") { id: ID! title: String @shareable } type Film @key(fields: "id") { id: ID! title: String @shareable }`,
        ),
        gives: { Book: { ref: itself, title: 'there' }, Film: { ref: itself, title: 'a film' } },
      },
    },
    asks: [
      [
        '{ media { ... on Book { title } __typename } }',
        '{ media: [{ title: "here", __typename: "Book" }, { __typename: "Film" }] }',
        { unasked: ['b'] },
      ],
      [
        '{ media { ... on Book { title } ... on Film { title } } }',
        '{ media: [{ title: "here" }, { title: "a film" }] }',
      ],
      ['{ plain { ... on Book { title } } }', '{ plain: [{ title: "there" }, {}] }'],
    ],
  },
  {
    says: 'what is provided may be required',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { p: P @provides(fields: "price") q: P } type P @key(fields: "id") { id: ID! price: Int @external }`,
        ),
        gives: { Query: { p: { id: '1', price: 5 }, q: { id: '1' } } },
      },
      b: {
        sdl: fed('type P @key(fields: "id") { id: ID! price: Int @shareable }'),
        gives: { P: { ref: itself, price: 5 } },
      },
      c: {
        sdl: fed(
          'type P @key(fields: "id") { id: ID! price: Int @external cost: String @requires(fields: "price") }',
        ),
        gives: { P: { ref: itself, cost: give(({ price }) => `cost ${price}`) } },
      },
    },
    asks: [
      ['{ p { cost } }', '{ p: { cost: "cost 5" } }'],
      ['{ q { cost } }', '{ q: { cost: "cost 5" } }'],
    ],
  },
];
