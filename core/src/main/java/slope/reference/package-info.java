/// The double engine: a small and complete reference implementation, for reading, teaching and
/// checking.
///
/// [slope.reference.ReferenceNetwork] computes what a network computes in double precision with
/// loops a student can follow; [slope.reference.Trace] keeps every intermediate number of one
/// forward pass, backward pass and update; [slope.reference.TracedStep] does so for any step of the
/// float engine, with all that a recipe's training does; [slope.reference.GradientCheck] holds each
/// gradient against its central difference. The float engine is tested against this package; nothing but
/// tests, traces and the command line uses it.
@NullMarked
package slope.reference;

import org.jspecify.annotations.NullMarked;
