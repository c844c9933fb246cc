package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;

/// How far numbers are from published ones.
final class Distance {
    private Distance() {}

    /// The largest difference, by the largest published number.
    static double of(double[] published, double[] actual) {
        assertThat(actual).hasSameSizeAs(published);
        double largest = 0;
        double difference = 0;
        for (int index = 0; index < published.length; index++) {
            largest = Math.max(largest, Math.abs(published[index]));
            difference = Math.max(difference, Math.abs(published[index] - actual[index]));
        }
        return largest == 0 ? difference : difference / largest;
    }

    /// Asks that it is no larger than a bound.
    static void assertWithin(double bound, String what, double[] published, double[] actual) {
        assertThat(of(published, actual)).as("the distance of %s", what).isLessThanOrEqualTo(bound);
    }

    static void assertWithin(double bound, PublishedNumbers published, double... actual) {
        assertWithin(bound, published.name(), published.numbers(), actual);
    }

    /// Of the block that is furthest, each by its own largest published number.
    static double ofBlocks(ParameterLayout layout, double[] published, double[] actual) {
        return layout.blocks().stream()
                .mapToDouble(block -> of(part(published, block), part(actual, block)))
                .max()
                .orElseThrow();
    }

    /// Asks that no block is further away than a bound.
    static void assertBlocksWithin(double bound, ParameterLayout layout, double[] published, double[] actual) {
        for (Block block : layout.blocks()) {
            assertWithin(bound, block.name(), part(published, block), part(actual, block));
        }
    }

    static double[] part(double[] all, Block block) {
        return Arrays.copyOfRange(all, block.offset(), block.offset() + block.length());
    }

    static double[] less(double[] left, double[] right) {
        double[] difference = left.clone();
        Arrays.setAll(difference, index -> left[index] - right[index]);
        return difference;
    }
}
