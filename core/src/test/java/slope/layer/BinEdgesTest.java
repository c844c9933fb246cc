package slope.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BinEdgesTest {
    private final BinEdges edges = BinEdges.of(-1, 0, 2, 10);

    @Test
    void aNumberLiesInItsBinOrTheOuterOne() {
        assertThat(edges.binOf(-5)).isZero();
        assertThat(edges.binOf(-0.5f)).isZero();
        assertThat(edges.binOf(0)).isEqualTo(1);
        assertThat(edges.binOf(1.9f)).isEqualTo(1);
        assertThat(edges.binOf(2)).isEqualTo(2);
        assertThat(edges.binOf(100)).isEqualTo(2);
        assertThat(BinEdges.of(0, 1).binOf(7)).isZero();
    }

    @Test
    void theOuterBinsGoOn() {
        assertThat(edges.shareOf(1, 1)).isEqualTo(0.5f);
        assertThat(edges.shareOf(-3, 0)).isEqualTo(-2);
        assertThat(edges.shareOf(18, 2)).isEqualTo(2);
    }

    @Test
    void edgesMustRise() {
        assertThatThrownBy(() -> BinEdges.of(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge 2 of a column's bins (from 0) is 1.0; edges must rise");
        assertThatThrownBy(() -> BinEdges.of(0)).hasMessage("bins need at least 2 edges, not 1");
    }

    @Test
    void quantilesLieBetweenNeighbours() {
        assertThat(BinEdges.ofQuantiles(new float[] {3, 1, 2, 7}, 2)).isEqualTo(BinEdges.of(1, 2.5f, 7));
        assertThat(BinEdges.ofQuantiles(new float[] {0, 0, 0, 0, 4}, 4)).isEqualTo(BinEdges.of(0, 4));
        assertThat(BinEdges.ofQuantiles(new float[] {5, 5}, 3)).isEqualTo(BinEdges.of(5, 6));
        assertThat(BinEdges.ofQuantiles(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 2))
                .isEqualTo(BinEdges.of(-Float.MAX_VALUE, 0, Float.MAX_VALUE));
    }

    /// A column of 0 and 10⁻⁹ has no bin that the number 1 is a thousand million widths away from.
    @Test
    void aColumnThatHardlyChangesHasNoNarrowBin() {
        BinEdges edges = BinEdges.ofQuantiles(new float[] {0, 0, 0, 1e-9f}, 4);
        assertThat(edges).isEqualTo(BinEdges.of(0, 1));
        assertThat(edges.shareOf(1, edges.binOf(1))).isEqualTo(1);
        assertThat(BinEdges.ofQuantiles(new float[] {0, 1e-7f, 2, 2.0000002f}, 3))
                .isEqualTo(BinEdges.of(0, 2));
        assertThat(BinEdges.ofQuantiles(new float[] {0, 2e-6f, 1}, 2)).isEqualTo(BinEdges.of(0, 2e-6f, 1));
    }
}
