import type { Json, JsonObject } from '../members/index.ts';

/**
 * The data of an answer as the text that goes on the wire. Whoever writes answers takes the text; whoever asks for the value, Apollo Server's
 * JSON.stringify among them, has it parsed.
 */
export class ShapedText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): Json {
    return JSON.parse(this.text) as Json;
  }
}

/** The data of an answer as a value, whichever engine gave it; undefined where nothing was executed. */
export function dataOf({ data }: { readonly data?: unknown }): JsonObject | null | undefined {
  return (data instanceof ShapedText ? data.toJSON() : data) as JsonObject | null | undefined;
}
