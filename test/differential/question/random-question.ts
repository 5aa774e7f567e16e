import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { chanceOf } from '../../oracle/chance.ts';
import type { Draft, Manner } from './draft.ts';
import { selectionText } from './random-selection.ts';

export type RandomQuestion = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** A valid question over what a client sees, decided by the seed; a draft that is not valid is thrown away. */
export function randomQuestion(
  schema: GraphQLSchema,
  seed: string,
  manner: Manner,
): RandomQuestion {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const question = draftQuestion(schema, `${seed} ${attempt}`, manner);
    if (validate(schema, parse(question.query)).length === 0) return question;
  }
  throw new Error(`Expected a valid question of seed ${seed} within 40 attempts, got none.`);
}

function draftQuestion(schema: GraphQLSchema, seed: string, manner: Manner): RandomQuestion {
  const chance = chanceOf(seed);
  const draft: Draft = {
    ...{ ...manner, schema, chance, left: 6 + chance.below(30) },
    ...{ variables: new Map(), fragments: [], names: new Map() },
  };
  const mutation = schema.getMutationType();
  const isMutation = mutation && chance.happens(0.12);
  const root = isMutation ? mutation : queryType(schema);
  const body = selectionText(draft, root, { place: '', depth: 3 + chance.below(4) });
  return {
    query: [`${headOf(draft, isMutation)} ${body}`, ...fragmentsOf(draft)].join('\n'),
    variables: valuesOf(draft),
  };
}

function headOf({ variables }: Draft, isMutation: unknown): string {
  const definitions = [...variables.values()].map(({ definition }) => definition);
  const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return `${isMutation ? 'mutation' : 'query'} Asked${head}`;
}

const fragmentsOf = ({ fragments }: Draft): readonly string[] =>
  fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`);

/** As JSON, as they arrive; one without a value is left out. */
const valuesOf = ({ variables }: Draft): RandomQuestion['variables'] =>
  JSON.parse(
    JSON.stringify(Object.fromEntries([...variables].map(([name, { value }]) => [name, value]))),
  );

function queryType(schema: GraphQLSchema): GraphQLNamedType & GraphQLObjectType {
  const query = schema.getQueryType();
  if (!query) throw new Error('Expected a schema with a query type, got none.');
  return query;
}
