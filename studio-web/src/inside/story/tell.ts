import type { LessonStep } from '../../api';
import type { Network } from '../network';
import type { Focus, Step } from '../steps';
import { delta, reach, slope } from './backward';
import { error } from './error';
import { given, output, sum } from './forward';
import { normalize } from './norm';
import { back, pass } from './pass';
import { join } from './residual';
import type { Place, Story } from './story';
import { gradient, move } from './update';

/** Writes a step out for the unit in focus. */
export function tell(network: Network, steps: Step[], step: Step, focus: Focus, lesson?: LessonStep): Story {
  const layer = 'layer' in step ? network.layers[step.layer] : undefined;
  if (step.kind === 'given' || !layer) {
    return given(network);
  }
  const within = {
    unit: Math.min(focus.unit, layer.units.length - 1),
    input: Math.min(focus.input, layer.inputs.length - 1),
  };
  const place: Place = { network, steps, layer, index: step.layer, focus: within, unit: layer.units[within.unit] ?? '' };
  switch (step.kind) {
    case 'sum':
      return sum(place);
    case 'output':
      return output(place);
    case 'normalize':
      return normalize(place);
    case 'pass':
      return pass(place);
    case 'error':
      return error(place);
    case 'reach':
      return reach(place);
    case 'slope':
      return slope(place);
    case 'delta':
      return delta(place);
    case 'back':
      return back(place);
    case 'join':
      return join(place, step.first);
    case 'gradient':
      return gradient(place);
    case 'move':
      return lesson ? move(place, lesson) : gradient(place);
  }
}
