/** A shape for each class, for every eye: circle, triangle, square, diamond; a fifth class begins again. */
const SHAPES = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z', 'M0 -5L5 4L-5 4z', 'M-4 -4H4V4H-4z', 'M0 -5L5 0L0 5L-5 0z'];

/** The shape of a class, as a path round 0, 0; of what is no class the first. */
export function shapeOf(classes: readonly string[], name: string): string {
  return SHAPES[Math.max(0, classes.indexOf(name)) % SHAPES.length] ?? '';
}
