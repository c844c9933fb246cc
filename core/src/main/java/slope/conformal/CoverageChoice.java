package slope.conformal;

import java.util.Optional;

/// What is asked of intervals or sets.
///
/// @param coverage the share of rows whose actual value they are to hold
/// @param by a column of categories, in each of which the coverage is to be reached by itself; empty if it is
///     to be reached by all rows together
/// @param sets which sets of classes are made
public record CoverageChoice(Coverage coverage, Optional<String> by, ClassSetKind sets) {
    /// By all rows together, with the smallest sets of classes.
    ///
    /// @throws IllegalArgumentException if the coverage is not above 0 and below 1
    public static CoverageChoice of(double coverage) {
        return new CoverageChoice(Coverage.of(coverage), Optional.empty(), ClassSetKind.LEAST_AMBIGUOUS);
    }

    /// The same for another share of rows.
    ///
    /// @throws IllegalArgumentException if the coverage is not above 0 and below 1
    public CoverageChoice share(double coverage) {
        return new CoverageChoice(Coverage.of(coverage), by, sets);
    }

    /// In each category of a column by itself (Mondrian conformal prediction: Vovk et al. 2005, section 4.5).
    /// Categories with too few rows share the quantile of all rows.
    public CoverageChoice by(String column) {
        return new CoverageChoice(coverage, Optional.of(column), sets);
    }

    /// With other sets of classes.
    public CoverageChoice sets(ClassSetKind sets) {
        return new CoverageChoice(coverage, by, sets);
    }
}
