import { scaleLinear } from 'd3-scale';
import type uPlot from 'uplot';
import { whole } from '../numbers';
import type { Series } from './series';

interface Wanted {
  box: HTMLElement;
  size: { width: number; height: number };
  series: Series[];
  isLog: boolean;
  /** What is marked when it is drawn, asked for each time. */
  marks: () => Marks;
  axis: (value: number) => string;
  moved: (index: number | undefined) => void;
}

interface Marks {
  baseline: { value: number; name: string } | undefined;
  best: { x: number; value: number; name: string } | undefined;
}

const FONT = '12px system-ui, sans-serif';

/** How the library draws our lines: the page's colours, dashes, room for labels as wide as they are. */
export function optionsOf(wanted: Wanted): uPlot.Options {
  const colour = (name: string) => getComputedStyle(wanted.box).getPropertyValue(name).trim() || 'black';
  const colours = resolved(wanted.box, ['--muted', '--line', '--blue', '--orange', '--ink', '--paper'], colour);
  const axis: uPlot.Axis = {
    stroke: colours['--muted'] ?? 'black',
    font: FONT,
    grid: { stroke: colours['--line'] ?? 'black', width: 1 },
    ticks: { show: false },
  };
  return {
    ...wanted.size,
    scales: {
      x: { time: false },
      y: wanted.isLog ? { distr: 3, log: 10, range: (_, least, most) => [least / 1.15, most * 1.15] } : { range: (_, least, most) => padded(least, most, wanted.marks().baseline?.value) },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 32, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? whole(tick) : '')) },
      {
        ...axis,
        size: (chart, labels) => widest(chart, labels),
        ...(wanted.isLog ? { splits: (_chart, _axis, least, most) => decades(least, most) } : {}),
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : wanted.axis(tick))),
      },
    ],
    series: [{}, ...wanted.series.map((series) => lineOf(series, colours))],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    legend: { show: false },
    hooks: {
      setCursor: [(chart) => wanted.moved(chart.cursor.idx ?? undefined)],
      draw: [(chart) => mark(chart, wanted.marks(), colours)],
    },
  };
}

/** Ticks of a logarithmic axis: 1, 2, 5 of each decade, or only 1 of several. */
function decades(least: number, most: number): number[] {
  const from = Math.floor(Math.log10(least));
  const to = Math.ceil(Math.log10(most));
  const steps = to - from > 4 ? [1] : to - from > 1 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const every = Math.max(1, Math.ceil((to - from) / 8));
  const ticks: number[] = [];
  for (let power = from; power <= to; power += every) {
    ticks.push(...steps.map((step) => step * 10 ** power));
  }
  const inSight = ticks.filter((tick) => tick >= least && tick <= most);
  // Of a part of a decade there may be one tick or none: then equal steps tell more.
  return inSight.length > 2 ? inSight : scaleLinear().domain([least, most]).ticks(4);
}

type Colours = Record<string, string>;

/** Canvases know no light-dark(): colours are resolved by a probe, at the time of drawing. */
function resolved(box: HTMLElement, names: string[], fallback: (name: string) => string): Colours {
  const probe = document.createElement('span');
  box.append(probe);
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color || fallback(name)];
    }),
  );
  probe.remove();
  return colours;
}

function lineOf(series: Series, colours: Colours): uPlot.Series {
  const name = { training: '--blue', validation: '--orange', plain: '--ink' }[series.kind];
  return {
    label: series.name,
    stroke: colours[name] ?? 'black',
    width: 2,
    ...(series.kind === 'validation' ? { dash: [6, 4] } : {}),
    points: { show: series.values.length < 2 },
    spanGaps: false,
  };
}

function padded(least: number, most: number, also: number | undefined): [number, number] {
  const from = Math.min(least, also ?? least);
  const to = Math.max(most, also ?? most);
  const room = (to - from || Math.abs(to) || 1) * 0.05;
  return [from - room, to + room];
}

function widest(chart: uPlot, labels: string[] | null): number {
  chart.ctx.save();
  chart.ctx.font = FONT;
  const width = Math.max(24, ...(labels ?? []).map((label) => chart.ctx.measureText(label).width));
  chart.ctx.restore();
  return Math.ceil(width) + 14;
}

/** The baseline as a dotted line, the best point as a ring. */
function mark(chart: uPlot, marks: Marks, colours: Colours): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.font = `${12 * ratio}px system-ui, sans-serif`;
  ctx.strokeStyle = colours['--muted'] ?? 'black';
  ctx.fillStyle = colours['--muted'] ?? 'black';
  ctx.lineWidth = ratio;
  if (marks.baseline && inScale(chart, 'y', marks.baseline.value)) {
    const y = chart.valToPos(marks.baseline.value, 'y', true);
    ctx.setLineDash([2 * ratio, 4 * ratio]);
    line(ctx, bbox.left, y, bbox.left + bbox.width, y);
  }
  if (marks.best && inScale(chart, 'x', marks.best.x) && inScale(chart, 'y', marks.best.value)) {
    const x = chart.valToPos(marks.best.x, 'x', true);
    const y = chart.valToPos(marks.best.value, 'y', true);
    ctx.setLineDash([2 * ratio, 4 * ratio]);
    line(ctx, x, bbox.top, x, bbox.top + bbox.height);
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x, y, 5 * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = colours['--paper'] ?? 'white';
    ctx.strokeStyle = colours['--ink'] ?? 'black';
    ctx.lineWidth = 2 * ratio;
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = colours['--ink'] ?? 'black';
    const isRight = x > bbox.left + bbox.width * 0.7;
    ctx.textAlign = isRight ? 'right' : 'left';
    ctx.strokeStyle = colours['--paper'] ?? 'white';
    ctx.lineWidth = 4 * ratio;
    ctx.strokeText(marks.best.name, x + (isRight ? -10 : 10) * ratio, bbox.top + 14 * ratio);
    ctx.fillText(marks.best.name, x + (isRight ? -10 : 10) * ratio, bbox.top + 14 * ratio);
  }
  ctx.restore();
}

function inScale(chart: uPlot, scale: 'x' | 'y', value: number): boolean {
  const { min, max } = chart.scales[scale] ?? {};
  return min !== undefined && max !== undefined && min !== null && max !== null && value >= min && value <= max;
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
