import type { Contract } from '../contract.ts';
import { descriptionMissing } from './description-missing.ts';
import { fieldRequired } from './field-required.ts';
import { filterWithoutOwners } from './filter-without-owners.ts';
import { listArguments } from './list-arguments.ts';
import { localList } from './local-list.ts';
import { localNotOwned } from './local-not-owned.ts';
import { mergeOfUnknown } from './merge-of-unknown.ts';
import { mergeShape } from './merge-shape.ts';
import { nameReserved } from './name-reserved.ts';
import { ownedWithoutId } from './owned-without-id.ts';
import { partsRow } from './parts-row.ts';
import { recordUnsaid } from './record-unsaid.ts';
import { refIdNotSummary } from './ref-id-not-summary.ts';
import { refIdWithArguments } from './ref-id-with-arguments.ts';
import { refMisplaced } from './ref-misplaced.ts';
import { refShape } from './ref-shape.ts';
import { refWithoutId } from './ref-without-id.ts';
import { routedArgument } from './routed-argument.ts';
import { routedMerge } from './routed-merge.ts';
import { routedMisplaced } from './routed-misplaced.ts';
import type { Finding, Rule } from './rule.ts';
import { scatteredMisplaced } from './scattered-misplaced.ts';
import { scatteredWithoutMerge } from './scattered-without-merge.ts';
import { sharedWithoutKey } from './shared-without-key.ts';
import { sinceMissing } from './since-missing.ts';
import { sinceRequired } from './since-required.ts';
import { summaryHoldsRecord } from './summary-holds-record.ts';
import { summaryMisplaced } from './summary-misplaced.ts';
import { typeAbstract } from './type-abstract.ts';

/**
 * In the order that gives the clearest first message: what a type is, then where a mark stands, then what a mark asks for, and last what
 * is said to readers. A mark in the wrong place is told before what is wrong with it there.
 */
export const RULES: readonly Rule[] = [
  typeAbstract,
  ownedWithoutId,
  sharedWithoutKey,
  summaryMisplaced,
  refMisplaced,
  routedMisplaced,
  scatteredMisplaced,
  summaryHoldsRecord,
  recordUnsaid,
  localNotOwned,
  localList,
  refWithoutId,
  refShape,
  refIdWithArguments,
  refIdNotSummary,
  routedArgument,
  routedMerge,
  scatteredWithoutMerge,
  listArguments,
  filterWithoutOwners,
  mergeShape,
  mergeOfUnknown,
  partsRow,
  fieldRequired,
  sinceRequired,
  sinceMissing,
  nameReserved,
  descriptionMissing,
];

/** What breaks the rules of the contract; nothing where it keeps them. */
export const checkContract = (contract: Contract): readonly Finding[] =>
  RULES.flatMap(({ code, says, find }) => find(contract).map((place) => ({ code, place, says })));
