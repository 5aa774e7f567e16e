import { type Claim, keptUnless, MUST } from '../claim.ts';
import { at, shown } from '../reading.ts';
import type { Question } from '../wire.ts';

/** That a question is read as GraphQL has it. */
export const QUESTION_CLAIMS: readonly Claim[] = [
  sameClaim(
    {
      id: 'VARIABLES_USED',
      sentence: 'Values in variables are as those in the text, defaults too.',
      remedy: 'Let GraphQL fill in variables and their defaults.',
    },
    {
      query:
        'query ($first: Int, $size: Int = 2) { one: organisations(first: $first) { edges { node { id } } } two: organisations(first: $size) { edges { node { id } } } }',
      variables: { first: 1 },
    },
    '{ one: organisations(first: 1) { edges { node { id } } } two: organisations(first: 2) { edges { node { id } } } }',
  ),
  sameClaim(
    {
      id: 'FRAGMENTS_USED',
      sentence: 'Fragments, and fields that are skipped or included, are as if written out.',
      remedy: 'Let a GraphQL library execute the question.',
    },
    {
      query:
        'query ($yes: Boolean!) { organisations(first: 3) { ...Rows total @skip(if: $yes) { count } } } fragment Rows on OrganisationConnection { edges { node { ... on Organisation { id } home @include(if: $yes) } } }',
      variables: { yes: true },
    },
    '{ organisations(first: 3) { edges { node { id home } } } }',
  ),
  {
    id: 'ALIASES_USED',
    ...MUST,
    sentence: 'One field may be asked twice, under other names and with other arguments.',
    remedy: 'Answer under the name that is asked, not under that of the field.',
    check: async (asking) => {
      const [both, ...alone] = await Promise.all(
        [`one: ${rows(1)} two: ${rows(2)}`, rows(1), rows(2)].map((fields) =>
          asking.ask(`{ ${fields} }`),
        ),
      );
      const due = alone.map(({ data }) => JSON.stringify(at(data, 'organisations')));
      const said = ['one', 'two'].map((name) => JSON.stringify(at(both?.data, name)));
      const says = `Under names of their own it gives ${shown(said)}, and alone ${shown(due)}.`;
      return keptUnless(said.join() === due.join() ? [] : [says], 'Names are kept.');
    },
  },
];

const rows = (first: number): string => `organisations(first: ${first}) { edges { node { id } } }`;

type Said = Pick<Claim, 'id' | 'sentence' | 'remedy'>;

/** One question asked in two ways, which give the same. */
function sameClaim(said: Said, { query, variables }: Question, plain: string): Claim {
  return {
    ...MUST,
    ...said,
    check: async (asking) => {
      const [one, other] = await Promise.all([asking.ask(query, variables), asking.ask(plain)]);
      const isSame = one.data !== null && JSON.stringify(one.data) === JSON.stringify(other.data);
      return keptUnless(
        isSame
          ? []
          : [`${shown(query)} gives ${shown(one.data)}, and written out ${shown(other.data)}.`],
        'Both ways give the same.',
      );
    },
  };
}
