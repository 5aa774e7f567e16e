import { fieldOf } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable } from '../claim.ts';
import { connectionFaults, ROWS } from '../filter-faults.ts';
import type { List } from '../lists.ts';
import {
  commoditiesOf,
  countryOf,
  everyRow,
  type OwnRows,
  ownRows,
  type Row,
  shows,
} from '../own-rows/index.ts';
import { at, textAt } from '../reading.ts';

/** What a member holds on a thing that nobody owns, and which rows those are. */
type Shared = {
  readonly type: 'Country' | 'Commodity' | 'Company';
  readonly key: 'code' | 'lei';
  readonly looksAt: readonly string[];
  readonly keysOf: (row: Row) => readonly unknown[];
};

const COUNTRY: Shared = {
  type: 'Country',
  key: 'code',
  looksAt: ['countryCode', 'jurisdictionCode'],
  keysOf: (row) => [countryOf(row)],
};
const COMMODITY: Shared = {
  type: 'Commodity',
  key: 'code',
  looksAt: ['commodityCode', 'commodityCodes'],
  keysOf: commoditiesOf,
};

const REMEDY =
  'Resolve the type from its key, and give under it what the list gives with the filter that chooses by that key.';

export const SHARED_LIST_CLAIMS: readonly Claim[] = [
  {
    ...MUST,
    id: 'SHARED_COUNTRY',
    sentence: 'Under a `Country` stand the records of that country, in every list of it.',
    remedy: REMEDY,
    check: (asking) => seenUnder(asking, COUNTRY),
  },
  {
    ...MUST,
    id: 'SHARED_COMMODITY',
    sentence: 'Under a `Commodity` stand the records of that commodity, in every list of it.',
    remedy: REMEDY,
    check: (asking) => seenUnder(asking, COMMODITY),
  },
  {
    ...MUST,
    id: 'SHARED_COMPANY',
    sentence:
      'Under a `Company` stand the organisations with its LEI, and the sites that they operate.',
    remedy: 'A company is found by `lei`; its sites are those whose operator has that LEI.',
    check: async (asking) => {
      const organisations = asking.lists.find(({ type }) => type === 'Organisation');
      const rows = organisations ? (await everyRow(asking, organisations)).rows : [];
      return await seenUnder(asking, companyOf(rows));
    },
  },
  {
    ...MUST,
    id: 'SHARED_NOTHING',
    sentence: 'Under a country of which the member has nothing stand empty lists, not null.',
    remedy: 'A shared type is whatever key it has: resolve it without looking for it.',
    check: async (asking) => {
      const lists = listsUnder(asking, COUNTRY);
      const { data, errors } = await askUnder(asking, COUNTRY, { lists, keys: ['QQ'] });
      const faults = lists
        .filter(({ field }) => at(data, '_entities', 0, field, 'total', 'count') !== 0)
        .map(({ field }) => `Country "QQ" has no empty ${field}${because(errors[0]?.message)}.`);
      return keptUnless(faults, 'A country without records has empty lists.');
    },
  },
];

const because = (message: string | undefined) => (message === undefined ? '' : `: ${message}`);

/** Of the sites of an organisation that withholds its LEI nothing can be foretold. */
function companyOf(organisations: readonly Row[]): Shared {
  const leis = new Map(organisations.map((row) => [row.id, row.lei]));
  return {
    type: 'Company',
    key: 'lei',
    looksAt: ['lei', 'operator'],
    keysOf: (row) => ['lei' in row ? row.lei : leis.get(textAt(row, 'operator', 'id'))],
  };
}

const listsUnder = ({ memberTypes, lists }: Asking, { type }: Shared): readonly List[] =>
  lists.filter(({ field }) => fieldOf(memberTypes.get(type), field));

const KEYS_MOST = 3;

async function seenUnder(asking: Asking, shared: Shared) {
  const lists = listsUnder(asking, shared);
  const owns = await Promise.all(lists.map((list) => ownRows(asking, list)));
  const found = owns.flatMap(({ rows }) => rows.flatMap(shared.keysOf)).filter(isText);
  const keys = [...new Set(found)].slice(0, KEYS_MOST);
  if (keys.length === 0) return notApplicable(`It has no records of any ${shared.type}.`);
  const { data, errors } = await askUnder(asking, shared, { lists, keys });
  if (!data) return keptUnless([`It is not answered${because(errors[0]?.message)}.`], '');
  const faults = keys.flatMap((key, place) =>
    owns.flatMap((own) => faultsUnder(shared, own, { key, entity: at(data, '_entities', place) })),
  );
  return keptUnless(faults, `${keys.length} of ${shared.type} have the records that are theirs.`);
}

const isText = (value: unknown): value is string => typeof value === 'string';

type Asked = { readonly key: string; readonly entity: unknown };

function faultsUnder({ type, looksAt, keysOf }: Shared, own: OwnRows, { key, entity }: Asked) {
  const called = `${type} ${key} { ${own.list.field} }`;
  const connection = at(entity, own.list.field);
  if (!connection) return [`${called} is null.`];
  return connectionFaults(called, own, {
    connection,
    isDue: (row) => keysOf(row).includes(key),
    isForetold: (row) => shows(row, looksAt),
  });
}

type Under = { readonly lists: readonly List[]; readonly keys: readonly string[] };

function askUnder(asking: Asking, { type, key }: Shared, { lists, keys }: Under) {
  const fields = lists.map(({ field }) => `${field}(first: 500) { ${ROWS} }`).join(' ');
  return asking.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${key} ${fields} } } }`,
    { of: keys.map((each) => ({ __typename: type, [key]: each })) },
  );
}
