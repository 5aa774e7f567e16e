import { buildSchema, type GraphQLSchema } from 'graphql';
import type { KnownOperation } from '../database/index.ts';
import type { Draft } from '../draft.ts';
import { newFaults } from '../operations/index.ts';
import { type RegistryFinding, refusal } from '../refusals.ts';
import { withDraft } from '../with-draft.ts';
import { type Check, EVERY_KIND, type Knowing, passed, refused, type Verdict } from './check.ts';

/** What somebody asks for stays, unless whoever publishes says that it may go. */
export const breaksNoKnownOperation: Check = {
  name: 'breaksNoKnownOperation',
  kinds: EVERY_KIND,
  isOfOthers: true,
  judge: async (draft, knowing) => {
    if (draft.content.extension === (knowing.before?.extension ?? '')) return passed(draft);
    const own = (await knowing.operations()).filter(namesOneOf(draft));
    if (own.length === 0) return passed(draft);
    const [before, after] = await schemasAround(draft, knowing);
    return judged(draft, before && after ? brokenOf(own, before, after) : []);
  },
};

/** Only names with the member's prefix can go, so only questions with one of them can break. */
function namesOneOf({ member }: Draft): (operation: KnownOperation) => boolean {
  const type = `${member.slice(0, 1)}${member.slice(1).toLowerCase()}`;
  const prefix = new RegExp(`\\b(${member.toLowerCase()}_|${type}[A-Z])`);
  return ({ document }) => prefix.test(document);
}

async function schemasAround(
  draft: Draft,
  { extend, state }: Knowing,
): Promise<readonly (GraphQLSchema | undefined)[]> {
  const schemas = [state.extensions, withDraft(state.extensions, draft)].map(async (extensions) => {
    const extended = await extend(extensions);
    return extended.kind === 'composed' ? buildSchema(await extended.api()) : undefined;
  });
  return await Promise.all(schemas);
}

const brokenOf = (
  operations: readonly KnownOperation[],
  before: GraphQLSchema,
  after: GraphQLSchema,
): readonly RegistryFinding[] =>
  operations.flatMap(({ hash, document, times }) => {
    const [fault] = newFaults(document, before, after);
    if (fault === undefined) return [];
    const says = `${fault} Asked ${times} times.`;
    return [{ code: 'BREAKS_KNOWN_OPERATION', place: hash.slice(0, 12), says }];
  });

function judged(draft: Draft, broken: readonly RegistryFinding[]): Verdict {
  const [first] = broken;
  const isAllowed = draft.isBreaking || draft.kind === 'WITHDRAW';
  if (!first || isAllowed)
    return passed({ ...draft, breaks: broken.map(({ place, says }) => `${place}: ${says}`) });
  const says = `This takes away what somebody asks for (known questions: ${broken.length}). ${first.says} Keep it and mark it @deprecated, or publish with "breaking": true.`;
  return refused({ ...refusal('BREAKS_KNOWN_OPERATION', says), findings: broken });
}
