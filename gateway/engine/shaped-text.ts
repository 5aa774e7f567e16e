import type { Json, JsonObject } from '../members/index.ts';

/**
 * The data of an answer as it goes on the wire. Whoever writes answers takes the bytes, which are made once however many are given the answer;
 * whoever asks for the value, Apollo Server's JSON.stringify among them, has it parsed.
 */
export class ShapedText {
  readonly #written: string | Buffer;
  #bytes: Buffer | undefined;

  constructor(written: string | Buffer) {
    this.#written = written;
  }

  get bytes(): Buffer {
    this.#bytes ??= typeof this.#written === 'string' ? Buffer.from(this.#written) : this.#written;
    return this.#bytes;
  }

  get text(): string {
    return this.#written.toString();
  }

  toJSON(): Json {
    return JSON.parse(this.text) as Json;
  }
}

/** The data of an answer as a value, whichever engine gave it; undefined where nothing was executed. */
export function dataOf({ data }: { readonly data?: unknown }): JsonObject | null | undefined {
  return (data instanceof ShapedText ? data.toJSON() : data) as JsonObject | null | undefined;
}
