import { type FieldNode, Kind, print, type SelectionNode, type SelectionSetNode } from 'graphql';
import { ownerOf } from '../../schema/index.ts';
import type { Hop } from './account.ts';
import { parseOperation, pruned, selections, variableNames, variablesOf } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import type { Answer, Member, MemberError } from './member.ts';
import type { MemberText } from './member-text.ts';
import { remembering } from './remember.ts';
import {
  answerWith,
  type FaceAnswer,
  type FaceRequest,
  type Parts,
  toldBy,
  unavailable,
} from './source.ts';

/** Which member serves a representation; undefined where nobody does. */
export type OwnerOfRepresentation = (representation: JsonObject) => string | undefined;
/** The text that a member is sent for its representations. */
export type TextFor = (query: string, member: string) => MemberText;

export type Routing = { readonly owner: OwnerOfRepresentation; readonly textFor: TextFor };

/** Each id goes to its owner, one request for each owner; the answers go back to where the ids stood. */
export async function routeEntities(
  request: FaceRequest,
  parts: Parts,
  routing: Routing = BY_ID,
): Promise<FaceAnswer> {
  const representations = (request.variables.representations ?? []) as readonly JsonObject[];
  const batches = batchesOf(representations, parts.members(), routing.owner);
  const answers = await Promise.all(
    batches.map(async (batch) => ({
      batch,
      answer: await askOwner(batch, request, { parts, routing }),
    })),
  );
  const entities: Json[] = representations.map(() => null);
  const errors: MemberError[] = [];
  for (const { batch, answer } of answers) {
    const placed = placedAnswers(batch, answer, { parts, hop: request.calling.hop });
    for (const [i, place] of batch.places.entries()) entities[place] = placed.entities[i] ?? null;
    errors.push(...placed.errors);
  }
  return answerWith({ _entities: entities }, errors);
}

/** What goes to one owner: its representations, and the places they came from. */
type Batch = {
  readonly member: Member;
  readonly places: readonly number[];
  readonly representations: readonly JsonObject[];
};

function batchesOf(
  representations: readonly JsonObject[],
  members: readonly Member[],
  owner: OwnerOfRepresentation,
): readonly Batch[] {
  const owners = representations.map(owner);
  return members.flatMap((member) => {
    const places = [...owners.keys()].filter((place) => owners[place] === member.code);
    if (places.length === 0) return [];
    return [
      { member, places, representations: places.map((place) => representations[place] ?? {}) },
    ];
  });
}

type Asking = { readonly parts: Parts; readonly routing: Routing };

function askOwner(batch: Batch, request: FaceRequest, { parts, routing }: Asking): Promise<Answer> {
  const { query, variables } = routing.textFor(request.query, batch.member.code);
  const given = { ...request.variables, representations: batch.representations };
  return parts.send(
    batch.member,
    { query, variables: variablesOf(variables, given) },
    request.calling,
  );
}

type Placing = { readonly parts: Parts; readonly hop: Hop | undefined };
type Placed = { readonly entities: readonly Json[]; readonly errors: readonly MemberError[] };

function placedAnswers(
  { member, places, representations }: Batch,
  answer: Answer,
  { parts, hop }: Placing,
): Placed {
  if (answer.kind === 'silent') {
    const errors = places.map((place) =>
      unavailable(member.code, ['_entities', place], answer.reason),
    );
    return { entities: [], errors };
  }
  const given = answer.data._entities;
  const found = Array.isArray(given) ? (given as readonly Json[]) : [];
  const fault = faultIn(member.code, representations, found);
  if (fault !== undefined) {
    parts.onBroken(member.code, fault);
    hop?.missing(member.code, 'PROTOCOL_ERROR');
    const errors = places.map((place) =>
      unavailable(member.code, ['_entities', place], 'PROTOCOL_ERROR'),
    );
    return { entities: [], errors };
  }
  return {
    entities: found,
    errors: answer.errors.flatMap((each) => moved(toldBy(parts, member.code, each), places)),
  };
}

/** As many as asked, in their order, each null or the record that was asked for. */
function faultIn(
  member: string,
  asked: readonly JsonObject[],
  found: readonly Json[],
): string | undefined {
  if (found.length !== asked.length)
    return `${member} gave ${found.length} records where ${asked.length} were asked.`;
  const place = found.findIndex((each, i) => !isOf(each, asked[i]?.id));
  if (place < 0) return undefined;
  const given = String((found[place] as JsonObject).zlg_id);
  return `${member} gave the record ${given} where ${String(asked[place]?.id)} was asked.`;
}

const isOf = (entity: Json, id: Json | undefined): boolean =>
  entity === null || id === undefined || (entity as JsonObject).zlg_id === id;

/** An error at the place of its record in the question; one that is at none of them is known to the log alone. */
function moved(error: MemberError, places: readonly number[]): readonly MemberError[] {
  const [entities, index, ...rest] = error.path ?? [];
  const place = places[Number(index)];
  if (entities === undefined || place === undefined) return [];
  return [{ ...error, path: [entities, place, ...rest] }];
}

/** The planner's text with the id of each record beside what it asks, so that a foreign one is seen. */
export const withIds = remembering(1_000, (query): MemberText => {
  const operation = parseOperation(query);
  const checked = pruned({ ...operation, selectionSet: checkedRoot(operation.selectionSet) });
  return { query: print(checked), variables: variableNames(checked) };
});

const ID = selections('zlg_id: id');

const checkedRoot = (set: SelectionSetNode): SelectionSetNode => ({
  ...set,
  selections: set.selections.map((each) => (isEntities(each) ? checkedEntities(each) : each)),
});
const isEntities = (node: SelectionNode): node is FieldNode =>
  node.kind === Kind.FIELD && node.name.value === '_entities';

const checkedEntities = (node: FieldNode): FieldNode => ({
  ...node,
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: (node.selectionSet?.selections ?? []).map((each) =>
      each.kind === Kind.INLINE_FRAGMENT
        ? {
            ...each,
            selectionSet: {
              ...each.selectionSet,
              selections: [...ID, ...each.selectionSet.selections],
            },
          }
        : each,
    ),
  },
});

const BY_ID: Routing = { owner: ({ id }) => ownerOf(id), textFor: withIds };
