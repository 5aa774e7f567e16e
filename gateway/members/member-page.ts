import type { Given } from './gather.ts';
import type { MemberError } from './member.ts';
import {
  checkHeads,
  ended,
  faultOfBoth,
  type Heads,
  headsOfPage,
  joined,
  type PageOrder,
} from './merge/index.ts';
import type { Parts } from './source.ts';

export type Missing = Extract<Given, { readonly kind: 'missing' }>;

/** What one member gave of a page of a list, as far as it is believed. */
export type MemberPage = {
  readonly given: Given;
  /** Its rows; none where it is missing. */
  readonly heads?: Heads;
  /** Of its rows, at the places that they have in its page. */
  readonly errors: readonly MemberError[];
  /** Why no more of its rows came, where it has more. */
  readonly lost?: Missing;
};

/** A member that breaks the order is missing, and nothing of its page is shown. */
export function believed(parts: Parts, given: Given, order: PageOrder): MemberPage {
  if (given.kind === 'missing') return { given, errors: [] };
  const { errors, member } = given;
  const heads = given.page && headsOfPage(member, given.page, order);
  if (heads) return { given, heads, errors };
  const checked = checkHeads(member, given.value, order);
  if (checked.kind === 'kept') return { given, heads: checked.heads, errors };
  return { given: broken(parts, member, checked.says), errors: [] };
}

/** A member that is not believed, which is told to whoever watches. */
export function broken(parts: Parts, member: string, says: string): Missing {
  parts.onBroken(member, says);
  return { kind: 'missing', member, reason: 'PROTOCOL_ERROR' };
}

/** A member's page with what it gave when it was asked once more. If that is nothing, it is missing from its last row on. */
export function withMore(parts: Parts, page: MemberPage, more: MemberPage | undefined): MemberPage {
  const { heads } = page;
  if (!heads || !more) return page;
  const lost = lostIn(parts, heads, more);
  if (lost || !more.heads) return { ...page, heads: ended(heads), ...(lost && { lost }) };
  const errors = more.errors.map((error) => shifted(error, heads.count));
  return { ...page, heads: joined(heads, more.heads), errors: [...page.errors, ...errors] };
}

function lostIn(
  parts: Parts,
  heads: Heads,
  { given, heads: next }: MemberPage,
): Missing | undefined {
  if (given.kind === 'missing') return given;
  const fault = next && faultOfBoth(heads, next);
  return fault === undefined ? undefined : broken(parts, given.member, `${given.member} ${fault}`);
}

/** Of a path `[field, edges, index, ...]` the index, behind so many rows. */
const shifted = (error: MemberError, rows: number): MemberError =>
  error.path
    ? {
        ...error,
        path: error.path.map((step, place) =>
          place === ROW && typeof step === 'number' ? step + rows : step,
        ),
      }
    : error;
const ROW = 2;
