package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The vectors that elementary functions are computed in: as many floats as the hardware has room
/// for.
///
/// A vector lives in a register only as long as every call in the loop around it is inlined. The
/// just-in-time compiler inlines the Vector API always, but Slope's own methods only up to an amount
/// of code for each compilation (its `NodeCountInliningCutoff`), and each operation of the Vector API
/// counts for hundreds of nodes. Past it vectors are allocated, and a function takes ten times as
/// long. So each elementwise loop has a method of its own, functions that share an exponential take
/// it once, long polynomials come first, and constants and loads are asked of the Vector API itself.
///
/// Two more ways to lose the register. A function of vectors that is compiled on its own before the
/// loop around it is "already compiled into a big method" and never inlined: `slope` tells the
/// compiler to inline the classes that hold nothing but such functions. And where a loop carries a
/// vector from round to round, the compiler knows its exact class only from what it happened to see
/// before: such a vector is the argument of an operation, `loaded.add(sum)`, not its receiver.
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// As many whole numbers.
    static final VectorSpecies<Integer> WHOLES = IntVector.SPECIES_PREFERRED;

    static final int COUNT = SPECIES.length();

    private Lanes() {}
}
