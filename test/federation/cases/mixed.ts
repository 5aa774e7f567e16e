import { among, type Case, fed, itself, plus, rows } from '../case.ts';
import { give } from '../subgraph.ts';

const MEDIA = rows(
  `[{ __typename: "Book", id: "b1", title: "A book", pages: 9 }, { __typename: "Film", id: "f1", title: "A film", minutes: 90 }]`,
);
const media = {
  ref: give(({ id }) => MEDIA.find((each) => each.id === id)),
  __resolveType: give(({ id }) => (id?.startsWith('b') ? 'Book' : 'Film')),
};

/** Directives of Federation where two of them meet. */
export const MIXED: readonly Case[] = [
  {
    says: 'what an interface object overrides, shares, provides and requires is that of each of its types',
    subgraphs: {
      a: {
        sdl: fed(`type Query { media: [Media] book: Book } interface Media @key(fields: "id") { id: ID! title: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`),
        gives: {
          Query: { media: MEDIA, book: MEDIA[0] },
          Media: media,
          Book: { ref: among(MEDIA, 'id') },
          Film: { ref: among(MEDIA, 'id') },
        },
      },
      b: {
        sdl: fed(`type Query { shelf: [Shelf] } type Shelf @key(fields: "id") { id: ID! best: Media @provides(fields: "stars") rest: [Media!] }
          type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int @external title: String @external
            label(long: Boolean = false): String @requires(fields: "title stars") }`),
        gives: {
          Query: {
            shelf: rows(
              `[{ id: "s", best: { id: "f1", stars: 99 }, rest: [{ id: "b1" }, { id: "f1" }] }, { id: "t", best: null, rest: [] }]`,
            ),
          },
          Media: {
            ref: itself,
            label: give(({ title, stars }, { long }) => `${title} ${stars}${long ? '!' : ''}`),
          },
        },
      },
      c: {
        sdl: fed(
          `type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int @shareable tags: [Tag] } type Tag @key(fields: "name") { name: String }`,
        ),
        gives: {
          Media: {
            ref: itself,
            stars: give(({ id }) => (id === 'b1' ? 3 : 4)),
            tags: [{ name: 't' }, null],
          },
        },
      },
      d: {
        sdl: fed(`type Tag @key(fields: "name") { name: String of: [Media] } interface Media @key(fields: "id", resolvable: false) { id: ID! }
          type Book implements Media @key(fields: "id", resolvable: false) { id: ID! } type Film implements Media @key(fields: "id", resolvable: false) { id: ID! }`),
        gives: {
          Tag: { ref: itself, of: MEDIA.map(({ id, __typename }) => ({ id, __typename })) },
        },
      },
    },
    asks: [
      ['{ media { label } }', '{ media: [{ label: "A book 3" }, { label: "A film 4" }] }'],
      [
        '{ shelf { best { stars } } }',
        '{ shelf: [{ best: { stars: 99 } }, { best: null }] }',
        { unasked: ['c'] },
      ],
      [
        '{ shelf { rest { a: label b: label(long: true) ... on Film { minutes } __typename } id } }',
        '{ shelf: [{ rest: [{ a: "A book 3", b: "A book 3!", __typename: "Book" }, { a: "A film 4", b: "A film 4!", minutes: 90, __typename: "Film" }], id: "s" }, { rest: [], id: "t" }] }',
      ],
      [
        'query($y: Boolean!) { book { label(long: $y) tags { name of { stars ... on Book { pages label } title } } } }',
        `{ book: { label: "A book 3!", tags: [{ name: "t", of: [{ stars: 3, pages: 9, label: "A book 3", title: "A book" }, { stars: 4, title: "A film" }] }, null] } }`,
        { variables: { y: true } },
      ],
      [
        '{ shelf { rest { ... on Book { tags { name } } ... on Film { m: minutes } } } media { ...M } } fragment M on Media { ... on Film { tags { of { __typename } } } id }',
        `{ shelf: [{ rest: [{ tags: [{ name: "t" }, null] }, { m: 90 }] }, { rest: [] }]
          media: [{ id: "b1" }, { tags: [{ of: [{ __typename: "Book" }, { __typename: "Film" }] }, null], id: "f1" }] }`,
      ],
    ],
  },
  {
    says: 'an overridden field may be a key of another subgraph, be required, and come from an extended type',
    subgraphs: {
      old: {
        sdl: `type Query { olds: [Part] } type Part @key(fields: "id") @key(fields: "code") { id: ID! code: String weight: Int name: String }`,
        gives: {
          Query: {
            olds: rows(
              '[{ id: "1", code: "old 1", weight: 99, name: "p1" }, { id: "2", code: "old 2", weight: 98, name: "p2" }]',
            ),
          },
          Part: {
            ref: give(({ id, code }) => ({
              id: id ?? code?.slice(-1),
              code: `old ${id}`,
              name: `p${id ?? code?.slice(-1)}`,
            })),
          },
        },
      },
      now: {
        sdl: fed(
          `type Query { news: [Part] } type Part @key(fields: "id") { id: ID! weight: Int @override(from: "old") }`,
        ),
        gives: {
          Query: { news: [{ id: '2', weight: 20 }] },
          Part: { ref: itself, weight: give(({ id }) => Number(id) * 10) },
        },
      },
      cost: {
        sdl: fed(
          `type Part @key(fields: "code") { code: String weight: Int @external cost: Int @requires(fields: "weight") }`,
        ),
        gives: { Part: { ref: itself, cost: give(({ weight }) => Number(weight) + 1) } },
      },
    },
    asks: [
      [
        '{ olds { weight name } }',
        '{ olds: [{ weight: 10, name: "p1" }, { weight: 20, name: "p2" }] }',
      ],
      [
        '{ olds { cost } news { cost weight } }',
        '{ olds: [{ cost: 11 }, { cost: 21 }], news: [{ cost: 21, weight: 20 }] }',
      ],
      [
        '{ news { weight id } }',
        '{ news: [{ weight: 20, id: "2" }] }',
        { unasked: ['old', 'cost'] },
      ],
    ],
  },
  {
    says: 'a field with arguments provides, and what it provides holds under it alone',
    subgraphs: {
      a: {
        sdl: fed(`type Query { find(text: String = "x", first: Int): [Hit] @provides(fields: "on { ... on Doc { title by { name } } ... on Note { text } }") last: Hit }
          type Hit { on: On by: Person @provides(fields: "name") } union On = Doc | Note
          type Doc @key(fields: "id") { id: ID! title: String @external by: Person @external }
          type Note @key(fields: "id") { id: ID! text: String @external }
          type Person @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Query: {
            find: give((_, { text }) => [
              {
                on: {
                  __typename: 'Doc',
                  id: 'd',
                  title: `here ${text}`,
                  by: { id: 'p', name: 'here' },
                },
                by: { id: 'q', name: 'q here' },
              },
              null,
              { on: { __typename: 'Note', id: 'n', text: 'here' }, by: null },
            ]),
            last: { on: { __typename: 'Doc', id: 'd' }, by: { id: 'p', name: 'here' } },
          },
        },
      },
      b: {
        sdl: fed(`type Doc @key(fields: "id") { id: ID! title: String @shareable by: Person @shareable } type Note @key(fields: "id") { id: ID! text: String @shareable size: Int }
          type Person @key(fields: "id") { id: ID! name: String @shareable age: Int }`),
        gives: {
          Doc: { ref: itself, title: 'there', by: { id: 'r', name: 'r there', age: 5 } },
          Note: { ref: plus({ text: 'there', size: 3 }) },
          Person: { ref: itself, name: give(({ id }) => `${id} there`), age: 4 },
        },
      },
    },
    asks: [
      [
        'query($t: String, $n: Int) { find(text: $t, first: $n) { on { ... on Doc { title by { name } } ... on Note { text } } by { id } } }',
        '{ find: [{ on: { title: "here x", by: { name: "here" } }, by: { id: "q" } }, null, { on: { text: "here" }, by: null }] }',
        { unasked: ['b'] },
      ],
      [
        '{ find(text: "y") { on { ... on Doc { by { age } title } ... on Note { size } } } last { on { ... on Doc { t: title by { name } } } by { name age } } }',
        `{ find: [{ on: { by: { age: 4 }, title: "here y" } }, null, { on: { size: 3 } }]
          last: { on: { t: "there", by: { name: "r there" } }, by: { name: "here", age: 4 } } }`,
      ],
    ],
  },
  {
    says: 'a type of an interface that clients may not see is null, and its neighbours are told',
    subgraphs: {
      a: {
        sdl: fed(`type Query { all: [Item] must: [Item!] } interface Item { id: ID! secret: Int @inaccessible }
          type Open implements Item @key(fields: "id") { id: ID! secret: Int @inaccessible }
          type Shut implements Item @key(fields: "id") @inaccessible { id: ID! secret: Int @inaccessible }`),
        gives: {
          Query: {
            all: rows(
              '[{ __typename: "Open", id: "1", secret: 7 }, { __typename: "Shut", id: "2", secret: 8 }, null]',
            ),
            must: rows('[{ __typename: "Open", id: "1", secret: 7 }]'),
          },
        },
      },
      b: {
        sdl: fed(`interface Item { id: ID! told: String } type Open implements Item @key(fields: "id") { id: ID! secret: Int @external told: String @requires(fields: "secret") }
          type Shut implements Item @key(fields: "id") @inaccessible { id: ID! secret: Int @external told: String @requires(fields: "secret") }`),
        gives: {
          Open: { ref: itself, told: give(({ secret }) => `open ${secret}`) },
          Shut: { ref: itself, told: give(({ secret }) => `shut ${secret}`) },
        },
      },
    },
    asks: [
      [
        '{ all { id told } }',
        '{ all: [{ id: "1", told: "open 7" }, null, null] }',
        { errors: ['all.1'] },
      ],
      ['{ must { told __typename } }', '{ must: [{ told: "open 7", __typename: "Open" }] }'],
      [
        '{ __type(name: "Item") { possibleTypes { name } fields { name } } }',
        '{ __type: { possibleTypes: [{ name: "Open" }], fields: [{ name: "id" }, { name: "told" }] } }',
      ],
    ],
    invalid: ['{ all { ... on Shut { id } } }', '{ all { secret } }'],
  },
];
