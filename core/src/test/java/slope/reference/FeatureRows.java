package slope.reference;

import java.util.random.RandomGenerator;
import slope.layer.Architecture;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.PiecewiseLinearEmbedding;

/// Random rows that suit a first layer: codes where categories are looked up, numbers elsewhere.
public final class FeatureRows {
    private FeatureRows() {}

    /// Numbers between −2 and 2, and codes of all categories.
    public static double[] draw(Architecture architecture, RandomGenerator random) {
        double[] row = random.doubles(architecture.inputs(), -2, 2).toArray();
        if (architecture.layers().getFirst() instanceof FeatureEmbeddings features) {
            int input = 0;
            for (FeatureEmbedding part : features.embeddings()) {
                if (part instanceof CategoryEmbedding lookup) {
                    row[input] = random.nextInt(lookup.categories());
                }
                input += part.inputs();
            }
        }
        return row;
    }

    /// Whether no number is near a bend of its curve.
    static boolean isFarFromEdges(Architecture architecture, double[] row, double margin) {
        if (architecture.layers().getFirst() instanceof FeatureEmbeddings features) {
            int input = 0;
            for (FeatureEmbedding part : features.embeddings()) {
                if (part instanceof PiecewiseLinearEmbedding lines) {
                    for (int index = 0; index < lines.inputs(); index++) {
                        if (distance(lines.edges().get(index), row[input + index]) < margin) {
                            return false;
                        }
                    }
                }
                input += part.inputs();
            }
        }
        return true;
    }

    private static double distance(BinEdges edges, double x) {
        double nearest = Double.POSITIVE_INFINITY;
        for (float edge : edges.toArray()) {
            nearest = Math.min(nearest, Math.abs(x - edge));
        }
        return nearest;
    }
}
