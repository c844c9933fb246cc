package slope.golden;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.layer.Architecture;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.layer.PeriodicEmbedding;
import slope.layer.Scale;

/// pytabkit's embedding of numbers as waves (PBLD), forward and backward.
class PublishedPeriodicTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("pbld.json");
    private static final Architecture ARCHITECTURE = Architecture.inputs(2)
            .with(new FeatureEmbeddings(List.of(new PeriodicEmbedding(2, 5, 3, 0.1))))
            .with(new Scale()); // whose factors of 1 change nothing

    @ParameterizedTest
    @EnumSource
    void outputsAndGradientsAreTheSame(TestedEngine engine) {
        List<Block> blocks = ARCHITECTURE.parameterLayout().blocks();
        double[] parameters = new double[ARCHITECTURE.parameterLayout().length()];
        Arrays.fill(parameters, 1);
        for (Block block : blocks) {
            if (block.role() != Role.SCALE) {
                System.arraycopy(FILE.get(name(block)).numbers(), 0, parameters, block.offset(), block.length());
            }
        }

        Measured measured = engine.measure(
                ARCHITECTURE,
                parameters,
                FILE.get("inputs").rows(),
                FILE.get("gradient_by_outputs").numbers());

        Distance.assertWithin(engine.bound, FILE.get("outputs"), measured.outputs());
        for (Block block : blocks) {
            if (block.role() != Role.SCALE) {
                Distance.assertWithin(
                        engine.bound,
                        FILE.get("gradient_by_" + name(block)),
                        Arrays.copyOfRange(measured.gradient(), block.offset(), block.offset() + block.length()));
            }
        }
    }

    private static String name(Block block) {
        return switch (block.role()) {
            case FREQUENCIES -> "frequencies";
            case PHASES -> "phases";
            case PERIODIC_WEIGHTS -> "weights";
            case PERIODIC_BIAS -> "bias";
            default -> throw new IllegalArgumentException("waves have no " + block.name());
        };
    }
}
