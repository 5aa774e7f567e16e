import { type Case, fed, itself, plus, written } from '../case.ts';
import { give } from '../subgraph.ts';

/** Types of one place that differ in what they have, in what their fields are, or in who knows them. */
export const TOLD_APART: readonly Case[] = [
  {
    says: 'a key that is nullable in one type and not in another leads on from each of them',
    subgraphs: {
      a: {
        sdl: fed(`type Query { users: [User] accounts: [Account!]! } union Account = User | Admin
          type User @key(fields: "id") { id: ID alike: [Account] } type Admin @key(fields: "id") { id: ID! alike: [Account!]! }`),
        gives: {
          Query: {
            users: [{ id: 'u1', alike: written('[{ __typename: "Admin", id: "a1", alike: [] }]') }],
            accounts:
              written(`[{ __typename: "User", id: "u1", alike: [{ __typename: "User", id: "u2" }, null] }
              { __typename: "Admin", id: "a1", alike: [{ __typename: "User", id: "u1" }, { __typename: "Admin", id: "a2", alike: [] }] }]`),
          },
        },
      },
      b: {
        sdl: fed(
          `type User @key(fields: "id") { id: ID name: String! photo: Int } type Admin @key(fields: "id") { id: ID! photo: String name: String }`,
        ),
        gives: {
          User: { ref: itself, name: give(({ id }) => `name ${id}`), photo: 5 },
          Admin: { ref: itself, name: give(({ id }) => `admin ${id}`), photo: 'p.png' },
        },
      },
    },
    asks: [
      [
        '{ accounts { __typename ... on User { name } ... on Admin { photo n: name } } }',
        '{ accounts: [{ __typename: "User", name: "name u1" }, { __typename: "Admin", photo: "p.png", n: "admin a1" }] }',
      ],
      [
        '{ accounts { ... on User { uid: id p: photo s: alike { ...N } } ... on Admin { id photo alike { ...N } } } } fragment N on Account { ... on User { name } ... on Admin { n: name } }',
        `{ accounts: [{ uid: "u1", p: 5, s: [{ name: "name u2" }, null] }
          { id: "a1", photo: "p.png", alike: [{ name: "name u1" }, { n: "admin a2" }] }] }`,
      ],
      [
        '{ users { id alike { ... on Admin { name } } } }',
        '{ users: [{ id: "u1", alike: [{ name: "admin a1" }] }] }',
      ],
      [
        '{ accounts { ... on User { alike { ... on User { name } } } ... on Admin { same: alike { ... on Admin { photo } __typename } } } }',
        `{ accounts: [{ alike: [{ name: "name u2" }, null] }
          { same: [{ __typename: "User" }, { photo: "p.png", __typename: "Admin" }] }] }`,
      ],
    ],
    invalid: ['{ accounts { ... on User { id } ... on Admin { id } } }'],
  },
  {
    says: 'a union and an interface of the same types are two, and each subgraph has its own of them',
    subgraphs: {
      a: {
        sdl: fed(`type Query { oven: Oven media: Media items: [Item] } interface Node { id: ID! }
          union Media = Book | Film union Item = Book | Oven
          type Book implements Node @key(fields: "id") { id: ID! } type Film implements Node @key(fields: "id") { id: ID! }
          type Oven { warranty: Int }`),
        gives: {
          Query: {
            oven: { warranty: 2 },
            media: written('{ __typename: "Film", id: "f" }'),
            items: written(
              '[{ __typename: "Oven", warranty: 3 }, { __typename: "Book", id: "b" }, null]',
            ),
          },
        },
      },
      b: {
        sdl: fed(`type Query { nodes: [Node] titled: [Titled] } interface Node { id: ID! } interface Titled { title: String }
          type Book implements Node & Titled @key(fields: "id") { id: ID! title: String }
          type Film implements Titled @key(fields: "id") { id: ID! title: String }
          type Toaster implements Node @key(fields: "id") { id: ID! slots: Int }`),
        gives: {
          Query: {
            nodes: written(
              '[{ __typename: "Toaster", id: "t", slots: 2 }, { __typename: "Book", id: "b", title: "B" }]',
            ),
            titled: written(
              '[{ __typename: "Film", id: "f", title: "F" }, { __typename: "Book", id: "b", title: "B" }]',
            ),
          },
          Book: { ref: plus({ title: 'B' }) },
          Film: { ref: plus({ title: 'F' }) },
          Toaster: { ref: plus({ slots: 2 }) },
        },
      },
      c: {
        sdl: fed(`interface Titled { year: Int } type Book implements Titled @key(fields: "id") { id: ID! year: Int }
          type Film implements Titled @key(fields: "id") { id: ID! year: Int }`),
        gives: { Book: { ref: plus({ year: 1 }) }, Film: { ref: plus({ year: 2 }) } },
      },
    },
    asks: [
      [
        '{ media { ... on Node { id ... on Titled { title year } } } items { ... on Titled { year } ... on Oven { warranty } } }',
        '{ media: { id: "f", title: "F", year: 2 }, items: [{ warranty: 3 }, { year: 1 }, null] }',
      ],
      [
        '{ nodes { id ... on Media { __typename } ... on Item { t: __typename } ... on Toaster { slots } ... on Titled { year } } }',
        '{ nodes: [{ id: "t", slots: 2 }, { id: "b", __typename: "Book", t: "Book", year: 1 }] }',
      ],
      [
        '{ titled { title ... on Node { id year: __typename } y: year } }',
        '{ titled: [{ title: "F", id: "f", year: "Film", y: 2 }, { title: "B", id: "b", year: "Book", y: 1 }] }',
      ],
      [
        '{ titled { ... on Item { ... on Book { title } ... on Titled { year } } ... on Media { ... on Film { id } } } }',
        '{ titled: [{ id: "f" }, { title: "B", year: 1 }] }',
      ],
    ],
  },
  {
    says: 'an object of an interface whose types each subgraph knows in part is completed by who knows it',
    subgraphs: {
      a: {
        sdl: fed(`type Query { pets: [Pet] } interface Pet { name: String owner: Person }
          type Cat implements Pet @key(fields: "name") { name: String owner: Person lives: Int }
          type Dog implements Pet @key(fields: "name") { name: String owner: Person }
          interface Person { name: String } type Ada implements Person @key(fields: "name") { name: String }`),
        gives: {
          Query: {
            pets: written(`[{ __typename: "Cat", name: "c", lives: 9, owner: { __typename: "Ada", name: "Ada" } }
              { __typename: "Dog", name: "d", owner: null }, { __typename: "Dog", name: null, owner: { __typename: "Ada", name: null } }]`),
          },
        },
      },
      b: {
        sdl: fed(`interface Pet { weight: Float } type Dog implements Pet @key(fields: "name") { name: String weight: Float }
          type Cow implements Pet { weight: Float name: String owner: Person } type Cat implements Pet @key(fields: "name") { name: String weight: Float }
          interface Person { pets: [Pet] age: Int } type Ada implements Person @key(fields: "name") { name: String pets: [Pet] age: Int }
          type Query { heaviest: Pet }`),
        gives: {
          Query: { heaviest: written('{ __typename: "Cow", weight: 500.5 }') },
          Dog: { ref: plus({ weight: 7 }) },
          Cat: { ref: plus({ weight: 4.5 }) },
          Ada: {
            ref: plus({
              age: 36,
              pets: written(
                '[{ __typename: "Cow", weight: 1 }, { __typename: "Cat", name: "x", weight: 2 }]',
              ),
            }),
          },
        },
      },
    },
    asks: [
      [
        '{ pets { weight } heaviest { weight __typename } }',
        '{ pets: [{ weight: 4.5 }, { weight: 7 }, { weight: null }], heaviest: { weight: 500.5, __typename: "Cow" } }',
      ],
      [
        '{ pets { owner { age pets { weight ... on Cat { name lives } } } ... on Cat { lives } } }',
        `{ pets: [{ owner: { age: 36, pets: [{ weight: 1 }, { weight: 2, name: "x", lives: null }] }, lives: 9 }
          { owner: null }, { owner: { age: null, pets: null } }] }`,
      ],
    ],
  },
];
