import { writeSync } from 'node:fs';
import { type DestinationStream, pino } from 'pino';

/** Of lines that could not be written: the oldest are kept, so that the log shows where it broke off, and what comes after is dropped. */
const KEPT_BYTES_MAX = 1_048_576;

/**
 * Where the gateway's log goes. A log that cannot be written stops nothing: the operator is told once on the error stream, and once more
 * when it can be written again.
 */
export function openLogDestination(
  fd = 1,
  tell: (says: string) => void = tellOperator,
): DestinationStream {
  const stream = pino.destination({ fd, sync: true, maxLength: KEPT_BYTES_MAX });
  let isFull = false;
  stream.on('error', (error: Error) => {
    if (isFull) return;
    isFull = true;
    tell(`The log cannot be written: ${error.message}. ${GOES_ON}`);
  });
  stream.on('write', () => {
    if (isFull) tell('The log is written again.');
    isFull = false;
  });
  return stream;
}

function tellOperator(says: string): void {
  try {
    writeSync(2, `${says}\n`);
  } catch {
    // The error stream is gone too: nobody is left to be told.
  }
}

const GOES_ON = 'The gateway goes on answering, and what it has to say is lost; make room.';
