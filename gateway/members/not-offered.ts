import { type Newer, ownershipOf, REFUSALS } from '../../schema/index.ts';
import type { JsonObject } from './json.ts';
import type { MemberError } from './member.ts';
import type { Pruning } from './prune.ts';

/** A record lacks a field. Coverage is made of it, and then nobody is told: a null that coverage explains is no error. */
export const lackingError = (member: string, path: readonly (string | number)[]): MemberError => ({
  message: REFUSALS.FIELD_NOT_OFFERED.says,
  path,
  extensions: { code: 'FIELD_NOT_OFFERED', member },
  lacks: true,
});

/** Where records are asked for of types that the member lacks whole: one error each, of the module where that is as new. */
export function strangersIn(member: string, pruning: Pruning): readonly MemberError[] {
  const { contract, newer, variables } = pruning;
  const all = (variables.representations ?? []) as readonly JsonObject[];
  return all.flatMap(({ __typename }, place) => {
    const type = String(__typename);
    if (!newer.has(type)) return [];
    const path = ['_entities', place];
    const isModules = isNewModule(newer, ownershipOf(contract, type).module);
    return [isModules ? moduleError(member, path) : lackingError(member, path)];
  });
}

const isNewModule = (newer: Newer, module: string | undefined): boolean =>
  module !== undefined && newer.has(`Module.${module}`);

const moduleError = (member: string, path: readonly (string | number)[]): MemberError => ({
  message: REFUSALS.MODULE_NOT_OFFERED.says,
  path,
  extensions: { code: 'MODULE_NOT_OFFERED', member },
});
