import { type FieldNode, Kind, print, type SelectionNode, type SelectionSetNode } from 'graphql';
import { ownerOf } from '../../schema/index.ts';
import {
  type Operation,
  parseOperation,
  pruned,
  selected,
  variableNames,
  variablesOf,
  withDefaults,
} from './document.ts';
import type { Json, JsonObject } from './json.ts';
import type { Member } from './member.ts';
import type { MemberText } from './member-text.ts';
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

/** AMSG's vocabularies: the planner's question goes to AMSG as it is, and its silence counts like anybody's. */
export function vertical(code: string, parts: Parts): Source {
  return (request) => {
    const { representations } = request.variables;
    const member = parts.members().find((each) => each.code === code);
    if (Array.isArray(representations))
      return member
        ? routeEntities(request, parts, { owner: () => code, textFor: (query) => textOf(query) })
        : Promise.resolve(withdrawn(code, representations.length, request));
    return askOne({ member, code, text: textOf(request.query) }, request, parts);
  };
}

/** Who is no member has no records; that is not "not found". */
function withdrawn(code: string, records: number, { calling }: FaceRequest): FaceAnswer {
  calling.hop?.missing(code, 'WITHDRAWN');
  const places = [...Array(records).keys()];
  return answerWith(
    { _entities: places.map(() => null) },
    places.map((place) => unavailable(code, ['_entities', place], 'WITHDRAWN')),
  );
}

const textOf = remembering(1_000, (query): MemberText => {
  const operation = pruned(parseOperation(query));
  return { query: print(operation), variables: variableNames(operation) };
});

/** All extensions in one face: each record's part goes to its owner, each root field to the member whose prefix it carries. */
export function extensions(owners: readonly string[], parts: Parts): Source {
  const read = remembering(1_000, parseOperation);
  const owner = ({ id }: JsonObject) => owners.find((each) => each === ownerOf(id));
  const textFor = (query: string, member: string) => ownText(`${member} ${query}`);
  return async (request) => {
    if (request.variables.representations !== undefined)
      return routeEntities(request, parts, { owner, textFor });
    const roots = [...selected([read(request.query).selectionSet], request.variables).values()];
    const asked = owners.filter((code) => roots.some(([node]) => node && isOf(code, node)));
    const answers = await Promise.all(
      asked.map((code) => {
        const member = parts.members().find((each) => each.code === code);
        return askOne({ member, code, text: textFor(request.query, code) }, request, parts);
      }),
    );
    const data = Object.assign({}, ...answers.map((each) => each.data));
    return answerWith(
      data,
      answers.flatMap((each) => each.errors ?? []),
    );
  };
}

/** The question with one member's fields alone, and the ids beside them. */
const ownText = remembering(1_000, (codeAndQuery): MemberText => {
  const space = codeAndQuery.indexOf(' ');
  const [code, query] = [codeAndQuery.slice(0, space), codeAndQuery.slice(space + 1)];
  const operation = parseOperation(query);
  const own = pruned({ ...operation, selectionSet: ownSelections(code, operation.selectionSet) });
  return { query: print(own), variables: variableNames(own) };
});

/** Fields carry the small code and an underscore; those of the contract (`id`, `__typename`) everybody knows. */
const isOf = (code: string, node: FieldNode): boolean =>
  node.name.value.startsWith(`${code.toLowerCase()}_`);
const isContracts = (node: FieldNode): boolean => /^(__|_entities$|[^_]+$)/.test(node.name.value);

function ownSelections(code: string, set: SelectionSetNode, above?: FieldNode): SelectionSetNode {
  const selections = set.selections.flatMap((node) => ownSelection(code, node, above));
  return { ...set, selections };
}

const ID: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: 'zlg_id' },
  name: { kind: Kind.NAME, value: 'id' },
};

/** Records, which stand under `_entities`, come with their ids; a fragment on Query has none. */
function ownSelection(
  code: string,
  node: SelectionNode,
  above?: FieldNode,
): readonly SelectionNode[] {
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const inner = ownSelections(code, node.selectionSet, above);
    const selections = above ? [ID, ...inner.selections] : inner.selections;
    return selections.length > 0 ? [{ ...node, selectionSet: { ...inner, selections } }] : [];
  }
  if (node.kind !== Kind.FIELD) return [];
  if (node.name.value === '_entities' && node.selectionSet)
    return [{ ...node, selectionSet: ownSelections(code, node.selectionSet, node) }];
  return isOf(code, node) || isContracts(node) ? [node] : [];
}

type One = {
  readonly member: Member | undefined;
  readonly code: string;
  readonly text: MemberText;
};

/** Root fields of one member; where it is silent each is null with an error. */
async function askOne(
  { member, code, text }: One,
  request: FaceRequest,
  parts: Parts,
): Promise<FaceAnswer> {
  const operation = parsed(text.query);
  const given = withDefaults(operation, request.variables);
  const names = [...selected([operation.selectionSet], given).keys()];
  const none = (reason: string): FaceAnswer => ({
    data: Object.fromEntries(names.map((name): readonly [string, Json] => [name, null])),
    errors: names.map((name) => unavailable(code, [name], reason)),
  });
  if (!member) {
    request.calling.hop?.missing(code, 'WITHDRAWN');
    return none('WITHDRAWN');
  }
  const asked = { query: text.query, variables: variablesOf(text.variables, request.variables) };
  const answer = await parts.send(member, asked, request.calling);
  return answer.kind === 'silent'
    ? none(answer.reason)
    : answerWith(
        answer.data,
        answer.errors.map((each) => beginningAt(names, toldBy(parts, code, each))),
      );
}

const parsed: (text: string) => Operation = remembering(1_000, parseOperation);
