import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mysql from 'mysql2/promise';
import { pino } from 'pino';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/index.ts';
import { verify } from '../../schema/audits/index.ts';
import { type RunningMember, startMember } from '../../subgraphs/index.ts';
import { ENGINE } from '../config.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../mariadb.ts';
import { askOver, temporaryFolder } from '../subgraphs/temporary.ts';
import { openCadastre } from './cadastre.ts';
import { startCadastre } from './cadastre-member.ts';

const needs = HAS_MARIADB ? '' : ' [needs MariaDB]';
const testOnMariaDb = HAS_MARIADB ? test : test.skip;
const folder = temporaryFolder();
const logger = pino({ level: 'silent' });

let server: MariaDb;
let database: string;
let cadastre: RunningMember;
/** The same facts in the contract's tables, from the project's own seeds. */
let seeded: RunningMember;
/** A neighbour. */
let mali: RunningMember;
beforeAll(async () => {
  if (!HAS_MARIADB) return;
  server = await startMariaDb();
  database = await openCadastre(server);
  cadastre = await startCadastre(database);
  seeded = await startNational('BF');
  mali = await startNational('ML');
}, 60_000);
afterAll(async () => {
  for (const member of [cadastre, seeded, mali]) await member?.close();
  await server?.close();
});

const startNational = (code: string) =>
  startMember({
    code,
    database: `sqlite:${join(folder, `${code}.db`)}`,
    host: '127.0.0.1',
    port: 0,
    logger,
  });

testOnMariaDb(
  `a cadastre of its own names, units and days keeps every claim of the audits, by its views${needs}`,
  async () => {
    const done = await verify({ url: cadastre.url }, { rate: 1_000 });
    if (done.kind !== 'verified') throw new Error(done.says);
    const { claims, modules } = done.report;
    expect(modules).toEqual(['MINERALS']);
    expect(claims.filter(({ outcome }) => outcome === 'BROKEN')).toEqual([]);
    expect(claims.filter(({ outcome }) => outcome === 'KEPT').length).toBeGreaterThan(150);
  },
  60_000,
);

const FACTS = `{
  sites(orderBy: [{ field: NAME }]) { edges { node {
    name { value } type status statusAsOf adm1 location { lat lon } commodityCodes operator { name { value } }
    capacities { commodityCode product year perYear { in(unit: KILOGRAM) basis flag } } provenance { asOf citation licence synthetic }
  } } }
  production(orderBy: [{ field: YEAR }, { field: QUANTITY }], filter: { allEditions: true }) { edges { node {
    year edition stage level commodityCode quantity { in(unit: KILOGRAM) basis flag } provenance { asOf method citation }
  } } }
  productionTotals { rows { year basis parts { count estimated } } }
  capacityTotals(filter: { commodities: ["zinc"] }) { rows { commodityCode siteType unit parts { sum withheld } } }
}`;

testOnMariaDb(
  `its ounces, codes and days say what the source says in kilograms, words and years${needs}`,
  async () => {
    const said = await askOver(cadastre.url, FACTS);
    expect(said).toEqual(await askOver(seeded.url, FACTS));
    expect(JSON.stringify(said).match(/"node"/g)).toHaveLength(14);
  },
);

testOnMariaDb(`its user may read the views and nothing else${needs}`, async () => {
  const connection = await mysql.createConnection(database);
  const refused = (statement: string) =>
    connection.query(statement).then(
      () => 'done',
      ({ code }) => code,
    );
  expect(
    await Promise.all(
      [
        'SELECT id FROM site',
        'SELECT num_exploit FROM cadastre.exploitations',
        "UPDATE site SET adm1 = ''",
        "INSERT INTO lettres VALUES ('Ø', 'o')",
        'CREATE TABLE record_change_2 (id INT)',
      ].map(refused),
    ),
  ).toEqual([
    'done',
    'ER_TABLEACCESS_DENIED_ERROR',
    'ER_TABLEACCESS_DENIED_ERROR',
    'ER_TABLEACCESS_DENIED_ERROR',
    'ER_TABLEACCESS_DENIED_ERROR',
  ]);
  await connection.end();
});

testOnMariaDb(
  `its rows stand in the continental answer, in order and in kilograms${needs}`,
  async () => {
    const reading = readConfig({
      DATA_DIR: folder,
      ENGINE,
      PORT: '0',
      ALLOW_PRIVATE_MEMBERS: 'true',
      MEMBERS: JSON.stringify([cadastre, mali].map(({ code, url }) => ({ code, url }))),
    });
    if (reading.kind === 'refused') throw new Error(reading.faults.join());
    const gateway = await startGateway(reading.config, logger);
    try {
      while ((await fetch(`${gateway.url}/ready`)).status !== 200)
        await new Promise((again) => setTimeout(again, 20));
      const query = `{ production(filter: { commodities: ["gold"], years: { from: 2022 } }, orderBy: [{ field: QUANTITY, direction: DESC }], first: 5) {
      edges { node { home year quantity { value unit in(unit: TONNE) } } } coverage { complete answered } } }`;
      const { data } = await askOver(`${gateway.url}/graphql`, query);
      const node = (home: string, year: number, [value, unit, tonnes]: readonly string[]) => ({
        node: { home, year, quantity: { value, unit, in: tonnes } },
      });
      expect(data).toEqual({
        production: {
          edges: [
            node('ML', 2022, ['64', 'TONNE', '64']),
            node('BF', 2023, ['60000', 'KILOGRAM', '60']),
            node('ML', 2023, ['60', 'TONNE', '60']),
            node('BF', 2022, ['58000', 'KILOGRAM', '58']),
          ],
          coverage: { complete: true, answered: ['BF', 'ML'] },
        },
      });
    } finally {
      await gateway.close();
    }
  },
  30_000,
);
