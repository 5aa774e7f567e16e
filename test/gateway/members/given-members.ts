import { readSupergraph } from '../../../gateway/index.ts';
import {
  type Answer,
  type FaceAnswer,
  type Hop,
  type JsonObject,
  type MemberRequest,
  openSealer,
  openSources,
  type Parts,
} from '../../../gateway/members/index.ts';
import { type MemberCode, type Module, readContract } from '../../../schema/index.ts';

const { faces, extended } = readSupergraph();
const MODULES: readonly Module[] = ['MINERALS', 'POLICIES', 'EVENTS'];
const member = (code: string) => ({ code: code as MemberCode, url: '', modules: MODULES });
export const SILENT: Answer = { kind: 'silent', reason: 'TIMEOUT', says: '' };
const CALLING = { viewer: 'public', signal: new AbortController().signal } as const;

type Telling = {
  /** The hop that all asks are of. */
  readonly hop?: Hop;
  /** The modules of members that do not offer all. */
  readonly offers?: Readonly<Record<string, readonly Module[]>>;
};

/** Members whose answers are given by code; what each was asked, and what was told to the agencies. */
export function world(
  answers: Readonly<Record<string, JsonObject | Answer>>,
  { hop, offers = {} }: Telling = {},
) {
  const asked: { readonly code: string; readonly request: MemberRequest }[] = [];
  const told: string[] = [];
  const members = Object.keys(answers).map((code) => ({
    ...member(code),
    modules: offers[code] ?? MODULES,
  }));
  const parts: Parts = {
    contract: readContract(),
    members: () => members,
    sealer: openSealer(Buffer.alloc(32, 1)),
    onBroken: (_, says) => told.push(says),
    silentSince: () => null,
    send: ({ code }, request) => {
      asked.push({ code, request });
      const answer = answers[code] ?? SILENT;
      const isReady = 'kind' in answer;
      return Promise.resolve(
        isReady ? (answer as Answer) : { kind: 'answered', data: answer as JsonObject, errors: [] },
      );
    },
  };
  const sources = openSources(faces, extended, () => parts);
  const ask = (face: string, query: string, variables: JsonObject = {}): Promise<FaceAnswer> =>
    sources[face]?.({ query, variables, calling: { ...CALLING, ...(hop && { hop }) } }) ??
    Promise.reject(new Error(face));
  return { ask, asked, told };
}
