import type { Calling, FaceRequest, JsonObject } from '../members/index.ts';
import type { SubgraphAsk } from './execute/index.ts';

/** An ask as a source takes it. Whoever sends it on over HTTP takes the text of its variables; whoever reads them has them parsed, once. */
export class SubgraphRequest implements FaceRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  readonly calling: Calling;
  readonly #ask: SubgraphAsk;
  #variables: JsonObject | undefined;

  constructor(ask: SubgraphAsk, calling: Calling) {
    this.query = ask.question.query;
    this.operationName = ask.question.operationName;
    this.isMutation = ask.question.isMutation;
    this.calling = calling;
    this.#ask = ask;
  }

  get variables(): JsonObject {
    this.#variables ??= readVariables(this.#ask);
    return this.#variables;
  }

  /** JSON of the variables, entities first. */
  get variablesText(): string {
    const { representations, variables } = this.#ask;
    const text = JSON.stringify(variables);
    if (!representations) return text;
    const entities = `{"representations":[${representations.join(',')}]`;
    return text === '{}' ? `${entities}}` : `${entities},${text.slice(1)}`;
  }
}

function readVariables({ representations, variables }: SubgraphAsk): JsonObject {
  if (!representations) return variables;
  const entities = JSON.parse(`[${representations.join(',')}]`) as JsonObject['representations'];
  return { ...variables, representations: entities ?? [] };
}
