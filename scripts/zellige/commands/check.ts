import {
  type Addition,
  additionsOf,
  checkExtension,
  type Finding,
  readContract,
} from '../../../schema/index.ts';
import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { findingsTable } from '../findings-table.ts';
import type { Outcome } from '../outcome.ts';
import type { Paint } from '../paint.ts';
import { readText } from '../read-text.ts';
import { table } from '../table.ts';

type Asked = CommonOptions & { readonly member: string };

/** `zellige check FILE --member CODE`: what an extension would add, and what keeps it from being published. It asks nobody. */
export const check: Subcommand = (program, end) => {
  withCommonOptions(program.command('check'))
    .description('say what a new extension would do')
    .argument('<file>', 'the SDL of the extension')
    .requiredOption('--member <code>', 'whose it is, as in KE', memberCode)
    .action((file: string, options: Asked) => {
      const sdl = readText(file);
      end(sdl.kind === 'read' ? checked(sdl.text, options.member) : sdl, options);
    });
};

function checked(sdl: string, member: string): Outcome {
  const contract = readContract();
  const findings = checkExtension(sdl, member, contract);
  const adds = additionsOf(sdl, member, contract);
  return {
    kind: findings.length > 0 ? 'refused' : 'done',
    value: { member, contractVersion: contract.version, adds, findings },
    text: (paint) =>
      findings.length > 0 ? findingsText(member, findings, paint) : addsText(member, adds, paint),
  };
}

const findingsText = (member: string, findings: readonly Finding[], paint: Paint): string =>
  [
    paint('red', `${member} may not publish this (findings: ${findings.length}).`),
    '',
    findingsTable(findings),
  ].join('\n');

const addsText = (member: string, adds: readonly Addition[], paint: Paint): string =>
  [
    paint('green', `${member} keeps the rules of extensions. This would add:`),
    '',
    table(
      ['AT', 'TYPE'],
      adds.map(({ place, type }) => [place, type ?? 'a type of its own']),
    ),
  ].join('\n');
