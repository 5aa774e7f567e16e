export { faultInAnswer, isComplete } from './fault-in-answer.ts';
export { MOOD_MS, type Mood, moodAt } from './flapping.ts';
export { type SoakAsk, soak } from './soak.ts';
export { verdictsOf } from './verdicts.ts';
