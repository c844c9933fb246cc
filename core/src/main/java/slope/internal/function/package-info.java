/// The functions of one number that Java's arithmetic lacks, as float polynomials: e^z, ln(1 + z), cos z,
/// tanh z and their kin.
///
/// The float engine has them from here and from nowhere else, because the bits of `Math.exp` differ
/// between machines. Every function is a fixed row of operations whose result the Java language
/// specifies to the bit: `+ − · /`, fused multiply-add, comparisons that choose between two numbers,
/// and integer operations on a float's bits. Nothing else depends on the number (but for very large
/// angles), so the vector kernels do the same to many numbers at once, with the constants of these
/// classes, and get the same bits.
///
/// Start with [slope.internal.function.Exponential]. Coefficients come from
/// `core/src/test/resources/golden/polynomials.py`, which also says how far each polynomial is from
/// its function. The largest errors stand at each function, measured over all floats; an ulp is the
/// distance from the exact result's float to the next. NaN gives NaN; the sign of a zero is kept only
/// where a function says so.
@NullMarked
package slope.internal.function;

import org.jspecify.annotations.NullMarked;
