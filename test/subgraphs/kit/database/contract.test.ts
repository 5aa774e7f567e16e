import { expect, test } from '@jest/globals';
import { readContract } from '../../../../schema/index.ts';
import { CONDITIONS } from '../../../../subgraphs/kit/database/filters/conditions.ts';
import { TYPES, tableOf } from '../../../../subgraphs/kit/database/tables/index.ts';
import type { OwnedType } from '../../../../subgraphs/kit/rows.ts';

const contract = readContract();
const PREFIXES: Readonly<Record<OwnedType, string>> = {
  Organisation: 'Organisation',
  Deposit: 'Deposit',
  Site: 'Site',
  ResourceEstimate: 'Estimate',
  ProductionRecord: 'Production',
  Policy: 'Policy',
  Event: 'Event',
};

function namesIn(type: string): readonly string[] {
  const definition = contract.types.get(type);
  if (definition?.kind === 'InputObjectTypeDefinition')
    return (definition.fields ?? []).map(({ name }) => name.value);
  if (definition?.kind === 'EnumTypeDefinition')
    return (definition.values ?? []).map(({ name }) => name.value);
  return definition?.kind === 'ObjectTypeDefinition'
    ? (definition.fields ?? []).map(({ name }) => name.value)
    : [];
}

test.each(TYPES)(
  'every filter and order of the contract for a %s is answered, and no other',
  (type) => {
    const { figureOf, orders } = tableOf(type);
    const filters = [...Object.keys(CONDITIONS[type]), ...(figureOf ? ['allEditions'] : [])];
    expect(filters.sort()).toEqual([...namesIn(`${PREFIXES[type]}Filter`)].sort());
    expect(Object.keys(orders).sort()).toEqual([...namesIn(`${PREFIXES[type]}OrderField`)].sort());
  },
);

test.each(TYPES)('every summary of a %s has a column', (type) => {
  const columns = tableOf(type).fields.map(({ name }) => name);
  const definition = contract.types.get(type);
  const fields = definition?.kind === 'ObjectTypeDefinition' ? (definition.fields ?? []) : [];
  const summaries = fields.filter(({ directives }) =>
    directives?.some(({ name }) => name.value === 'summary'),
  );
  expect(summaries.map(({ name }) => name.value).filter((name) => !columns.includes(name))).toEqual(
    [],
  );
});
