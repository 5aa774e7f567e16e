import type { Ask } from './outcome.ts';

/**
 * A server may close a kept socket just as we write to it; it has then seen nothing, and one that is opened for this ask will do. Nothing
 * else is tried again: what a member has begun to answer, it has been asked.
 */
export const retriesOnce =
  (askOnNewSocket: Ask) =>
  (ask: Ask): Ask =>
  (member, request, calling) =>
    ask(member, request, calling).then((first) =>
      first.wasTired && !calling.signal.aborted ? askOnNewSocket(member, request, calling) : first,
    );
