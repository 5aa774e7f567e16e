import type { Contract } from '../contract.ts';
import type { Finding } from '../rules/index.ts';
import { descriptionChanged } from './description-changed.ts';
import { descriptionMissing } from './description-missing.ts';
import { directiveDefined } from './directive-defined.ts';
import { directiveRules } from './directive-rules.ts';
import { extendsType } from './extends-type.ts';
import type { ExtensionRule } from './extension.ts';
import { fieldNotPrefixed } from './field-not-prefixed.ts';
import { fieldRequired } from './field-required.ts';
import { inputRedefined } from './input-redefined.ts';
import { interfaceOnRecord } from './interface-on-record.ts';
import { keyNotContracts } from './key-not-contracts.ts';
import { keyOnOwnType } from './key-on-own-type.ts';
import { linkNotAllowed } from './link-not-allowed.ts';
import { listsTooDeep } from './lists-too-deep.ts';
import { namesLookAlike } from './names-look-alike.ts';
import { readExtension } from './reading.ts';
import { rootNotAllowed } from './root-not-allowed.ts';
import { scatters } from './scatters.ts';
import { sharedTouched } from './shared-touched.ts';
import { typeNotPrefixed } from './type-not-prefixed.ts';
import { typeRedefined } from './type-redefined.ts';
import { typeUnknown } from './type-unknown.ts';

/** In the order that gives the clearest first message: what reaches into the contract comes before how things are named and told. */
export const EXTENSION_RULES: readonly ExtensionRule[] = [
  linkNotAllowed,
  directiveDefined,
  ...directiveRules,
  rootNotAllowed,
  extendsType,
  inputRedefined,
  sharedTouched,
  typeRedefined,
  keyNotContracts,
  keyOnOwnType,
  interfaceOnRecord,
  scatters,
  descriptionChanged,
  typeUnknown,
  typeNotPrefixed,
  fieldNotPrefixed,
  fieldRequired,
  listsTooDeep,
  namesLookAlike,
  descriptionMissing,
];

/**
 * What a member may not publish: all but prefixed, nullable fields on its own records by the contract's key, questions and types of its own.
 * Composition alone lets through much that would change the contract for everybody.
 */
export function checkExtension(
  sdl: string,
  member: string,
  contract: Contract,
): readonly Finding[] {
  const reading = readExtension(sdl, member, contract);
  if (reading.kind === 'refused') return [reading.finding];
  return EXTENSION_RULES.flatMap(({ code, says, find }) =>
    [...new Set(find(reading.extension))].map((place) => ({ code, place, says })),
  );
}
