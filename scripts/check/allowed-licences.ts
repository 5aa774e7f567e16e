/** A licence that a package may carry, why, and for which packages alone where it is an exception. */
export type AllowedLicence = {
  readonly licence: string;
  readonly because: string;
  readonly onlyFor?: readonly string[];
};

const PERMISSIVE = 'asks for nothing but its notice';

/** What may be installed beside our own Apache-2.0 code. An exception names its packages, here and in NOTICE. */
export const ALLOWED_LICENCES: readonly AllowedLicence[] = [
  { licence: 'MIT', because: PERMISSIVE },
  { licence: 'ISC', because: PERMISSIVE },
  { licence: 'BSD-2-Clause', because: PERMISSIVE },
  { licence: 'BSD-3-Clause', because: PERMISSIVE },
  { licence: 'Apache-2.0', because: 'the licence of this project' },
  { licence: 'BlueOak-1.0.0', because: PERMISSIVE },
  { licence: '0BSD', because: 'asks for nothing' },
  { licence: 'CC0-1.0', because: 'asks for nothing' },
  {
    licence: 'CC-BY-3.0',
    because: 'a list of names that a development tool reads, not code',
    onlyFor: ['spdx-exceptions'],
  },
  {
    licence: 'CC-BY-4.0',
    because:
      "a table of browsers that a development tool reads, not code; the seeds' own are in NOTICE",
    onlyFor: ['caniuse-lite'],
  },
  {
    licence: 'Elastic-2.0',
    because:
      'a data gateway may run on it; offering it to others as a managed service is forbidden',
    onlyFor: [
      '@apollo/composition',
      '@apollo/federation-internals',
      '@apollo/gateway',
      '@apollo/query-graphs',
      '@apollo/query-planner',
    ],
  },
];
