import { scaleLinear } from 'd3-scale';

/** Cividis, dark for little: its lightness grows evenly, for every eye (Nuñez, Anderton, Renslow: PLOS ONE 13, 2018). */
const CIVIDIS = ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838'];

/** Colours of a range of numbers. */
export function sequential([from, to]: [number, number]): (value: number) => string {
  const stops = CIVIDIS.map((_, index) => from + ((to - from) * index) / (CIVIDIS.length - 1));
  return scaleLinear<string>().domain(stops).range(CIVIDIS).clamp(true);
}
