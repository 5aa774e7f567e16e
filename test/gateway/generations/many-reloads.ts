// A gateway in a process of its own that is given so many generations, one after the other, each asked a little; prints what is left of them.
import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { type PublishedState, readConfig, startGateway } from '../../../gateway/index.ts';
import { startMember } from '../../../subgraphs/index.ts';
import { ENGINE } from '../../config.ts';
import { openSteered } from '../../journeys/steered-member.ts';
import { collectGarbage } from '../../oracle/collect-garbage.ts';
import { extension, MOROCCO, published } from './published-gateway.ts';

const reloads = Number(process.argv[2]);
const folder = process.argv[3] ?? '';
const SETTLED_AFTER = 10;

const logger = pino({ level: 'silent' });
const member = await startMember({
  code: 'MA',
  database: `sqlite:${folder}/MA.db`,
  host: '127.0.0.1',
  port: 0,
  logger,
  onProgress: () => undefined,
});
/** Two addresses of the one member: each generation has to leave the lines of the one before. */
const doors = await Promise.all(
  [1, 2].map(() => openSteered(member.url, () => ({ kind: 'PASSED' }))),
);
const reading = readConfig({ DATA_DIR: folder, PORT: '0', ENGINE, ALLOW_PRIVATE_MEMBERS: 'true' });
if (reading.kind === 'refused') throw new Error(reading.faults.join('\n'));
const gateway = await startGateway(reading.config, logger, stateOf(1));

/** Every other one with another extension, every other one at another address. */
function stateOf(number: number): PublishedState {
  const url = doors[Math.floor(number / 2) % 2]?.url ?? '';
  const own = `type KeThing { name: String } type Query { ke_said${number % 2}: KeThing }`;
  return {
    number,
    members: [published('MA', url)],
    extensions: [extension('MA', MOROCCO), extension('KE', own)],
  };
}

const QUESTIONS = [
  '{ ma_phosphateComplexes { name } }',
  '{ sites(first: 5) { edges { node { id name { en } ma_phosphateComplex { name } } } coverage { complete } } }',
  '{ __schema { types { name } } }',
];
async function askAll(): Promise<void> {
  for (const query of [...QUESTIONS, ...QUESTIONS]) {
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await answer.json()) as { readonly errors?: readonly unknown[] };
    if (errors) throw new Error(JSON.stringify(errors));
  }
}

const schemas: WeakRef<object>[] = [];
const aliveNow = () => schemas.filter((each) => each.deref() !== undefined).length;
let aliveMax = 0;

async function reload(number: number): Promise<void> {
  const replaced = await gateway.generations.replace(stateOf(number));
  if (replaced.kind === 'refused') throw new Error(replaced.says);
  aliveMax = Math.max(aliveMax, gateway.generations.alive());
  schemas.push(new WeakRef(gateway.generations.current().gateway.schema));
  await askAll();
}

/** What is left when the generation before has ended, and nobody asks. */
async function left() {
  while (gateway.generations.alive() > 1) await new Promise((again) => setTimeout(again, 10));
  for (let times = 0; times < 5; times += 1) await collectGarbage();
  return {
    heapMb: Math.round(process.memoryUsage().heapUsed / 1e4) / 100,
    sockets: process.getActiveResourcesInfo().filter((each) => /^TCPSocket/.test(each)).length,
    schemasAlive: aliveNow(),
  };
}

for (let number = 2; number <= SETTLED_AFTER + 1; number += 1) await reload(number);
const first = await left();
for (let number = SETTLED_AFTER + 2; number <= reloads + 1; number += 1) await reload(number);
const last = await left();
process.stdout.write(`${JSON.stringify({ reloads, first, last, aliveMax })}\n`);
await gateway.close();
for (const door of doors) door.close();
await member.close();
rmSync(folder, { recursive: true });
process.exit(0);
