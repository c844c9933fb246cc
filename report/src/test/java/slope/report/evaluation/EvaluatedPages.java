package slope.report.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.Slope;
import slope.target.TargetChoice;

/// A page of each kind of evaluation.
public final class EvaluatedPages {
    private EvaluatedPages() {}

    /// By name.
    ///
    /// @param folder for the models
    public static Map<String, String> of(Path folder) throws InterruptedException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(
                "classes", Evaluated.penguins(Slope.predict("species"), folder).page());
        pages.put(
                "two classes", Evaluated.penguins(Slope.predict("sex"), folder).page());
        pages.put(
                "number",
                Evaluated.penguins(Slope.predict("body_mass_g"), folder).page());
        pages.put(
                "quantiles",
                Evaluated.penguins(
                                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))), folder)
                        .page());
        return pages;
    }
}
