import { expect, test } from '@jest/globals';
import { publicView } from '../../../../subgraphs/kit/graphql/public-view.ts';
import { askedMember } from '../asked-member.ts';
import { estimate, organisation, PUBLIC, production, site } from '../rows.ts';

const NOW = new Date('2026-11-01T00:00:00Z');
const redacting = (...paths: readonly string[]) => ({
  classification: 'PUBLIC',
  redactions: paths.map((path) => ({ path, reason: 'COMMERCIAL' })),
});

test('a public record is shown as it is', () => {
  const row = site('ZM:site:1');
  expect(publicView('Site', row, NOW)).toBe(row);
});

test('a record under embargo shows its id, its home and the embargo until the instant, and all from then on', () => {
  const embargoUntil = '2026-11-01T00:00:00Z';
  const row = site('ZM:site:1', { governance: { ...PUBLIC, embargoUntil } });
  const before = publicView('Site', row, new Date('2026-10-31T23:59:59.999Z'));
  expect(Object.entries(before).filter(([, value]) => value !== null)).toEqual([
    ['id', 'ZM:site:1'],
    ['home', 'ZM'],
    ['governance', { ...PUBLIC, embargoUntil }],
  ]);
  expect(publicView('Site', row, new Date(embargoUntil))).toEqual(row);
});

test('a record that is not public shows no more than one under embargo', () => {
  const row = production('ZM:production:1', {
    governance: { classification: 'RESTRICTED', redactions: [] },
  });
  const shown = publicView('ProductionRecord', row, NOW);
  expect([shown.id, shown.quantity, shown.siteId]).toEqual(['ZM:production:1', null, undefined]);
});

test('a redacted field is null: a column, a reference, a part of each entry, and what may not be null with its holder', () => {
  const row = site('ZM:site:1', {
    operatorId: 'ZM:org:1',
    owners: [
      { partyId: 'ZM:org:1', percent: '60' },
      { partyId: 'ZM:org:2', percent: '40' },
    ],
    capacities: [
      {
        commodityCode: 'copper',
        perYear: { value: '1', unit: 'TONNE', basis: null, flag: 'EXACT' },
        year: 2025,
        sharedWith: [],
      },
    ],
    published: [
      { field: 'status', word: 'running' },
      { field: 'capacities.perYear', word: '1 t' },
    ],
    governance: redacting(
      'operator',
      'owners.percent',
      'capacities.perYear.value',
      'commodities',
      'none',
    ),
  });
  expect(publicView('Site', row, NOW)).toEqual({
    ...row,
    operatorId: null,
    owners: [
      { partyId: 'ZM:org:1', percent: null },
      { partyId: 'ZM:org:2', percent: null },
    ],
    capacities: [
      {
        ...row.capacities?.[0],
        perYear: { value: null, unit: 'TONNE', basis: null, flag: 'EXACT' },
      },
    ],
    commodityCodes: null,
    published: row.published,
  });
  const whole = { ...row, governance: redacting('capacities.year', 'id', 'status') };
  expect(publicView('Site', whole, NOW)).toEqual({
    ...whole,
    capacities: null,
    status: null,
    published: [{ field: 'capacities.perYear', word: '1 t' }].slice(1),
  });
});

test('a field that needs a clearance is null and explained, where it has a value', () => {
  const explained = {
    classification: 'PUBLIC',
    redactions: [{ path: 'registrationNumber', reason: 'CLASSIFICATION', until: null }],
  };
  const row = organisation('ZM:org:1', { registrationNumber: '123' });
  expect(publicView('Organisation', row, NOW)).toMatchObject({
    registrationNumber: null,
    governance: explained,
  });
  expect(publicView('Organisation', { ...row, governance: null }, NOW)).toMatchObject({
    registrationNumber: null,
    governance: explained,
  });
  const bare = organisation('ZM:org:1', { registrationNumber: null });
  expect(publicView('Organisation', bare, NOW)).toBe(bare);
  expect(publicView('Site', site('ZM:site:1', { inspections: [] }), NOW)).toMatchObject({
    governance: PUBLIC,
  });
  expect(
    publicView(
      'ResourceEstimate',
      estimate('ZM:estimate:1', { competentPerson: 'A. Person' }),
      NOW,
    ),
  ).toMatchObject({
    competentPerson: null,
  });
});

test('what is withheld is withheld however the record is reached', async () => {
  const inspections = [{ number: '1', date: '2026-01-01', result: 'GREEN', agency: 'Agency' }];
  const member = await askedMember({
    Organisation: [organisation('ZM:org:1')],
    Site: [
      site('ZM:site:1', { operatorId: 'ZM:org:1', inspections }),
      site('ZM:site:2', {
        operatorId: 'ZM:org:1',
        governance: { ...PUBLIC, embargoUntil: '2027-01-01T00:00:00Z' },
      }),
      site('ZM:site:3', { operatorId: 'ZM:org:1', governance: redacting('production') }),
    ],
    ProductionRecord: ['1', '2', '3'].map((n) =>
      production(`ZM:production:${n}`, { siteId: `ZM:site:${n}` }),
    ),
  });
  const fields = 'id name { en } inspections { number } production { nodes { id } }';
  const answer = await member.ask(
    `query ($of: [_Any!]!) {
      sites { edges { node { ${fields} } } }
      record(id: "ZM:org:1") { organisation { sites { nodes { ${fields} } } } }
      _entities(representations: $of) { ... on Site { ${fields} } ... on Commodity { sites { edges { node { ${fields} } } } } }
    }`,
    {
      of: [
        ...['1', '2', '3'].map((n) => ({ __typename: 'Site', id: `ZM:site:${n}` })),
        { __typename: 'Commodity', code: 'copper' },
      ],
    },
  );
  await member.close();
  const shown = [
    {
      id: 'ZM:site:1',
      name: { en: 'Site ZM:site:1' },
      inspections: null,
      production: { nodes: [{ id: 'ZM:production:1' }] },
    },
    { id: 'ZM:site:2', name: null, inspections: null, production: null },
    { id: 'ZM:site:3', name: { en: 'Site ZM:site:3' }, inspections: null, production: null },
  ];
  const edges = shown.map((node) => ({ node }));
  expect(answer).toEqual({
    data: {
      sites: { edges },
      record: { organisation: { sites: { nodes: shown } } },
      _entities: [...shown, { sites: { edges } }],
    },
  });
});
