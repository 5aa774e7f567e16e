/** Code of a member: ISO 3166-1 alpha-2 of a state, or a body's registered acronym. */
export type MemberCode = string & { readonly __brand: 'MemberCode' };
/** Id of a record: `<member>:<kind>:<local>`. */
export type GlobalId = `${string}:${string}:${string}` & { readonly __brand: 'GlobalId' };

export function parseMemberCode(text: unknown): MemberCode | undefined {
  return typeof text === 'string' && /^[A-Z]{2,8}$/.test(text) ? (text as MemberCode) : undefined;
}

export function parseGlobalId(text: unknown): GlobalId | undefined {
  return typeof text === 'string' && /^[A-Z]{2,8}:[a-z]+:[\w.-]{1,64}$/.test(text)
    ? (text as GlobalId)
    : undefined;
}

/** The member that owns the record of that id; undefined where the text is no id. */
export function ownerOf(id: unknown): MemberCode | undefined {
  const parsed = parseGlobalId(id);
  return parsed && parseMemberCode(parsed.slice(0, parsed.indexOf(':')));
}

/** States have two letters, bodies more: bodies hold no record whose country is its owner. */
export const isState = (code: string): boolean => code.length === 2;
