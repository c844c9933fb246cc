/** Numbers as people read them. Copied and downloaded values are the server's own, with all their digits. */

const MINUS = '\u2212';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const THIN_SPACE = '\u202f';
const LONG_WHOLE = 5; // digits, from which on thousands are set apart in numbers that are no counts

/** A number with so many significant digits; × 10ⁿ outside of 0.0001 to 1,000,000; NaN and ∞ as words. */
export function number(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return 'not a number';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? 'infinite' : `${MINUS}infinite`;
  }
  const size = Math.abs(value);
  if (size === 0) {
    return '0';
  }
  return size < 1e-4 || size >= 1e6 ? power(value, digits) : trueMinus(plain(value, digits));
}

/** With its sign, also where it is positive. */
export function signed(value: number, digits = 4): string {
  return value > 0 ? `+${number(value, digits)}` : number(value, digits);
}

/** With so many digits after the point, for columns that line up. */
export function fixed(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return number(value);
  }
  const text = value.toFixed(decimals);
  return trueMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

/** 0.123 as 12.3 %. */
export function percent(share: number | null | undefined, decimals = 1): string {
  return share === null || share === undefined ? number(share) : `${fixed(share * 100, decimals)}\u00a0%`;
}

/** A share of some, with its count: 177 (19.9 %). */
export function countOf(count: number, of: number): string {
  return `${whole(count)} (${percent(of === 0 ? 0 : count / of)})`;
}

/** A count, with thousands set apart as the reader's own language does it. */
export function whole(count: number): string {
  return trueMinus(thousands(count));
}

/**
 * Sets thousands apart as a language does it. The decimal mark of this page is a point, so where a language has a point between
 * thousands there is a thin space.
 *
 * @param language the browser's own, if none is given
 */
export function grouping(language?: string): (count: number) => string {
  const format = new Intl.NumberFormat(language, { numberingSystem: 'latn', maximumFractionDigits: 0 });
  return (count) => format.formatToParts(count).map((part) => (part.type !== 'group' ? part.value : part.value === '.' ? THIN_SPACE : part.value)).join('');
}

const thousands = grouping();

/** With a capital letter, as a sentence begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One thing, two things. */
export function things(count: number, one: string, several = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : several}`;
}

/** Without zeros at its end: 32.1, 1 × 10³⁰. */
export function short(value: number, digits = 4): string {
  const text = number(value, digits);
  return text.includes('.') ? text.replace(/\.?0+(?=\u00a0×|$)/, '') : text;
}

/** A setting: a whole number with all of its digits. */
export function setting(value: number): string {
  return Number.isSafeInteger(value) ? whole(value) : short(value);
}

/** A cell of a table: a number as it was read, which may be a year or a code; an empty one as a word. */
export function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) {
    return 'missing';
  }
  return typeof value === 'number' ? (Number.isSafeInteger(value) ? trueMinus(String(value)) : short(value, 6)) : String(value);
}

/** What was observed: a class as it is written, a number to predict as all numbers are. */
export function observed(value: string | number | boolean | null | undefined, isClass: boolean): string {
  const read = isClass || value === null || value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isNaN(read) ? cell(value) : short(read, 6);
}

/** Seconds as 00:38, 1:02:05, or 0.4 s below ten. */
export function duration(seconds: number): string {
  if (seconds < 10) {
    return `${seconds.toFixed(seconds < 1 ? 2 : 1)}\u00a0s`;
  }
  const all = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${two(minutes)}:${two(all % 60)}`;
}

/** Bytes as 13.5 KB. */
export function bytes(count: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let size = count;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

function plain(value: number, digits: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 10 ** digits) {
    return apart(String(Math.round(value)));
  }
  const text = value.toPrecision(digits);
  return apart(text.includes('e') ? String(Number(text)) : text);
}

/** With thousands set apart, where the whole part is long. */
function apart(text: string): string {
  const [front = '', behind] = text.split('.');
  return front.replace('-', '').length < LONG_WHOLE ? text : thousands(Number(front)) + (behind === undefined ? '' : `.${behind}`);
}

function power(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  return `${trueMinus(mantissa)}\u00a0×\u00a010${superscript(Number(exponent))}`;
}

/** A whole number as an exponent: ⁻⁶. */
export function superscript(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : (SUPERSCRIPTS[Number(sign)] ?? ''))).join('');
}

function trueMinus(text: string): string {
  return text.replace('-', MINUS);
}
