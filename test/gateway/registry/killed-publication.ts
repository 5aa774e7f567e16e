// Publishes once, and kills itself before a step of that; without one it says which steps there were.
import { givenRegistry } from './given-registry.ts';
import { CHANGED } from './killed-state.ts';

const [folder = '', last = '0'] = process.argv.slice(2);
const steps: string[] = [];
let isCounting = false;
const step = (name: string) => {
  if (!isCounting) return;
  steps.push(name.slice(0, 40));
  if (steps.length === Number(last)) process.kill(process.pid, 'SIGKILL');
};

const registry = await givenRegistry(folder, {
  onStep: step,
  onChange: () => {
    step('the gateway builds');
    step('the gateway swaps');
    return Promise.resolve({ kind: 'swapped', says: 'It is served.' });
  },
});
isCounting = true;
step('the publication comes');
await registry.publishes('MA', CHANGED);
step('the publication is answered');
isCounting = false;
process.stdout.write(JSON.stringify(steps));
await registry.close();
