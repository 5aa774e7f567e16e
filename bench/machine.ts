import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';
import type { Cores } from './processes/index.ts';

/** What a figure was measured on. */
export const machineOf = (cores: Cores) => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  measuredProcessAlone: cores.kind === 'pinned',
});
export type Machine = ReturnType<typeof machineOf>;

const PARTS = ['@apollo/gateway', '@apollo/server', 'fastify', 'graphql', 'undici'];

export const versionsOf = (): Readonly<Record<string, string>> => ({
  node: process.versions.node,
  zellige: versionIn('package.json'),
  ...Object.fromEntries(
    PARTS.map((name) => [name, versionIn(`node_modules/${name}/package.json`)]),
  ),
});

const versionIn = (file: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
