export type { Accompany, Answer, Asked, Companion, ReadQuestion } from './companion.ts';
export type { HttpQuestion } from './http-question.ts';
export type { MemberDetail, MemberRow } from './member-row.ts';
export type { Listening, OnHttp, Served, Serving } from './serving.ts';
export { type Ordinary, startOrdinaryServer } from './start-ordinary-server.ts';
export { startServer } from './start-server.ts';
