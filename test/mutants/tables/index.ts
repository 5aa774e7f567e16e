import type { Mutant } from '../mutant.ts';
import { AGENCIES } from './agencies.ts';
import { ASKING } from './asking.ts';
import { COVERAGE } from './coverage.ts';
import { EXECUTION } from './execution.ts';
import { GUARDS } from './guards.ts';
import { LIMITS } from './limits.ts';
import { MERGE } from './merge.ts';
import { ORDER } from './order.ts';
import { PROGRAMS } from './programs.ts';
import { ROUTING } from './routing.ts';
import { SCROLLING } from './scroll.ts';
import { SHAPE } from './shape.ts';
import { SKEW } from './skew.ts';

export const MUTANTS: readonly Mutant[] = [
  ...ORDER,
  ...MERGE,
  ...SCROLLING,
  ...COVERAGE,
  ...ROUTING,
  ...LIMITS,
  ...ASKING,
  ...GUARDS,
  ...SKEW,
  ...AGENCIES,
  ...SHAPE,
  ...EXECUTION,
  ...PROGRAMS,
];
