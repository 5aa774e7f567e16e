import { type GraphQLSchema, getOperationAST, OperationTypeNode } from 'graphql';
import type { Asked, Companion, ReadQuestion } from '../companion.ts';
import type { Fault } from '../errors.ts';
import { operationFault } from '../operation-fault.ts';
import type { DocumentReading, ReadDocument } from './documents.ts';
import { faultOf } from './fault.ts';
import type { Question } from './parse-question.ts';

/** A question that may be executed, or why it may not, with the status of that. */
export type QuestionRead =
  | { readonly kind: 'read'; readonly asked: ReadQuestion }
  | {
      readonly kind: 'refused';
      readonly asked: Asked;
      readonly faults: readonly Fault[];
      readonly status: number;
    };

type With = {
  readonly schema: GraphQLSchema;
  readonly readDocument: ReadDocument;
  readonly companion: Companion;
};

export function readQuestion(question: Question, parts: With): QuestionRead {
  if (question.isPersisted) return refused(NOBODY, 200, PERSISTED);
  if (question.text === '') return refused(NOBODY, 400, NO_TEXT);
  const reading = parts.readDocument(question.text);
  return reading.kind === 'refused'
    ? refused({ ...NOBODY, queryHash: reading.queryHash }, 400, ...reading.faults)
    : choose(question, reading, parts);
}

const NOBODY: Asked = { queryHash: '', operationName: null };
/** Clients that name a question by its hash take this for a wish to have its text, under a status of success alone. */
const PERSISTED = faultOf(
  { message: 'PersistedQueryNotSupported' },
  'PERSISTED_QUERY_NOT_SUPPORTED',
);
const NO_TEXT = faultOf(
  {
    message: 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
  },
  'BAD_REQUEST',
);

const refused = (asked: Asked, status: number, ...faults: readonly Fault[]): QuestionRead => ({
  kind: 'refused',
  asked,
  status,
  faults,
});

type Read = Extract<DocumentReading, { readonly kind: 'read' }>;

/** Its operation is chosen, held against the schema, and then against all that companions know. */
function choose(question: Question, { document, queryHash }: Read, parts: With): QuestionRead {
  const operation = getOperationAST(document, question.operationName) ?? undefined;
  const operationName = operation?.name?.value ?? null;
  if (question.isSafe && operation && operation.operation !== OperationTypeNode.QUERY)
    return refused({ queryHash, operationName }, 405, noQuery(operation.operation));
  const fault = operationFault({ document, operation, schema: parts.schema });
  if (fault || !operation)
    return refused({ queryHash, operationName }, 400, ...(fault ? [fault] : []));
  const asked = { queryHash, operationName, document, operation, variables: question.variables };
  const refusal = parts.companion.refuses?.(asked);
  return refusal ? refused(asked, 500, refusal) : { kind: 'read', asked };
}

const noQuery = (kind: OperationTypeNode): Fault =>
  faultOf(
    { message: `GET requests only support query operations, not ${kind} operations` },
    'BAD_REQUEST',
  );
