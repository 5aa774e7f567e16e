import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

type Address<Code extends string> = { readonly code: Code; readonly url: string };
type Opened = { readonly opened: readonly Address<string>[] };

/** Members that commit faults, in a process of their own. It ends with this one. */
export type ZooProcess = {
  /** The same members, some of them behind one that commits a fault. */
  readonly before: <Code extends string>(
    honest: readonly Address<Code>[],
  ) => Promise<readonly Address<Code>[]>;
};

/** The zoo with these faults, as in `CD=hang,ZM=unsorted`; undefined where they cannot be, which it has said in its own words. */
export async function forkZoo(
  faults: string,
  codes: readonly string[] | undefined,
): Promise<ZooProcess | undefined> {
  const program = ['test/zoo/main.ts', faults, ...(codes ? [codes.join(',')] : [])];
  const child = fork('scripts/run.js', program, { stdio: ['ignore', 2, 2, 'ipc'] });
  const isReady = once(child, 'message').then(() => true);
  const hasEnded = once(child, 'exit').then(() => false);
  return (await Promise.race([isReady, hasEnded])) ? zooIn(child) : undefined;
}

const zooIn = (child: ChildProcess): ZooProcess => ({
  before: async (honest) => {
    const answer = new Promise<Opened>((resolve) => child.once('message', resolve));
    child.send(honest);
    const { opened } = await answer;
    const urls = new Map(opened.map(({ code, url }) => [code, url]));
    return honest.map((each) => ({ ...each, url: urls.get(each.code) ?? each.url }));
  },
});
