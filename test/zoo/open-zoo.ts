import { honestAt } from './honest-at.ts';
import { openPlaces } from './places.ts';
import type { Committing } from './read-faults.ts';
import { openZooMember } from './zoo-member.ts';

type Address = { readonly code: string; readonly url: string };

/** The same members; before those who are to commit a fault stands one who commits it, and asks the honest one for the truth. */
export async function openZoo(
  members: readonly Address[],
  committing: readonly Committing[],
): Promise<readonly Address[]> {
  const places = await openPlaces();
  return Promise.all(
    members.map(async ({ code, url }) => {
      const told = committing.find((each) => each.code === code);
      if (!told) return { code, url };
      const { fault, from } = told;
      if (fault.deed.how === 'ADDRESS') return { code, url: fault.deed.at(places) };
      const member = await openZooMember(honestAt(url));
      member.commits(fault.deed, { from });
      return { code, url: member.url };
    }),
  );
}
