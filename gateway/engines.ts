import type { ValidationRule } from 'graphql';
import { openStockEngine, openZelligeEngine } from './engine/index.ts';
import type { EngineName } from './engine-name.ts';
import { aliasesShadowNoField, LIMITS } from './limits/index.ts';

/** How an engine is opened, and the rules that questions keep beyond GraphQL's, because it would answer them wrongly. */
export type EngineChoice = {
  readonly open: typeof openStockEngine;
  readonly validationRules: readonly ValidationRule[];
};

/** A text that grows beyond what may go out is not written to its end. */
const openOurs: EngineChoice['open'] = (supergraph, sources, limits) =>
  openZelligeEngine(supergraph, sources, {
    ...limits,
    answerCharactersMax: LIMITS.answerBytesMax,
  });

export const ENGINES: Readonly<Record<EngineName, EngineChoice>> = {
  apollo: { open: openStockEngine, validationRules: [aliasesShadowNoField] },
  zellige: { open: openOurs, validationRules: [] },
};
