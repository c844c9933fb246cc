package slope.target;

import java.util.Optional;
import java.util.stream.Stream;
import slope.loss.HuberLoss;
import slope.loss.Loss;

/// The loss of a numeric target.
public enum NumberLoss {
    /// Squared errors: the network predicts the mean. A few large errors weigh most.
    SQUARED("squared"),
    /// Absolute errors: the network predicts the median, robust to large errors.
    ABSOLUTE("mae"),
    /// Huber: squared errors near 0, absolute errors beyond one standard deviation of the target.
    HUBER("huber");

    private final String title;

    NumberLoss(String title) {
        this.title = title;
    }

    /// The loss of this name in options.
    public static Optional<NumberLoss> named(String title) {
        return Stream.of(values()).filter(loss -> loss.title.equals(title)).findFirst();
    }

    /// Its name in options and reports.
    public String title() {
        return title;
    }

    Loss loss() {
        return switch (this) {
            case SQUARED -> Loss.meanSquaredError();
            case ABSOLUTE -> Loss.meanAbsoluteError();
            case HUBER -> new HuberLoss(1);
        };
    }
}
