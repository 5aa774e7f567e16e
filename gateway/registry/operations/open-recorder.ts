import type { DocumentNode } from 'graphql';
import { LIMITS } from '../../limits/index.ts';
import type { KnownOperation, Store } from '../database/index.ts';
import { hashOfOperation, withoutValues } from './without-values.ts';

/** A question that was found good, by the hash that its server has of its text. */
export type SeenQuestion = { readonly textHash: string; readonly document: DocumentNode };

export type Recorder = {
  /** Called for every question, so it does next to nothing for those that it knows. */
  readonly see: (question: SeenQuestion) => void;
  /** Writes down what was seen since the last time. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Counted = Omit<KnownOperation, 'times' | 'lastSeen'> & { times: number };

/** Counts questions by what they are without their values. Counts are written down now and then: who asks does not wait for it. */
export function openRecorder(
  store: Pick<Store, 'keepOperations'>,
  everyMs: number,
  onFault: (fault: unknown) => void,
): Recorder {
  let seen = new Map<string, Counted>();
  const flush = async () => {
    if (seen.size === 0) return;
    const lastSeen = new Date().toISOString();
    const counted = [...seen.values()].map((each) => ({ ...each, lastSeen }));
    seen = new Map();
    await store.keepOperations(counted, LIMITS.knownOperationsMax);
  };
  const timer = setInterval(() => void flush().catch(onFault), everyMs).unref();
  return {
    see: ({ textHash, document }) => {
      const known = seen.get(textHash);
      if (known) known.times += 1;
      else if (seen.size < LIMITS.knownOperationsMax) seen.set(textHash, countedOf(document));
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush().catch(onFault); // a gateway that stops does so without its registry too
    },
  };
}

function countedOf(question: DocumentNode): Counted {
  const document = withoutValues(question);
  return { hash: hashOfOperation(document), document, times: 1 };
}
