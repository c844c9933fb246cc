package slope.report.card;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import slope.Slope;
import slope.evaluation.ScoreInterval;
import slope.fit.Estimator;
import slope.onnx.ModelFile;
import slope.report.Trained;
import slope.report.card.CardSlices.CardSlice;
import slope.report.model.TargetFacts;
import slope.target.TargetKind;

/// Cards to look at.
public final class Cards {
    private Cards() {}

    /// The card of a model of the penguins.
    ///
    /// @param folder for the model
    public static CardReport penguins(Estimator estimator, Path folder) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request(estimator).model(model));
        return read(model);
    }

    /// With test rows, and validation rows enough for slices.
    public static CardReport species(Path folder) throws InterruptedException {
        Estimator estimator = Slope.predict("species");
        return penguins(estimator.rows(estimator.rows().testShare(0.2).validationShare(0.5)), folder);
    }

    static CardReport read(Path model) {
        return CardReport.of(ModelFile.read(model), model.getFileName().toString(), Optional.of("2026-01-02"));
    }

    /// A card of which little is known.
    public static CardReport unknown(String file, TargetKind kind, List<CardSlice> slices) {
        Optional<CardSlices> weak =
                slices.isEmpty() ? Optional.empty() : Optional.of(new CardSlices("log-loss", 0.3, 1_000, 999, slices));
        return new CardReport(
                new CardModel(
                        file,
                        Optional.of("2026-01-02"),
                        Optional.of("1"),
                        "",
                        100,
                        new TargetFacts(
                                kind,
                                List.of("letter"),
                                Optional.of(List.of("a", "b")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of(),
                Optional.empty(),
                new CardQuality(
                        List.of(), Optional.empty(), Optional.empty(), weak, Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    static CardSlice slice(String condition, double loss, boolean clear) {
        return new CardSlice(List.of(condition), 50, loss, new ScoreInterval(loss - 0.1, loss + 0.1), clear);
    }
}
