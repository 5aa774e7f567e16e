import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { METRICS, openTelemetry, type Standing } from '../../../gateway/telemetry/index.ts';
import { parseMemberCode } from '../../../schema/index.ts';
import { answeredWith, noteOfRefusal, noteOfTwoHops } from './question.ts';

const CODES = ['AMSG', 'CD', 'MA', 'NA', 'ZM'].flatMap((text) => parseMemberCode(text) ?? []);
const SILENT = pino({ level: 'silent' });

const standing = (code: string, more: Partial<Standing>): Standing => ({
  code: parseMemberCode(code) ?? fail(),
  state: 'ANSWERING',
  breaker: 'CLOSED',
  onTime: 1,
  ...more,
});
function fail(): never {
  throw new Error('Expected a member code.');
}

/** The lines of a metric, without those that stand at nothing. */
const linesOf = (text: string, name: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => new RegExp(`^${name}(_sum|_count)?[{ ]`).test(line) && !/ 0$/.test(line));

test('of questions that were answered together members are counted once', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  telemetry.answered(answeredWith(200), noteOfTwoHops());
  telemetry.answered(answeredWith(200), noteOfTwoHops('shared'));
  const text = await telemetry.metrics([]);
  telemetry.close();
  const names = ['answers', 'plans', 'rowsMoved', 'rowsReturned', 'asks'] as const;
  expect(names.flatMap((name) => linesOf(text, METRICS[name].name))).toEqual([
    'zellige_answers_total{complete="false"} 2',
    'zellige_plans_total{plan="kept"} 1',
    'zellige_plans_total{plan="shared"} 1',
    'zellige_rows_moved_total 150',
    'zellige_rows_returned_total 50',
    'zellige_member_asks_total{member="AMSG",outcome="TIMEOUT"} 1',
    'zellige_member_asks_total{member="CD",outcome="ANSWERED"} 1',
    'zellige_member_asks_total{member="CD",outcome="TIMEOUT"} 1',
    'zellige_member_asks_total{member="MA",outcome="ANSWERED"} 2',
    'zellige_member_asks_total{member="NA",outcome="MODULE_NOT_OFFERED"} 1',
    'zellige_member_asks_total{member="ZM",outcome="ANSWERED"} 1',
    'zellige_member_asks_total{member="ZM",outcome="BREAKER_OPEN"} 1',
  ]);
});

test('known traffic gives exactly these figures', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  telemetry.answered(answeredWith(200), noteOfTwoHops());
  telemetry.answered(answeredWith(200), noteOfTwoHops());
  telemetry.answered(answeredWith(400, { bytes: 200, tookMs: 2 }), noteOfRefusal());
  telemetry.answered(
    answeredWith(429, { codes: ['RATE_EXCEEDED'], bytes: 100, tookMs: 1 }),
    undefined,
  );
  telemetry.answered(answeredWith(null, { bytes: 0, tookMs: 10_000 }), undefined);
  const text = await telemetry.metrics([]);
  telemetry.close();
  const figures = Object.values(METRICS)
    .filter(({ name }) =>
      /^zellige_(?!event|member_(answering|breaker|on_time|asks_in))/.test(name),
    )
    .flatMap(({ name }) => linesOf(text, name));
  expect(figures).toEqual([
    'zellige_requests_total{status="200"} 2',
    'zellige_requests_total{status="400"} 1',
    'zellige_requests_total{status="429"} 1',
    'zellige_requests_total{status="gone"} 1',
    'zellige_request_duration_seconds_sum 10.24308',
    'zellige_request_duration_seconds_count 5',
    'zellige_answers_total{complete="false"} 2',
    'zellige_refusals_total{code="RATE_EXCEEDED"} 1',
    'zellige_refusals_total{code="MEMBER_UNAVAILABLE"} 2',
    'zellige_refusals_total{code="COST_EXCEEDED"} 1',
    'zellige_request_cost_sum{outcome="accepted"} 2400',
    'zellige_request_cost_count{outcome="accepted"} 2',
    'zellige_request_cost_sum{outcome="refused"} 90000',
    'zellige_request_cost_count{outcome="refused"} 1',
    'zellige_answer_bytes_sum 4990',
    'zellige_answer_bytes_count 5',
    'zellige_plans_total{plan="kept"} 2',
    'zellige_rows_moved_total 300',
    'zellige_rows_returned_total 100',
    'zellige_member_asks_total{member="AMSG",outcome="TIMEOUT"} 2',
    'zellige_member_asks_total{member="CD",outcome="ANSWERED"} 2',
    'zellige_member_asks_total{member="CD",outcome="TIMEOUT"} 2',
    'zellige_member_asks_total{member="MA",outcome="ANSWERED"} 4',
    'zellige_member_asks_total{member="NA",outcome="MODULE_NOT_OFFERED"} 2',
    'zellige_member_asks_total{member="ZM",outcome="ANSWERED"} 2',
    'zellige_member_asks_total{member="ZM",outcome="BREAKER_OPEN"} 2',
    'zellige_member_ask_duration_seconds_sum{member="AMSG"} 6',
    'zellige_member_ask_duration_seconds_count{member="AMSG"} 2',
    'zellige_member_ask_duration_seconds_sum{member="CD"} 6.04',
    'zellige_member_ask_duration_seconds_count{member="CD"} 4',
    'zellige_member_ask_duration_seconds_sum{member="MA"} 0.08',
    'zellige_member_ask_duration_seconds_count{member="MA"} 4',
    'zellige_member_ask_duration_seconds_sum{member="ZM"} 0.08',
    'zellige_member_ask_duration_seconds_count{member="ZM"} 2',
  ]);
});

