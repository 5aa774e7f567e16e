import type { Contract } from '../../../schema/index.ts';
import type { Draft } from '../draft.ts';
import { type Refusal, refusal, refusalOfFindings } from '../refusals.ts';
import { type Check, passedUnless, WITH_CONTENT } from './check.ts';
import { PREFIX_CODES } from './stays-in-its-prefix.ts';

/** It names modules that there are, and its extension leaves what is everybody's as it is. */
export const keepsTheContract: Check = {
  name: 'keepsTheContract',
  kinds: WITH_CONTENT,
  isOfOthers: false,
  judge: (draft, { contract }) =>
    passedUnless(unknownModule(draft, contract) ?? brokenRule(draft), draft),
};

function unknownModule({ content }: Draft, contract: Contract): Refusal | undefined {
  const known = modulesOf(contract);
  const unknown = content.modules.find((each) => !known.includes(each));
  if (unknown === undefined) return undefined;
  return refusal(
    'MODULE_UNKNOWN',
    `Expected modules of the contract, ${known.join(', ')}, got ${JSON.stringify(unknown).slice(0, 80)}.`,
  );
}

export function modulesOf(contract: Contract): readonly string[] {
  const type = contract.types.get('Module');
  return type?.kind === 'EnumTypeDefinition'
    ? (type.values ?? []).map(({ name }) => name.value)
    : [];
}

function brokenRule({ findings }: Draft): Refusal | undefined {
  const isOfNames = findings.every(({ code }) => PREFIX_CODES.includes(code));
  return isOfNames ? undefined : refusalOfFindings(findings);
}
