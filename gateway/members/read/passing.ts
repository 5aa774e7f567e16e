import type { Fit, Holds, ObjectFit } from '../fit.ts';
import {
  afterId,
  afterInteger,
  afterLiteral,
  afterNumber,
  afterText,
  areSame,
  NOT,
  type Range,
} from './bytes.ts';

/** An answer while it is read. What is noted lives as long as one reading. */
export type Reading = {
  readonly bytes: Buffer;
  /** The code of the member with a quote before it, as its ids begin. */
  readonly member: Uint8Array;
  /** The key of the object that was passed last, where it has one. */
  key: Range | undefined;
};
/** Where the value ends that begins here, or NOT where it is not word for word what it must be. */
export type Pass<Noting extends Reading = Reading> = (reading: Noting, at: number) => number;

/** Passes a value as it must be, or null where it may be. */
export function passOf(fit: Fit): Pass {
  const pass = passOfValue(fit);
  return fit.isRequired ? pass : orNull(pass);
}

export const orNull =
  <Noting extends Reading>(pass: Pass<Noting>): Pass<Noting> =>
  (reading, at) =>
    isNull(reading, at) ? afterLiteral(reading.bytes, at, NULL) : pass(reading, at);

/** Nothing else begins so. */
export const isNull = ({ bytes }: Reading, at: number): boolean => bytes[at] === NULL[0];
const NULL = Buffer.from('null');

function passOfValue(fit: Fit): Pass {
  switch (fit.kind) {
    case 'leaf':
      return passOfLeaf(fit.holds);
    case 'list':
      return passList(passOf(fit.of));
    case 'object':
      return passObject(stepsOf(fit, passOf));
  }
}

const passOfLeaf = (holds: Holds): Pass =>
  typeof holds === 'string' ? LEAVES[holds] : passAny([...holds].map((word) => `"${word}"`));

const LEAVES: Readonly<Record<Extract<Holds, string>, Pass>> = {
  text: ({ bytes }, at) => afterText(bytes, at),
  boolean: passAny(['true', 'false']),
  number: ({ bytes }, at) => afterNumber(bytes, at),
  // Of ten digits there are whole numbers that are too large.
  integer: ({ bytes }, at) => afterInteger(bytes, at, 9),
  'own code': ({ bytes, member }, at) => afterLiteral(bytes, afterLiteral(bytes, at, member), END),
};
const END = Buffer.from('"');

function passAny(texts: readonly string[]): Pass {
  const literals = texts.map((text) => Buffer.from(text));
  return ({ bytes }, at) => {
    for (const literal of literals) {
      const end = afterLiteral(bytes, at, literal);
      if (end !== NOT) return end;
    }
    return NOT;
  };
}

export function passList<Noting extends Reading>(pass: Pass<Noting>): Pass<Noting> {
  return (reading, start) => {
    const { bytes } = reading;
    if (bytes[start] !== OPEN_LIST) return NOT;
    if (bytes[start + 1] === CLOSE_LIST) return start + 2;
    let at = start;
    do at = pass(reading, at + 1);
    while (bytes[at] === COMMA);
    return bytes[at] === CLOSE_LIST ? at + 1 : NOT;
  };
}
const [OPEN_LIST, CLOSE_LIST, CLOSE_OBJECT, COMMA] = [0x5b, 0x5d, 0x7d, 0x2c];

/** One field of an object: its name as it is written, with what stands before it, and its value. */
export type Step<Noting extends Reading = Reading> = {
  readonly label: Uint8Array;
  readonly pass: Pass<Noting>;
  readonly isKey: boolean;
};

/** The steps through an object, each field passed as `passField` says; but whose it is, its keys say. */
export const stepsOf = <Noting extends Reading>(
  { fields, keys, owns }: ObjectFit,
  passField: (fit: Fit, name: string) => Pass<Noting>,
): readonly Step<Noting>[] =>
  fields.map(([name, fit], place) => ({
    label: Buffer.from(`${place === 0 ? '{' : ','}"${name}":`),
    pass: keys.includes(name) ? (KEYS[owns] ?? passField(fit, name)) : passField(fit, name),
    isKey: keys.includes(name),
  }));

const KEYS: Readonly<Partial<Record<ObjectFit['owns'], Pass>>> = {
  record: ({ bytes, member }, at) => afterId(bytes, at, member),
  member: LEAVES['own code'],
};

/** Fields in their order and no other; of several keys all are the same. */
export const passObject =
  <Noting extends Reading>(steps: readonly Step<Noting>[]): Pass<Noting> =>
  (reading, start) => {
    const end = passSteps(steps, reading, start);
    return reading.bytes[end] === CLOSE_OBJECT ? end + 1 : NOT;
  };

function passSteps<Noting extends Reading>(
  steps: readonly Step<Noting>[],
  reading: Noting,
  start: number,
): number {
  let at = start;
  let key: Range | undefined;
  for (const { label, pass, isKey } of steps) {
    const valueAt = afterLiteral(reading.bytes, at, label);
    at = valueAt === NOT ? NOT : pass(reading, valueAt);
    if (at === NOT) return NOT;
    if (!isKey) continue;
    if (key && !areSame(reading.bytes, key, [valueAt, at])) return NOT;
    key = [valueAt, at];
  }
  reading.key = key;
  return at;
}
