package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.Kernels;
import slope.kernel.KernelsProvider;

/// Makes the kernels over the Vector API where the Vector API is there and the hardware's vectors are worth it.
public final class VectorKernelsProvider implements KernelsProvider {
    /// Of two floats a vector: less than the compiler makes of plain loops.
    private static final int TOO_NARROW = 64;

    private final VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;

    /// For [java.util.ServiceLoader]. Without the incubator module this class does not link, and
    /// the loader hears of it as an error.
    public VectorKernelsProvider() {
        if (species.vectorBitSize() <= TOO_NARROW) {
            throw new UnsupportedOperationException("this machine's vectors have " + species.vectorBitSize() + " bits");
        }
    }

    @Override
    public String name() {
        return "vector " + species.vectorBitSize() + " bits";
    }

    /// Compiles what training needs, if Java compiles it as early as `slope.args` asks for; by Java's own
    /// thresholds that would take longer than it saves.
    @Override
    public void prepare() {
        if (System.getProperty("slope.vector.flags") != null) {
            Warmup.done();
        }
    }

    @Override
    public Kernels create() {
        return new Kernels(new VectorProducts(), new VectorElementwise(), new VectorLosses(), new VectorSteps());
    }
}
