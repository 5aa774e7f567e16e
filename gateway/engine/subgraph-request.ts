import type { Calling, FaceRequest, JsonObject } from '../members/index.ts';
import type { SubgraphAsk } from './execute/index.ts';

/** An ask as a source takes it. Whoever sends it on over HTTP takes the text of its variables; whoever reads them has them parsed, once. */
export class SubgraphRequest implements FaceRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  readonly calling: Calling;
  /** What it gives goes through sources to the engine as it is: nobody between them looks at values. */
  readonly read: FaceRequest['read'];
  readonly #ask: SubgraphAsk;
  #variables: JsonObject | undefined;

  constructor(ask: SubgraphAsk, calling: Calling) {
    this.query = ask.question.query;
    this.operationName = ask.question.operationName;
    this.isMutation = ask.question.isMutation;
    this.calling = calling;
    this.read = ask.read as FaceRequest['read'];
    this.#ask = ask;
  }

  get variables(): JsonObject {
    this.#variables ??= readVariables(this.#ask);
    return this.#variables;
  }

  /** JSON of the variables, entities first. */
  get variablesText(): string {
    const text = JSON.stringify(this.#ask.variables);
    const entities = entitiesText(this.#ask);
    if (entities === '') return text;
    return text === '{}' ? `{${entities}}` : `{${entities},${text.slice(1)}`;
  }
}

/** The variables with entities as an object of JSON has them, without its braces. */
function entitiesText({ representations, lists }: SubgraphAsk): string {
  if (representations) return `"representations":[${representations.join(',')}]`;
  if (!lists) return '';
  return Object.entries(lists)
    .map(([name, texts]) => `"${name}":[${texts.join(',')}]`)
    .join(',');
}

const readVariables = (ask: SubgraphAsk): JsonObject => ({
  ...ask.variables,
  ...(JSON.parse(`{${entitiesText(ask)}}`) as JsonObject),
});
