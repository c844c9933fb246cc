/**
 * What the server says, in one place. The answers are the command line's JSON reports; docs/reference has their schemas.
 * A number that is not finite is null; what there is not has no key.
 */

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
export type Matrix = number[][];

/* State and data */

export interface Remedy {
  words: string;
  reading?: Reading;
  request?: Partial<Request>;
}

export interface Failure {
  error: string;
  place?: { file?: string; line?: number; column?: string; excerpt?: Excerpt };
  found?: string;
  wanted?: string;
  remedies?: Remedy[];
  /** How many lines have another number of fields than the header, once they are counted. */
  badLines?: number;
}

/** A line of a file, and the field of it that is meant. */
export interface Excerpt {
  before: string;
  field: string;
  behind: string;
}

export interface Reading {
  missing?: string[];
  categorical?: string[];
  numeric?: string[];
  ignored?: string[];
  decimal?: string;
  delimiter?: string;
  skipBadLines?: boolean;
}

export interface TableState {
  phase: 'empty' | 'arriving' | 'reading' | 'ready' | 'cancelled' | 'failed';
  /** Counts the tables of this server: what was computed of another one is stale. */
  number?: number;
  /** The delimiter is that of CSV, given or found. */
  source?: { name: string; from: string; bytes?: number; reading?: Reading; delimiter?: string };
  shape?: { rows: number; columns: number };
  read?: { bytes: number; ofBytes: number };
  problem?: Failure;
}

export interface Example {
  name: string;
  title: string;
  about: string;
  target: string;
}

export interface State {
  slope: string;
  folder: string;
  table: TableState;
  atWork?: number;
  runs: number;
  examples: Example[];
}

export type ColumnKind = 'number' | 'boolean' | 'date' | 'category';

/** How numbers or dates are spread: counts of equal bins. Of dates the ends are texts, and there is no mean. */
export interface Spread {
  from: number | string;
  to: number | string;
  median?: number | string;
  mean?: number;
  counts: number[];
}

export interface Level {
  text: string;
  count: number;
}

export interface Column {
  name: string;
  kind: ColumnKind;
  missing: number;
  distinct: number;
  spread?: Spread;
  levels?: Level[];
}

/** All about a column: its profile in finer bins. */
export interface ColumnReport {
  profile: Column;
  why: string;
  examples: string[];
  ends?: { lowest: Level[]; highest: Level[] };
}

export interface Table {
  name: string;
  rows: number;
  suggestedTarget?: string;
  columns: Column[];
  notes?: string[];
}

export interface TableRows {
  columns: string[];
  rows: Cell[][];
  from: number;
  ofRows: number;
}

/* Requests and plans */

export interface Request {
  target: { columns: string[] };
  inputs?: { columns?: string[]; ignored?: string[] };
  rows?: { testShare?: number; coverage?: number };
  recipe?: { name?: string; settings?: Record<string, Cell | number[]> };
  training?: { seed?: number };
}

export interface Finding {
  kind: string;
  details?: string[];
}

export interface Plan {
  task: Task;
  metric: string;
  rows: { ofTable: number; training: number; validation: number; test: number; unusable: number };
  columns: {
    used: string[];
    encoded: { name: string; inputs: number; words: string[] }[];
    leftOut: { name: string; reason: string; findings?: Finding[] }[];
    warnings: { name: string; words: string; finding?: Finding; remedies?: Remedy[] }[];
    mayBeCodes: string[];
  };
  network: { inputs: number; layers: LayerFacts[]; outputs: number; parameters: number; networks: number };
  settings: { recipe: string; settings: Setting[] };
}

export interface Setting {
  name: string;
  value: Cell | Cell[];
  source?: string;
  most?: number;
}

export interface Choices {
  recipes: { name: string; summary: string }[];
  settings: { name: string; choices: string[] }[];
  metrics: { name: string; better: string }[];
  kinds: string[];
}

/** About how long a training may take; no seconds where the trial did not tell. */
export interface Estimate {
  seconds?: number;
  trialSeconds: number;
  isWhole: boolean;
}

export interface Code {
  json: string;
  commandLine: string;
  java: string;
}

/* Runs and their events */

export type RunState = 'running' | 'stopping' | 'finished' | 'cancelled' | 'paused' | 'failed' | 'interrupted';

export interface Standing {
  state: RunState;
  /** What it is doing while it runs: waiting, reading, training, scoring. */
  phase?: string;
  progress?: { share: number; timeLeftSeconds?: number };
  place?: { network: number; networks: number; epoch: number; epochs: number; isTrial: boolean };
  read?: { bytes: number; ofBytes: number };
}

