import { type Case, fed, itself, plus, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const NAMES: readonly Case[] = [
  {
    says: 'the names of types are told everywhere, under any name',
    subgraphs: {
      a: {
        sdl: fed(`type Query { users: [User] any: [Any] node: Node } type User implements Node @key(fields: "id") { id: ID! org: Org } type Org { name: String }
          union Any = User | Org interface Node { id: ID! }`),
        gives: {
          Query: {
            users: written('[{ id: "1", org: { name: "o" } }, { id: "2", org: null }]'),
            any: written('[{ __typename: "Org", name: "o" }, { __typename: "User", id: "1" }]'),
            node: written('{ __typename: "User", id: "1" }'),
          },
        },
      },
      b: {
        sdl: fed('type User @key(fields: "id") { id: ID! name: String friend: User }'),
        gives: { User: { ref: itself, name: give(({ id }) => `n${id}`), friend: { id: '3' } } },
      },
    },
    asks: [
      ['{ __typename }', '{ __typename: "Query" }', { unasked: ['a', 'b'] }],
      [
        '{ kind: __typename again: __typename }',
        '{ kind: "Query", again: "Query" }',
        { unasked: ['a', 'b'] },
      ],
      [
        '{ t: __typename users { __typename } x: __typename }',
        '{ t: "Query", users: [{ __typename: "User" }, { __typename: "User" }], x: "Query" }',
        { unasked: ['b'] },
      ],
      [
        '{ users { kind: __typename org { __typename t: __typename } } }',
        '{ users: [{ kind: "User", org: { __typename: "Org", t: "Org" } }, { kind: "User", org: null }] }',
      ],
      [
        '{ users { name x: __typename __typename } }',
        '{ users: [{ name: "n1", x: "User", __typename: "User" }, { name: "n2", x: "User", __typename: "User" }] }',
      ],
      [
        '{ users { friend { __typename } } }',
        '{ users: [{ friend: { __typename: "User" } }, { friend: { __typename: "User" } }] }',
      ],
      [
        '{ any { __typename ... on User { t: __typename name } ... on Org { name: name } } }',
        '{ any: [{ __typename: "Org", name: "o" }, { __typename: "User", t: "User", name: "n1" }] }',
      ],
      [
        '{ any { k: __typename } node { k: __typename ... on User { name } } }',
        '{ any: [{ k: "Org" }, { k: "User" }], node: { k: "User", name: "n1" } }',
      ],
      [
        'query { ...F } fragment F on Query { __typename ... on Query { q: __typename } }',
        '{ __typename: "Query", q: "Query" }',
      ],
      [
        '{ __schema { queryType { name __typename } } __type(name: "Org") { kind fields { name } } users { id } }',
        '{ __schema: { queryType: { name: "Query", __typename: "__Type" } }, __type: { kind: OBJECT, fields: [{ name: "name" }] }, users: [{ id: "1" }, { id: "2" }] }',
      ],
      [
        'query($name: String!) { s: __type(name: $name) { name } users { id } }',
        '{ s: { name: "User" }, users: [{ id: "1" }, { id: "2" }] }',
        { variables: { name: 'User' } },
      ],
    ],
  },
  {
    says: 'an alias may carry the name of another field, and of a key',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { ps: [P] } type P @key(fields: "id") { id: ID! code: String note: String }',
        ),
        gives: {
          Query: {
            ps: written(
              '[{ id: "1", code: "c1", note: "x" }, { id: "2", code: "c2", note: null }]',
            ),
          },
        },
      },
      b: {
        sdl: fed(
          'type P @key(fields: "id") { id: ID! name: String code: String @external label: String @requires(fields: "code") }',
        ),
        gives: {
          P: {
            ref: itself,
            name: give(({ id }) => `n${id}`),
            label: give(({ code }) => `l ${code}`),
          },
        },
      },
    },
    asks: [
      ['{ ps { id: code name } }', '{ ps: [{ id: "c1", name: "n1" }, { id: "c2", name: "n2" }] }'],
      [
        '{ ps { code: note label } }',
        '{ ps: [{ code: "x", label: "l c1" }, { code: null, label: "l c2" }] }',
      ],
      [
        '{ ps { code: name id: label name: id label: code } }',
        '{ ps: [{ code: "n1", id: "l c1", name: "1", label: "c1" }, { code: "n2", id: "l c2", name: "2", label: "c2" }] }',
      ],
    ],
  },
  {
    says: 'names that JavaScript knows are names like others',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { constructor: P toString: String hasOwnProperty(valueOf: Int): Int } type P @key(fields: "constructor") { constructor: ID! valueOf: Int }',
        ),
        gives: {
          Query: {
            constructor: written('{ constructor: "c", valueOf: 3 }'),
            toString: 's',
            hasOwnProperty: give((_, args) => Number(args.valueOf)),
          },
        },
      },
      b: {
        sdl: fed('type P @key(fields: "constructor") { constructor: ID! isPrototypeOf: String }'),
        gives: { P: { ref: plus({ isPrototypeOf: 'nobody' }) } },
      },
    },
    asks: [
      [
        '{ constructor { isPrototypeOf valueOf constructor } toString }',
        '{ constructor: { isPrototypeOf: "nobody", valueOf: 3, constructor: "c" }, toString: "s" }',
      ],
      [
        'query($toString: Int) { x: hasOwnProperty(valueOf: $toString) constructor: toString }',
        '{ x: 4, constructor: "s" }',
        { variables: { toString: 4 } },
      ],
      [
        '{ prototype: constructor { hasOwnProperty: valueOf } }',
        '{ prototype: { hasOwnProperty: 3 } }',
      ],
    ],
  },
];
