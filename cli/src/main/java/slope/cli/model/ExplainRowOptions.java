package slope.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.ListText;
import slope.cli.text.TableNames;
import slope.explain.Wanted;
import slope.report.explanation.ExplanationRequest;

/// The options for the row of an explanation, and what would change its prediction.
final class ExplainRowOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--row",
            paramLabel = "N",
            description = "Explain this row of the file, from 1, and what would change its prediction.")
    private Optional<Integer> row = Optional.empty();

    @Option(
            names = "--want",
            paramLabel = "CLASS",
            description = "The class that other values of the row should lead to (default: any other), or a label.")
    private Optional<String> want = Optional.empty();

    @Option(
            names = "--at-least",
            paramLabel = "NUMBER",
            description = "The number that other values of the row should lead to, or a larger one.")
    private Optional<Double> atLeast = Optional.empty();

    @Option(
            names = "--at-most",
            paramLabel = "NUMBER",
            description = "The number that other values of the row should lead to, or a smaller one.")
    private Optional<Double> atMost = Optional.empty();

    @Option(
            names = "--fixed",
            paramLabel = "COLUMN",
            description = "Columns that keep their value, such as age, in the search for other values.")
    private List<ListText> fixed = new ArrayList<>();

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description = "Rows that contributions add up from the mean of, and that other values are taken from"
                    + " (default: those of FILE).")
    private Optional<String> background = Optional.empty();

    /// The file of background rows.
    Optional<String> background() {
        return background;
    }

    /// The choices.
    ///
    /// @throws ParameterException if they do not go together
    ExplanationRequest.OneRow row(TableNames table) {
        List<Wanted> wanted = Stream.of(
                        want.map(Wanted.OfClass::new), atLeast.map(Wanted.AtLeast::new), atMost.map(Wanted.AtMost::new))
                .<Wanted>flatMap(Optional::stream)
                .toList();
        if (row.isEmpty() && !(wanted.isEmpty() && fixed.isEmpty())) {
            throw refused("--want, --at-least, --at-most and --fixed are about one row: name it with --row N");
        }
        if (wanted.size() > 1) {
            throw refused("--want, --at-least and --at-most exclude each other: give one of them");
        }
        return new ExplanationRequest.OneRow(row, wanted.stream().findFirst(), ListText.set(fixed, table));
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
