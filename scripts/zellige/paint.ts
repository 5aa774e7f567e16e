import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
export type Paint = (style: Style, text: string) => string;

/** Colours on a terminal that wants them; elsewhere the text as it is, so that files and pipes stay clean. */
export const paintFor = (isColoured: boolean): Paint =>
  isColoured ? (style, text) => styleText(style, text) : (_style, text) => text;
