import { expect, test } from '@jest/globals';
import { readSupergraph } from '../../../gateway/serve/read-supergraph.ts';

const graph = (name: string, url: string) =>
  `${name.toUpperCase()} @join__graph(name: "${name}", url: "${url}")`;
const supergraph = (...graphs: readonly string[]) => `enum join__Graph { ${graphs.join(' ')} }`;

test('the subgraphs are those that a supergraph names, with their addresses', () => {
  const sdl = supergraph(
    graph('a', 'http://localhost:4001/graphql'),
    graph('b-c', 'https://b.example'),
  ).replace('B-C', 'B_C');
  expect(readSupergraph('f', sdl)).toEqual({
    kind: 'read',
    subgraphs: [
      { name: 'a', url: 'http://localhost:4001/graphql' },
      { name: 'b-c', url: 'https://b.example' },
    ],
  });
});

const NO_ADDRESS = (url: string) =>
  `f gives the subgraph b no http or https address (url of @join__graph), got "${url}".`;

const PROTECTED = (names: string) =>
  `f protects fields by ${names}, which this gateway cannot: it would show them to everybody, so it serves none. Let the subgraphs protect them, which are sent the headers of --header, and compose without.`;
const linking = (...links: readonly string[]) =>
  [`schema ${links.join(' ')} { query: Q }`, supergraph(graph('a', 'http://a'))].join(' ');
const link = (feature: string, more = '') =>
  `@link(url: "https://specs.apollo.dev/${feature}"${more})`;

test.each([
  [
    linking(link('requiresScopes/v0.1', ', for: SECURITY'), link('join/v0.5')),
    PROTECTED('@requiresScopes'),
  ],
  [
    linking(link('policy/v0.1', ', as: "may"'), link('authenticated/v0.2', ', for: SECURITY')),
    PROTECTED('@authenticated and @policy'),
  ],
  ['type {', 'f is no SDL: Syntax Error: Expected Name, found "{".'],
  ['type Query { a: Int }', 'f is no supergraph: it names no subgraph (enum join__Graph).'],
  [supergraph(graph('a', 'http://a'), graph('b', '')), NO_ADDRESS('')],
  [supergraph(graph('b', 'b.example')), NO_ADDRESS('b.example')],
  [supergraph(graph('b', 'file:///b')), NO_ADDRESS('file:///b')],
  [supergraph(graph('b', 'https://me:secret@b')), NO_ADDRESS('https://***@b')],
  ['enum join__Graph { B @join__graph(name: "b") }', NO_ADDRESS('')],
])('of %s is said what is wrong', (sdl, says) => {
  expect(readSupergraph('f', sdl)).toEqual({ kind: 'refused', says });
});
