import { type Curve, exponentOf, type Point } from './curve.ts';

const WIDTH = 360;
const HEIGHT = 240;
const MARGIN = 48;
const COLUMNS = 2;

/** A picture of the curves, each in a panel of its own: both axes logarithmic, so that what is linear has the slope of the dashed line. */
export function plotOf(curves: readonly Curve[]): string {
  const panels = curves.map((curve, place) => {
    const [x, y] = [(place % COLUMNS) * WIDTH, Math.floor(place / COLUMNS) * HEIGHT];
    return `<g transform="translate(${x} ${y})">${panelOf(curve)}</g>`;
  });
  const height = Math.ceil(curves.length / COLUMNS) * HEIGHT;
  const size = `viewBox="0 0 ${COLUMNS * WIDTH} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11">`,
    '<title>CPU of a request against what grows</title>',
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

type Place = { readonly x: number; readonly y: number };
type Scale = (point: Point) => Place;

function panelOf(curve: Curve): string {
  const { of, points } = curve;
  const linear = linearThrough(points);
  const scale = scaleOf([...points, ...linear]);
  const title = `CPU ms a request against ${of}: grows by the power ${exponentOf(curve).toFixed(2)}`;
  return [
    `<text x="${MARGIN}" y="24" font-weight="bold">${title}</text>`,
    `<path d="M${MARGIN} ${MARGIN - 12}V${HEIGHT - MARGIN + 12}H${WIDTH - 12}" fill="none" stroke="#888"/>`,
    lineOf(linear.map(scale), 'stroke="#888" stroke-dasharray="4 4"'),
    lineOf(points.map(scale), 'stroke="#06c" stroke-width="2"'),
    ...points.map((point) => markOf(point, scale(point))),
  ].join('\n');
}

/** A decade is as long on both axes. */
function scaleOf(points: readonly Point[]): Scale {
  const logs = points.map(({ size, cpuMs }) => [Math.log(size), Math.log(cpuMs)] as const);
  const [left, low] = [Math.min(...logs.map(([x]) => x)), Math.min(...logs.map(([, y]) => y))];
  const wide = Math.max(...logs.map(([x]) => x)) - left;
  const high = Math.max(...logs.map(([, y]) => y)) - low;
  const unit = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / Math.max(high, 1e-9));
  return ({ size, cpuMs }) => ({
    x: MARGIN + 16 + (Math.log(size) - left) * unit,
    y: HEIGHT - MARGIN - (Math.log(cpuMs) - low) * unit,
  });
}

/** As the cost would grow from the second point on, were it all of it for each. */
const linearThrough = (points: readonly Point[]): readonly Point[] => {
  const from = points[1];
  const rest = points.slice(1);
  return from ? rest.map(({ size }) => ({ size, cpuMs: (from.cpuMs * size) / from.size })) : [];
};

const lineOf = (places: readonly Place[], style: string): string =>
  `<polyline points="${places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" fill="none" ${style}/>`;

function markOf({ size, cpuMs }: Point, { x, y }: Place): string {
  const [left, top] = [x.toFixed(1), y.toFixed(1)];
  return [
    `<circle cx="${left}" cy="${top}" r="3" fill="#06c"/>`,
    `<text x="${left}" y="${(y - 8).toFixed(1)}" text-anchor="middle">${cpuMs.toPrecision(3)}</text>`,
    `<text x="${left}" y="${HEIGHT - MARGIN + 28}" text-anchor="middle" fill="#666">${size}</text>`,
  ].join('');
}
