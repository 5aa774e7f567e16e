import type { MemberContext, Resolvers } from 'zellige-kit';

type Organisation = { readonly id: string };

/** How the fields of `extension.graphql` are found. The contract's own are the kit's. */
export const RESOLVERS: Resolvers = {
  Organisation: {
    {{code}}_hasLei: async ({ id }: Organisation, _arguments: unknown, { loaders }: MemberContext) => {
      const organisation = await loaders.record('Organisation', id);
      return organisation && organisation.lei != null;
    },
  },
};
