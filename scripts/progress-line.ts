import type { WriteStream } from 'node:tty';

/** One line that tells how far the seeds are loaded: rewritten on a terminal, written once a second elsewhere. */
export class ProgressLine {
  readonly #out: Pick<WriteStream, 'isTTY' | 'write'>;
  #shown = '';
  #at = 0;

  constructor(out: Pick<WriteStream, 'isTTY' | 'write'>) {
    this.#out = out;
  }

  show({ members, records }: { readonly members: number; readonly records: number }): void {
    this.#shown = `Loading seeds: ${members} members, ${records.toLocaleString('en')} records`;
    if (this.#out.isTTY) this.#out.write(`\r${this.#shown}`);
    else if (performance.now() - this.#at >= EVERY_MS) {
      this.#at = performance.now();
      this.#out.write(`${this.#shown}\n`);
    }
  }

  /** Nothing where there was nothing to load. */
  end(): void {
    if (this.#shown !== '' && this.#out.isTTY) this.#out.write('\n');
  }
}

const EVERY_MS = 1000;
