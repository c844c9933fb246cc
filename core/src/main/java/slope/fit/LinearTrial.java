package slope.fit;

import java.util.Arrays;
import java.util.Optional;
import slope.linear.LinearPart;

/// The trial of a linear part: the first network was trained without and with it, and predicted its
/// validation rows both times.
///
/// @param strength of the linear part
/// @param gain how much lower the mean loss of a row is with it, of probabilities after calibration;
///     negative where it is higher
/// @param standardError of the gain, by the rows' differences
public record LinearTrial(double strength, double gain, double standardError) {
    /// The shares of a linear model in a mixture that would be worth a trial.
    private static final double[] SHARES = {0.25, 0.5, 1};

    /// Whether the networks have the linear part: it gains more than a standard error.
    public boolean isKept() {
        return gain > standardError;
    }

    /// The outcome of a trial.
    ///
    /// @param without the first network
    /// @param with the same trained again, with a linear part
    static LinearTrial of(NetworkPlan plan, FitState.Finished without, FitState.Finished with) {
        PairedRows rows = new PairedRows(plan);
        double[] before = rows.servedLosses(without.model().decoded(rows.table()));
        double[] after = rows.servedLosses(with.model().decoded(rows.table()));
        PairedRows.Gain gain = rows.gain(before, after);
        double strength = with.network().linear().orElseThrow().strength();
        return new LinearTrial(strength, gain.mean(), gain.standardError());
    }

    /// The linear part that a trial is worth: mixed into the network's predictions of the validation rows, a
    /// linear model makes them better.
    ///
    /// @param without the first network
    /// @return empty if it is not
    static Optional<LinearPart> worthTrying(PreparedNetwork prepared, FitState.Finished without) {
        PairedRows rows = new PairedRows(prepared.plan());
        LinearPart part = prepared.bestLinearPart();
        double[] ofNetwork = without.model().decoded(rows.table());
        double[] ofPart = LinearYardstick.alone(prepared.with(part).network(), rows.table());
        double[] before = rows.servedLosses(ofNetwork);
        boolean isWorth = Arrays.stream(SHARES)
                .mapToObj(share -> rows.gain(before, rows.servedLosses(mixture(ofNetwork, ofPart, share))))
                .anyMatch(PairedRows.Gain::isClear);
        return isWorth ? Optional.of(part) : Optional.empty();
    }

    private static double[] mixture(double[] some, double[] others, double share) {
        double[] mixture = new double[some.length];
        Arrays.setAll(mixture, index -> (1 - share) * some[index] + share * others[index]);
        return mixture;
    }
}
