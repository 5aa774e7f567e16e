import type { Dispatcher } from 'undici';
import type { MemberAddress, MemberRequest } from '../member.ts';
import { faultInHead } from './fault-in-head.ts';
import type { Line } from './lines.ts';
import type { Outcome } from './outcome.ts';

export type AnswerLimits = {
  readonly answerBytesMax: number;
  readonly headerBytesMax: number;
  readonly answerDepthMax: number;
};
export type Exchange = {
  readonly member: MemberAddress;
  readonly path: string;
  readonly request: MemberRequest;
  readonly limits: AnswerLimits;
};
/** An answer to its last byte, or what it comes to by its head alone: a socket that was not read to its end carries no other question. */
export type Exchanged =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly outcome: Outcome };

/** One question and its answer on one line. It rejects where the line breaks, or is dropped meanwhile. */
export const exchange = ({ client }: Line, { path, ...exchanging }: Exchange): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const { query, variables } = exchanging.request;
    const body = JSON.stringify({ query, variables });
    const question = { path, method: 'POST', headers: HEADERS, body } as const;
    client.dispatch(question, reading(exchanging, resolve, reject));
  });

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

/** Takes the answer as it comes: a stream around each would cost more than reading it. */
function reading(
  { member, limits }: Omit<Exchange, 'path'>,
  resolve: (exchanged: Exchanged) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  return {
    onRequestStart() {},
    onResponseStart(_, status, headers) {
      if (status < 200) return; // it says that it goes on
      const outcome = faultInHead(member, { status, headers }, limits);
      if (outcome) resolve({ kind: 'refused', outcome });
    },
    onResponseData(_, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      const [only] = chunks;
      resolve({
        kind: 'whole',
        bytes: only && chunks.length === 1 ? only : Buffer.concat(chunks),
      });
    },
    onResponseError(_, error) {
      reject(error);
    },
  };
}
