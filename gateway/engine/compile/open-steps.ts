import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { Step } from '../execute/index.ts';
import type { Conditions } from '../shape/index.ts';
import { byAssignment } from './by-assignment.ts';
import { compilePlan } from './compile-plan.ts';
import { decided } from './decided.ts';
import { fetchesIn } from './fetches-in.ts';
import type { Keys } from './keys.ts';
import type { Planner } from './planner.ts';
import { conditionNames, operationIn } from './shapes.ts';

export type StepsParts = {
  readonly planner: Planner;
  readonly operationName: string | undefined;
  /** The operations of a plan's fetches that another hop waits for. */
  readonly followed: (plan: QueryPlan) => ReadonlySet<string>;
};

/**
 * The steps of an operation. One plan serves all requests, whatever its conditions say, but where the planner's goes wrong: it makes a mutation
 * twice that stands under two conditions, and others out of order; and it wants all that any field of a hop requires, even of those that a
 * condition has taken out. Then there is a plan for each assignment.
 */
export function openSteps(asked: DocumentNode | undefined, parts: StepsParts) {
  if (!asked) return () => NO_STEP;
  if (operationIn(asked).operation === 'mutation') return ofEachAssignment(asked, parts);
  const plan = parts.planner.plan(asked, parts.operationName);
  if (fetchesIn(plan).some((each) => mayLackRequired(each, parts.planner.keys)))
    return ofEachAssignment(asked, parts);
  const step = stepOf(plan, parts);
  return () => step;
}

const NO_STEP: Step = () => undefined;

function stepOf(plan: QueryPlan, { planner, followed }: StepsParts): Step {
  const waitedFor = followed(plan);
  const isFollowed = (operation: string) => waitedFor.has(operation);
  return compilePlan(plan, { ...planner.types, keys: planner.keys, isFollowed });
}

function ofEachAssignment(asked: DocumentNode, parts: StepsParts) {
  const { planner, operationName } = parts;
  return byAssignment(conditionNames(asked), (conditions: Conditions): Step => {
    const document = decided(planner.schema, asked, conditions);
    return document ? stepOf(planner.plan(document, operationName), parts) : NO_STEP;
  });
}

/** Whether conditions may take out a field for which more than a key is wanted. */
const mayLackRequired = ({ operation, requires = [], serviceName }: FetchNode, keys: Keys) =>
  /@(skip|include)\(/.test(operation) &&
  requires.some((each) => each.kind === 'InlineFragment' && isMoreThanKey(each, serviceName, keys));

type Fragment = Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>;

function isMoreThanKey({ typeCondition, selections }: Fragment, service: string, keys: Keys) {
  const known = keys.get(`${service} ${typeCondition}`) ?? [];
  const names = new Set(['__typename', ...known.flat().map(({ name }) => name)]);
  return selections.some((each) => each.kind !== 'Field' || !names.has(each.name));
}
