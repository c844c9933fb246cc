import type { Focus } from '../steps';

/** A piece of a calculation: a number that may be clicked to see where it comes from, or what stands between. */
export interface Token {
  text: string;
  /** The number that this step is about. */
  mark?: boolean;
  /** The step that the number comes from. */
  from?: { step: number; focus: Partial<Focus> } | undefined;
}

/** One operation, written out for the unit in focus and listed for all. */
export interface Story {
  title: string;
  heading: string;
  /** In the notebook's words and in symbols; `_{…}` is an index. */
  formula: { words: string; mathematics: string } | undefined;
  /** Each line begins with a result. */
  lines: Token[][];
  /** Whether the shown digits do not quite make the shown result. */
  isRounded: boolean;
  text: string;
  table: Table | undefined;
  /** What is multiplied and added for the unit in focus, where the table has the units. */
  parts?: Table | undefined;
  /** What a sum of many parts leaves out, and whether it adds up. */
  note?: string | undefined;
}

export interface Table {
  heads: string[];
  rows: { name: string; cells: string[]; focus: Partial<Focus>; here: boolean }[];
}

/** What a step of its kind is about. */
export interface Place {
  network: import('../network').Network;
  steps: import('../steps').Step[];
  layer: import('../network').Layer;
  /** From 0. */
  index: number;
  focus: Focus;
  unit: string;
}
