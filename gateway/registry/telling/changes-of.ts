import { type Addition, additionsOf, type Contract } from '../../../schema/index.ts';
import { NOTHING, type Publication } from '../publication.ts';

/** What a publication changed against the one before it, in words for a person: `new URL`, `modules +EVENTS`, `extension: +2 fields`. */
export function changesOf(
  now: Publication,
  before: Publication | undefined,
  contract: Contract,
): readonly string[] {
  if (now.kind === 'WITHDRAW') return ['withdrawn'];
  const extension = extensionWords(now, before?.extension ?? NOTHING.extension, contract);
  if (!before) return ['joined', ...extension];
  if (before.url === null) return [...goingBack(now), 'joined again', ...extension];
  const words = [
    ...(now.url === before.url ? [] : ['new URL']),
    ...(now.contractVersion === before.contractVersion ? [] : [`contract ${now.contractVersion}`]),
    ...moduleWords(now.modules, before.modules),
    ...extension,
  ];
  const all = [...goingBack(now), ...words];
  return all.length === 0 ? ['nothing'] : all;
}

const goingBack = ({ goesBackTo }: Publication): readonly string[] =>
  goesBackTo === null ? [] : [`rolled back to ${goesBackTo}`];

function moduleWords(now: readonly string[], before: readonly string[]): readonly string[] {
  const words = [
    ...now.filter((each) => !before.includes(each)).map((each) => `+${each}`),
    ...before.filter((each) => !now.includes(each)).map((each) => `−${each}`),
  ];
  return words.length === 0 ? [] : [`modules ${words.join(' ')}`];
}

function extensionWords(
  { extension, member }: Publication,
  before: string,
  contract: Contract,
): readonly string[] {
  if (extension === before) return [];
  const [next, old] = [extension, before].map((sdl) => additionsOf(sdl, member, contract));
  const words = counted(next ?? [], old ?? []);
  return [`extension: ${words.length === 0 ? 'rewritten, same fields' : words.join(', ')}`];
}

function counted(now: readonly Addition[], before: readonly Addition[]): readonly string[] {
  const then = new Map(before.map((each) => [each.place, each]));
  const places = new Set(now.map(({ place }) => place));
  const differ = (each: Addition) => {
    const old = then.get(each.place);
    return old && (old.type !== each.type || old.description !== each.description);
  };
  return [
    ...countedBy(
      '+',
      now.filter(({ place }) => !then.has(place)),
    ),
    ...countedBy(
      '−',
      before.filter(({ place }) => !places.has(place)),
    ),
    ...countedBy('', now.filter(differ)).map((words) => `${words} changed`),
  ];
}

/** Types first, since fields are of them. */
const countedBy = (sign: string, additions: readonly Addition[]): readonly string[] => [
  ...numbered(sign, additions.filter(({ type }) => type === null).length, 'type'),
  ...numbered(sign, additions.filter(({ type }) => type !== null).length, 'field'),
];

const numbered = (sign: string, count: number, noun: string): readonly string[] =>
  count === 0 ? [] : [`${sign}${count} ${noun}${count === 1 ? '' : 's'}`];
