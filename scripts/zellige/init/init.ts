import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { type Outcome, refused } from '../outcome.ts';
import type { Paint } from '../paint.ts';
import { writeProject } from './write-project.ts';

/** `zellige init CODE [FOLDER]`: an agency's own project, ready to run. */
export const init: Subcommand = (program, end) => {
  withCommonOptions(program.command('init'))
    .description("write an agency's project into an empty folder")
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .argument('[folder]', 'where to; this folder unless told', '.')
    .action((code: string, folder: string, options: CommonOptions) =>
      end(initiated(code, resolve(folder)), options),
    );
};

function initiated(code: string, folder: string): Outcome {
  const there = existsSync(folder) ? readdirSync(folder).filter((each) => each !== '.git') : [];
  if (there.length > 0)
    return refused({
      code: 'FOLDER_NOT_EMPTY',
      message: `Expected an empty folder, got ${folder} with ${there[0]} in it; name another.`,
    });
  const files = writeProject(code, folder);
  return {
    kind: 'done',
    value: { member: code, folder, files },
    text: (paint) => said(code, relative(process.cwd(), folder), paint),
  };
}

const said = (code: string, folder: string, paint: Paint): string =>
  [
    paint('green', `The project of ${code} is written.`),
    '',
    ...(folder === '' ? [] : [`  cd ${folder}`]),
    '  npm install',
    '  npm test',
    '  npm start',
    '',
    'README.md goes on from there.',
  ].join('\n');
