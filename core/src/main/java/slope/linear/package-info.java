/// The linear part of a prediction: what is a sum over columns and levels of categories is found exactly,
/// and a network learns the rest.
///
/// Start with [slope.linear.LinearPart].
@NullMarked
package slope.linear;

import org.jspecify.annotations.NullMarked;
