import type { Contract } from '../../../schema/index.ts';
import type { Extending } from '../../supergraph/index.ts';
import type { Audit } from '../audit.ts';
import type { KnownOperation } from '../database/index.ts';
import type { Draft } from '../draft.ts';
import type { Publication, PublicationKind } from '../publication.ts';
import type { Refusal } from '../refusals.ts';
import type { RegistryState } from '../state.ts';

/** What checks hold a draft against. */
export type Knowing = {
  readonly contract: Contract;
  /** Whether members may have http addresses and addresses of private networks. */
  readonly allowsPrivate: boolean;
  /** None where nobody is audited. */
  readonly audit?: Audit;
  readonly extend: Extending;
  /** The newest publication of the same member. */
  readonly before: Publication | undefined;
  readonly state: RegistryState;
  readonly operations: () => Promise<readonly KnownOperation[]>;
  /** Told of each check before it begins. */
  readonly onStep: (step: string) => void;
};

/** A check may learn something of a draft that it lets pass. */
export type Verdict =
  | { readonly kind: 'passed'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Check = {
  readonly name: string;
  /** What is checked: a withdrawal publishes nothing. */
  readonly kinds: readonly PublicationKind[];
  /** Whether it depends on what others have published, so that it is asked again where somebody else was first. */
  readonly isOfOthers: boolean;
  readonly judge: (draft: Draft, knowing: Knowing) => Verdict | Promise<Verdict>;
};

export const EVERY_KIND: readonly PublicationKind[] = ['PUBLISH', 'ROLLBACK', 'WITHDRAW'];
export const WITH_CONTENT: readonly PublicationKind[] = ['PUBLISH', 'ROLLBACK'];

export const passed = (draft: Draft): Verdict => ({ kind: 'passed', draft });
export const refused = (refusal: Refusal): Verdict => ({ kind: 'refused', refusal });
export const passedUnless = (refusal: Refusal | undefined | null, draft: Draft): Verdict =>
  refusal ? refused(refusal) : passed(draft);
