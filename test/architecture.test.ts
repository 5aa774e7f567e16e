import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

/** The architecture, as one table: a folder may import itself and the folders on its right. Tests and benches may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema/rules', 'schema/extensions'],
  'schema/rules': ['schema'],
  // What members may publish is held against the contract, with findings as its own rules have.
  'schema/extensions': ['schema', 'schema/rules'],
  // The contract as a program: it asks over HTTP whoever claims to keep it, and knows nobody's code.
  'schema/audits': ['schema'],
  'gateway/members': ['schema'],
  // Our engine in three rooms: an operation becomes a program, a program is executed, what came is written. Only the first knows the others.
  'gateway/engine/shape': [],
  'gateway/engine/execute': ['gateway/engine/shape'],
  'gateway/engine/compile': ['gateway/engine/execute', 'gateway/engine/shape'],
  'gateway/engine': [
    'schema',
    'gateway/members',
    'gateway/engine/compile',
    'gateway/engine/execute',
    'gateway/engine/shape',
    'gateway/engine/transport',
  ],
  // It carries texts to whoever is at an address, and knows neither plans nor engines.
  'gateway/engine/transport': ['gateway/members'],
  'gateway/supergraph': ['schema'],
  'gateway/limits': ['schema'],
  // It is given what builds a generation, and knows of it what it has to swap: schema, engine, members, extensions.
  'gateway/generations': ['schema', 'gateway/members', 'gateway/engine', 'gateway/supergraph'],
  // Its pages tell how members stand and what they published, in the types of those who know; what they show is passed in.
  'gateway/server': [
    'schema',
    'gateway/limits',
    'gateway/members',
    'gateway/registry',
    'gateway/web',
  ],
  // It holds publications against the contract and composes them; who serves them is passed in.
  'gateway/registry': ['schema', 'gateway/limits', 'gateway/members', 'gateway/supergraph'],
  // An ordinary gateway on any supergraph: an engine over HTTP behind a server, without members and contract.
  'gateway/serve': ['gateway/engine', 'gateway/limits', 'gateway/members', 'gateway/server'],
  // It is told of requests and never asks: neither server nor engine is known to it.
  'gateway/telemetry': ['schema', 'gateway/members'],
  'gateway/web': ['schema'],
  gateway: [
    'schema',
    // Who publishes is audited.
    'schema/audits',
    'gateway/limits',
    'gateway/members',
    'gateway/engine',
    'gateway/supergraph',
    'gateway/generations',
    'gateway/registry',
    'gateway/serve',
    'gateway/server',
    'gateway/telemetry',
    'gateway/web',
  ],
  'subgraphs/kit': ['schema'],
  'subgraphs/national': ['schema', 'subgraphs/kit'],
  'subgraphs/amsg': ['schema', 'subgraphs/kit'],
  'subgraphs/morocco': ['schema', 'subgraphs/kit', 'subgraphs/national'],
  subgraphs: [
    'schema',
    'subgraphs/kit',
    'subgraphs/national',
    'subgraphs/amsg',
    'subgraphs/morocco',
  ],
  // Agencies get the command with the kit, where there is no gateway beside it: it asks one over HTTP.
  'scripts/zellige': ['schema', 'schema/audits', 'scripts/kit'],
  'scripts/kit': [],
  scripts: [
    'schema',
    'schema/rules',
    'schema/audits',
    'gateway',
    'gateway/supergraph',
    'subgraphs',
    'subgraphs/kit',
  ],
};

const LAYERS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length); // the deepest folder owns the file
const layerOf = (path: string) =>
  LAYERS.find((layer) => path.startsWith(`${layer}/`)) ?? 'elsewhere';

const TOPS = [...new Set(LAYERS.map((layer) => layer.split('/')[0] ?? layer))];
const FILES = TOPS.flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
).filter((file) => file.endsWith('.ts'));

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  );
}

test.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (layer) => {
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  const strays = FILES.filter((file) => layerOf(file) === layer).flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed.includes(layerOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(strays).toEqual([]);
});
