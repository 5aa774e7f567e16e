import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { METRICS, type Metric } from './metrics-table.ts';

export type Meters = ReturnType<typeof openMeters>;

/** The metrics of one gateway, on a registry of its own: several gateways of one process count apart. */
export function openMeters(registry: Registry) {
  const counter = (metric: Metric) => new Counter(optionsOf(metric, registry));
  const gauge = (metric: Metric) => new Gauge(optionsOf(metric, registry));
  const histogram = (metric: Metric) =>
    new Histogram({ ...optionsOf(metric, registry), buckets: [...(metric.buckets ?? [])] });
  return {
    requests: counter(METRICS.requests),
    duration: histogram(METRICS.duration),
    answers: counter(METRICS.answers),
    refusals: counter(METRICS.refusals),
    cost: histogram(METRICS.cost),
    answerBytes: histogram(METRICS.answerBytes),
    plans: counter(METRICS.plans),
    rowsMoved: counter(METRICS.rowsMoved),
    rowsReturned: counter(METRICS.rowsReturned),
    asks: counter(METRICS.asks),
    askDuration: histogram(METRICS.askDuration),
    inFlight: gauge(METRICS.inFlight),
    answering: gauge(METRICS.answering),
    breaker: gauge(METRICS.breaker),
    onTime: gauge(METRICS.onTime),
    loopDelay: gauge(METRICS.loopDelay),
    cpu: counter(METRICS.cpu),
    memory: gauge(METRICS.memory),
    heap: gauge(METRICS.heap),
    started: gauge(METRICS.started),
  };
}

const optionsOf = ({ name, says, labels }: Metric, registry: Registry) => ({
  name,
  help: says,
  labelNames: Object.keys(labels),
  registers: [registry],
});
