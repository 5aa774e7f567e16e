import { remembering } from '../members/index.ts';
import {
  ENTITIES_AT_ONCE,
  type Fetching,
  type SubgraphAnswer,
  type SubgraphAsk,
  type SubgraphError,
} from './execute/index.ts';
import { joinedQuery, partName } from './joined-query.ts';

/** Servers that guard themselves commonly refuse a question of more than some fifteen aliases. */
const ASKS_AT_ONCE = 10;

/** What is asked where several questions are joined. */
type JoinedQuestion = {
  readonly query: string;
  /** Whether the subgraph has answered its parts, and not the whole: it is not asked again. */
  isRefused: boolean;
};
export type JoinedQuestions = (queries: readonly string[]) => JoinedQuestion;

/** A plan's questions are few, and joined in few ways: each is written once. */
export function openJoinedQuestions(): JoinedQuestions {
  const make = (texts: string): JoinedQuestion => ({
    query: joinedQuery(texts.split(BETWEEN)),
    isRefused: false,
  });
  const known = remembering(QUESTIONS_KEPT, make, CHARACTERS_KEPT);
  return (queries) => known(queries.join(BETWEEN));
}

const QUESTIONS_KEPT = 1_000;
const CHARACTERS_KEPT = 4_194_304;
/** It stands in no text of GraphQL. */
const BETWEEN = '\0';

export type Joining = {
  readonly questions: JoinedQuestions;
  /** Whether a subgraph answers any question of GraphQL, and not only such as the planner writes. */
  readonly mayJoin: (service: string) => boolean;
};

/**
 * The same for one request, but what is asked in one turn of the entities of one subgraph is one question. Where that has no data at all, each
 * part is asked by itself, as if they had never been joined: reading twice changes nothing, and what fails in one part is no loss to another.
 */
export function joining(fetching: Fetching, { questions, mayJoin }: Joining): Fetching {
  const waves = new Map<string, Wave>();
  const open = (service: string): Wave => {
    const answers = Promise.resolve().then(() => {
      if (waves.get(service) === wave) waves.delete(service);
      return askTogether(wave.asks, fetching, questions);
    });
    const wave: Wave = { asks: [], answers };
    waves.set(service, wave);
    return wave;
  };
  return async (ask) => {
    const { service } = ask.question;
    if (!isOfEntities(ask) || !mayJoin(service)) return await fetching(ask);
    const opened = waves.get(service);
    const wave = opened && hasRoom(opened, ask) ? opened : open(service);
    const part = wave.asks.push(ask) - 1;
    return (await wave.answers)[part] ?? NOTHING;
  };
}

type EntitiesAsk = SubgraphAsk & { readonly representations: readonly string[] };
/** The asks of one turn to one subgraph; it grows until it is sent. */
type Wave = {
  readonly asks: EntitiesAsk[];
  readonly answers: Promise<readonly SubgraphAnswer[]>;
};
const NOTHING: SubgraphAnswer = { data: null };

const isOfEntities = (ask: SubgraphAsk): ask is EntitiesAsk => ask.representations !== undefined;

function hasRoom({ asks }: Wave, ask: EntitiesAsk): boolean {
  const entities = [...asks, ask].reduce((sum, each) => sum + each.representations.length, 0);
  const agree = asks.every((each) => isAgreed(each.variables, ask.variables));
  return agree && asks.length < ASKS_AT_ONCE && entities <= ENTITIES_AT_ONCE;
}

/** One request gives a variable one value. A client does so, too; what comes from context has many. */
const isAgreed = (one: SubgraphAsk['variables'], other: SubgraphAsk['variables']): boolean =>
  Object.keys(one).every((name) => !Object.hasOwn(other, name) || one[name] === other[name]);

async function askTogether(
  asks: readonly EntitiesAsk[],
  fetching: Fetching,
  questions: JoinedQuestions,
): Promise<readonly SubgraphAnswer[]> {
  const askAlone = () => Promise.all(asks.map((each) => fetching(each)));
  const [first, ...others] = asks;
  if (!first || others.length === 0) return await askAlone();
  const question = questions(asks.map((each) => each.question.query));
  if (question.isRefused) return await askAlone();
  const answer = await fetching(joinedAsk(first, asks, question.query));
  if (answer.data !== null) return partsOf(answer.data, answer.errors ?? [], asks);
  const alone = await askAlone();
  question.isRefused = isOfNoField(answer) && alone.some(({ data }) => data !== null);
  return alone;
}

const isOfNoField = ({ errors = [] }: SubgraphAnswer): boolean =>
  errors.every(({ path }) => path === undefined);

/** They give a variable the same value. */
const joinedAsk = (
  { question, path }: EntitiesAsk,
  asks: readonly EntitiesAsk[],
  query: string,
): SubgraphAsk => ({
  question: { ...question, query },
  path,
  variables: Object.assign({}, ...asks.map((each) => each.variables)),
  lists: Object.fromEntries(asks.map((each, part) => [partName(part), each.representations])),
});

/** Each as if it had been asked by itself. An error of no part is told by the first. */
function partsOf(
  data: NonNullable<SubgraphAnswer['data']>,
  errors: readonly SubgraphError[],
  asks: readonly EntitiesAsk[],
): readonly SubgraphAnswer[] {
  const told = asks.map((): SubgraphError[] => []);
  const parts = new Map(asks.map((_, part) => [partName(part), told[part]]));
  for (const { path = [], ...error } of errors) {
    const [first, ...rest] = path;
    const part = parts.get(String(first));
    if (part) part.push({ ...error, path: ['_entities', ...rest] });
    else told[0]?.push(error);
  }
  return told.map((each, part) => ({
    data: { _entities: data[partName(part)] },
    ...(each.length > 0 && { errors: each }),
  }));
}
