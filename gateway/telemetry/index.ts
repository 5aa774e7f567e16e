export { METRICS, type Metric } from './metrics-table.ts';
export { type Note, openNote } from './note.ts';
export { type NotedContext, noting } from './noting.ts';
export { openTelemetry, type Telemetry } from './open-telemetry.ts';
export { LINE_FIELDS } from './request-line.ts';
export type { Answered } from './request-record.ts';
export type { BreakerState, Standing } from './standing.ts';
