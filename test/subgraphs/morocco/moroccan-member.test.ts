import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';
import { askOver, temporaryFolder } from '../temporary.ts';

const folder = temporaryFolder();
const start = () =>
  startMember({
    code: 'MA',
    database: `sqlite:${join(folder, 'MA.db')}`,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
  });
let morocco: RunningMember;
beforeAll(async () => {
  // Twice, for a table that was filled once is not filled again.
  await (await start()).close();
  morocco = await start();
});
afterAll(() => morocco.close());
const ask = (query: string, variables = {}) => askOver(morocco.url, query, variables);

test("Morocco's phosphate complexes are by name, with the source's figures, and without Boucraa", async () => {
  const answer = await ask(`{ ma_phosphateComplexes {
    name status capacity { value unit } oreGrade { value } oreConfidence productGrade { value unit basis } productConfidence
    provenance { licence } sites { id name { en } }
  } }`);
  const percent = (value: string) => ({ value, unit: 'PERCENT', basis: 'P2O5' });
  const provenance = { licence: 'CC-BY-4.0' };
  expect(answer).toMatchObject({
    data: {
      ma_phosphateComplexes: [
        {
          name: 'Gantour',
          status: 'operational',
          capacity: { value: '17', unit: 'MEGATONNE' },
          oreGrade: { value: '27.9' },
          oreConfidence: 'LOW',
          productGrade: percent('31'),
          productConfidence: 'HIGH',
          provenance,
        },
        {
          name: 'Khouribga',
          capacity: { value: '22.6' },
          oreGrade: { value: '29.75' },
          provenance,
        },
        {
          name: 'Meskala',
          status: 'in development',
          productConfidence: 'LOW',
          sites: [],
          provenance,
        },
      ],
    },
  });
});

test('a site has the grade of its complex; a site without phosphate has none', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Site {
    id ma_phosphateGrade { value percent: in(unit: PERCENT) } ma_phosphateComplex { name sites { id } }
  } } }`;
  const { data } = (await ask(
    '{ sites(first: 500) { edges { node { id commodityCodes } } } }',
  )) as {
    data: {
      sites: { edges: readonly { node: { id: string; commodityCodes: readonly string[] } }[] };
    };
  };
  const other = data.sites.edges.find(
    ({ node }) => !node.commodityCodes.includes('phosphate-rock'),
  );
  const ids = ['MA:site:MAR031', other?.node.id, 'MA:site:none'];
  expect(await ask(query, { of: ids.map((id) => ({ __typename: 'Site', id })) })).toEqual({
    data: {
      _entities: [
        {
          id: 'MA:site:MAR031',
          ma_phosphateGrade: { value: '31', percent: '31' },
          ma_phosphateComplex: {
            name: 'Khouribga',
            sites: ['MAR003', 'MAR031', 'MAR041'].map((local) => ({ id: `MA:site:${local}` })),
          },
        },
        { id: other?.node.id, ma_phosphateGrade: null, ma_phosphateComplex: null },
        null,
      ],
    },
  });
});

test("what Morocco publishes beyond the contract is in its own subgraph's schema", async () => {
  const { data } = (await ask('{ _service { sdl } }')) as { data: { _service: { sdl: string } } };
  expect(data._service.sdl).toContain('ma_phosphateGrade: Quantity');
  expect(await ask('{ members { list { code database } } }')).toEqual({
    data: { members: { list: [{ code: 'MA', database: 'SQLite' }] } },
  });
});
