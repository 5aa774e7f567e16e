import { readSupergraph } from '../../../gateway/index.ts';
import { parseAnswer } from '../../../gateway/members/ask/parse-answer.ts';
import {
  type Answer,
  type Calling,
  checking,
  type FaceAnswer,
  type JsonObject,
  type MemberRequest,
  openSources,
  type Parts,
  recording,
  type Sealer,
} from '../../../gateway/members/index.ts';
import {
  comparePositions,
  type MemberCode,
  type OrderBy,
  type Position,
  parsePosition,
  readContract,
  writePosition,
} from '../../../schema/index.ts';

const { faces, extended } = readSupergraph();
const contract = readContract();
const sdl = faces.continental ?? '';

/** A site as far as it is asked for, with the key of its name. */
export type Listed = { readonly id: string; readonly key: string | null };
/** What one ask of a member wants. */
export type Wants = {
  readonly code: string;
  readonly query: string;
  readonly first: number;
  readonly after: string | null;
  /** 1 where it is asked for the first time, 2 where for more rows. */
  readonly turn: number;
  readonly calling: Calling;
};
/** What becomes of a true answer; undefined where it is given as it is. */
export type Spoils = (
  wants: Wants,
  page: JsonObject,
) => Answer | JsonObject | undefined | Promise<Answer | undefined>;

export type Listing = {
  readonly sites: Readonly<Record<string, readonly Listed[]>>;
  readonly orderBy: readonly OrderBy[];
  /** Where none is given, pages are asked for whole. */
  readonly wholePageBytesMax?: number;
  /** Whether answers are read from their bytes where they can be. */
  readonly reads?: boolean;
  readonly spoils?: Spoils;
};

/** Cursors that can be read, and are the same each time. */
const PLAIN: Sealer = {
  seal: (place) => JSON.stringify(place),
  unseal: (cursor) => JSON.parse(String(cursor)),
};

/** Members that hold these sites and give any page of them. */
export function listingMembers(listing: Listing) {
  const asked: Wants[] = [];
  const told: string[] = [];
  const members = Object.keys(listing.sites).map((code) => ({
    code: code as MemberCode,
    url: 'http://member.example/graphql',
    modules: ['MINERALS'] as const,
  }));
  const answerOf = async (code: string, request: MemberRequest, calling: Calling) => {
    const turn = asked.filter((each) => each.code === code).length + 1;
    const wants = { ...wantsOf(request), code, turn, calling, query: request.query };
    asked.push(wants);
    const page = pageOf(listing, wants);
    return (await listing.spoils?.(wants, page)) ?? page;
  };
  const { wholePageBytesMax } = listing;
  const onBroken = (_: string, says: string) => void told.push(says);
  const parts: Parts = {
    contract,
    members: () => members,
    sealer: PLAIN,
    onBroken,
    silentSince: () => null,
    ...(wholePageBytesMax !== undefined && { wholePageBytesMax }),
    send: recording(
      checking(
        async (member, request, calling) => {
          const answer = await answerOf(member.code, request, calling);
          return 'kind' in answer ? (answer as Answer) : asSent(listing, member, request, answer);
        },
        { sdl, contract, onBroken },
      ),
    ),
  };
  const sources = openSources(faces, extended, () => parts);
  const ask = (query: string, variables: JsonObject, calling: Calling): Promise<FaceAnswer> =>
    sources.continental?.({ query, variables, calling }) ?? Promise.reject(new Error('No face.'));
  return { ask, asked, told };
}

function wantsOf({ query, variables = {} }: MemberRequest) {
  const literal = /first: (\d+)/.exec(query)?.[1];
  const first = Number(variables.zlg_first0 ?? variables.first ?? literal);
  return { first, after: (variables.zlg_after0 ?? null) as string | null };
}

function pageOf({ sites, orderBy }: Listing, { code, first, after, query }: Wants): JsonObject {
  const compare = comparePositions(orderBy);
  const start = parsePosition(after, orderBy);
  const all = sortedOf(sites[code] ?? [], orderBy);
  const behind = all.filter((each) => !start || compare(start, each) < 0);
  const page = behind.slice(0, first);
  return {
    sites: {
      zlg_edges: page.map((each) => ({ cursor: writePosition(each), node: { id: each.id } })),
      zlg_page: { hasNextPage: behind.length > first },
      ...(query.includes('zlg_total') && { zlg_total: { count: all.length, precision: 'EXACT' } }),
      edges: page.map((each) => ({
        cursor: writePosition(each),
        node: { zlg_id: each.id, id: each.id },
      })),
    },
  };
}

const sorted = new WeakMap<readonly Listed[], readonly Position[]>();
function sortedOf(sites: readonly Listed[], orderBy: readonly OrderBy[]): readonly Position[] {
  const known = sorted.get(sites);
  if (known) return known;
  const made = sites.map((each) => positionOf(each, orderBy)).toSorted(comparePositions(orderBy));
  sorted.set(sites, made);
  return made;
}

export const positionOf = ({ id, key }: Listed, orderBy: readonly OrderBy[]): Position => ({
  keys: orderBy.length === 0 ? [] : [key],
  id,
});

function asSent(
  { reads = true }: Listing,
  member: { readonly code: MemberCode; readonly url: string },
  { reader }: MemberRequest,
  data: JsonObject,
): Answer {
  const bytes = Buffer.from(JSON.stringify({ data }));
  return parseAnswer(member, bytes, { answerDepthMax: 80, reader: reads ? reader : undefined })
    .answer;
}
