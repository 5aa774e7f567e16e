import type { MemberAddress } from '../member.ts';
import { type Outcome, placeOf, silence } from './outcome.ts';

export type Head = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/** What is wrong with an answer before its first byte is read: nothing further is read then. */
export function faultInHead(
  member: MemberAddress,
  head: Head,
  { answerBytesMax }: { readonly answerBytesMax: number },
): Outcome | undefined {
  if (head.status !== 200) return faultInStatus(member, head);
  const type = textOf(head, 'content-type');
  if (!TYPE.test(type))
    return broken(
      member,
      `${shown(type)} where JSON in UTF-8 is due (content-type: application/json)`,
    );
  const encoding = textOf(head, 'content-encoding') || 'identity';
  if (encoding !== 'identity')
    return broken(
      member,
      `a body in ${shown(encoding)} where none is asked for (content-encoding)`,
    );
  if (Number(textOf(head, 'content-length')) <= answerBytesMax) return undefined;
  return {
    ...broken(
      member,
      `an answer of ${textOf(head, 'content-length')} bytes where ${answerBytesMax} are the most`,
    ),
    mayBeTheQuestion: true,
  };
}

const broken = (member: MemberAddress, sent: string): Outcome =>
  silence('PROTOCOL_ERROR', `${member.code} sent ${sent} from ${placeOf(member)}.`);

const TYPE =
  /^application\/(json|graphql-response\+json)\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

/** A server that is there but cannot answer is as good as away; one that refuses our request or sends us elsewhere breaks the contract. */
function faultInStatus(member: MemberAddress, head: Head): Outcome {
  const { status } = head;
  const isAway = status === 429 || status >= 500;
  const says = `${member.code} answered with status ${status} from ${placeOf(member)} where 200 is due${advice(head)}.`;
  const retryAfterMs = status === 429 || status === 503 ? retryAfterIn(head) : undefined;
  return {
    ...silence(isAway ? 'UNREACHABLE' : 'PROTOCOL_ERROR', says),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(status >= 400 && !isAway && { mayBeTheQuestion: true }),
  };
}

function advice(head: Head): string {
  if (head.status >= 300 && head.status < 400)
    return `: it sends us to ${shown(textOf(head, 'location'))}, and no redirect is followed; its address here must be the final one`;
  return head.status === 204 ? ': even an answer without rows has a body' : '';
}

/** Seconds, or a date; by the member's own clock, where it tells it, since that may be an hour off. */
function retryAfterIn(head: Head): number | undefined {
  const text = textOf(head, 'retry-after');
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const waitMs = Date.parse(text) - (Date.parse(textOf(head, 'date')) || Date.now());
  return waitMs > 0 ? waitMs : undefined;
}

function textOf({ headers }: Head, name: string): string {
  const value = headers[name];
  return (typeof value === 'string' ? value : (value ?? []).join(', ')).trim();
}

const shown = (text: string) => (text === '' ? 'nothing' : JSON.stringify(text.slice(0, 100)));
