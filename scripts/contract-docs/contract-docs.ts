import { readFileSync } from 'node:fs';
import type { TypeDefinitionNode } from 'graphql';
import { readContract, sdlFile } from '../../schema/index.ts';
import { claims } from './claims.ts';
import {
  extension,
  lists,
  records,
  refusals,
  type Section,
  shared,
  sums,
  values,
  words,
} from './sections.ts';
import { questionsTable, scalarsTable } from './type-sections.ts';

export const CONTRACT_PAGE = 'docs/contract.md';

/** In the order in which a reader needs them. */
const SECTIONS: readonly (readonly [string, Section])[] = [
  ['Questions', ({ all, beside }) => questionsTable(all, beside)],
  ['Lists', lists],
  ['Organisations', records(undefined)],
  ['Minerals', records('MINERALS')],
  ['Policies', records('POLICIES')],
  ['Events', records('EVENTS')],
  ['What all speak of', shared],
  ['Sums and counts', sums],
  ['Values', values],
  ['Beyond the contract: Morocco', extension],
  ['Words', words],
  ['Scalars', ({ contract }) => scalarsTable(contract)],
  ['Refusals', refusals],
  ['Claims', claims],
];

/** The contract as a page for a reader: a preface of ours, then what the descriptions in the schema say. */
export function contractDocs(): string {
  const preface = readFileSync(new URL('preface.md', import.meta.url), 'utf8');
  const contract = readContract();
  const beside = {
    amsg: typesIn(sdlFile('amsg.graphql')),
    morocco: typesIn(readFileSync('subgraphs/morocco/extension.graphql', 'utf8')),
  };
  const types = new Map([...beside.amsg, ...beside.morocco, ...contract.types]);
  const described = { contract, beside, all: { ...contract, types } };
  const lines = SECTIONS.flatMap(([heading, section]) => [
    ...[`## ${heading}`, ''],
    ...[...section(described), ''],
  ]);
  return `${preface}\n${lines.join('\n')}`
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

const typesIn = (sdl: string): ReadonlyMap<string, TypeDefinitionNode> => readContract(sdl).types;
