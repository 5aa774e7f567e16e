import { rmSync } from 'node:fs';
import type { EngineName } from '../../../gateway/engine-name.ts';
import { openContinent, temporaryFolder } from '../../journeys/continent.ts';
import { openMember } from '../../oracle/generated-member.ts';
import { worldOf } from '../../oracle/rows/generate-world.ts';
import { honestOf } from '../../zoo/honest.ts';
import { openZooMember, type ZooMember } from '../../zoo/zoo-member.ts';
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';

/** The whole gateway over members that can be told to lie, asked byte by byte. */
export type GuardedGateway = {
  readonly url: string;
  readonly members: ReadonlyMap<string, ZooMember>;
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
  /** A question as an honest client sends it, for a body that may be anything. */
  readonly post: (body: object | string) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
};

const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const MEMBERS = ['MA', 'CD', 'AMSG'].map((code) => ({ code, modules: MODULES }));

export async function openGuardedGateway(engine?: EngineName): Promise<GuardedGateway> {
  const folder = temporaryFolder();
  const { members } = worldOf('security', MEMBERS, 8);
  const opened = await Promise.all(members.map((each) => openMember(each, 'sqlite::memory:')));
  const zoo = new Map<string, ZooMember>();
  for (const each of opened) zoo.set(each.member.code, await openZooMember(honestOf(each)));
  const addresses = [...zoo].map(([code, { url }]) => ({ code, url }));
  const { url, close } = await openContinent({
    ...{ folder, members: addresses },
    ...(engine && { engine }),
  });
  const send = (request: HttpRequest) => exchange(url, request);
  return {
    ...{ url, send, members: zoo },
    post: (body) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
    },
    close: async () => {
      await close();
      for (const each of zoo.values()) each.close();
      await Promise.all(opened.map((each) => each.close()));
      rmSync(folder, { recursive: true });
    },
  };
}
