package slope.report.model;

import java.util.List;
import slope.report.json.Report;
import slope.run.Verification;

/// A saved model beside the model of a repeated training.
///
/// @param files what was compared
/// @param verified whether the same model came of it
/// @param agreement how much of the saved file was reproduced
/// @param saved the hashes of the saved model
/// @param trained the hashes of the model of the repeated training
/// @param differences all that the two files say differently
public record VerificationReport(
        VerifiedFiles files,
        boolean verified,
        Verification.Agreement agreement,
        Verification.Hashes saved,
        Verification.Hashes trained,
        List<Verification.Difference> differences)
        implements Report {
    public VerificationReport {
        differences = List.copyOf(differences);
    }

    /// Files as they were named.
    ///
    /// @param data the table
    public record VerifiedFiles(String model, String data) {}

    public static VerificationReport of(Verification verification) {
        return new VerificationReport(
                new VerifiedFiles(verification.model(), verification.data()),
                verification.isVerified(),
                verification.agreement(),
                verification.saved(),
                verification.trained(),
                verification.differences());
    }

    @Override
    public String report() {
        return "verification";
    }

    @Override
    public int version() {
        return 1;
    }
}
