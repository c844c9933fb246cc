package slope.conformal;

/// 1 − p(y): the set of all classes that are likely enough (LAC: Sadinle, Lei and Wasserman 2019, "Least
/// ambiguous set-valued classifiers with bounded error levels"). No other sets are smaller in the mean. A row
/// that looks like no class may have an empty set.
public record LeastAmbiguousSet() implements ConformalScore {
    @Override
    public String title() {
        return "least ambiguous set";
    }

    /// The score of the actual class.
    ///
    /// @param probability of it, from 0 to 1
    double of(double probability) {
        return 1 - probability;
    }

    /// Whether a class is in the set.
    ///
    /// @param probability of it, from 0 to 1
    /// @param quantile of scores; may be infinite
    boolean holds(double probability, double quantile) {
        return of(probability) <= quantile;
    }
}
