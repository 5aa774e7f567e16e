import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  Supergraph,
} from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import type { Types } from '../execute/index.ts';
import { inDueOrder } from './in-due-order.ts';
import { type InterfaceObjects, interfaceObjectsIn } from './interface-objects.ts';
import { type Keys, keysIn } from './keys.ts';
import { namesInPlans } from './names-in-plans.ts';
import { type Overridden, openOverrides } from './overrides.ts';
import { requiredIn } from './required-in.ts';
import { type Requirements, requirementsIn } from './requirements.ts';

/** Planning cannot be stopped by a clock; these bound its work. Beyond the first it drops options, beyond the second it gives up. */
export type PlannerLimits = { readonly maxEvaluatedPlans?: number; readonly pathsLimit?: number };

export type Planner = {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** What subgraphs may be asked, too. */
  readonly wholeSchema: GraphQLSchema;
  readonly types: Types;
  readonly keys: Keys;
  readonly requirements: Requirements;
  readonly interfaceObjects: InterfaceObjects;
  readonly namesInPlans: ReadonlySet<string>;
  /** Throws where the planner gives up. */
  readonly plan: (document: DocumentNode, operationName: string | undefined) => QueryPlan;
  /** Which progressive overrides hold for a request, drawn anew each time, and the planner that plans so. */
  readonly drawn: () => { readonly key: string; readonly planner: Planner };
};

/** What Apollo's own gateway can do, and arguments from context. A supergraph that needs more is refused. */
const FEATURES = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  'https://specs.apollo.dev/context/v0.1',
]);

/** Apollo's query planner over a supergraph, and what execution must know of the supergraph beside its plans. */
export function openPlanner(sdl: string, limits: PlannerLimits): Planner {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: FEATURES });
  const planner = new QueryPlanner(supergraph, { debug: limits });
  const api = supergraph.apiSchema();
  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  const document = parse(sdl, { noLocation: true });
  const overridden = openOverrides(document);
  const keys = keysIn(document);
  const knowing = { schema: wholeSchema, keys, requiredIn: requiredIn(document) };
  const planBy =
    (labels: Overridden['labels']): Planner['plan'] =>
    (asked, operationName) => {
      const named = operationName === undefined ? {} : { operationName };
      const operation = operationFromDocument(api, asked, named);
      const options = { overrideConditions: new Map(labels) };
      return inDueOrder(planner.buildQueryPlan(operation, options), knowing);
    };
  const opened: Planner = {
    schema: api.toGraphQLJSSchema(),
    wholeSchema,
    types: typesOf(wholeSchema),
    keys,
    requirements: requirementsIn(document, wholeSchema),
    interfaceObjects: interfaceObjectsIn(document),
    namesInPlans: namesInPlans(document),
    plan: planBy(new Map()),
    drawn: () => {
      const { key, labels } = overridden();
      return { key, planner: key === '' ? opened : { ...opened, plan: planBy(labels) } };
    },
  };
  return opened;
}

/** By the supergraph's own schema, for plans know types that clients do not see. */
function typesOf(schema: GraphQLSchema): Types {
  const objects = new Set<unknown>(
    Object.values(schema.getTypeMap()).flatMap((each) => (isObjectType(each) ? [each.name] : [])),
  );
  return {
    isObjectType: (typename) => objects.has(typename),
    isOfType: (typename, of) => {
      if (typename === of) return true;
      const [type, abstract] = [schema.getType(typename), schema.getType(of)];
      const isSubject = isObjectType(type) || isInterfaceType(type);
      return isSubject && isAbstractType(abstract) && schema.isSubType(abstract, type);
    },
  };
}
