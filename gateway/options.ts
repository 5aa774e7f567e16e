import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { LIMITS } from './limits/index.ts';

/** What a request decides for itself; null leaves it to the gateway's configuration. */
export type Options = {
  /** Whether an answer that lacks somebody is given, or refused whole. */
  readonly onMissing: 'PARTIAL' | 'FAIL';
  readonly deadlineMs: number | null;
};
export type OptionsReading =
  | { readonly kind: 'read'; readonly options: Options }
  | { readonly kind: 'refused'; readonly says: string };

/**
 * The options of a request: `extensions.zellige`, else the headers. A bad header is refused where the extension wins over it too: nobody
 * gets a partial answer that was not asked for.
 */
export function readOptions(headers: IncomingHttpHeaders, extensions: unknown): OptionsReading {
  const ofHeaders = HEADERS.safeParse(headers);
  if (!ofHeaders.success) return refused(ofHeaders.error, headers, headerName);
  const ofExtensions = EXTENSIONS.safeParse(isObject(extensions) ? extensions : {}); // the server says what is wrong with others
  if (!ofExtensions.success)
    return refused(ofExtensions.error, extensions, (path) => ['extensions', ...path].join('.'));
  const { zellige } = ofExtensions.data;
  const {
    onMissing = ofHeaders.data[ON_MISSING] ?? 'PARTIAL',
    deadlineMs = ofHeaders.data[DEADLINE_MS] ?? null,
  } = zellige ?? {};
  return { kind: 'read', options: { onMissing, deadlineMs } };
}

const ON_MISSING = 'zellige-on-missing';
const DEADLINE_MS = 'zellige-deadline-ms';

const EXPECTED = {
  zellige: 'an object with the keys onMissing and deadlineMs',
  onMissing: '"PARTIAL" or "FAIL"',
  deadlineMs: `a whole number of milliseconds from ${LIMITS.deadlineMsMin} to ${LIMITS.deadlineMsMax}`,
} as const;

const onMissing = z.enum(['PARTIAL', 'FAIL'], { error: EXPECTED.onMissing });
const deadlineMs = z
  .int({ error: EXPECTED.deadlineMs })
  .min(LIMITS.deadlineMsMin, { error: EXPECTED.deadlineMs })
  .max(LIMITS.deadlineMsMax, { error: EXPECTED.deadlineMs });

const EXTENSIONS = z.object({
  zellige: z
    .strictObject(
      { onMissing: onMissing.optional(), deadlineMs: deadlineMs.optional() },
      { error: objectFault },
    )
    .optional(),
});

/** Keys have a sentence of their own. */
function objectFault({ code }: { readonly code?: string }): string | undefined {
  return code === 'unrecognized_keys' ? undefined : EXPECTED.zellige;
}

const HEADERS = z.object({
  [ON_MISSING]: onMissing.optional(),
  [DEADLINE_MS]: z
    .string({ error: EXPECTED.deadlineMs })
    .regex(/^\d{1,9}$/, { error: EXPECTED.deadlineMs })
    .transform(Number)
    .pipe(deadlineMs)
    .optional(),
});

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Path = readonly string[];

/** One sentence on the first fault: where, what was expected, what came. */
function refused(
  error: z.ZodError,
  given: unknown,
  nameOf: (path: Path) => string,
): OptionsReading {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return saying(
      nameOf([...path, key]),
      'one of the keys onMissing, deadlineMs',
      JSON.stringify(key),
    );
  }
  const came = path.reduce(valueAt, given);
  return saying(nameOf(path), issue?.message ?? '', shown(came));
}

const saying = (where: string, expected: string, got: string): OptionsReading => ({
  kind: 'refused',
  says: `${where}: expected ${expected}, got ${got}.`,
});

/** As the documentation writes it: `Zellige-On-Missing`. */
const headerName = ([name = '']: Path): string =>
  name.replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const valueAt = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 120);
