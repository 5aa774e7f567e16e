import { openExtending, readSupergraph } from '../../gateway/index.ts';
import { readContract } from '../../schema/index.ts';
import { median, type Result, rounded } from '../result.ts';

/** How long composing takes with the extensions of so many members, each with a type, a field of sites and one of Query. */
export async function composing(
  members: number,
  times: number,
): Promise<readonly [result: Result, tookMs: number]> {
  const extensions = Array.from({ length: members }, (_, place) => extensionOf(codeOf(place)));
  const tookMs: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const extend = openExtending(readSupergraph(), readContract()); // a new one has composed nothing yet
    const began = performance.now();
    const extended = await extend(extensions);
    if (extended.kind === 'refused') throw new Error(extended.findings.join('\n'));
    if (time > 0) tookMs.push(performance.now() - began); // the first compiles
  }
  const result: Result = {
    bench: 'compose',
    gateway: 'stock',
    cpuMsPerRequest: null,
    rps: null,
    ...{ p50Ms: null, p99Ms: null, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024) },
    ...{ members, composeMs: rounded(median(tookMs)) },
  };
  return [result, median(tookMs)];
}

/** AA, AB, AC ...: codes as states have them. */
const codeOf = (place: number): string =>
  String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26));

function extensionOf(code: string) {
  const my = code.toLowerCase();
  const type = `${code.slice(0, 1)}${my.slice(1)}Basin`;
  const sdl = `type Site @key(fields: "id") { id: ID! ${my}_grade: Quantity ${my}_basin: ${type} }
    type ${type} { name: String sites: [Site!] }
    type Query { ${my}_basins: [${type}!] }`;
  return { member: code, sdl };
}
