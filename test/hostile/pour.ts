import { connect, type Socket } from 'node:net';

/** What a client that pours is told, and how many bytes left it before the connection was closed. */
export type Poured = { readonly status: number | null; readonly sentMb: number };

/** Says this much, then the same again and again as fast as it is taken, a gigabyte at most. */
export type Pouring = { readonly head: string; readonly again: Buffer };

const GIGABYTE = 1_073_741_824;

export async function pour(origin: string, { head, again }: Pouring): Promise<Poured> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let told = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    told += text;
  });
  socket.on('error', () => undefined); // it is cut off on purpose
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(head);
  await Promise.race([pourInto(socket, again), closed]);
  await closed;
  const status = /^HTTP\/1\.1 (\d{3})/.exec(told)?.[1];
  const sentMb = (socket.bytesWritten - socket.writableLength) / 2 ** 20;
  return { status: status === undefined ? null : Number(status), sentMb };
}

async function pourInto(socket: Socket, again: Buffer): Promise<void> {
  for (let sent = 0; !socket.destroyed && sent < GIGABYTE; sent += again.length)
    if (!socket.write(again)) await new Promise((resolve) => socket.once('drain', resolve));
}
