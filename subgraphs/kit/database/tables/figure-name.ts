import { createHash } from 'node:crypto';
import { dimensionOf } from '../../../../schema/index.ts';
import type { PublishedWord, Quantity } from '../../rows.ts';

/** One name for all editions of a figure; hashed, for words have any length. */
export const figureName = (parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex');

type OfMatter = {
  readonly commodityCode: string | null;
  readonly published?: readonly PublishedWord[] | null;
};

/** What a figure is of: its commodity or, where the vocabulary has none, the source's word. */
export function matterOf({ commodityCode, published }: OfMatter): readonly unknown[] {
  if (commodityCode !== null) return [commodityCode, null];
  return [null, published?.find(({ field }) => field.startsWith('commodityCode'))?.word];
}

/** Editions may change the unit but not what is measured, so tonnes and kilotonnes are of one figure. */
export const measureOf = (quantity: Quantity | null | undefined): readonly unknown[] => [
  quantity?.basis,
  quantity && dimensionOf(quantity.unit),
];
