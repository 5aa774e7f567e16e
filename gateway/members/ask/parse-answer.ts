import type { JsonObject } from '../json.ts';
import type { MemberAddress, MemberError } from '../member.ts';
import type { Pages, Reader } from '../read/index.ts';
import { type Outcome, placeOf, silence } from './outcome.ts';
import { faultInJson } from './scan-json.ts';

/**
 * The body of an answer as GraphQL has it. Keys called `__proto__` stay keys like any other; of two equal keys the last counts, as with
 * every parser here, and whether the answer is what was asked is looked at afterwards.
 */
export function parseAnswer(
  member: MemberAddress,
  bytes: Buffer,
  { answerDepthMax, reader }: Parsing,
): Outcome {
  const pages = reader?.(bytes, member.code);
  if (pages) return answeredWith(bytes, pages);
  const broken = (sent: string) =>
    silence(
      'PROTOCOL_ERROR',
      `${member.code} sent ${sent} from ${placeOf(member)}, where { "data": { ... } } is due.`,
    );
  const text = textIn(bytes);
  if ('fault' in text) return broken(text.fault);
  const fault = faultInJson(bytes, answerDepthMax);
  if (fault !== undefined) return broken(fault);
  const parsed = parseJson(text.text);
  if (!isObject(parsed)) return broken(`no JSON object but ${shown(text.text)}`);
  const { data, errors } = parsed;
  const told = Array.isArray(errors) ? errors.slice(0, ERRORS_MAX).map(parseError) : [];
  if (isObject(data)) return { answer: { kind: 'answered', data, errors: told } };
  if (told[0])
    return {
      ...broken(`no data, but the error ${shown(told[0].message)}`),
      mayBeTheQuestion: true,
    };
  return broken(`no data and no error but ${shown(text.text)}`);
}

type Parsing = { readonly answerDepthMax: number; readonly reader?: Reader | undefined };

/** An answer that has been read: it is JSON, and as deep as what was asked. */
function answeredWith(bytes: Uint8Array, pages: Pages): Outcome {
  let made: JsonObject | undefined;
  const answer = {
    kind: 'answered',
    get data() {
      made ??= (JSON.parse(UTF8.decode(bytes)) as { readonly data: JsonObject }).data;
      return made;
    },
    errors: [],
    pages,
  } as const;
  return { answer };
}

/** More than these nobody reads. */
const ERRORS_MAX = 100;
const MESSAGE_CHARACTERS_MAX = 1_000;
const EXTENSIONS_CHARACTERS_MAX = 2_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
type Text = { readonly text: string } | { readonly fault: string };

/** UTF-8 and nothing else, without a mark of byte order: what we cannot read exactly we do not guess. */
function textIn(bytes: Uint8Array): Text {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { fault: 'a mark of byte order before its JSON' };
  try {
    return { text: UTF8.decode(bytes) };
  } catch {
    return { fault: 'bytes that are no UTF-8' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error as the specification has it; whatever else came is left out. */
function parseError(error: unknown): MemberError {
  const { message, path, extensions } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    message:
      typeof message === 'string'
        ? message.slice(0, MESSAGE_CHARACTERS_MAX)
        : 'It gave no message.',
    ...(isPath(path) && { path }),
    ...(isObject(extensions) && isShort(extensions) && { extensions }),
  };
}

const isPath = (path: unknown): path is readonly (string | number)[] =>
  Array.isArray(path) && path.every((each) => ['string', 'number'].includes(typeof each));
const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isShort = (value: JsonObject) => JSON.stringify(value).length <= EXTENSIONS_CHARACTERS_MAX;

const shown = (text: string) => (text === '' ? 'nothing' : JSON.stringify(text.slice(0, 200)));
