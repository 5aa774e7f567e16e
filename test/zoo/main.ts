// `npm start -- --zoo CD=hang` forks this: members that commit faults, in a process of their own, before the honest ones.
import { MEMBER_CODES } from '../../subgraphs/define-member.ts';
import { openZoo } from './open-zoo.ts';
import { readFaults } from './read-faults.ts';

type Address = { readonly code: string; readonly url: string };

const [faults = '', members] = process.argv.slice(2);
const reading = readFaults(faults, members?.split(',') ?? MEMBER_CODES);
if (reading.kind === 'refused') {
  process.stderr.write(`${reading.says}\n`);
  process.exit(1);
}
process.on('disconnect', () => process.exit(0));
process.on('message', (honest: readonly Address[]) => {
  void openZoo(honest, reading.committing).then((opened) => process.send?.({ opened }));
});
process.send?.({ opened: [] });
