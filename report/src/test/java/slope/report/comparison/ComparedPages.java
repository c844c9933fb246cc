package slope.report.comparison;

import java.nio.file.Path;
import java.util.Map;
import slope.Slope;

/// A page of a comparison.
public final class ComparedPages {
    private ComparedPages() {}

    /// By name.
    ///
    /// @param folder for the models
    public static Map<String, String> of(Path folder) throws InterruptedException {
        return Map.of(
                "compared models",
                Compared.penguins(
                                Slope.predict("species"),
                                Slope.predict("species").seed(2),
                                folder,
                                ComparisonRequest.usual()
                                        .acceptingTrainingRows()
                                        .by("island"))
                        .page());
    }
}
