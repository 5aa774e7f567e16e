// `node scripts/run.js scripts/expected/main.ts [FOLDER]`: takes the answers to the thirteen questions straight from the sources
// (../shared/data when no folder is given) and writes them for the tests. It shares nothing with what makes the seeds or the answers.
import { existsSync, writeFileSync } from 'node:fs';
import { phosphateCapacity } from './capacities.ts';
import { undeveloped } from './deposits.ts';
import { meetings } from './events.ts';
import { cobaltReserves, editionsOfCobalt, phosphateSeries } from './figures.ts';
import { whatHasChanged, whatIsHeld } from './members.ts';
import { exportMeasures, lithiumHistory } from './policies.ts';
import { criticalAndProcessed, minesInBox, ownersOfKov } from './sites.ts';
import { readSources, type Sources } from './sources.ts';
import { written } from './written.ts';

const FILE = 'test/journeys/expected.json';

const ANSWERS: Readonly<Record<string, (sources: Sources) => object>> = {
  Q01_CobaltReservesByUnfc: cobaltReserves,
  Q02_ExportBansOnDate: exportMeasures,
  Q04_ProductionSeries: phosphateSeries,
  Q05_RevisionsOfOneFigure: editionsOfCobalt,
  Q06_MinesInBox: minesInBox,
  Q10_WhoOwns: ownersOfKov,
  Q11_StateShareOfCapacity: phosphateCapacity,
  Q13_PolicyHistory: lithiumHistory,
  Q14_CriticalNotProcessedHere: criticalAndProcessed,
  Q15_EventsAndOutcomes: meetings,
  Q18_UndevelopedDeposits: undeveloped,
  Q19_ChangesSince: whatHasChanged,
  Q20_WhatIsWithheld: whatIsHeld,
};

function main(folder: string): void {
  if (!existsSync(folder))
    throw new Error(`Expected the folder of the sources at ${folder}; give its path.`);
  const sources = readSources(folder);
  const answers = Object.entries(ANSWERS).map(([name, answer]) => [name, answer(sources)]);
  writeFileSync(FILE, written(Object.fromEntries(answers)));
  process.stdout.write(`${answers.length} answers written to ${FILE}.\n`);
}

try {
  main(process.argv[2] ?? '../shared/data');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
