// The subgraphs of a workload in one process, each on a port of its own: `canned-subgraphs.ts WORKLOAD`. Answers are kept bytes.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { answering } from '../processes/index.ts';
import { federated, type Part, workloadNamed } from '../workloads/index.ts';
import { answerOf } from './canned-answers.ts';
import { giveCanned } from './give-canned.ts';
import { keeping } from './keeping.ts';
import { listen } from './listen.ts';

const asked = new Set<string>();

const subgraphs = await Promise.all(
  Object.entries(workloadNamed(process.argv[2] ?? '').parts).map(async ([name, part]) => {
    const canned = cannedSubgraph(name, part);
    const url = await listen((request, response) => void giveCanned(canned, request, response));
    return [name, url] as const;
  }),
);

function cannedSubgraph(name: string, part: Part) {
  const schema = buildSubgraphSchema({ typeDefs: federated(part), resolvers: part.resolvers });
  return keeping(
    (body) => answerOf(schema, body),
    (body) => asked.add(`${name} ${body}`),
  );
}

answering({
  urls: () => Object.fromEntries(subgraphs),
  /** The bodies of all requests so far, each once, behind the name of the subgraph. */
  asked: () => [...asked],
});
