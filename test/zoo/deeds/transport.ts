import { gzipSync } from 'node:zlib';
import type { Deed, Exchange } from '../fault.ts';
import { answer } from '../zoo-member.ts';

const JSON_TYPE = { 'content-type': 'application/json' } as const;
const bytesOf = ({ truth }: Exchange) => Buffer.from(JSON.stringify(truth));

/** Something done with the reply, each time it is asked. */
export const does = (act: (exchange: Exchange) => void): Deed => ({
  how: 'REPLY',
  commit: (exchange) => {
    act(exchange);
    return true;
  },
});

export const says = (
  status: number,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
  body: string | Buffer = '',
): Deed => does(({ reply }) => void reply.writeHead(status, headers).end(body));

export const hangs = does(() => undefined);
export const hangsAfterHeaders = does(({ reply }) => {
  reply.writeHead(200, JSON_TYPE).flushHeaders();
});
export const hangsAtByte = (share: number): Deed =>
  does((exchange) => {
    const bytes = bytesOf(exchange);
    exchange.reply.writeHead(200, { ...JSON_TYPE, 'content-length': bytes.length });
    exchange.reply.write(bytes.subarray(0, Math.floor(bytes.length * share)));
  });

/** The deadline is of the whole answer, not of the next byte. */
export const drips = does((exchange) => {
  const bytes = bytesOf(exchange);
  exchange.reply.writeHead(200, { ...JSON_TYPE, 'content-length': bytes.length });
  let sent = 0;
  const timer = setInterval(() => {
    exchange.reply.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent === bytes.length) exchange.reply.end();
  }, DRIP_MS).unref();
  exchange.reply.on('close', () => clearInterval(timer));
});
const DRIP_MS = 1_000;

export const resets = does(({ socket }) => void socket.resetAndDestroy());
export const resetsAtByte = (share: number): Deed =>
  does((exchange) => {
    const { socket } = exchange;
    const bytes = bytesOf(exchange);
    const part = bytes.subarray(0, Math.floor(bytes.length * share));
    socket.write(headOf(bytes.length));
    socket.write(part, () => setTimeout(() => socket.resetAndDestroy(), RESET_AFTER_MS));
  });
const RESET_AFTER_MS = 5;

export const cutsShort = does((exchange) => {
  const bytes = bytesOf(exchange);
  exchange.socket.write(headOf(bytes.length + 100));
  exchange.socket.end(bytes);
});
const headOf = (length: number) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** White space, which JSON admits: only the deadline ends it. */
export const neverEnds = does(({ reply }) => {
  reply.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => reply.write(' '.repeat(64)), 10).unref();
  reply.on('close', () => clearInterval(timer));
});

/** As servers do that grow tired of an idle socket just when a request comes. */
export const closesReusedSockets: Deed = {
  how: 'REPLY',
  commit: ({ socket, isReused }) => {
    if (isReused) socket.destroy();
    return isReused;
  },
};

/** A gigabyte in a megabyte: parts of a gzip stream may be put one behind the other. */
const bomb = () => Buffer.concat(Array(100).fill(gzipSync(Buffer.alloc(10_485_760, ' '))));
let made: Buffer | undefined;
export const sendsABomb = does(({ reply }) => {
  made ??= bomb();
  reply.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(made);
});

const HUGE_BYTES = 1_073_741_824;
const CHUNK = Buffer.alloc(65_536, ' ');
/** Up to a gigabyte, as fast as it is read. */
export const sendsAGigabyte = does(({ reply }) => {
  reply.writeHead(200, { ...JSON_TYPE, 'content-length': HUGE_BYTES });
  pour((chunk) => reply.write(chunk), reply);
});
/** As much, and nothing says so before. */
export const sendsAGigabyteUntold = does(({ reply }) => {
  reply.writeHead(200, JSON_TYPE);
  pour((chunk) => reply.write(chunk), reply);
});
export const neverEndsItsHeaders = does(({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  let place = 0;
  const line = () => {
    place += 1;
    return socket.write(`x-${place}: ${'a'.repeat(900)}\r\n`);
  };
  pour(line, socket);
});

type Poured = Pick<NodeJS.WritableStream, 'on'>;
function pour(write: (chunk: Buffer) => boolean, into: Poured): void {
  let left = HUGE_BYTES / CHUNK.length;
  let isOpen = true;
  const go = () => {
    while (isOpen && left > 0) {
      left -= 1;
      if (!write(CHUNK)) return;
    }
  };
  into.on('close', () => {
    isOpen = false;
  });
  into.on('drain', go);
  go();
}

export const speaksNoHttp = does(({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'));

export const isSlow = (ms: number): Deed =>
  does((exchange) => {
    setTimeout(() => answer(exchange.reply, bytesOf(exchange)), ms);
  });

/** The truth in other bytes. */
export const writes = (commit: (text: string) => string | Buffer): Deed => ({
  how: 'BODY',
  commit,
});
export const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** A byte that no text in UTF-8 has, where it changes nothing that was asked. */
export const withInvalidByte = (text: string): Buffer =>
  Buffer.concat([
    Buffer.from(`${text.slice(0, -1)},"extensions":{"note":"`),
    Buffer.from([0xff]),
    Buffer.from('"}}'),
  ]);

/** There one time, gone the next; it says so, for a reset on a kept socket would be tried again. */
export const flaps: Deed = {
  how: 'REPLY',
  commit: ({ cued, reply }) => {
    const isGone = cued % 2 === 1;
    if (isGone) reply.writeHead(503).end();
    return isGone;
  },
};
