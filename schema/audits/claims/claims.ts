import type { Claim } from '../claim.ts';
import { CHANGE_CLAIMS } from './change-claims.ts';
import { COST_CLAIMS } from './cost-claims.ts';
import { COUNT_CLAIMS } from './count-claims.ts';
import { ENTITY_CLAIMS } from './entity-claims.ts';
import { ERROR_CLAIMS } from './error-claims.ts';
import { EXTENSION_CLAIMS } from './extension-claims.ts';
import { FEDERATION_CLAIMS } from './federation-claims.ts';
import { FILTER_CLAIMS } from './filter-claims.ts';
import { FILTER_MANNER_CLAIMS } from './filter-manner-claims.ts';
import { HOSTILE_ORDER_CLAIMS } from './hostile-order-claims.ts';
import { ID_CLAIMS } from './id-claims.ts';
import { IDENTITY_CLAIMS } from './identity-claims.ts';
import { MEANING_CLAIMS } from './meaning-claims.ts';
import { ORDER_CLAIMS } from './order-claims.ts';
import { OWN_LIST_CLAIMS } from './own-list-claims.ts';
import { PAGE_CLAIMS } from './page-claims.ts';
import { PAGES_UNDER_CLAIMS } from './pages-under-claims.ts';
import { PAGING_CLAIMS } from './paging-claims.ts';
import { PLACE_CLAIMS } from './place-claims.ts';
import { POSITION_CLAIMS } from './position-claims.ts';
import { QUESTION_CLAIMS } from './question-claims.ts';
import { REFUSAL_CLAIMS } from './refusal-claims.ts';
import { ROW_CLAIMS } from './row-claims.ts';
import { SERVICE_CLAIMS } from './service-claims.ts';
import { SHARED_LIST_CLAIMS } from './shared-list-claims.ts';
import { SUM_CLAIMS } from './sum-claims.ts';
import { SDL_TYPE_CLAIMS, TYPE_CLAIMS } from './type-claims.ts';
import { VALUE_CLAIMS } from './value-claims.ts';
import { WITHHELD_CLAIMS } from './withheld-claims.ts';

/**
 * In the order in which the first broken one is the clearest: who it is, what it serves, whose its records are, how they are read; each
 * group stands on those before it.
 *
 * @public
 */
export const CLAIMS: readonly Claim[] = [
  ...IDENTITY_CLAIMS,
  ...SERVICE_CLAIMS,
  ...TYPE_CLAIMS,
  ...SDL_TYPE_CLAIMS,
  ...FEDERATION_CLAIMS,
  ...EXTENSION_CLAIMS,
  ...ERROR_CLAIMS,
  ...REFUSAL_CLAIMS,
  ...QUESTION_CLAIMS,
  ...ROW_CLAIMS,
  ...ID_CLAIMS,
  ...VALUE_CLAIMS,
  ...MEANING_CLAIMS,
  ...WITHHELD_CLAIMS,
  ...ENTITY_CLAIMS,
  ...POSITION_CLAIMS,
  ...PAGE_CLAIMS,
  ...ORDER_CLAIMS,
  ...HOSTILE_ORDER_CLAIMS,
  ...PLACE_CLAIMS,
  ...PAGING_CLAIMS,
  ...PAGES_UNDER_CLAIMS,
  ...FILTER_CLAIMS,
  ...FILTER_MANNER_CLAIMS,
  ...SHARED_LIST_CLAIMS,
  ...COUNT_CLAIMS,
  ...SUM_CLAIMS,
  ...OWN_LIST_CLAIMS,
  ...CHANGE_CLAIMS,
  ...COST_CLAIMS,
];
