const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads what is shown: `a = b × c + d × e`, `a = b × (1 − c)`, `a = (b − c) / √d`; undefined where that is no plain arithmetic. */
export function recomputed(line: string): { shown: string; value: number } | undefined {
  const [shown = '', formula = ''] = line.split(' = ');
  const plain = formula
    .replace(/\u00a0×\u00a010([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, exponent: string) => `e${[...exponent].map((sign) => (sign === '⁻' ? '-' : SUPERSCRIPTS.indexOf(sign))).join('')}`)
    .replace(/√\(?([\d.e-]+)\)?/g, '($1)**0.5')
    .replace(/\(?([−\d.]+)\)?²/g, '(($1)*($1))')
    .replaceAll('×', '*')
    .replaceAll('−', '-')
    .replaceAll(' ', '');
  if (!/^[-+*/().e\d]+$/.test(plain) || !/[*+/]|\d-/.test(plain)) {
    return undefined;
  }
  const value: unknown = new Function(`return ${plain}`)();
  return { shown: shown.trim(), value: value as number };
}
