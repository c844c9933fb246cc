package slope.recipe;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import slope.layer.Activation;
import slope.optimizer.Optimizer;
import slope.target.NumberLoss;

/// The value of a setting as options and reports write it.
public final class SettingText {
    private SettingText() {}

    public static String of(Object value) {
        return switch (value) {
            case List<?> values when values.isEmpty() -> "none";
            case List<?> values -> values.stream().map(SettingText::of).collect(Collectors.joining(","));
            case Activation activation -> activation.title();
            case Optimizer optimizer -> optimizer.title();
            case Norm norm -> norm.title();
            case LinearPartChoice choice -> choice.title();
            case CalibrationChoice choice -> choice.title();
            case NumberLoss loss -> loss.title();
            case Integer number when number == Integer.MAX_VALUE -> "none";
            case Double number
            when Double.isFinite(number) ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Object other -> other.toString();
        };
    }
}
