import { TooLong } from './write.ts';

/** A long text as it grows: what is added lately as text, and before it pages of bytes, which the collector of garbage need not look at. */
export type Pages = {
  readonly add: (text: string) => void;
  /** Whether a page has been turned since this was asked last. */
  readonly isTurned: () => boolean;
  /** What comes back takes back all that is added from now on, and is false. */
  readonly mark: () => () => false;
  readonly bytes: () => Buffer;
};

export function openPages(charactersOfPage: number, bytesMax: number): Pages {
  const pages: Buffer[] = [];
  let latest = '';
  let isTurned = false;
  const bytesBefore = () => pages.reduce((sum, { length }) => sum + length, 0);
  const turn = () => {
    pages.push(Buffer.from(latest));
    latest = '';
    isTurned = true;
    if (bytesBefore() > bytesMax) throw new TooLong();
  };
  return {
    add: (text) => {
      latest += text;
      if (latest.length >= charactersOfPage) turn();
    },
    isTurned: () => {
      const was = isTurned;
      isTurned = false;
      return was;
    },
    mark: () => {
      const before = { pages: pages.length, latest };
      return () => {
        pages.length = before.pages;
        latest = before.latest;
        return false;
      };
    },
    bytes: () => {
      turn();
      return Buffer.concat(pages);
    },
  };
}
