/// What exists only to make the lessons quick: a loop without traces, and an e^z that takes a third of
/// the time of `StrictMath.exp`.
///
/// The notebook's second experiment makes 100,000 iterations of a network so small that traces would
/// take most of the time. [slope.internal.lesson.PlainDescent] makes the iterations that nobody looks
/// at, with the bits of the traces between them; whoever reads how the double engine works needs
/// nothing of this package.
@NullMarked
package slope.internal.lesson;

import org.jspecify.annotations.NullMarked;