export interface Run {
  number: number;
  standing: Standing;
  subject: { table: string; isOpen: boolean; target: string[]; started: string; request: Request };
  outcome: {
    metric?: string;
    score?: number | null;
    baseline?: number | null;
    testScore?: number | null;
    seconds?: number;
    bestEpoch?: number;
  };
  files: { model: boolean; training: boolean; resumable: boolean };
  failure?: { error: string; cause?: string; divergence?: Divergence };
}

/** Where numbers stopped being finite; the parameter is the first that was not, if it began in one. */
export interface Divergence {
  network: number;
  epoch: number;
  /** 0 before the first step. */
  batch: number;
  parameter?: ParameterPlace & { row: number; column: number };
}

export interface RunList {
  runs: Run[];
  /** Numbers of runs that can be restored. */
  deleted: number[];
}

export interface Epochs {
  network: number[];
  epoch: number[];
  losses: { training: (number | null)[]; validation: (number | null)[] };
  score: (number | null)[];
  learningRate: (number | null)[];
  best: boolean[];
}

export interface LayerHealth {
  layer: number;
  part?: number;
  units: number;
  dead: number;
  saturated: number;
}

export interface Health {
  gradientFlow: string;
  layers: LayerHealth[];
}

export interface RunEvent {
  event: string;
  progress?: number;
  network?: number;
  networks?: number;
  epoch?: number;
  batch?: number;
  backTo?: number;
  rateMultiplier?: number;
  parameters?: number;
  metric?: string;
  sentence?: string;
  /** Training rows that a saved model's file, read back, predicts bit by bit as the trained model does. */
  comparedRows?: number;
  gradients?: { layer: number; rootMeanSquare: number | null }[];
  health?: Health;
}

/** News of a run: the epochs and events that come after the first ones, as many as `from` says. */
export interface RunMessage {
  run: number;
  standing: Standing;
  from: { epochs: number; events: number };
  epochs: Epochs;
  newest?: { epoch?: RunEvent; health?: Health };
  events: RunEvent[];
}

export interface Comparison {
  first: Run;
  second: Run;
  settings: { name: string; first?: Cell | Cell[]; second?: Cell | Cell[] }[];
  scores: { metric: string; part: 'validation' | 'test'; better: string; first?: RunScore; second?: RunScore }[];
}

/** A score of a run, with its interval if it was measured. */
export interface RunScore {
  value: number | null;
  interval?: Interval;
}

export interface Interval {
  low: number | null;
  high: number | null;
}

/** How far scores, or their differences, depend on which rows were scored. */
export interface ScoreIntervals {
  coverage: number;
  /** Of how many rows, or groups of rows; which metrics, being shares of rows, have Wilson's interval and not a bootstrap. */
  sampling: { resamples: number; units: number; group?: string; lackedGroup?: string; wilson: string[] };
  metrics: Record<string, Interval>;
  /** Metrics without an interval, because the rows show no error. */
  unseen: string[];
}

/** Two models on the same rows: differences are second − first. */
export interface ModelComparison {
  rows: { rows: number };
  scores: {
    better: Record<string, string>;
    first: Record<string, number | null>;
    second: Record<string, number | null>;
    differences: Record<string, number | null>;
    lead: Record<string, 'first' | 'second' | 'open' | 'none'>;
    intervals: ScoreIntervals;
  };
  agreement: { same?: number; rows: { row: number; actual: string; first: string; second: string; distance: number }[] };
}

/** The size of each layer's gradient over the epochs; several epochs are a span where there are many. */
export interface GradientFlow {
  network: number;
  spans: { from: number; to: number }[];
  layers: { layer: number; smallest: (number | null)[]; median: (number | null)[]; largest: (number | null)[] }[];
}

/* Saved models */

/** A model that no run of this studio need have trained. */
export interface SavedModel {
  number: number;
  file: string;
  task: Task;
  networks: number;
}

export interface ModelFacts {
  file: { parameters: { count: number } };
  task: Task;
  networks: { weight: number; shape: { inputs: number; layers: LayerFacts[]; outputs: number; parameters: number } }[];
}

/* Networks, traces, lessons */

export interface Task {
  kind: string;
  columns: string[];
  classes?: string[];
  /** The probability from which on the second of two classes is predicted, where it was chosen. */
  threshold?: number;
  /** The levels, where quantiles are predicted. */
  quantiles?: number[];
  /** How intervals or sets are made, if the model has them: the share of rows that they hold. */
  coverage?: { asked: number };
}

export interface LayerFacts {
  kind: string;
  units: number;
  activation?: string;
  rate?: number;
}

export interface ParameterPlace {
  layer: number;
  part?: number;
  role: string;
}

