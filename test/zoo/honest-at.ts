import type { Truth } from './fault.ts';
import type { Honest } from './zoo-member.ts';

/** The true answers are those of the member at that address. */
export const honestAt =
  (url: string): Honest =>
  async (question) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(question),
    });
    return (await response.json()) as Truth;
  };
