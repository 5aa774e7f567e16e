import { DATE, ID, json, key, whole } from './field.ts';

/** What every record has. */
export const commonFields = {
  id: ID,
  home: key(8),
  revision: whole,
  updatedAt: DATE,
  provenance: json,
  governance: json,
};
