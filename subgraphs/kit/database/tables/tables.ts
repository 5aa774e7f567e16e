import type { OwnedType } from '../../rows.ts';
import { DEPOSIT } from './deposit.ts';
import { ESTIMATE } from './estimate.ts';
import { EVENT } from './event.ts';
import { ORGANISATION } from './organisation.ts';
import { POLICY } from './policy.ts';
import { PRODUCTION } from './production.ts';
import { SITE } from './site.ts';
import type { Table } from './table.ts';

export const TABLES: { readonly [Type in OwnedType]: Table<Type> } = {
  Organisation: ORGANISATION,
  Deposit: DEPOSIT,
  Site: SITE,
  ResourceEstimate: ESTIMATE,
  ProductionRecord: PRODUCTION,
  Policy: POLICY,
  Event: EVENT,
};

export const tableOf = <Type extends OwnedType>(type: Type): Table<Type> => TABLES[type];

const isOwnedType = (name: string): name is OwnedType => Object.hasOwn(TABLES, name);
export const TYPES: readonly OwnedType[] = Object.keys(TABLES).filter(isOwnedType);
