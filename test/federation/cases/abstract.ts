import { type Case, fed, itself, plus, written } from '../case.ts';
import { give } from '../subgraph.ts';

const BOOK = '{ __typename: "Book", id: "b1", title: "A book" }';
const FILM = '{ __typename: "Film", id: "f1", title: "A film" }';

export const ABSTRACT: readonly Case[] = [
  {
    says: 'a union has the types of all, and each subgraph is asked for those that it knows',
    subgraphs: {
      a: {
        sdl: fed(`type Query { mediaA: Media @shareable listA: [Media] book: Book song: Media } union Media = Book | Song
          type Book { title: String! @shareable } type Song { title: String! @shareable aTitle: String! }`),
        gives: {
          Query: {
            mediaA: written('{ __typename: "Book", title: "A book" }'),
            listA: written(
              '[{ __typename: "Song", title: "A song", aTitle: "La" }, { __typename: "Book", title: "A book" }]',
            ),
            book: { title: 'A book' },
            song: written('{ __typename: "Song", title: "A song", aTitle: "La" }'),
          },
        },
      },
      b: {
        sdl: fed(
          `type Query { listB: [Media] mediaA: Media @shareable } union Media = Book | Film type Book { title: String! @shareable } type Film { title: String! bTitle: String }`,
        ),
        gives: {
          Query: {
            listB: written(
              '[{ __typename: "Film", title: "A film", bTitle: null }, { __typename: "Book", title: "A book" }]',
            ),
            mediaA: written('{ __typename: "Book", title: "A book" }'),
          },
        },
      },
    },
    asks: [
      [
        '{ listA { ... on Song { title aTitle } ... on Film { title } ... on Book { title } } }',
        '{ listA: [{ title: "A song", aTitle: "La" }, { title: "A book" }] }',
        { unasked: ['b'] },
      ],
      [
        '{ listB { __typename ... on Song { aTitle } ... on Film { bTitle } } }',
        '{ listB: [{ __typename: "Film", bTitle: null }, { __typename: "Book" }] }',
        { unasked: ['a'] },
      ],
      [
        '{ mediaA { __typename ... on Book { title } ... on Film { bTitle } ... on Song { aTitle } } book { title } song { __typename } }',
        '{ mediaA: { __typename: "Book", title: "A book" }, book: { title: "A book" }, song: { __typename: "Song" } }',
      ],
      [
        '{ listA { ... on Film { title } } listB { ... on Song { title } } }',
        '{ listA: [{}, {}], listB: [{}, {}] }',
      ],
    ],
  },
  {
    says: 'types of a union and of an interface are completed each by its own entity',
    subgraphs: {
      a: {
        sdl: fed(`type Query { media: [Media] things: [Thing] } union Media = Book | Film interface Thing { id: ID! }
          type Book implements Thing @key(fields: "id") { id: ID! } type Film implements Thing @key(fields: "id") { id: ID! }`),
        gives: {
          Query: { media: written(`[${BOOK} ${FILM}]`), things: written(`[${FILM} ${BOOK} null]`) },
        },
      },
      b: {
        sdl: fed(`interface Thing { id: ID! title: String } type Book implements Thing @key(fields: "id") { id: ID! title: String pages: Int }
          type Film implements Thing @key(fields: "id") { id: ID! title: String minutes: Int }`),
        gives: {
          Book: { ref: plus({ title: 'A book', pages: 100 }) },
          Film: { ref: plus({ title: 'A film', minutes: 90 }) },
        },
      },
    },
    asks: [
      [
        '{ media { ... on Book { title pages } ... on Film { minutes } } }',
        '{ media: [{ title: "A book", pages: 100 }, { minutes: 90 }] }',
      ],
      [
        '{ media { ... on Thing { title id } } }',
        '{ media: [{ title: "A book", id: "b1" }, { title: "A film", id: "f1" }] }',
      ],
      [
        '{ things { title ... on Book { pages } } }',
        '{ things: [{ title: "A film" }, { title: "A book", pages: 100 }, null] }',
      ],
      [
        '{ things { ...T } } fragment T on Thing { __typename ...B ... on Media { ... on Film { minutes } } } fragment B on Book { n: pages }',
        '{ things: [{ __typename: "Film", minutes: 90 }, { __typename: "Book", n: 100 }, null] }',
      ],
      [
        '{ things { ... on Media { ... on Thing { ... on Film { title } } } } }',
        '{ things: [{ title: "A film" }, {}, null] }',
      ],
    ],
  },
  {
    says: 'fields of two types may share a name where their types differ in being null',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { all: [Any] } union Any = One | Two type One @key(fields: "id") { id: ID! } type Two @key(fields: "id") { id: ID! name: [String] }`,
        ),
        gives: {
          Query: {
            all: written(
              '[{ __typename: "One", id: "1" }, { __typename: "Two", id: "2", name: ["a", null] }]',
            ),
          },
        },
      },
      b: {
        sdl: fed(
          'type One @key(fields: "id") { id: ID! name: String! size(n: Int): Int } type Two @key(fields: "id") { id: ID! size(n: Int): Int }',
        ),
        gives: {
          One: { ref: itself, name: 'one', size: give((_, { n }) => Number(n)) },
          Two: { ref: itself, size: give((_, { n }) => Number(n) * 10) },
        },
      },
    },
    asks: [
      [
        '{ all { ... on One { name } ... on Two { names: name } } }',
        '{ all: [{ name: "one" }, { names: ["a", null] }] }',
      ],
      [
        '{ all { ... on One { size(n: 1) } ... on Two { size(n: 2) } } }',
        '{ all: [{ size: 1 }, { size: 20 }] }',
      ],
      [
        '{ all { ... on One { id size(n: 3) } ... on Two { id: id size: size(n: 3) } __typename } }',
        '{ all: [{ id: "1", size: 3, __typename: "One" }, { id: "2", size: 30, __typename: "Two" }] }',
      ],
    ],
  },
  {
    says: 'an interface within interfaces is asked of its types, in circles too',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { product: Product } interface Product { samePriceProduct: Product }
          type Book implements Product @key(fields: "id") { id: ID! samePriceProduct: Product }`,
        ),
        gives: {
          Query: { product: written('{ __typename: "Book", id: "1" }') },
          Book: {
            ref: itself,
            samePriceProduct: give(({ id }) => ({
              __typename: 'Book',
              id: String(Number(id) + 1),
            })),
          },
        },
      },
      b: {
        sdl: fed(
          'interface Product { price: Float } type Book implements Product @key(fields: "id") { id: ID! price: Float }',
        ),
        gives: { Book: { ref: itself, price: give(({ id }) => Number(id) + 0.5) } },
      },
    },
    asks: [
      [
        '{ product { samePriceProduct { ... on Book { id } samePriceProduct { price __typename } } } }',
        '{ product: { samePriceProduct: { id: "2", samePriceProduct: { price: 3.5, __typename: "Book" } } } }',
      ],
      [
        '{ product { __typename samePriceProduct { samePriceProduct { ... on Book { id price } } price } } }',
        '{ product: { __typename: "Book", samePriceProduct: { samePriceProduct: { id: "3", price: 3.5 }, price: 2.5 } } }',
      ],
    ],
  },
  {
    says: 'a type that only one subgraph knows as one of the interface is still one',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { nodes: [Node] account: Account } interface Node { id: ID! } type Account implements Node @key(fields: "id") { id: ID! name: String }`,
        ),
        gives: {
          Query: {
            nodes: written('[{ __typename: "Account", id: "a1", name: "N" }]'),
            account: { id: 'a1', name: 'N' },
          },
          Account: { ref: plus({ name: 'N' }) },
        },
      },
      b: {
        sdl: fed(`type Query { chats: [Chat] chat: Chat nodesB: [Node] } interface Node { id: ID! } type Chat implements Node @key(fields: "id") { id: ID! account: Account! text: String! }
          type Account @key(fields: "id") { id: ID! chats: [Chat!] }`),
        gives: {
          Query: {
            chats: written('[{ id: "c1", text: "t", account: { id: "a1" } }]'),
            chat: written('{ id: "c1", text: "t", account: { id: "a1" } }'),
            nodesB: written('[{ __typename: "Chat", id: "c1", text: "t" }]'),
          },
          Account: { ref: itself, chats: [{ id: 'c1', text: 't' }] },
        },
      },
    },
    asks: [
      [
        '{ nodes { __typename id ... on Chat { text } ... on Account { chats { text id } } } }',
        '{ nodes: [{ __typename: "Account", id: "a1", chats: [{ text: "t", id: "c1" }] }] }',
      ],
      [
        '{ chats { account { name id } } nodesB { ... on Chat { text } ... on Account { name } } }',
        '{ chats: [{ account: { name: "N", id: "a1" } }], nodesB: [{ text: "t" }] }',
      ],
    ],
  },
];
