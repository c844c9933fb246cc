/** An object with what another one says besides: lists are joined, objects within are merged, anything else is replaced. */
export function merged(into: object, part: object): object {
  const result: Record<string, unknown> = { ...into };
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    const before = result[name];
    if (Array.isArray(value) && Array.isArray(before)) result[name] = [...new Set([...before, ...value])];
    else if (isObject(value) && isObject(before)) result[name] = merged(before, value);
    else result[name] = value;
  }
  return result;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
