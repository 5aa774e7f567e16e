import type {
  DocumentNode,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

/** A question that has been read and is valid. */
export type ReadQuestion = Asked & {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What is known of a question even where it could not be read. */
export type Asked = {
  /** Of its text, SHA-256 in hexadecimal digits; empty where there is no text. */
  readonly queryHash: string;
  /** Of the operation that is executed; null where it has none, or where there is none to execute. */
  readonly operationName: string | null;
};

/** What goes out. `data` is undefined where the question was refused before it was executed. */
export type Answer = FormattedExecutionResult & {
  /** Of HTTP. */
  readonly status: number;
};

/**
 * Goes with one question, from its beginning to its answer, and is told of each step at its time. Nothing here waits for anybody, so that a
 * question whose text is known goes from its bytes to its execution in one turn.
 */
export type Companion = {
  /** Why the question may not be executed; undefined where it may. */
  readonly refuses?: (question: ReadQuestion) => GraphQLError | undefined;
  /** The question has passed every check, and is executed now. */
  readonly executes?: (question: ReadQuestion) => void;
  /** What goes out in place of this answer. */
  readonly answers?: (answer: Answer, asked: Asked) => Answer;
};

/** Called when a question comes, with the schema that it is read with from then on. */
export type Accompany<Context> = (began: Began<Context>) => Companion;
export type Began<Context> = { readonly schema: GraphQLSchema; readonly context: Context };

/** Several as one, in their order: the first that refuses is the last that is asked. */
export const together =
  <Context>(all: readonly Accompany<Context>[]): Accompany<Context> =>
  (began) => {
    const companions = all.map((accompany) => accompany(began));
    return {
      refuses: (question) => {
        for (const each of companions) {
          const fault = each.refuses?.(question);
          if (fault) return fault;
        }
        return undefined;
      },
      executes: (question) => {
        for (const each of companions) each.executes?.(question);
      },
      answers: (answer, asked) =>
        companions.reduce((told, each) => each.answers?.(told, asked) ?? told, answer),
    };
  };
