import type { ParameterPlace } from './api';

/** A parameter for people: layer 2, weights 3, 5. Of weights the numbers are the input and the unit. */
export function parameterName(block: ParameterPlace, at: { row: number; column: number }): string {
  const part = block.part === undefined ? '' : `.${block.part}`;
  return `layer ${block.layer}${part}, ${block.role.replaceAll('-', ' ')} ${at.row}, ${at.column}`;
}
