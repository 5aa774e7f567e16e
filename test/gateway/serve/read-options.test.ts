import { expect, test } from '@jest/globals';
import { readOptions } from '../../../gateway/serve/read-options.ts';

const FILE = ['--supergraph', 'a.graphql'];
const DEFAULTS = {
  supergraph: 'a.graphql',
  host: '127.0.0.1',
  port: 4000,
  headers: ['authorization'],
  deadlineMs: 30_000,
  engine: 'zellige',
};

test.each<[words: readonly string[], read: object]>([
  [[], {}],
  [['--host', '0.0.0.0', '--port', '0'], { host: '0.0.0.0', port: 0 }],
  [['--header', 'X-User', '--header', 'cookie'], { headers: ['x-user', 'cookie'] }],
  [['--deadline-ms', '100', '--engine', 'apollo'], { deadlineMs: 100, engine: 'apollo' }],
])('%j is read', (words, read) => {
  expect(readOptions([...FILE, ...words])).toEqual({
    kind: 'read',
    options: { ...DEFAULTS, ...read },
  });
});

const PORT = 'Expected --port with a port from 0 to 65535, got something else.';
const HEADER =
  'Expected --header with names of headers that may be passed on, got one that may not be.';
const DEADLINE =
  'Expected --deadline-ms with a whole number of milliseconds from 100 to 60000, got something else.';

test.each<[words: readonly string[], says: string]>([
  [[], 'Expected --supergraph with the file of a supergraph, got none.'],
  [['--supergraph', ''], 'Expected --supergraph with the file of a supergraph, got none.'],
  [
    [...FILE, '--host', ''],
    'Expected --host with a host name or an address to listen on, got nothing.',
  ],
  [[...FILE, '--port', '65536'], PORT],
  [[...FILE, '--port', '1e3'], PORT],
  [[...FILE, '--header', 'Content-Type'], HEADER],
  [[...FILE, '--header', 'host'], HEADER],
  [[...FILE, '--header', 'a b'], HEADER],
  [[...FILE, '--deadline-ms', '99'], DEADLINE],
  [[...FILE, '--deadline-ms', '60001'], DEADLINE],
  [
    [...FILE, '--engine', 'v8'],
    'Expected --engine with "apollo" or "zellige", got something else.',
  ],
  [['--graph', 'x'], "Unknown option '--graph'."],
])('of %j is said what is wrong', (words, says) => {
  expect(readOptions(words)).toEqual({ kind: 'refused', says });
});
