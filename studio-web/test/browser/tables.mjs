/** Tables for the checks, the same each time. */

/** Numbers from 0 to 1 (Knuth's MMIX generator, its upper bits). */
function random(seed) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 11n) / 2 ** 53;
  };
}

/** Passengers: whether each survived depends on sex and deck, with some luck. */
export function passengers(rows = 240) {
  const next = random(7);
  const lines = ['Sex,Deck,Age,Fare,Survived'];
  for (let row = 0; row < rows; row++) {
    const sex = next() < 0.4 ? 'female' : 'male';
    const of = 1 + Math.floor(3 * next());
    const age = next() < 0.1 ? '' : Math.round(1 + 70 * next());
    const fare = (120 / of ** 2 + 10 * next()).toFixed(2);
    const chance = (sex === 'female' ? 0.8 : 0.2) + (2 - of) * 0.12;
    lines.push(`${sex},${of},${age},${fare},${next() < chance ? 'yes' : 'no'}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Houses with a price. */
export function houses(rows = 240) {
  const next = random(11);
  const lines = ['area,rooms,town,price'];
  for (let row = 0; row < rows; row++) {
    const area = 40 + 160 * next();
    const town = ['North', 'South', 'East'][Math.floor(3 * next())];
    lines.push(`${area.toFixed(1)},${1 + Math.floor(area / 35)},${town},${(1000 * (20 + 3 * area + (town === 'North' ? 60 : 0) + 30 * next())).toFixed(0)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Points of a square, as pieces of a CSV file of any length. */
export function* points(rows) {
  const next = random(3);
  yield 'x,y,z,color,side\n';
  for (let from = 0; from < rows; from += 10_000) {
    let piece = '';
    for (let row = from; row < Math.min(rows, from + 10_000); row++) {
      const x = next();
      piece += `${x.toFixed(5)},${next().toFixed(5)},${(100 * next()).toFixed(2)},${next() < 0.5 ? 'red' : 'blue'},${x < 0.5 ? 'left' : 'right'}\n`;
    }
    yield piece;
  }
}
