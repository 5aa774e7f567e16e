/**
 * Data as it grows while a plan is executed. It is the one thing here that is changed in place: each fetch adds to objects that others gave.
 * Where subgraphs gave equal entities to several places, these share what came, so it is a graph and no tree.
 */
export type Values = { [name: string]: unknown };

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
