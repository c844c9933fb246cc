package slope.report.card;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slope.onnx.ModelFile;
import slope.report.json.ForPeople;
import slope.report.json.PageReport;
import slope.report.model.LastChange;
import slope.report.model.ModelReport;
import slope.report.model.ParameterFacts;

/// The card of a model, from its file alone. What the file does not know is said in words, and has no key in the
/// JSON.
///
/// @param model what it is and what it predicts
/// @param columns the columns that it reads
/// @param training the rows that it was trained on; empty for another program's file
/// @param quality how good it is, where it is weak and how well it is calibrated
/// @param verification the command that repeats the training, if the reader has one
public record CardReport(
        CardModel model,
        List<CardColumn> columns,
        Optional<CardTraining> training,
        CardQuality quality,
        @ForPeople Optional<String> verification)
        implements PageReport {

    public CardReport {
        columns = List.copyOf(columns);
    }

    /// The card of a saved model.
    ///
    /// @param name of the file
    /// @param lastChanged the day of the file's last change, see [slope.report.model.LastChange]
    public static CardReport of(ModelFile file, String name, Optional<String> lastChanged) {
        ModelReport report = ModelReport.of(file);
        return new CardReport(
                CardModel.of(report, name, lastChanged),
                CardColumn.of(file.model(), report.columns()),
                report.training().map(CardTraining::of),
                CardQuality.of(file.model()),
                Optional.empty());
    }

    /// That of a file.
    ///
    /// @param warned hears a sentence about parameters that are not finite, if there are any
    public static CardReport read(Path model, Consumer<String> warned) {
        ModelFile file = ModelFile.read(model);
        ParameterFacts.of(file.model()).warning(model.toString()).ifPresent(warned);
        return of(file, String.valueOf(model.getFileName()), LastChange.of(model));
    }

    /// The same with the command that repeats the training, for readers who can run it.
    public CardReport verifiedBy(String command) {
        return new CardReport(model, columns, training, quality, Optional.of(command));
    }

    @Override
    public String report() {
        return "card";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return CardText.of(this, width);
    }

    @Override
    public String page() {
        return CardPage.html(this);
    }

    /// The card as a section of another page.
    public String section() {
        return CardPage.section(this);
    }
}
