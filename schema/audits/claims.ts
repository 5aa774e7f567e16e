import type { Claim } from './claim.ts';
import { EXTENSION_CLAIMS } from './extension-claims.ts';
import { FEDERATION_CLAIMS } from './federation-claims.ts';
import { HOSTILE_ORDER_CLAIMS } from './hostile-order-claims.ts';
import { ID_CLAIMS } from './id-claims.ts';
import { IDENTITY_CLAIMS } from './identity-claims.ts';
import { ORDER_CLAIMS } from './order-claims.ts';
import { PAGE_CLAIMS } from './page-claims.ts';
import { PAGES_UNDER_CLAIMS } from './pages-under-claims.ts';
import { PAGING_CLAIMS } from './paging-claims.ts';
import { PLACE_CLAIMS } from './place-claims.ts';
import { POSITION_CLAIMS } from './position-claims.ts';
import { ROW_CLAIMS } from './row-claims.ts';
import { SERVICE_CLAIMS } from './service-claims.ts';
import { SDL_TYPE_CLAIMS, TYPE_CLAIMS } from './type-claims.ts';

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
  ...ROW_CLAIMS,
  ...ID_CLAIMS,
  ...PAGE_CLAIMS,
  ...POSITION_CLAIMS,
  ...ORDER_CLAIMS,
  ...HOSTILE_ORDER_CLAIMS,
  ...PLACE_CLAIMS,
  ...PAGING_CLAIMS,
  ...PAGES_UNDER_CLAIMS,
];
