import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { listsOf } from '../lists.ts';
import { shown } from '../reading.ts';
import type { Question, Reply } from '../wire.ts';

/** What is no question of the contract is refused. */
export const REFUSAL_CLAIMS: readonly Claim[] = [
  refusedClaim(
    {
      id: 'SYNTAX_REFUSED',
      sentence: 'A text that is no question is refused.',
      remedy: 'Answer with `errors` and without `data`.',
    },
    [{ query: '{ members {' }, { query: 'no question' }, { query: '' }],
  ),
  refusedClaim(
    {
      id: 'FIELD_REFUSED',
      sentence: 'A field that the contract does not have is refused, never passed over.',
      remedy: 'Let GraphQL check each question against the schema before it is executed.',
    },
    [{ query: '{ zzUnknown }' }, { query: '{ members { list { code zzUnknown } } }' }],
  ),
  refusedClaim(
    {
      id: 'ARGUMENT_REFUSED',
      sentence: 'An argument that the contract does not have is refused.',
      remedy: 'Let GraphQL check each question against the schema before it is executed.',
    },
    [{ query: '{ members(zzUnknown: 1) { list { code } } }' }],
  ),
  refusedClaim(
    {
      id: 'VARIABLES_REFUSED',
      sentence: 'A variable that is missing, or has not the form of its type, is refused.',
      remedy: 'Let GraphQL check variables against their types, scalars included.',
    },
    [
      { query: 'query ($id: ID!) { record(id: $id) { id } }' },
      {
        query: 'query ($owners: [MemberCode!]) { members(owners: $owners) { list { code } } }',
        variables: { owners: ['m a'] },
      },
      {
        query: 'query ($first: Int) { organisations(first: $first) { edges { node { id } } } }',
        variables: { first: 'many' },
      },
    ],
  ),
  refusedClaim(
    {
      id: 'MUTATION_REFUSED',
      sentence: 'A member is only read: a mutation is refused.',
      remedy: 'Serve no type Mutation on this address.',
    },
    [{ query: 'mutation { deleteEverything }' }],
  ),
  {
    id: 'VALUE_REFUSED_BY_CODE',
    ...MUST,
    sentence: 'A scalar that has not its form is refused with the code BAD_VALUE.',
    remedy: 'Give `extensions: { code: "BAD_VALUE" }` where a scalar is parsed.',
    check: (asking) =>
      codeSeen(
        asking,
        { query: '{ organisations(filter: {countries: ["Congo"]}) { edges { node { id } } } }' },
        'BAD_VALUE',
      ),
  },
  {
    id: 'MODULE_REFUSED_BY_CODE',
    ...MUST,
    sentence: 'A list of a module that is not offered is refused with the code MODULE_NOT_OFFERED.',
    remedy: 'Refuse it: an empty list would say that there is nothing.',
    check: async (asking) => {
      const offered: readonly string[] = asking.member.modules;
      const closed = listsOf(asking.contract).filter(
        ({ module }) => module !== null && !offered.includes(module),
      );
      if (closed.length === 0) return notApplicable('It offers every module.');
      const seen = await Promise.all(
        closed.map(({ field }) =>
          codeSeen(
            asking,
            { query: `{ ${field} { edges { node { id } } } }` },
            'MODULE_NOT_OFFERED',
          ),
        ),
      );
      return (
        seen.find(({ outcome }) => outcome === 'BROKEN') ??
        keptUnless([], `${closed.length} lists are refused.`)
      );
    },
  },
];

type Said = Pick<Claim, 'id' | 'sentence' | 'remedy'>;

function refusedClaim(said: Said, bad: readonly Question[]): Claim {
  return {
    ...MUST,
    ...said,
    check: async (asking) => {
      const replies = await Promise.all(
        bad.map(({ query, variables }) => asking.ask(query, variables)),
      );
      const passed = bad.filter((_, place) => !isRefused(replies[place]));
      return keptUnless(
        passed.map(({ query }) => `${shown(query)} is answered, without an error.`),
        `${bad.length} are refused.`,
      );
    },
  };
}

const isRefused = (reply: Reply | undefined): boolean =>
  reply !== undefined && reply.errors.length > 0 && reply.data === null;

async function codeSeen(
  asking: Asking,
  { query, variables }: Question,
  code: string,
): Promise<Seen> {
  const { errors } = await asking.ask(query, variables);
  const codes = errors.map((each) => each.code);
  return keptUnless(
    codes.includes(code)
      ? []
      : [`${shown(query)} is answered with ${codes.join() || 'no'} code where ${code} is due.`],
    `It is refused as ${code}.`,
  );
}
