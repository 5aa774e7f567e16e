import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const told = give((_, args) => JSON.stringify(args));
const SHOPS = written(`[
  { id: "s1", currency: "EUR", rates: [1, 2], owner: { lang: "fr" }, items: [[{ id: "i1" }, { id: "i2" }], null, [null]] }
  { id: "s2", currency: "MAD", rates: null, owner: { lang: "ar" }, items: [[{ id: "i1" }]] }
  { id: "s3", currency: "EUR", rates: [], owner: null, items: [[{ id: "i3" }, { id: "i1" }]] }
]`) as readonly object[];
const MONEY = rows('[{ id: "s1", currency: "EUR" }, { id: "s2", currency: null }]');

export const CONTEXT: readonly Case[] = [
  {
    says: 'an argument comes from the object above that sets its context',
    subgraphs: {
      shops: {
        sdl: fed(`type Query { shops: [Shop!]! first: Shop }
          type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! rates: [Int] owner: Owner items: [[Item]] }
          type Owner { lang: String! }
          type Item @key(fields: "id") { id: ID! name: String
            price(in: String @fromContext(field: "$shop { currency }"), n: Int = 1): String
            rated(by: [Int] @fromContext(field: "$shop { rates }")): String
            label(lang: String @fromContext(field: "$shop { owner { lang } }")): String }`),
        gives: {
          Query: { shops: SHOPS, first: SHOPS[0] },
          Item: {
            ref: itself,
            name: give(({ id }) => `n${id}`),
            price: told,
            rated: told,
            label: told,
          },
        },
      },
      stock: {
        sdl: fed('type Item @key(fields: "id") { id: ID! stock: Int }'),
        gives: { Item: { ref: itself, stock: give(({ id }) => Number(id?.slice(1))) } },
      },
    },
    asks: [
      [
        '{ first { items { price } } }',
        `{ first: { items: [[{ price: "{\\"in\\":\\"EUR\\",\\"n\\":1}" }, { price: "{\\"in\\":\\"EUR\\",\\"n\\":1}" }], null, [null]] } }`,
      ],
      [
        'query($n: Int) { shops { id items { id cost: price(n: $n) stock } } }',
        `{ shops: [
          { id: "s1", items: [[{ id: "i1", cost: "{\\"in\\":\\"EUR\\",\\"n\\":7}", stock: 1 }, { id: "i2", cost: "{\\"in\\":\\"EUR\\",\\"n\\":7}", stock: 2 }], null, [null]] }
          { id: "s2", items: [[{ id: "i1", cost: "{\\"in\\":\\"MAD\\",\\"n\\":7}", stock: 1 }]] }
          { id: "s3", items: [[{ id: "i3", cost: "{\\"in\\":\\"EUR\\",\\"n\\":7}", stock: 3 }, { id: "i1", cost: "{\\"in\\":\\"EUR\\",\\"n\\":7}", stock: 1 }]] }
        ] }`,
        { variables: { n: 7 } },
      ],
      [
        '{ shops { currency: id items { rated label } } }',
        `{ shops: [
          { currency: "s1", items: [[{ rated: "{\\"by\\":[1,2]}", label: "{\\"lang\\":\\"fr\\"}" }, { rated: "{\\"by\\":[1,2]}", label: "{\\"lang\\":\\"fr\\"}" }], null, [null]] }
          { currency: "s2", items: [[{ rated: "{\\"by\\":null}", label: "{\\"lang\\":\\"ar\\"}" }]] }
          { currency: "s3", items: [[{ rated: "{\\"by\\":[]}", label: "{\\"lang\\":null}" }, { rated: "{\\"by\\":[]}", label: "{\\"lang\\":null}" }]] }
        ] }`,
      ],
      [
        'query($contextualArgument_1_0: Int) { first { items { price(n: $contextualArgument_1_0) } } }',
        `{ first: { items: [[{ price: "{\\"in\\":\\"EUR\\",\\"n\\":5}" }, { price: "{\\"in\\":\\"EUR\\",\\"n\\":5}" }], null, [null]] } }`,
        { variables: { contextualArgument_1_0: 5 } },
      ],
      [
        'query($x: Boolean!) { first { currency @include(if: $x) items @skip(if: $x) { id price } } }',
        `{ first: { items: [[{ id: "i1", price: "{\\"in\\":\\"EUR\\",\\"n\\":1}" }, { id: "i2", price: "{\\"in\\":\\"EUR\\",\\"n\\":1}" }], null, [null]] } }`,
        { variables: { x: false } },
      ],
      [
        'query($x: Boolean!) { first { currency @include(if: $x) items @skip(if: $x) { id price } } }',
        '{ first: { currency: "EUR" } }',
        { variables: { x: true } },
      ],
      [
        '{ first { items { id } } }',
        '{ first: { items: [[{ id: "i1" }, { id: "i2" }], null, [null]] } }',
      ],
      [
        '{ first { items { name @skip(if: true) stock } currency } }',
        '{ first: { items: [[{ stock: 1 }, { stock: 2 }], null, [null]], currency: "EUR" } }',
      ],
    ],
    invalid: ['{ first { items { price(in: "EUR") } } }', '{ first { items { rated(by: []) } } }'],
  },
  {
    says: 'what sets a context may be asked of another subgraph first',
    subgraphs: {
      shops: {
        sdl: fed(`type Query { shops: [Shop] unknown: Shop }
          type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String @external aisle: Aisle }
          type Aisle { items: [Item] best: Item }
          type Item @key(fields: "id") { id: ID! price(in: String @fromContext(field: "$shop { currency }")): String }`),
        gives: {
          Query: {
            shops: written(`[
              { id: "s1", aisle: { items: [{ id: "i1" }], best: { id: "i1" } } }
              { id: "s2", aisle: { items: [{ id: "i1" }, { id: "i2" }], best: null } }
              { id: "s1", aisle: { items: [{ id: "i2" }], best: { id: "i2" } } }
            ]`),
            unknown: written('{ id: "s3", aisle: { items: [{ id: "i2" }], best: { id: "i1" } } }'),
          },
          Item: { ref: itself, price: give(({ id }, { in: unit }) => `${id} in ${unit}`) },
        },
      },
      money: {
        sdl: fed('type Shop @key(fields: "id") { id: ID! currency: String }'),
        gives: {
          Shop: {
            ref: among(MONEY, 'id'),
          },
        },
      },
      stock: {
        sdl: fed('type Item @key(fields: "id") { id: ID! stock: Int }'),
        gives: { Item: { ref: itself, stock: give(({ id }) => Number(id?.slice(1))) } },
      },
    },
    asks: [
      [
        '{ shops { aisle { items { price } best { price stock } } } }',
        `{ shops: [
          { aisle: { items: [{ price: "i1 in EUR" }], best: { price: "i1 in EUR", stock: 1 } } }
          { aisle: { items: [{ price: "i1 in null" }, { price: "i2 in null" }], best: null } }
          { aisle: { items: [{ price: "i2 in EUR" }], best: { price: "i2 in EUR", stock: 2 } } }
        ] }`,
      ],
      [
        '{ shops { a: aisle { items { stock price } } b: aisle { items { price id } } currency } }',
        `{ shops: [
          { a: { items: [{ stock: 1, price: "i1 in EUR" }] }, b: { items: [{ price: "i1 in EUR", id: "i1" }] }, currency: "EUR" }
          { a: { items: [{ stock: 1, price: "i1 in null" }, { stock: 2, price: "i2 in null" }] }
            b: { items: [{ price: "i1 in null", id: "i1" }, { price: "i2 in null", id: "i2" }] }, currency: null }
          { a: { items: [{ stock: 2, price: "i2 in EUR" }] }, b: { items: [{ price: "i2 in EUR", id: "i2" }] }, currency: "EUR" }
        ] }`,
      ],
      [
        '{ unknown { id aisle { best { id price } items { stock } } } }',
        '{ unknown: { id: "s3", aisle: { best: { id: "i1", price: null }, items: [{ stock: 2 }] } } }',
      ],
    ],
  },
  {
    says: 'the nearest object of a context gives it, whichever type that is',
    subgraphs: {
      a: {
        sdl: fed(`type Query { any: [Any] one: Land thing: Thing }
          union Any @context(name: "place") = Land | Town
          interface Thing @context(name: "thing") { id: ID! tag: String }
          type Land implements Thing @key(fields: "id") { id: ID! code: String tag: String town: Town leaf: Leaf }
          type Town implements Thing @key(fields: "id") { id: ID! zip: String! tag: String leaf: Leaf leaves: [Leaf!] }
          type Leaf @key(fields: "id") { id: ID!
            at(code: String @fromContext(field: "$place ... on Land { code } ... on Town { zip }")): String
            both(code: String @fromContext(field: "$place ... on Land { code } ... on Town { zip }"), tag: String @fromContext(field: "$thing { tag }")): String }`),
        gives: {
          Query: {
            any: written(`[
              { __typename: "Land", id: "l", code: "L", tag: "tl", leaf: { id: "x" }, town: { id: "t", zip: "Z", tag: "tt", leaf: { id: "x" } } }
              { __typename: "Town", id: "u", zip: "U", tag: "tu", leaf: { id: "x" }, leaves: [{ id: "x" }, { id: "y" }] }
            ]`),
            one: written(
              '{ id: "l", code: null, tag: "tl", leaf: { id: "x" }, town: { id: "t", zip: "Z", tag: "tt", leaf: { id: "x" } } }',
            ),
            thing: written(
              '{ __typename: "Town", id: "u", zip: "U", tag: "tu", leaf: { id: "x" } }',
            ),
          },
          Leaf: {
            ref: itself,
            at: give(({ id }, { code }) => `${id} at ${code}`),
            both: give(({ id }, { code, tag }) => `${id} at ${code} of ${tag}`),
          },
        },
      },
      b: {
        sdl: fed('type Leaf @key(fields: "id") { id: ID! b: Int }'),
        gives: { Leaf: { ref: itself, b: 1 } },
      },
    },
    asks: [
      [
        '{ any { ... on Land { leaf { at } town { leaf { at } } } ... on Town { leaf { at } leaves { at both } } } }',
        `{ any: [
          { leaf: { at: "x at L" }, town: { leaf: { at: "x at Z" } } }
          { leaf: { at: "x at U" }, leaves: [{ at: "x at U", both: "x at U of tu" }, { at: "y at U", both: "y at U of tu" }] }
        ] }`,
      ],
      [
        '{ one { leaf { both } town { leaf { both } } } }',
        '{ one: { leaf: { both: "x at null of tl" }, town: { leaf: { both: "x at Z of tt" } } } }',
      ],
    ],
  },
  {
    says: 'a context reaches through other subgraphs and what they give at once',
    subgraphs: {
      a: {
        sdl: fed(`type Query { trip: Trip trips: [Trip] }
          type Trip @key(fields: "id") @context(name: "trip") { id: ID! day: Int! }
          type Stop @key(fields: "id") { id: ID! next: Stop stay: Stay
            open(day: Int @fromContext(field: "$trip { day }")): String }
          type Stay @key(fields: "id") { id: ID! cost(day: Int @fromContext(field: "$trip { day }")): String }`),
        gives: {
          Query: {
            trip: { id: 't1', day: 1 },
            trips: [
              { id: 't1', day: 1 },
              { id: 't2', day: 2 },
              { id: 't1', day: 1 },
            ],
          },
          Trip: { ref: give(({ id }) => ({ id, day: Number(id?.slice(1)) })) },
          Stop: {
            ref: itself,
            next: give(({ id }) => (id === 's1' ? { id: 's2' } : null)),
            stay: give(({ id }) => ({ id: `of ${id}` })),
            open: give(({ id }, { day }) => `${id} on ${day}`),
          },
          Stay: { ref: itself, cost: give(({ id }, { day }) => `${id} on ${day}`) },
        },
      },
      b: {
        sdl: fed(`type Query { tripOfB: Trip tripsOfB: [[Trip]] }
          type Trip @key(fields: "id") { id: ID! stops: [Stop!] best: Best }
          type Best { stop: Stop }
          type Stop @key(fields: "id") { id: ID! trip: Trip }`),
        gives: {
          Query: { tripOfB: { id: 't3' }, tripsOfB: [[{ id: 't3' }, { id: 't4' }]] },
          Trip: { ref: itself, stops: [{ id: 's1' }, { id: 's2' }], best: { stop: { id: 's1' } } },
          Stop: { ref: itself, trip: { id: 't7' } },
        },
      },
    },
    asks: [
      [
        '{ trip { stops { open next { open stay { cost } } } } }',
        `{ trip: { stops: [
          { open: "s1 on 1", next: { open: "s2 on 1", stay: { cost: "of s2 on 1" } } }
          { open: "s2 on 1", next: null }
        ] } }`,
      ],
      [
        '{ trips { day best { stop { stay { cost id } open } } } }',
        `{ trips: [
          { day: 1, best: { stop: { stay: { cost: "of s1 on 1", id: "of s1" }, open: "s1 on 1" } } }
          { day: 2, best: { stop: { stay: { cost: "of s1 on 2", id: "of s1" }, open: "s1 on 2" } } }
          { day: 1, best: { stop: { stay: { cost: "of s1 on 1", id: "of s1" }, open: "s1 on 1" } } }
        ] }`,
      ],
      [
        '{ trips { stops { open trip { day best { stop { open } } } } } }',
        `{ trips: [
          { stops: [
            { open: "s1 on 1", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
            { open: "s2 on 1", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
          ] }
          { stops: [
            { open: "s1 on 2", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
            { open: "s2 on 2", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
          ] }
          { stops: [
            { open: "s1 on 1", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
            { open: "s2 on 1", trip: { day: 7, best: { stop: { open: "s1 on 7" } } } }
          ] }
        ] }`,
      ],
      [
        '{ tripOfB { best { stop { open } } } tripsOfB { id best { stop { open } } day } }',
        `{ tripOfB: { best: { stop: { open: "s1 on 3" } } }
           tripsOfB: [[{ id: "t3", best: { stop: { open: "s1 on 3" } }, day: 3 }, { id: "t4", best: { stop: { open: "s1 on 4" } }, day: 4 }]] }`,
      ],
      [
        '{ trip { day: id best { stop { o: open } } } t: trip { best { stop { open } } id } }',
        '{ trip: { day: "t1", best: { stop: { o: "s1 on 1" } } }, t: { best: { stop: { open: "s1 on 1" } }, id: "t1" } }',
      ],
      [
        'query($x: Boolean!) { trip { day @skip(if: $x) best @include(if: $x) { stop { id open @skip(if: $x) } } } }',
        '{ trip: { best: { stop: { id: "s1" } } } }',
        { variables: { x: true } },
      ],
    ],
  },
];
