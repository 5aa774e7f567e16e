import type { Asking } from '../asking.ts';
import { broken, type Claim, keptUnless, MUST_AT_PUBLICATION } from '../claim.ts';
import { type Difference, differencesOf } from '../differences.ts';
import { requiredTypes } from '../required-types.ts';
import { unlessNewer } from '../versions.ts';

/** A claim on the types that a member serves: that none of these differences is there. */
type TypeClaim = Pick<Claim, 'id' | 'sentence' | 'remedy'> & {
  readonly level?: 'SHOULD';
  readonly without: readonly Difference['kind'][];
};

const REMEDY =
  'Compare with schema/generated/member.graphql, which holds all that a member serves; build on it where you can.';

/** From what is missing whole to what differs in a part, so that the first broken one says most. */
const CLAIMS_ON_TYPES: readonly TypeClaim[] = [
  {
    id: 'TYPES_SERVED',
    without: ['TYPE_MISSING'],
    sentence: 'Every type of the contract that the offered modules need is served.',
    remedy: `Add the type. ${REMEDY}`,
  },
  {
    id: 'TYPES_OF_THEIR_KIND',
    without: ['TYPE_KIND'],
    sentence: 'A type is an object, an input, an enum or a scalar as the contract has it.',
    remedy: `Declare it as the contract does. ${REMEDY}`,
  },
  {
    id: 'FIELDS_SERVED',
    without: ['FIELD_MISSING'],
    sentence: 'Every field of the offered modules is served; one without a value is null.',
    remedy: `Add the field, and let it be null where you hold nothing. ${REMEDY}`,
  },
  {
    id: 'FIELDS_OF_THEIR_TYPE',
    without: ['FIELD_TYPE'],
    sentence: 'A field has the type of the contract, and is a list where the contract has a list.',
    remedy: `Give the field the contract's type. ${REMEDY}`,
  },
  {
    id: 'FIELDS_MAY_BE_NULL',
    without: ['FIELD_TOO_STRICT'],
    sentence:
      'What may be null in the contract may be null here, so that no missing value takes its row along.',
    remedy: 'Take the exclamation mark from the type of the field.',
  },
  {
    id: 'FIELDS_NEVER_NULL',
    without: ['FIELD_TOO_LOOSE'],
    sentence: 'What is never null in the contract is declared so here.',
    remedy: 'Put the exclamation mark behind the type of the field, and give it a value always.',
  },
  {
    id: 'ARGUMENTS_SERVED',
    without: ['ARGUMENT_MISSING'],
    sentence: 'Every argument of the contract is taken.',
    remedy: `Add the argument, and do as its description says. ${REMEDY}`,
  },
  {
    id: 'ARGUMENTS_OF_THEIR_TYPE',
    without: ['ARGUMENT_TYPE'],
    sentence: 'An argument has the type of the contract.',
    remedy: `Give the argument the contract's type. ${REMEDY}`,
  },
  {
    id: 'ARGUMENTS_OPTIONAL',
    without: ['ARGUMENT_TOO_STRICT'],
    sentence: 'No argument must be given that the contract leaves open or does not have.',
    remedy: 'Let the argument be optional: take the exclamation mark away, or give it a default.',
  },
  {
    id: 'ARGUMENT_DEFAULTS',
    level: 'SHOULD',
    without: ['ARGUMENT_DEFAULT'],
    sentence: 'An argument has the default of the contract.',
    remedy: 'Declare the default as the contract does, such as `first: Int = 50`.',
  },
  {
    id: 'FILTERS_SERVED',
    without: ['INPUT_FIELD_MISSING'],
    sentence: 'Every part of a filter, an order or another input is taken.',
    remedy: `Add it to the input, and choose rows by it. ${REMEDY}`,
  },
  {
    id: 'FILTERS_OF_THEIR_TYPE',
    without: ['INPUT_FIELD_TYPE'],
    sentence: 'A part of an input has the type of the contract.',
    remedy: `Give it the contract's type. ${REMEDY}`,
  },
  {
    id: 'FILTERS_OPTIONAL',
    without: ['INPUT_FIELD_TOO_STRICT'],
    sentence: 'No part of an input must be given that the contract leaves open or does not have.',
    remedy: 'Let it be optional: take the exclamation mark away.',
  },
  {
    id: 'FILTERS_KNOWN',
    without: ['INPUT_FIELD_UNKNOWN'],
    sentence: "An input of the contract has the contract's parts and no others.",
    remedy: 'Take it out of the input; a question of your own can have an input of its own.',
  },
  {
    id: 'FILTER_DEFAULTS',
    level: 'SHOULD',
    without: ['INPUT_FIELD_DEFAULT'],
    sentence: 'A part of an input has the default of the contract.',
    remedy: 'Declare the default as the contract does, such as `direction: OrderDirection! = ASC`.',
  },
  {
    id: 'WORDS_SERVED',
    without: ['VALUE_MISSING'],
    sentence: 'An enum has every word of the contract, so that all can be asked for.',
    remedy: `Add the word, even where no record has it. ${REMEDY}`,
  },
  {
    id: 'WORDS_KNOWN',
    without: ['VALUE_UNKNOWN'],
    sentence: "An enum of the contract has the contract's words and no others.",
    remedy: "Map the word onto the contract's, and keep your own in `published`.",
  },
];

/** By introspection: what is served. */
export const TYPE_CLAIMS: readonly Claim[] = CLAIMS_ON_TYPES.map((each) =>
  claimOn(each, 'introspected'),
);

/** By `_service { sdl }`: what the registry composes. The defaults are looked at once. */
export const SDL_TYPE_CLAIMS: readonly Claim[] = CLAIMS_ON_TYPES.filter(
  (each) => each.level === undefined,
).map((each) =>
  claimOn(
    { ...each, id: `SDL_${each.id}`, sentence: `In the SDL, too: ${lowered(each.sentence)}` },
    'published',
  ),
);

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function claimOn(
  { without, level, id, sentence, remedy }: TypeClaim,
  by: 'introspected' | 'published',
): Claim {
  return {
    id,
    ...MUST_AT_PUBLICATION,
    level: level ?? 'MUST',
    sentence,
    remedy,
    check: judging(without, async (asking) => {
      const found = await differencesBy(asking, by);
      if (found.kind === 'unread') return broken(found.says);
      const faults = found.differences.filter(({ kind }) => without.includes(kind));
      return keptUnless(
        faults.map(({ says }) => says),
        `${found.types} types were compared.`,
      );
    }),
  };
}

/** Differences by which a member has more than the contract cannot be held against a newer one. */
function judging(without: readonly Difference['kind'][], check: Claim['check']): Claim['check'] {
  const isBeyond = without.every((each) => each.endsWith('_UNKNOWN'));
  return isBeyond ? unlessNewer(check) : check;
}

type Compared =
  | {
      readonly kind: 'compared';
      readonly differences: readonly Difference[];
      readonly types: number;
    }
  | { readonly kind: 'unread'; readonly says: string };

const differencesBy = (asking: Asking, by: 'introspected' | 'published'): Promise<Compared> =>
  asking.once(`differences ${by}`, async () => {
    const served = await asking[by]();
    if (served.kind === 'unread') return served;
    const required = requiredTypes(asking);
    const differences = differencesOf(required, served.types);
    return { kind: 'compared', differences, types: required.size };
  });