test('how the members stand is read when the metrics are', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  const text = await telemetry.metrics([
    standing('CD', { state: 'SILENT', breaker: 'OPEN', onTime: 0.25 }),
    standing('MA', { breaker: 'CLOSED', onTime: 1 }),
    standing('ZM', { state: 'NEVER_ASKED', breaker: 'HALF_OPEN', onTime: null }),
  ]);
  telemetry.close();
  expect(
    ['zellige_member_answering', 'zellige_member_breaker', 'zellige_member_on_time_ratio'].flatMap(
      (name) => linesOf(text, name),
    ),
  ).toEqual([
    'zellige_member_answering{member="MA"} 1',
    'zellige_member_breaker{member="CD",state="OPEN"} 1',
    'zellige_member_breaker{member="MA",state="CLOSED"} 1',
    'zellige_member_breaker{member="ZM",state="HALF_OPEN"} 1',
    'zellige_member_on_time_ratio{member="CD"} 0.25',
    'zellige_member_on_time_ratio{member="MA"} 1',
  ]);
});

test('who is asked counts as in flight until the answer has come', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  let release = () => {};
  const waits = new Promise<void>((done) => {
    release = done;
  });
  const send = telemetry.inFlight(async () => {
    await waits;
    return { kind: 'answered', data: {}, errors: [] };
  });
  const member = { code: parseMemberCode('CD') ?? fail(), url: 'http://127.0.0.1:1/' };
  const calling = { viewer: 'public', signal: AbortSignal.timeout(1000) } as const;
  const asked = [
    send(member, { query: '{ a }' }, calling),
    send(member, { query: '{ b }' }, calling),
  ];
  const inFlight = async () =>
    linesOf(await telemetry.metrics([]), 'zellige_member_asks_in_flight');
  expect(await inFlight()).toEqual(['zellige_member_asks_in_flight{member="CD"} 2']);
  release();
  await Promise.all(asked);
  expect(await inFlight()).toEqual([]);
  telemetry.close();
});

test('every metric of the table is there from the start, and nothing beside it', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  const text = await telemetry.metrics([standing('CD', { breaker: 'CLOSED', onTime: 1 })]);
  telemetry.close();
  const described = [...text.matchAll(/^# (HELP|TYPE) (\S+) (.*)$/gm)].map(([, ...told]) => told);
  expect(described).toEqual(
    Object.values(METRICS).flatMap(({ name, says, kind }) => [
      ['HELP', name, says],
      ['TYPE', name, kind],
    ]),
  );
});

test('nothing that a client sends makes a series: their number is that of the table', async () => {
  const telemetry = openTelemetry(CODES, SILENT);
  const series = async () => {
    const statuses = CODES.map((code) => standing(code, { breaker: 'CLOSED', onTime: 1 }));
    return (await telemetry.metrics(statuses)).split('\n').filter((line) => /^[a-z]/.test(line))
      .length;
  };
  const before = await series();
  for (let status = 200; status < 600; status += 1)
    telemetry.answered(
      answeredWith(status, { codes: [`CODE_${status}`, '__proto__', 'x"}\n'] }),
      undefined,
    );
  telemetry.answered(answeredWith(200), noteOfTwoHops());
  telemetry.answered(answeredWith(200), noteOfRefusal());
  expect(await series()).toBe(before);
  telemetry.close();
});

test('two gateways of one process count apart', async () => {
  const [one, other] = [openTelemetry(CODES, SILENT), openTelemetry(CODES, SILENT)];
  one.answered(answeredWith(200), undefined);
  const texts = await Promise.all([one.metrics([]), other.metrics([])]);
  for (const each of [one, other]) each.close();
  expect(texts.map((text) => linesOf(text, 'zellige_requests_total'))).toEqual([
    ['zellige_requests_total{status="200"} 1'],
    [],
  ]);
});

test('a line is written for each request, where lines are wanted', () => {
  const lines: Record<string, unknown>[] = [];
  const logger = pino(
    { base: null, timestamp: false },
    { write: (line) => lines.push(JSON.parse(line)) },
  );
  const telemetry = openTelemetry(CODES, logger);
  telemetry.answered(answeredWith(415, { codes: ['BAD_REQUEST'] }), undefined);
  logger.level = 'warn';
  telemetry.answered(answeredWith(200), undefined);
  telemetry.close();
  expect(lines).toMatchObject([{ level: 30, status: 415, msg: 'A request was answered.' }]);
});
