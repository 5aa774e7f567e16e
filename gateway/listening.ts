import { createServer } from 'node:net';

type Place = { readonly host: string; readonly port: number };

/**
 * Why nothing can listen there, as one sentence; undefined where something can. Listens and lets go, before anything else is started.
 * @public
 */
export const whyNotListening = (place: Place): Promise<string | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (fault) => resolve(sayListeningFault(fault, place)));
    probe.listen(place.port, place.host, () => probe.close(() => resolve(undefined)));
  });

function sayListeningFault(fault: unknown, { host, port }: Place): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : '';
  const says = SENTENCES[String(code)] ?? `cannot be listened on (${String(fault)})`;
  return `The address ${host}:${port} ${says}.`;
}

const SENTENCES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; stop that, or set PORT to another',
  EACCES: 'may not be used by this user; set PORT to 1024 or more',
  EADDRNOTAVAIL: 'is not one of this machine; set HOST to one that is, such as 127.0.0.1',
  ENOTFOUND:
    'has a host name that nobody knows; set HOST to one of this machine, such as 127.0.0.1',
};
