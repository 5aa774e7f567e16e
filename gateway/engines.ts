import type { ValidationRule } from 'graphql';
import { openStockEngine, openZelligeEngine } from './engine/index.ts';
import type { EngineName } from './engine-name.ts';
import { aliasesShadowNoField, LIMITS } from './limits/index.ts';

/** How an engine is opened, and the rules that questions keep beyond GraphQL's, because it would answer them wrongly. */
export type EngineChoice = {
  readonly open: typeof openStockEngine;
  /** Whether equal questions at the same time are answered once. Apollo's engine is there to be compared with, so it answers each. */
  readonly sharesAnswers: boolean;
  readonly validationRules: readonly ValidationRule[];
};

/** A text that grows beyond what may go out is not written to its end. */
const openOurs: EngineChoice['open'] = (supergraph, sources, limits) =>
  openZelligeEngine(supergraph, sources, {
    ...limits,
    answerCharactersMax: LIMITS.answerBytesMax,
  });

export const ENGINES: Readonly<Record<EngineName, EngineChoice>> = {
  apollo: { open: openStockEngine, sharesAnswers: false, validationRules: [aliasesShadowNoField] },
  zellige: { open: openOurs, sharesAnswers: true, validationRules: [] },
};
