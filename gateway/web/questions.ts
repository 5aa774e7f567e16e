import { readFileSync } from 'node:fs';
import { Kind, parse, TokenKind } from 'graphql';

/** A question that the explorer offers, ready to run as it stands. */
export type Question = {
  /** Name of its operation: `Q06_MinesInBox`. */
  readonly name: string;
  /** The line above it: what it asks. */
  readonly asks: string;
  readonly document: string;
};

/** The questions of `questions.graphql`, in their order. */
export const QUESTIONS: readonly Question[] = readQuestions(
  readFileSync(new URL('./questions.graphql', import.meta.url), 'utf8'),
);

function readQuestions(source: string): readonly Question[] {
  return parse(source).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.loc) return [];
    const { startToken, start, end } = definition.loc;
    const asks = startToken.prev?.kind === TokenKind.COMMENT ? startToken.prev.value.trim() : '';
    const document = `# ${asks}\n${source.slice(start, end)}\n`;
    return [{ name: definition.name?.value ?? '', asks, document }];
  });
}
