import type { Fit, ObjectFit } from '../fit.ts';
import { areSame, NOT } from './bytes.ts';
import { openPage, type Page, type Ranges, rangeAt } from './page.ts';
import {
  isNull,
  type Pass,
  passList,
  passObject,
  passOf,
  type Reading,
  stepsOf,
} from './passing.ts';

/** A reading that comes upon pages. */
export type PageReading = Reading & {
  readonly pages: Map<string, Page>;
  /** The one that is read now. */
  page: Page;
  /** Of the list that is read now: from where to where each row lies. */
  rows: Ranges;
};

/** The gateway asks the heads of a page first of all, and of nothing else. */
const HEADS = 'zlg_edges';
export const isPage = (fit: Fit): fit is ObjectFit =>
  fit.kind === 'object' && fit.fields[0]?.[0] === HEADS;

/** Passes a page, each row of which is the record of its head, and keeps where its parts lie. A page is never null. */
export function passPage(responseName: string, fit: ObjectFit): Pass<PageReading> {
  const pass = passObject(stepsOf(fit, passPart));
  return (reading, at) => {
    reading.page = openPage(reading.bytes);
    reading.pages.set(responseName, reading.page);
    return pass(reading, at);
  };
}

function passPart(fit: Fit, name: string): Pass<PageReading> {
  if (fit.kind !== 'list' || fit.of.kind !== 'object') return passValue(fit, name);
  return name === HEADS ? passList(passObject(stepsOf(fit.of, passHead))) : passRows(fit.of, name);
}

/** A value beside the rows. */
function passValue(fit: Fit, name: string): Pass<PageReading> {
  const pass = passOf(fit);
  return (reading, at) => {
    const end = pass(reading, at);
    reading.page.values.set(name, [at, end]);
    return end;
  };
}

/** Of a head the cursor, and the record with its id. */
function passHead(fit: Fit, name: string): Pass<PageReading> {
  const pass = passOf({ ...fit, isRequired: true });
  if (name === 'cursor')
    return (reading, at) => {
      const end = pass(reading, at);
      reading.page.cursors.push(at, end);
      return end;
    };
  return (reading, at) => {
    const end = pass(reading, at);
    reading.page.ids.push(...(reading.key ?? []));
    return end;
  };
}

function passRows(edge: ObjectFit, name: string): Pass<PageReading> {
  const passEdge = passObject(stepsOf(edge, passInRow));
  const passEdges = passList<PageReading>((reading, at) => {
    const end = passEdge(reading, at);
    reading.rows.push(at, end);
    return end;
  });
  return (reading, at) => {
    const { ids, rows } = reading.page;
    reading.rows = [];
    rows.set(name, reading.rows);
    const end = passEdges(reading, at);
    return reading.rows.length === ids.length ? end : NOT;
  };
}

/** All that is an object in a row is its record, under whatever names. */
function passInRow(fit: Fit): Pass<PageReading> {
  const pass = passOf(fit);
  if (fit.kind !== 'object') return pass;
  return (reading, at) => {
    const end = pass(reading, at);
    return end === NOT || isNull(reading, at) || isOfItsHead(reading) ? end : NOT;
  };
}

const isOfItsHead = ({ bytes, key, page: { ids }, rows }: PageReading): boolean =>
  key !== undefined && areSame(bytes, key, rangeAt(ids, rows.length / 2));
