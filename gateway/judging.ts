import type { DocumentNode, GraphQLError } from 'graphql';
import type { Gateway } from './gateway.ts';
import type { Cost } from './limits/index.ts';
import type { ClientQuestion, Member } from './members/index.ts';

/** What a question comes to before it is planned. */
export type Judgement =
  | { readonly kind: 'good'; readonly cost: Cost | undefined }
  | { readonly kind: 'bad'; readonly fault: GraphQLError };
type Judging = Pick<Gateway, 'members'>;
type Judge<Judged extends Judging> = (gateway: Judged, question: ClientQuestion) => Judgement;

/**
 * The same judging, but of each document the last question that was good is kept: whoever asks it again, of members of which nothing new is
 * known, is not judged again. Most questions are asked over and over, and the server keeps their documents.
 */
export function judgingOnce<Judged extends Judging>(judge: Judge<Judged>): Judge<Judged> {
  const kept = new WeakMap<DocumentNode, Kept>();
  return (gateway, question) => {
    const asked = { gateway, members: gateway.members(), as: askedAs(question) };
    const known = kept.get(question.document);
    if (known && isTheSame(known, asked)) return known.judgement;
    const judgement = judge(gateway, question);
    if (judgement.kind === 'good' && asked.as.length <= CHARACTERS_KEPT)
      kept.set(question.document, { ...asked, judgement });
    return judgement;
  };
}

/** All that a judgement depends on, beside the document. */
type AskedOf = {
  readonly gateway: Judging;
  readonly members: readonly Member[];
  /** The operation and the variables. */
  readonly as: string;
};
type Kept = AskedOf & { readonly judgement: Judgement };

const CHARACTERS_KEPT = 2_000;

const askedAs = ({ operationName, variables }: ClientQuestion): string =>
  `${operationName ?? ''} ${JSON.stringify(variables)}`;

/** A member of whom something new is known is another value. */
const isTheSame = (known: AskedOf, asked: AskedOf): boolean =>
  known.gateway === asked.gateway &&
  known.as === asked.as &&
  known.members.length === asked.members.length &&
  known.members.every((each, place) => each === asked.members[place]);
