package slope.report.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slope.loss.BinaryCrossEntropy;
import slope.loss.CustomLoss;
import slope.loss.HalfSquaredError;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.MeanAbsoluteError;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.PoissonLoss;
import slope.loss.QuantileLoss;
import slope.loss.TweedieLoss;
import slope.table.NumberColumn;

/// The loss, in words and for programs.
final class LossText {
    private LossText() {}

    /// Its name with its parameters, and its formula for one row of K outputs a (or logits z) and
    /// targets y.
    static String of(Loss loss) {
        return switch (loss) {
            case HalfSquaredError halfSquaredError -> loss.title() + ": ½ · Σ (y − a)²";
            case MeanSquaredError meanSquaredError -> loss.title() + ": 1/K · Σ (y − a)²";
            case MeanAbsoluteError meanAbsoluteError -> loss.title() + ": 1/K · Σ |y − a|";
            case HuberLoss(double delta) ->
                "%s with δ = %s: 1/K · Σ h(y − a), h(e) = ½·e² up to |e| = δ and δ·(|e| − ½·δ) beyond"
                        .formatted(loss.title(), NumberColumn.text(delta));
            case BinaryCrossEntropy binaryCrossEntropy -> loss.title() + ": 1/K · Σ ln(1 + e^z) − y·z";
            case MultiClassCrossEntropy(double smoothing) ->
                loss.title()
                        + (smoothing == 0
                                ? ": ln(Σ e^z) − z_y"
                                : " with label smoothing ε = %s: ln(Σ e^z) − Σ q·z, q = ε/K, and 1 − ε more for class y"
                                        .formatted(NumberColumn.text(smoothing)));
            case PoissonLoss poissonLoss -> loss.title() + ": 1/K · Σ e^η − y·η, η = z + offset";
            case TweedieLoss(double power) when power == 2 -> loss.title() + ": 1/K · Σ η + y·e^−η, η = z + offset";
            case TweedieLoss(double power) ->
                "%s of the power p = %s: 1/K · Σ e^((2−p)·η)/(2−p) − y·e^((1−p)·η)/(1−p), η = z + offset"
                        .formatted(loss.title(), NumberColumn.text(power));
            case QuantileLoss(List<Double> levels) ->
                "%s of the levels q = %s: 1/K · Σ max(q·e, (q − 1)·e), e = y − a"
                        .formatted(
                                loss.title(),
                                levels.stream().map(NumberColumn::text).collect(Collectors.joining(", ")));
            case CustomLoss customLoss -> loss.title();
        };
    }

    /// Lines about the loss of a backward pass: its value, its formula, its weight and its offset.
    static List<String> lines(RowTrace.WayBack back) {
        List<String> lines = new ArrayList<>();
        lines.add("loss      " + NumberColumn.text(back.value()));
        lines.add("          %s%s"
                .formatted(
                        of(back.loss().loss()),
                        back.isTold() ? "" : "; the file does not record the loss: this is the default"));
        RowWeight weight = back.weight();
        if (!weight.factors().isEmpty()) {
            lines.add("weight    %s = %s; the loss is multiplied by it, and so are all numbers below"
                    .formatted(
                            NumberColumn.text(back.loss().weight()),
                            weight.factors().stream()
                                    .map(RowWeight.Factor::text)
                                    .collect(Collectors.joining(" · "))));
        }
        weight.remarks().forEach(remark -> lines.add("weight    " + remark));
        if (back.loss().loss().takesOffsets()) {
            lines.add("offset    %s, the logarithm of the prediction at an output of 0"
                    .formatted(NumberColumn.text(back.loss().offset())));
        }
        return lines;
    }

    /// The same for programs.
    static Map<String, @Nullable Object> json(RowTrace.WayBack back) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", back.loss().loss().title());
        switch (back.loss().loss()) {
            case HuberLoss(double delta) -> object.put("delta", delta);
            case MultiClassCrossEntropy(double smoothing) -> object.put("labelSmoothing", smoothing);
            case TweedieLoss(double power) -> object.put("power", power);
            case QuantileLoss(List<Double> levels) -> object.put("levels", levels);
            case HalfSquaredError halfSquaredError -> {}
            case MeanSquaredError meanSquaredError -> {}
            case MeanAbsoluteError meanAbsoluteError -> {}
            case BinaryCrossEntropy binaryCrossEntropy -> {}
            case PoissonLoss poissonLoss -> {}
            case CustomLoss customLoss -> {}
        }
        object.put("recorded", back.isTold());
        object.put("weight", back.loss().weight());
        object.put("rowWeight", factor(back.weight(), RowWeight.Of.COLUMN));
        object.put("classWeight", factor(back.weight(), RowWeight.Of.CLASS));
        object.put("offset", back.loss().offset());
        object.put("remarks", back.weight().remarks());
        return object;
    }

    /// null where there is none, or it is not known.
    private static @Nullable Double factor(RowWeight weight, RowWeight.Of of) {
        return weight.factors().stream()
                .filter(each -> each.of() == of)
                .map(RowWeight.Factor::value)
                .findFirst()
                .orElse(null);
    }
}
