import { compose, logicalSubgraphs } from '../../gateway/index.ts';
import {
  checking,
  type Directory,
  openAccount,
  openDirectory,
  type RequestCoverage,
  requestCoverage,
  type Send,
  withoutNewerValues,
} from '../../gateway/members/index.ts';
import type { MemberCode } from '../../schema/index.ts';
import { type ClientAnswer, openClient, type Question } from '../oracle/client.ts';
import { contractAt, VERSIONS, type Version } from './contract-at.ts';
import { type SkewedMember, skewedMember } from './skewed-member.ts';

/** One member at each version, from the oldest to the newest. */
export const CODES = ['CD', 'GH', 'MA', 'ZA', 'ZM'] as const;
export const codeAt = (version: string): string =>
  CODES[(VERSIONS as readonly string[]).indexOf(version)] ?? '';

/** Two sites of each, and a survey; sites name surveys of members that may not have the module. */
export const recordsOf = (code: string) => ({
  sites: [siteOf(code, 'a', 10), siteOf(code, 'b', 500)],
  surveys: [
    {
      id: `${code}:survey:s`,
      home: code,
      countryCode: code,
      name: { en: `Survey of ${code}` },
      depth: 90,
    },
  ],
});

const siteOf = (code: string, local: string, workers: number) => ({
  id: `${code}:site:${local}`,
  home: code,
  countryCode: code,
  type: 'MINE',
  name: { en: `Site ${local} of ${code}` },
  adm1: `Province ${local}`,
  location: { lat: 1, lon: 2, precision: 'EXACT', elevation: 1200 },
  power: 'SOLAR',
  workers,
  surveyId: local === 'a' ? `${code}:survey:s` : 'CD:survey:s',
});

/** A gateway of one version over members of all five. */
export type SkewedContinent = {
  readonly version: Version;
  readonly members: readonly SkewedMember[];
  readonly directory: Directory;
  /** What the gateway says that members did wrong. */
  readonly broken: readonly string[];
  readonly ask: (question: Question) => Promise<CoveredAnswer>;
  readonly close: () => Promise<void>;
};
export type CoveredAnswer = ClientAnswer & { readonly coverage: RequestCoverage };

export async function openSkewedContinent(version: Version): Promise<SkewedContinent> {
  const members = VERSIONS.map((each) => {
    const code = codeAt(each);
    return skewedMember(code as MemberCode, each, recordsOf(code));
  });
  const contract = contractAt(version);
  const logical = logicalSubgraphs(contract, '');
  const composed = compose(logical);
  const faces = { ...logical, extensions: 'type Query { nothing: Boolean }' }; // nobody publishes one
  if (composed.kind === 'refused') throw new Error(composed.findings.join('\n'));
  const send: Send = ({ code }, request) => {
    const member = members.find((each) => each.address.code === code);
    if (!member) throw new Error(`Expected a member, got ${code}.`);
    return member.answer(request);
  };
  const broken: string[] = [];
  const speaking = { sdl: logical.continental ?? '', contract };
  const directory = openDirectory({
    addresses: members.map(({ address }) => address),
    send,
    sendAbout: checking(withoutNewerValues(send, speaking), {
      ...speaking,
      onBroken: (_, says) => broken.push(says),
    }),
    contractVersion: version,
    breakerOf: () => 'CLOSED',
    deadlineMs: 10_000,
    everyMs: 600_000,
    onChange: () => {},
  });
  await directory.askAll();
  const client = await openClient({
    contract,
    faces,
    supergraph: composed.supergraph,
    extended: [],
  });
  client.visit({ members: directory.members(), send: directory.send });
  return {
    version,
    members,
    directory,
    broken,
    ask: async (question) => {
      const account = openAccount();
      const signal = AbortSignal.timeout(30_000);
      const answer = await client.ask(question, { viewer: 'public', signal, account });
      broken.push(...client.broken.splice(0));
      return { ...answer, coverage: requestCoverage(account.hops(), () => null) };
    },
    close: async () => {
      directory.close();
      await client.close();
    },
  };
}