export interface NumberArray {
  kind: 'inputs' | 'parameters' | 'pre-activations' | 'outputs' | 'error' | 'derivative' | 'delta' | 'gradient' | 'input-error';
  layer: string;
  of?: ParameterPlace;
  member?: number;
  shape: [number, number];
  values: (number | null)[];
}

export interface ValueRange {
  minimum: number;
  meanAbsolute: number;
  maximum: number;
  zeros: number;
}

export interface TracedLayer {
  number: number;
  layer: LayerFacts;
  outputs: ValueRange;
  backward?: { delta: ValueRange; gradientNorm: number };
  numbers?: NumberArray[];
  embedded?: EmbeddedNumber[];
  normalized?: NormalizedRow[];
  /** Those in a residual block. */
  layers?: TracedLayer[];
}

/** What layer normalization makes of a row, before its weights and biases. */
export interface NormalizedRow {
  member: number;
  mean: number;
  /** √(variance + ε) */
  deviation: number;
  values: number[];
  /** The means of δ γ and of δ γ x̂, which the way back takes from all. */
  backward?: { mean: number; meanProduct: number };
}

/** How a number that leaves feature embeddings comes of an input; both are counted from 1. */
export type EmbeddedNumber = { output: number; input: number } & (
  | { kind: 'pass-through' }
  | { kind: 'periodic'; bias: number; waves: { frequency: number; phase: number; cosine: number; weight: number }[] }
  | { kind: 'piecewise-linear'; slope: number; offset: number; bins: { share: number; weight: number }[] }
  | { kind: 'category'; category: number }
);

export interface TracedLoss {
  value: number;
  targets: number[];
  function: { kind: string; smoothing?: number };
  /** Added to the outputs before the loss: the linear part of logits. */
  offsets: number[];
}

export interface Trace {
  row: Row;
  task: Task;
  prediction: { column: string; value: Cell }[];
  networks: {
    number: number;
    inputs: string[];
    layers: TracedLayer[];
    outputs: {
      values?: NumberArray[];
      decoding: { kind: string };
      /** What each ensemble member predicts by itself. */
      decoded: number[][];
      /** What the linear part says: numbers, or what is added to the outputs. */
      linearPart?: number[];
    };
    loss?: TracedLoss;
  }[];
}

export interface MovedParameter {
  at: { block: ParameterPlace; row: number; column: number };
  gradient: number;
  moments: { moment: string; value: number; corrected?: number }[];
  change: { total: number; decay?: number };
  value: { before: number; after: number; average?: number };
}

export interface Update {
  place: { network: number; networks: number; epoch: number; step: number; stepInAll: number; steps: number };
  forward: { rows: number[][]; loss: number; function: { kind: string } };
  gradient: { norm: number; maximumNorm?: number; multiplier?: number };
  rate: { learningRate?: number; progress: number };
  optimizer: { name: string; stepsOfMemory?: number; epsilon?: number };
  parameters: {
    blocks: { block: ParameterPlace; shape: [number, number]; rateMultiplier?: number; scale?: number; largestChange: number }[];
    moves: MovedParameter[];
    all: boolean;
    /** From the training's own parameters; null where those are no longer finite. */
    largestDistance: number | null;
  };
}

export interface GradientCheck {
  network: number;
  loss: number;
  parameters: { block: ParameterPlace; row: number; column: number; gradient: number; difference: number; relativeError: number }[];
  ofParameters: number;
  largestRelativeError: number;
}

/** What each row of a batch adds to the gradient of one weight. */
export interface Shares {
  layer: number;
  input: number;
  unit: number;
  gradient: number;
  shares: { row: number; input: number; delta: number; product: number }[];
}

export interface Boundary {
  outputs: string[];
  x: { column: string; values: number[] };
  y: { column: string; values: number[] };
  predictions: number[][][];
  rows: number;
  points: { row: number; x: number; y: number; observed: Cell }[];
}

export interface Units {
  network: number;
  layer: number;
  rows: number;
  units: UnitFacts[];
  /** Units of a dense layer that have nearly the weights of an earlier one. */
  twins: { unit: number; of: number }[];
  points?: { row: number; x: number; y: number }[];
}

export interface UnitFacts {
  unit: number;
  state: 'working' | 'dead' | 'saturated';
  minimum: number;
  mean: number;
  maximum: number;
  zeroShare: number;
}

export interface LessonSettings {
  lesson: number;
  seed: number;
  iterations: number;
  hidden?: number;
  activation: 'sigmoid' | 'relu';
  start: 'scaled' | 'centred' | 'twins';
}

/** One weight moved by hand, and the network run forward. */
export interface LessonNudge {
  weight: { matrix: string; input: number; unit: number; before: number; after: number };
  loss: { before: number; after: number; rise: number; gradient: number };
  outputs: { before: Matrix; after: Matrix };
}

