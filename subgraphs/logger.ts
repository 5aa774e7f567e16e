import { type Logger, pino } from 'pino';
import { build as pretty } from 'pino-pretty';

/** Lines to read in a terminal, JSON otherwise. */
export const makeLogger = (level: string): Logger =>
  process.stdout.isTTY
    ? pino({ level }, pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }))
    : pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
