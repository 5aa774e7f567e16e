import { type DestinationStream, type Logger, pino } from 'pino';
import { PinoPretty as pinoPretty } from 'pino-pretty';
import { openLogDestination } from './log-destination.ts';
import { redaction } from './redaction.ts';

/** Readable lines for a person at a terminal, JSON for machines. */
export function makeLogger(
  isTerminal: boolean,
  destination: DestinationStream = isTerminal ? process.stdout : openLogDestination(),
): Logger {
  return isTerminal
    ? pino(
        redaction,
        pinoPretty({ destination, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }),
      )
    : pino({ ...redaction, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
