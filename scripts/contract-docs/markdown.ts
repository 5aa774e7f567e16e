/** A table; a cell may hold anything but a line break. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const rule = heads.map(() => '---');
  return [heads, rule, ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`);
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

export const code = (text: string): string => `\`${text}\``;

/** Where a reader finds the heading of that name: as GitHub and most others make it. */
export const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')}`;

export const linkTo = (heading: string, shown: string = heading): string =>
  `[${shown}](${anchorOf(heading)})`;
