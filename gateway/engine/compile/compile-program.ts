import { type DocumentNode, type GraphQLError, getVariableValues, Kind } from 'graphql';
import {
  type Fetching,
  type Json,
  openEntityAsks,
  type Run,
  tellingFailures,
} from '../execute/index.ts';
import { isOfOthers, type WriteOptions, writeAnswer } from '../shape/index.ts';
import { type Executed, finished } from './finished.ts';
import { introspecting } from './introspect.ts';
import { normalised } from './normalised.ts';
import { openSteps, type StepsParts } from './open-steps.ts';
import { plannersVariables } from './rename-variables.ts';
import { runParts } from './run-parts.ts';
import { openShapes, operationIn } from './shapes.ts';
import { splitConflicts } from './split-conflicts.ts';

/** An operation, compiled once: a plan and variables in, text out. */
export type Program = {
  /** What is wrong with the variables of a request. */
  readonly faultsOf: (variables: Variables) => readonly GraphQLError[];
  readonly execute: (asked: Asked) => Promise<Executed>;
};
export type Variables = Readonly<Record<string, Json>>;
export type Asked = {
  /** As the client gave them; they have no faults. */
  readonly variables: Variables;
  readonly fetching: Fetching;
  readonly charactersMax: number;
};

export type ProgramParts = Omit<StepsParts, 'operationName'>;

/** Plans a valid operation and compiles it. Throws where the planner gives up. */
export function compileProgram(
  document: DocumentNode,
  operationName: string | undefined,
  { planner, followed }: ProgramParts,
): Program {
  const { schema, wholeSchema, requirements, types, namesInPlans } = planner;
  const { whole, asked, introspection } = normalised(planner, document, operationName);
  const parts = asked ? splitConflicts(asked, requirements, wholeSchema) : [];
  const steps = parts.map((part) => openSteps(part, { planner, operationName, followed }));
  const shapes = openShapes(schema, whole);
  const answersItself = introspecting(schema, introspection);
  const operation = operationIn(whole);
  const isReading = operation.operation === 'query';
  const definitions = clientsDefinitions(document, operationName);
  return {
    faultsOf: (variables) =>
      definitions.length > 0
        ? (getVariableValues(schema, definitions, variables).errors ?? [])
        : [],
    execute: async ({ fetching, charactersMax, ...given }) => {
      const variables = plannersVariables(given.variables);
      const conditions = shapes.conditionsOf(variables);
      const shape = shapes.shapeFor(conditions, answersItself(given.variables));
      const whole = steps.length === 1 ? shape : undefined;
      const open = () => openRun({ variables, conditions, fetching, shape: whole }, isReading);
      const run = await runParts(
        steps.map((stepFor) => stepFor(conditions)),
        open,
        types,
      );
      const { data } = run;
      const answered = { schema, shape, data, namesInPlans };
      const errors = run.errors.filter(({ path = [] }) => !isOfOthers(path, answered));
      return finished({ errors }, await writeAnswer(shape, data, writeOptions(run, charactersMax)));
    },
  };
}

function openRun(
  given: Pick<Run, 'variables' | 'conditions' | 'fetching' | 'shape'>,
  isReading: boolean,
): Run {
  const fetching = tellingFailures(given.fetching);
  return {
    ...given,
    fetching,
    data: {},
    entities: openEntityAsks(fetching, isReading),
    errors: [],
    shares: false,
    copies: 0,
  };
}

const writeOptions = ({ shares }: Run, charactersMax: number): WriteOptions => ({
  shares,
  charactersMax,
});

function clientsDefinitions(document: DocumentNode, operationName: string | undefined) {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const chosen =
    operationName === undefined
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  return chosen?.variableDefinitions ?? [];
}
