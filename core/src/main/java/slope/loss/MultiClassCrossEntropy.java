package slope.loss;

import java.util.Optional;
import slope.kernel.Kernels;

/// 1/n · Σ ln(Σ_k e^(z_k)) − Σ_k q_k·z_k, from logits; each row has one target, the number y of its
/// class from 0. q_k = ε/K, and 1 − ε more for the class itself (label smoothing, Szegedy et al. 2016,
/// arXiv 1512.00567, section 7).
///
/// @param smoothing ε, from 0 to below 1
public record MultiClassCrossEntropy(double smoothing) implements Loss {
    public MultiClassCrossEntropy {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("label smoothing must be from 0 to below 1, not " + smoothing);
        }
    }

    @Override
    public String title() {
        return "multi-class cross-entropy";
    }

    @Override
    public String formula() {
        return smoothing == 0
                ? "ln(Σ e^z) - z_y"
                : "ln(Σ e^z) - Σ q·z, q = ε/K, and 1 - ε more for class y, ε = %s".formatted(smoothing);
    }

    @Override
    public double divisor(double weight, int outputs) {
        return weight;
    }

    @Override
    public int targetsFor(int outputs) {
        return 1;
    }

    @Override
    public Optional<String> outputFunction() {
        return Optional.of("softmax");
    }

    @Override
    public void requireOutputs(int outputs) {
        if (outputs == 1) {
            throw new IllegalArgumentException(
                    "multi-class cross-entropy needs one output for each class, and a single output leaves nothing"
                            + " to choose from: use 2 outputs or more, or binary cross-entropy");
        }
    }

    @Override
    public boolean isTarget(float target, int outputs) {
        return target >= 0 && target < outputs && target == (int) target;
    }

    @Override
    public String targetsInWords(int outputs) {
        return "the number of a class, a whole number from 0 to " + (outputs - 1);
    }

    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        kernels.losses()
                .softmaxCrossEntropy(
                        batch.outputs(),
                        batch.targets(),
                        batch.gradient(),
                        batch.losses(),
                        start,
                        end - start,
                        batch.outputWidth(),
                        batch.scale());
        if (smoothing > 0) {
            smooth(kernels, batch, start, end);
        }
    }

    /// With the share ε of each label spread evenly over K classes, a loss gains ε·(z_y − mean z), a
    /// gradient ε·([k = y] − 1/K).
    private void smooth(Kernels kernels, LossBatch batch, int start, int end) {
        float[] logits = batch.outputs();
        float[] gradient = batch.gradient();
        int classes = batch.outputWidth();
        float moved = (float) (smoothing * batch.scale());
        float share = (float) (smoothing * batch.scale() / classes);
        for (int row = start; row < end; row++) {
            int first = row * classes;
            int target = first + (int) batch.targets()[row];
            double mean = kernels.products().sum(logits, first, classes) / classes;
            batch.losses()[row] += (float) (smoothing * (logits[target] - mean));
            for (int at = first; at < first + classes; at++) {
                gradient[at] -= share;
            }
            gradient[target] += moved;
        }
    }
}
