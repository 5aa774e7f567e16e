import { isState, ownershipOf } from '../../index.ts';
import { broken, type Claim, keptUnless, MUST } from '../claim.ts';
import { objectsAt, shown, textAt } from '../reading.ts';
import { onLists, onRows } from '../rows.ts';

/** That lists answer, and whose rows stand in them. */
export const ROW_CLAIMS: readonly Claim[] = [
  {
    id: 'LISTS_ANSWERED',
    ...MUST,
    sentence: 'Every list of the offered modules answers with a page of rows, or with none.',
    remedy:
      'Ask the list yourself, with all fields of a record, and see the log of the server for what fails.',
    check: async (asking) => {
      const faults = await Promise.all(
        asking.lists.map(async (list) => {
          const { fault } = await asking.sample(list);
          return fault === null ? [] : [`\`${list.field}\` answers: ${shown(fault)}.`];
        }),
      );
      return keptUnless(faults.flat(), `${asking.lists.length} lists answered.`);
    },
  },
  {
    id: 'ROWS_OF_THEIR_TYPE',
    ...MUST,
    sentence: 'The `__typename` of a row is the name of its type in the contract.',
    remedy:
      'Name the types of records as the contract does; a server that names them by its classes needs to be told.',
    check: onLists(async ({ asking, list }) => {
      const query = `{ ${list.field}(first: 1) { edges { node { __typename } } } }`;
      const { data } = await asking.ask(query);
      const name = textAt(data, list.field, 'edges', 0, 'node', '__typename');
      const isEmpty = objectsAt(data, list.field, 'edges').length === 0;
      return isEmpty || name === list.type
        ? []
        : [`A row of \`${list.field}\` says that it is ${shown(name)}, not ${list.type}.`];
    }),
  },
  {
    id: 'HOME_IS_THE_MEMBER',
    ...MUST,
    sentence: 'The `home` of every record is the member.',
    remedy: 'Let `home` give your code, on each record.',
    check: onRows((node, { asking }) =>
      node.home === asking.member.code
        ? []
        : [`${textAt(node, 'id')} has the home ${shown(node.home ?? null)}.`],
    ),
  },
  {
    id: 'COUNTRY_IS_THE_MEMBER',
    ...MUST,
    module: 'MINERALS',
    sentence:
      "The country of a state's deposits, sites, estimates and output is that state; bodies have none of them.",
    remedy: 'Leave records out that lie in another country: their own state has them.',
    check: (asking) => {
      if (!isState(asking.member.code)) return noneAtHome(asking);
      return onRows(
        (node) =>
          node.countryCode == null || node.countryCode === asking.member.code
            ? []
            : [`${textAt(node, 'id')} lies in ${shown(node.countryCode)}.`],
        ({ type }) => ownershipOf(asking.contract, type).atHome === true,
      )(asking);
    },
  },
];

const noneAtHome: Claim['check'] = async (asking) => {
  const atHome = asking.lists.filter(({ type }) => ownershipOf(asking.contract, type).atHome);
  const samples = await Promise.all(atHome.map(asking.sample));
  const rows = samples.reduce((sum, sample) => sum + sample.rows.length, 0);
  return rows === 0
    ? keptUnless([], 'It is a body, and has none.')
    : broken(`It is a body, and has ${rows} records that are a country's.`);
};
