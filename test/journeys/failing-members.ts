import { createServer as createHttpServer, request } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export type Mute = {
  readonly url: string;
  /** How many sockets it has accepted. */
  readonly heard: () => number;
  readonly close: () => void;
};

/** Accepts every connection and never says a word. */
export async function openMute(): Promise<Mute> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
  });
  return {
    url: await listening(server),
    heard: () => sockets.length,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

export type Weary = {
  readonly url: string;
  /** How many more asks it answers, from now on. */
  readonly answers: (asks: number) => void;
  readonly close: () => void;
};

/** A member that answers so many asks, and hangs up on all that follow. */
export async function openWeary(memberUrl: string): Promise<Weary> {
  let left = Number.POSITIVE_INFINITY;
  const server = createHttpServer((asked, reply) => {
    left -= 1;
    if (left < 0) return void asked.socket.destroy();
    const { method, headers } = asked;
    const passed = request(memberUrl, { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(reply);
    });
    asked.pipe(passed);
  });
  return {
    url: await listening(server),
    answers: (asks) => {
      left = asks;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await new Promise((listens) => server.once('listening', listens));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
