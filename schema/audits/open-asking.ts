import { getIntrospectionQuery } from 'graphql';
import { type Contract, deriveMember, type Module, readContract } from '../index.ts';
import type { Asking, AskWire, Identity } from './asking.ts';
import { listsOf } from './lists.ts';
import { readSample } from './read-sample.ts';
import { type ServedTypes, typesOfIntrospection, typesOfSdl } from './served-types.ts';
import { isNewer, judgedBy } from './versions.ts';
import { type JsonObject, parseReply, type Reply } from './wire.ts';

export type AskingParts = {
  readonly member: Identity;
  readonly contract: Contract;
  readonly modules: readonly Module[];
  readonly askWire: AskWire;
};

export function openAsking({ member, contract: known, modules, askWire }: AskingParts): Asking {
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
