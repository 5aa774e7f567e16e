import {
  buildASTSchema,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  parse,
  print,
} from 'graphql';
import {
  argumentsOf,
  type Contract,
  fieldOf,
  ownerOf,
  parseMemberCode,
} from '../../schema/index.ts';
import {
  type Operation,
  parseOperation,
  pruned,
  selected,
  variableNames,
  variablesOf,
  withDefaults,
} from './document.ts';
import type { JsonObject } from './json.ts';
import type { MemberError } from './member.ts';
import { remembering } from './remember.ts';
import { routeEntities } from './route-entities.ts';
import {
  answerWith,
  beginningAt,
  type FaceAnswer,
  type FaceRequest,
  type Parts,
  type Source,
  toldBy,
  unavailable,
} from './source.ts';

/** The national face: each id goes to its owner; a lookup goes to the one member that its argument names. */
export function national(sdl: string, parts: Parts): Source {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const read = remembering(1_000, parseOperation);
  return (request) => {
    if (request.variables.representations !== undefined) return routeEntities(request, parts);
    const operation = read(request.query);
    const variables = withDefaults(operation, request.variables);
    return lookUpAll({ parts, schema, operation, request: { ...request, variables } });
  };
}

type Lookups = {
  readonly parts: Parts;
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly request: FaceRequest;
};

async function lookUpAll(lookups: Lookups): Promise<FaceAnswer> {
  const { operation, request } = lookups;
  const roots = [...selected([operation.selectionSet], request.variables)];
  const answers = await Promise.all(roots.map(([name, nodes]) => lookUp(lookups, name, nodes)));
  const errors = answers.flatMap((each) => each.errors ?? []);
  return answerWith(Object.assign({}, ...answers.map((each) => each.data)), errors);
}

async function lookUp(
  lookups: Lookups,
  name: string,
  nodes: readonly FieldNode[],
): Promise<FaceAnswer> {
  const [node] = nodes;
  if (!node || node.name.value === '__typename') return { data: { [name]: 'Query' } };
  const { parts, operation, request } = lookups;
  const code = memberNamed(lookups, node);
  const member = parts.members().find((each) => each.code === code);
  if (!member) return { data: { [name]: null } };
  const { query, variables } = textOf(operation, nodes);
  const asked = { query, variables: variablesOf(variables, request.variables) };
  const answer = await parts.send(member, asked, request.calling);
  if (answer.kind === 'silent')
    return failed(name, unavailable(member.code, [name], answer.reason));
  const foreign = foreignId(lookups, node, answer.data[name] as JsonObject | null);
  if (foreign === undefined)
    return answerWith(
      { [name]: answer.data[name] ?? null },
      answer.errors.map((each) => beginningAt([name], toldBy(parts, member.code, each))),
    );
  parts.onBroken(member.code, `${member.code} gave the record ${foreign} where another was asked.`);
  request.calling.hop?.missing(member.code, 'PROTOCOL_ERROR');
  return failed(name, unavailable(member.code, [name], 'PROTOCOL_ERROR'));
}

const failed = (name: string, error: MemberError): FaceAnswer => ({
  data: { [name]: null },
  errors: [error],
});

/** The member that the lookup's argument names: a code, or the owner of an id. */
function memberNamed(
  { parts, schema, operation, request }: Lookups,
  node: FieldNode,
): string | undefined {
  const definition = schema.getQueryType()?.getFields()[node.name.value];
  const by = routedBy(parts.contract, node.name.value);
  if (!definition || by === undefined) return undefined;
  const { coerced = {} } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables,
  );
  const value = getArgumentValues(definition, node, coerced)[by];
  return ownerOf(value) ?? parseMemberCode(value);
}

const routedBy = (contract: Contract, field: string): string | undefined =>
  argumentsOf(fieldOf(contract.types.get('Query'), field), 'routed')?.by;

/** An id beside the answer that is not the one asked for; only what the gateway itself asked is looked at. */
function foreignId(
  lookups: Lookups,
  node: FieldNode,
  value: JsonObject | null,
): string | undefined {
  const given = value?.zlg_id;
  if (given === undefined) return undefined;
  const { schema, operation, request } = lookups;
  const definition = schema.getQueryType()?.getFields()[node.name.value];
  const { coerced = {} } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables,
  );
  const asked = definition && getArgumentValues(definition, node, coerced).id;
  return given === asked ? undefined : String(given);
}

function textOf(operation: Operation, nodes: readonly FieldNode[]) {
  const alone = pruned({
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes.map(withId) },
  });
  return { query: print(alone), variables: variableNames(alone) };
}

const ID = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: 'zlg_id' },
  name: { kind: Kind.NAME, value: 'id' },
} as const;

/** `record` gives an object with the id asked for; ask for it, so that a foreign one is seen. */
function withId(node: FieldNode): FieldNode {
  if (node.name.value !== 'record' || !node.selectionSet) return node;
  const selections = [ID, ...node.selectionSet.selections];
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
