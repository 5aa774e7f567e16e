import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openRegistry,
  type Published,
  type Registry,
  type RegistryParts,
  type RegistryState,
} from '../../../gateway/registry/index.ts';
import { readContract } from '../../../schema/index.ts';

const CONTRACT = readContract();

export type GivenRegistry = Registry & {
  /** The operator's token. */
  readonly operator: string;
  /** What the gateway was told to serve, in order. */
  readonly served: readonly RegistryState[];
  /** Makes a member's token. */
  readonly tokenOf: (member: string) => Promise<string>;
  /** By the operator, unless another token is given. */
  readonly publishes: (
    member: string,
    body?: Readonly<Record<string, unknown>>,
    token?: string,
  ) => Promise<Published>;
};

/** A registry in a folder of its own, by whose settings members may have private addresses. */
export async function givenRegistry(
  folder: string,
  parts: Partial<RegistryParts> = {},
): Promise<GivenRegistry> {
  const served: RegistryState[] = [];
  const registry = await openRegistry({
    contract: CONTRACT,
    database: `sqlite:${join(folder, 'registry.db')}`,
    dataDir: folder,
    allowsPrivate: true,
    onChange: (state) => {
      served.push(state);
      return Promise.resolve({ kind: 'swapped', says: 'It is served.' });
    },
    onFault: (fault) => {
      throw fault;
    },
    ...parts,
  });
  const operator = readFileSync(join(folder, 'operator-token'), 'utf8').trim();
  return {
    ...registry,
    operator,
    served,
    tokenOf: async (member) => {
      const answered = await registry.tokens.create(operator, { member });
      if (answered.kind === 'refused') throw new Error(answered.refusal.says);
      return answered.value.token;
    },
    publishes: (member, body = {}, token = operator) =>
      registry.publish({ member, token, body: { url: urlOf(member), ...body } }),
  };
}

export const urlOf = (member: string): string => `http://127.0.0.1:9/${member.toLowerCase()}`;

/** An extension of one field on sites, and one question. */
export const extensionOf = (member: string, field = 'grade'): string => {
  const prefix = member.toLowerCase();
  return `type Site @key(fields: "id") {
  id: ID!
  "A figure of its own, percent by mass."
  ${prefix}_${field}: Float
}
type Query {
  "How many such figures it has."
  ${prefix}_${field}Count: Int
}`;
};

/** The code of why something was refused; what was done has none. */
export const codeOf = (published: Published): string =>
  published.kind === 'refused' ? published.refusal.code : 'published';

export const numberOf = (published: Published): number =>
  published.kind === 'published' ? published.publication.number : Number.NaN;
