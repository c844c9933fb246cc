package slope.loss;

import java.util.List;
import java.util.stream.Collectors;
import slope.kernel.Kernels;

/// 1/(n·K) · Σ max(q·e, (q − 1)·e) with e = y − a: output k learns the quantile of level q_k of the
/// row's one target (pinball loss, Koenker and Bassett 1978). At 0 the gradient is 0.
///
/// @param levels one for each output, rising, above 0 and below 1
public record QuantileLoss(List<Double> levels) implements Loss {
    public QuantileLoss {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("at least 1 quantile is needed");
        }
        double before = 0;
        for (double level : levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException(
                        "quantile levels must rise and lie above 0 and below 1, which %s do not".formatted(levels));
            }
            before = level;
        }
    }

    @Override
    public String title() {
        return "quantile loss";
    }

    @Override
    public String formula() {
        return "1/K · Σ max(q·e, (q - 1)·e), e = y - a, q = %s"
                .formatted(levels.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    @Override
    public int targetsFor(int outputs) {
        return 1;
    }

    @Override
    public void requireOutputs(int outputs) {
        if (outputs != levels.size()) {
            throw new IllegalArgumentException("the quantile loss needs one output for each of its %s levels, not %s"
                    .formatted(levels.size(), outputs));
        }
    }

    /// A row's loss is the sum over its outputs.
    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        for (int row = start; row < end; row++) {
            batch.losses()[row] = 0;
        }
        for (int output = 0; output < levels.size(); output++) {
            measure(levels.get(output).floatValue(), output, batch, start, end);
        }
    }

    private static void measure(float level, int output, LossBatch batch, int start, int end) {
        float[] outputs = batch.outputs();
        float[] targets = batch.targets();
        float[] gradient = batch.gradient();
        float[] losses = batch.losses();
        float scale = batch.scale();
        int width = batch.outputWidth();
        for (int row = start; row < end; row++) {
            int at = row * width + output;
            float error = targets[row] - outputs[at];
            float derivative = error > 0 ? level : error < 0 ? level - 1 : error; // 0, or NaN
            losses[row] = Math.fma(derivative, error, losses[row]);
            gradient[at] = -derivative * scale;
        }
    }
}
