import { type Case, fed, itself } from '../case.ts';
import { give } from '../subgraph.ts';

export const CONDITIONS: readonly Case[] = [
  {
    says: 'what is skipped or not included is neither asked nor answered',
    subgraphs: {
      a: {
        sdl: fed('type Query { p: P q: String } type P @key(fields: "id") { id: ID! price: Int }'),
        gives: { Query: { p: { id: '1', price: 5 }, q: 'q' }, P: { ref: itself, price: 5 } },
      },
      b: {
        sdl: fed(
          'type P @key(fields: "id") { id: ID! name: String price: Int @external dear: Boolean @requires(fields: "price") other: P }',
        ),
        gives: {
          P: {
            ref: itself,
            name: 'n',
            dear: give(({ price }) => Number(price) > 3),
            other: { id: '2' },
          },
        },
      },
      c: {
        sdl: fed(
          'type P @key(fields: "id") { id: ID! dear: Boolean @external says: String @requires(fields: "dear") }',
        ),
        gives: { P: { ref: itself, says: give(({ dear }) => `dear: ${dear}`) } },
      },
    },
    asks: [
      [
        'query($no: Boolean = false) { p { id name @include(if: $no) } }',
        '{ p: { id: "1" } }',
        { unasked: ['b'] },
      ],
      [
        'query($no: Boolean = false) { p { id name @include(if: $no) } }',
        '{ p: { id: "1", name: "n" } }',
        { variables: { no: true } },
      ],
      [
        'query($no: Boolean!) { p { dear @skip(if: $no) says @include(if: $no) } }',
        '{ p: { says: "dear: true" } }',
        { variables: { no: true } },
      ],
      [
        'query($no: Boolean!) { p { dear @skip(if: $no) says @include(if: $no) } }',
        '{ p: { dear: true } }',
        { variables: { no: false }, unasked: ['c'] },
      ],
      [
        '{ p { name @skip(if: true) id @include(if: true) } }',
        '{ p: { id: "1" } }',
        { unasked: ['b'] },
      ],
      [
        '{ p { ... @include(if: false) { name } ... on P @skip(if: false) { price } } }',
        '{ p: { price: 5 } }',
        { unasked: ['b'] },
      ],
      ['{ p @skip(if: true) { name } }', '{}', { unasked: ['a', 'b'] }],
      ['{ q ... @include(if: false) { p { name } } }', '{ q: "q" }', { unasked: ['b'] }],
      ['{ p @skip(if: false) { ... @skip(if: true) { id } } }', '{ p: {} }', { unasked: ['b'] }],
      [
        'query($x: Boolean!, $y: Boolean!) { p { name @include(if: $x) @skip(if: $y) } }',
        '{ p: {} }',
        { variables: { x: true, y: true } },
      ],
      [
        'query($x: Boolean!, $y: Boolean!) { p { name @include(if: $x) @skip(if: $y) } }',
        '{ p: { name: "n" } }',
        { variables: { x: true, y: false } },
      ],
      [
        'query($x: Boolean!) { p { name @include(if: $x) name @skip(if: $x) } }',
        '{ p: { name: "n" } }',
        { variables: { x: false } },
      ],
      [
        'query($x: Boolean!) { p { ...F @include(if: $x) id } } fragment F on P { name other { name @skip(if: $x) id } }',
        '{ p: { name: "n", other: { id: "2" }, id: "1" } }',
        { variables: { x: true } },
      ],
      [
        'query($x: Boolean!) { p @include(if: $x) { name } q }',
        '{ q: "q" }',
        { variables: { x: false }, unasked: ['b'] },
      ],
      [
        'query($x: Boolean!) { p @include(if: $x) { name } }',
        '{}',
        { variables: { x: false }, unasked: ['a', 'b'] },
      ],
      [
        'query($x: Boolean!) { p { price } p @include(if: $x) { name } }',
        '{ p: { price: 5 } }',
        { variables: { x: false }, unasked: ['b'] },
      ],
      [
        'query($x: Boolean!) { p { price } p @include(if: $x) { name } }',
        '{ p: { price: 5, name: "n" } }',
        { variables: { x: true } },
      ],
      [
        'query($x: Boolean!) { __typename @include(if: $x) p { __typename @skip(if: $x) id } }',
        '{ __typename: "Query", p: { id: "1" } }',
        { variables: { x: true } },
      ],
    ],
  },
];
