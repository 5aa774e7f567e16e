import { describe } from '@jest/globals';
import { onEachDatabase } from './on-each-database.ts';
import { addsExactly } from './suite/adding.ts';
import { answersAsArrays } from './suite/answers.ts';
import { marksNewestEditions } from './suite/editions.ts';
import { filtersByTheContract } from './suite/filtering.ts';
import { keepsRecords } from './suite/keeping.ts';
import { opensAndCloses } from './suite/opening.ts';
import { ordersExactly } from './suite/ordering.ts';
import { refusesWhatIsNoAnswer } from './suite/refusing.ts';
import { countsStatements } from './suite/statements.ts';
import { migratesToTheTables } from './suite/tables.ts';
import { writesHistory } from './suite/writing.ts';

onEachDatabase((database) => {
  describe('opening', () => opensAndCloses(database));
  describe('tables', () => migratesToTheTables(database));
  describe('keeping', () => keepsRecords(database));
  describe('filtering', () => filtersByTheContract(database));
  describe('ordering', () => ordersExactly(database));
  describe('adding', () => addsExactly(database));
  describe('refusing', () => refusesWhatIsNoAnswer(database));
  describe('writing', () => writesHistory(database));
  describe('editions', () => marksNewestEditions(database));
  describe('statements', () => countsStatements(database));
  describe('answers', () => answersAsArrays(database));
});
