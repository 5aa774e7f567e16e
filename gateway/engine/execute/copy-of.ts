import { ReadyText } from '../shape/index.ts';

/** Whether no object or list stands in it, so that nobody can add to what it holds. */
export function isFlat(entity: unknown): boolean {
  if (entity === null || typeof entity !== 'object') return true;
  for (const value of Object.values(entity)) if (isObject(value)) return false;
  return !Array.isArray(entity);
}

/** The same value anew, of JSON; what is flat stays, for its values are taken out of it. */
export function copyOf(value: unknown): unknown {
  return isFlat(value) ? value : structuredClone(value);
}

const isObject = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && !(value instanceof ReadyText);
