import type { GraphQLSchema } from 'graphql';
import type { Member } from '../../gateway/members/index.ts';
import { parseMemberCode } from '../../schema/index.ts';
import { openRepository } from '../../subgraphs/kit/database/index.ts';
import { contextOf, type MemberContext } from '../../subgraphs/kit/graphql/index.ts';
import type { Profile } from '../../subgraphs/kit/profile.ts';
import type { Repository, Write } from '../../subgraphs/kit/repository.ts';
import { schemaOf } from './published-by-members.ts';
import type { GeneratedWorld } from './rows/generate-world.ts';
import { operatorOf } from './rows/setting.ts';

/** The kit's own member over a database with the generated records. */
export type OpenedMember = {
  readonly member: Omit<Member, 'url'>;
  readonly schema: GraphQLSchema;
  /** A context for one request; over its records as they are, or as they are kept by somebody who is mistaken. */
  readonly newContext: (mistaken?: (repository: Repository) => Repository) => MemberContext;
  readonly close: () => Promise<void>;
};

export async function openMember(
  { code: text, modules, writes }: GeneratedWorld['members'][number],
  databaseUrl: string,
): Promise<OpenedMember> {
  const code = parseMemberCode(text);
  if (!code) throw new Error(`Expected a member's code, got ${text}.`);
  const profile: Profile = {
    code,
    modules,
    operator: operatorOf(code),
    licence: 'CC-BY-4.0',
    contact: null,
  };
  const repository = await openRepository({ member: code, url: databaseUrl });
  for (const batch of batchesOf(writes)) await repository.write(batch);
  return {
    member: { code, modules },
    schema: schemaOf(code),
    newContext: (mistaken = (each) => each) => contextOf(profile, mistaken(repository), new Date()),
    close: () => repository.close(),
  };
}

/** Records first, what befalls them later: a correction or deletion may bring an older edition back. */
function batchesOf(writes: readonly Write[]): readonly (readonly Write[])[] {
  const later = writes.findIndex((write) => !('put' in write) || write.put.revision > 1);
  return later < 0 ? [writes] : [writes.slice(0, later), writes.slice(later)];
}
