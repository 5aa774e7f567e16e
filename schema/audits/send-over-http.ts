import { sayWhySilent } from './silence.ts';
import type { SendQuestion } from './wire.ts';

const WAIT_MS = 15_000;
const BODY_BYTES_MOST = 64 * 1024 * 1024;

/**
 * Sends a question as any client would: no redirects, a limit of time and of bytes.
 *
 * @public
 */
export const sendOverHttp: SendQuestion = async (url, question, signal) => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]),
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify(question),
    });
    const body = await textOf(response);
    if (body === undefined)
      return { kind: 'silent', says: `It sent more than ${BODY_BYTES_MOST} bytes.` };
    const [contentType = ''] = (response.headers.get('content-type') ?? '').split(';');
    const location = response.headers.get('location');
    return { kind: 'replied', status: response.status, contentType, location, body };
  } catch (cause) {
    return { kind: 'silent', says: sayWhySilent(url, cause) };
  }
};

/** The body; undefined where it is longer than its limit. */
async function textOf(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MOST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
