import { getIntrospectionQuery, type TypeDefinitionNode } from 'graphql';
import { type Contract, deriveMember, type Module, readContract } from '../index.ts';
import { type List, listsOf } from './lists.ts';
import { readSample, type Sample } from './sample.ts';
import { type ServedTypes, typesOfIntrospection, typesOfSdl } from './served-types.ts';
import { isNewer, judgedBy } from './versions.ts';
import { type JsonObject, parseReply, type Reply, type Timed } from './wire.ts';

/**
 * What a member says of itself, as the audit has read it.
 *
 * @public
 */
export type Identity = {
  readonly code: string;
  readonly contractVersion: string;
  /** As it says them, which may be none of the contract's. */
  readonly modules: readonly string[];
};

/**
 * What claims ask a member with. Answers that several claims need are asked for once.
 *
 * @public
 */
export type Asking = {
  readonly member: Identity;
  /** What it is judged by: the contract of its own version where that is older, else the one that is known here. */
  readonly contract: Contract;
  /** The version that is known here. */
  readonly knownVersion: string;
  /** It serves a later version, so what it has beyond the contract may be that version's. */
  readonly isNewer: boolean;
  /** What a member serves of the contract: `Position` for `Cursor`, no coverage, no references. */
  readonly memberTypes: ReadonlyMap<string, TypeDefinitionNode>;
  /** The modules that are looked at. */
  readonly modules: readonly Module[];
  /** The lists of those modules and of none. */
  readonly lists: readonly List[];
  /** Asks the member, in its turn; where nothing came, the reply's one error says why. */
  readonly ask: (query: string, variables?: JsonObject) => Promise<Reply>;
  /** Its types by introspection, and by `_service { sdl }`. */
  readonly introspected: () => Promise<ServedTypes>;
  readonly published: () => Promise<ServedTypes>;
  /** Rows of a list with all that the contract says of them, by id; the whole list where it is not long. */
  readonly sample: (list: List) => Promise<Sample>;
  /** Does it the first time, and gives the same after that. */
  readonly once: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>;
};

/** Sends one question, in its turn and within the budget. */
export type AskWire = (query: string, variables?: JsonObject) => Promise<Timed>;

export type AskingParts = {
  readonly member: Identity;
  readonly contract: Contract;
  readonly modules: readonly Module[];
  readonly askWire: AskWire;
};

export function askingOf({ member, contract: known, modules, askWire }: AskingParts): Asking {
  const once = remembering();
  const contract = judgedBy(known, member.contractVersion);
  const memberTypes = readContract(deriveMember(contract)).types;
  const ask = async (query: string, variables?: JsonObject) =>
    parseReply(await askWire(query, variables));
  const asking: Asking = {
    member,
    contract,
    knownVersion: known.version,
    isNewer: isNewer(member.contractVersion, known.version),
    memberTypes,
    modules,
    lists: listsOf(contract).filter(
      (each) => each.module === null || modules.includes(each.module),
    ),
    ask,
    introspected: () => once('introspection', async () => introspectedBy(await ask(INTROSPECTION))),
    published: () => once('sdl', async () => publishedBy(await ask('{ _service { sdl } }'))),
    sample: (list) => once(`sample of ${list.field}`, () => readSample(asking, list)),
    once,
  };
  return asking;
}

const INTROSPECTION = getIntrospectionQuery({ descriptions: false });

const introspectedBy = ({ data, errors }: Reply): ServedTypes =>
  data ? typesOfIntrospection(data) : unread('introspection', errors[0]?.message);

function publishedBy({ data, errors }: Reply): ServedTypes {
  const service = data?._service;
  return typeof service === 'object' && service !== null && 'sdl' in service
    ? typesOfSdl(service.sdl)
    : unread('`_service { sdl }`', errors[0]?.message);
}

const unread = (what: string, says = 'no reason was given'): ServedTypes => ({
  kind: 'unread',
  says: `It does not answer ${what}: ${says}`,
});

/** A thing that is being made is made once, too. */
function remembering(): Asking['once'] {
  const made = new Map<string, Promise<unknown>>();
  return <Made>(name: string, make: () => Promise<Made>) => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known as Promise<Made>;
  };
}
