package slope.report.explanation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import slope.Slope;
import slope.run.ModelAndRows;

/// A page of each kind of explanation.
public final class ExplainedPages {
    private ExplainedPages() {}

    /// By name.
    ///
    /// @param folder for the models
    public static Map<String, String> of(Path folder) throws InterruptedException {
        ModelAndRows species = Explained.species(folder);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(
                "explained row",
                ExplanationReport.of(species, Explained.row(17).columns(Explained.ALL_COLUMNS))
                        .page());
        pages.put(
                "explained classes",
                ExplanationReport.of(species, ExplanationRequest.usual()).page());
        pages.put(
                "explained number",
                ExplanationReport.of(
                                Explained.penguins(Slope.predict("body_mass_g"), folder), ExplanationRequest.usual())
                        .page());
        return pages;
    }
}
