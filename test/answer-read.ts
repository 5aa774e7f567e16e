import type { Answer, JsonObject, MemberError, MemberRequest } from '../gateway/members/index.ts';

type Given = { readonly data: JsonObject; readonly errors?: readonly MemberError[] };

/** What a member gave, as it is read from its bytes: with pages, where it is word for word what was asked. */
export function answerRead(code: string, { reader }: MemberRequest, given: Given): Answer {
  const { data, errors = [] } = given;
  const wire = errors.length > 0 ? { data, errors } : { data };
  const pages = reader?.(Buffer.from(JSON.stringify(wire)), code);
  return { kind: 'answered', data, errors, ...(pages && { pages }) };
}
