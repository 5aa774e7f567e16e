import { PAGE } from '../../schema/index.ts';

/** Every limit of the gateway, with its unit. Whoever keeps one takes it from here. */
export const LIMITS = {
  pageRowsMin: PAGE.least,
  pageRowsMax: PAGE.most,
  /** Of a request; a question with its variables is a few kilobytes. */
  requestBodyBytesMax: 1_048_576,
  /** For a request to arrive whole; who sends slower holds no socket. */
  requestMsMax: 30_000,
  /** Of a question: below the first nobody far away can answer, above the second nobody waits. */
  deadlineMsMin: 100,
  deadlineMsMax: 60_000,
  /** To one member, at a time. */
  memberConnectionsMax: 64,
  /** Of one answer of a member; what is longer is not read. */
  memberAnswerBytesMax: 16_777_216,
  /** To finish what has begun, so that everything has stopped within two seconds. */
  drainMsMax: 1_200,
} as const satisfies Readonly<Record<string, number>>;