export interface Lesson {
  settings: LessonSettings;
  table: { inputs: Matrix; targets: Matrix };
  initial: Record<string, Matrix>;
  errors: { iterations: number; error: number }[];
  last: Record<string, Matrix>;
}

export interface LessonStep {
  settings: LessonSettings;
  iteration: number;
  table: { inputs: Matrix; targets: Matrix };
  /** Weights before the update; `step` has those after it by the same names. */
  before: Record<string, Matrix>;
  step: Record<string, Matrix>;
  result: {
    lossBefore: number;
    lossAfter: number;
    errorBefore: number;
    /** Central differences, by the names of the updates. */
    differences: Record<string, Matrix>;
    largestRelativeError: number;
  };
}

/* Results */

/** How often intervals or sets held the actual values. */
export interface Coverage {
  column: string;
  leastByChance: number;
  all: CoveredRows;
  classes: CoveredRows[];
  groups: CoveredRows[];
  sizes: { mean: number | null; median: number | null; infinite: number; empty: number; single: number };
}

export interface CoveredRows {
  of: string;
  rows: number;
  covered: number;
  share: number;
  lower: number;
  upper: number;
}

export interface CurvePoint {
  threshold: number | null;
  falsePositiveRate: number;
  recall: number;
  precision: number;
}

export interface CalibrationBin {
  from: number;
  to: number;
  rows: number;
  predicted: number;
  observed: number;
}

export interface EvaluatedNumber {
  of: string;
  metrics: Record<string, number | null>;
  residuals: { from: number; to: number; rows: number }[];
  points: { predicted: number; observed: number }[];
}

export interface Evaluation {
  rows: { file?: string; rows: number; rowsWithoutTarget: number; trainedOn: boolean };
  model: { parameters: number };
  task: Task;
  scores: {
    better: Record<string, string>;
    metrics: Record<string, number | null>;
    bestConstant: Record<string, number | null>;
    intervals: ScoreIntervals;
    coverage: Coverage[];
  };
  classes?: {
    scores: { name: string; rows: number; precision?: number; recall?: number; f1?: number; auc?: number }[];
    confusion?: { of: string; classes: string[]; observedByPredicted: Matrix }[];
    curves?: { of: string; points: CurvePoint[] }[];
    calibration?: { of: string; error: number; bins: CalibrationBin[] }[];
  };
  numbers?: EvaluatedNumber[];
}

export interface Threshold {
  positive: string;
  counts: { truePositives: number; falsePositives: number; falseNegatives: number; trueNegatives: number };
  accuracy: number;
  scores: { threshold: number; precision: number | null; recall: number | null; f1: number | null; falsePositiveRate: number | null };
  cost: number;
  /** Without a threshold it is cheapest never to predict the positive class. */
  cheapest?: { threshold: number | null; cost: number };
}

export interface RowsBehind {
  columns: string[];
  rows: { number: number; cells: Cell[]; observed: Cell; predicted: Cell; probability?: number }[];
  ofRows: number;
}

export interface DependenceValue {
  value: string;
  number?: number;
  rows: number;
  means: Record<string, number>;
}

export interface ExplainedRow {
  prediction: string | number;
  unusual: string[];
  predictions: Record<string, number>;
  columns: Record<string, { value: string | null; contributions: Record<string, number> }>;
}

export interface Counterfactual {
  changes: { column: string; from: string | null; to: string | null; cost: number }[];
  cost: number;
  prediction: string | number;
  predictions: Record<string, number>;
}

export interface Explanation {
  model: { output?: string; task: Task };
  columns?: {
    importance?: {
      of: string;
      metric: string;
      loss: number;
      rows: number;
      columns: Record<string, { mean: number; lower: number; upper: number }>;
    };
  };
  dependence?: {
    columns: { column: string; kind: string; values: DependenceValue[]; density?: { from: number; to: number; rows: number }[] }[];
  };
  attributions?: { link: string; backgroundRows: number; base: Record<string, number>; exact: boolean; rows: ExplainedRow[] };
  counterfactuals?: { wanted: string; found: Counterfactual[] };
}

/* Try it */

export interface Inputs {
  columns: Column[];
  /** Medians and most frequent values. */
  typical: Row;
}

export interface StartRow {
  number?: number;
  row: Row;
  observed?: Cell;
  isTest?: boolean;
}

export interface Predicted {
  task: Task;
  prediction: { column: string; value: Cell; minimum?: number; maximum?: number }[];
  unusual: { column: string; minimum?: number; maximum?: number }[];
}

export interface Curve {
  column: string;
  outputs: string[];
  values: Cell[];
  predictions: number[][];
}

export interface Nearest {
  rows: { number: number; distance: number; observed: Cell }[];
}
