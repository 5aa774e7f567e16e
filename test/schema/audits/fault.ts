import type { Repository } from '../../../subgraphs/kit/repository.ts';

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** A question as it came over the wire. */
export type Question = { readonly query: string; readonly variables?: JsonObject };
/** An answer as it goes over the wire. */
export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
};

/** What a member does that it should not. */
export type Deed =
  /** It keeps or finds its records wrongly. */
  | { readonly where: 'RECORDS'; readonly mistaken: (repository: Repository) => Repository }
  /** It answers another question than it was asked. */
  | { readonly where: 'QUESTION'; readonly bend: (question: Question) => Question }
  /** It writes its answer wrongly. */
  | {
      readonly where: 'ANSWER';
      readonly bend: (answer: JsonObject, question: Question) => JsonObject;
    }
  /** It speaks HTTP wrongly, or waits. */
  | {
      readonly where: 'REPLY';
      readonly bend: (reply: Reply, question: Question) => Reply | Promise<Reply>;
    };

/** A row of the table: what is wrong with the member in words and in deed, and the first claim that it breaks. */
export type Fault = readonly [says: string, deed: Deed, breaks: string];
