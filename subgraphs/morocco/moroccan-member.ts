import { readFileSync } from 'node:fs';
import type { MemberCode } from '../../schema/index.ts';
import { buildMemberSchema, type MemberDefinition, type Opened } from '../kit/index.ts';
import { nationalMember } from '../national/index.ts';
import { openComplexes } from './open-complexes.ts';
import { phosphateResolvers } from './phosphate-resolvers.ts';

/** Morocco: a state like the others, and what it publishes beyond the contract. */
export function moroccanMember(code: MemberCode): MemberDefinition | undefined {
  const national = nationalMember(code);
  return national && { ...national, open: openExtension };
}

const EXTENSION = new URL('extension.graphql', import.meta.url);

async function openExtension(database: string): Promise<Opened> {
  const complexes = await openComplexes(database);
  const schema = buildMemberSchema({
    sdl: readFileSync(EXTENSION, 'utf8'),
    resolvers: phosphateResolvers(complexes),
  });
  return { schema, close: complexes.close };
}
