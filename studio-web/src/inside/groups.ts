/** Names in a row, with what is there several times in succession told once: a, 3 × (b → c), d. */
export function groups(names: readonly string[]): string[] {
  const told: string[] = [];
  for (let at = 0; at < names.length; ) {
    const { length, times } = longest(names, at);
    const group = names.slice(at, at + length).join(' → ');
    told.push(times === 1 ? group : `${times} × ${length === 1 ? group : `(${group})`}`);
    at += length * times;
  }
  return told;
}

/** What from a place on covers most by repeating itself; else one name, once. */
function longest(names: readonly string[], at: number): { length: number; times: number } {
  let best = { length: 1, times: 1 };
  for (let length = 1; at + 2 * length <= names.length; length++) {
    let times = 1;
    while (at + (times + 1) * length <= names.length && names.slice(at, at + length).every((name, index) => names[at + times * length + index] === name)) times++;
    if (times > 1 && length * times > best.length * best.times) best = { length, times };
  }
  return best;
}
