package slope.loss;

import java.util.Optional;
import slope.internal.function.Exponential;
import slope.kernel.Kernels;

/// 1/(n·K) · Σ e^((2−p)·η)/(2−p) − y·e^((1−p)·η)/(1−p) with η = z + o: amounts y whose expected value
/// is e^η and whose variance grows like its power p; of gamma, p = 2, 1/(n·K) · Σ η + y·e^−η. o is
/// the row's offset, see [PoissonLoss]. It is half the deviance up to terms that depend on y alone
/// (Jørgensen 1987; scikit-learn's `HalfTweedieLoss` and `HalfGammaLoss`).
///
/// @param power p, above 1 and at most 2
public record TweedieLoss(double power) implements Loss {
    public TweedieLoss {
        if (!(power > 1 && power <= 2)) {
            throw new IllegalArgumentException("the power must be above 1 and at most 2, not " + power);
        }
    }

    @Override
    public String title() {
        return power == 2 ? "gamma loss" : "Tweedie loss";
    }

    @Override
    public String formula() {
        return power == 2
                ? "1/K · Σ (η + y·e^-η), η = z + offset"
                : "1/K · Σ (e^((2-p)·η)/(2-p) - y·e^((1-p)·η)/(1-p)), η = z + offset, p = %s".formatted(power);
    }

    @Override
    public Optional<String> outputFunction() {
        return Optional.of("exponential");
    }

    @Override
    public boolean isTarget(float target, int outputs) {
        return Float.isFinite(target) && (target > 0 || (target == 0 && power < 2));
    }

    @Override
    public String targetsInWords(int outputs) {
        return power == 2 ? "an amount above 0" : "an amount, 0 or more";
    }

    /// The gradient is e^((2−p)·η) − y·e^((1−p)·η).
    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        float[] outputs = batch.outputs();
        float[] targets = batch.targets();
        float[] gradient = batch.gradient();
        float[] losses = batch.losses();
        float scale = batch.scale();
        int width = batch.outputWidth();
        float above = (float) (2 - power);
        float below = (float) (1 - power);
        for (int at = start * width; at < end * width; at++) {
            float mean = Exponential.exp(above * outputs[at]);
            float amount = targets[at] * Exponential.exp(below * outputs[at]);
            losses[at] = (power == 2 ? outputs[at] : mean / above) - amount / below;
            gradient[at] = (mean - amount) * scale;
        }
    }
}
