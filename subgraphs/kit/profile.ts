import type { MemberCode, Module } from '../../schema/index.ts';
import type { LocalizedText } from './rows.ts';

/** What a member says of itself. */
export type Profile = {
  readonly code: MemberCode;
  readonly operator: LocalizedText;
  readonly modules: readonly Module[];
  /** SPDX; what a record's own provenance says goes before it. */
  readonly licence: string;
  readonly contact: string | null;
};
