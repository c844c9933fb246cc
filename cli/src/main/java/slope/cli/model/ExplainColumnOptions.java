package slope.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.ListText;
import slope.cli.text.TableNames;
import slope.explain.ColumnGroup;
import slope.report.explanation.ExplanationRequest;

/// The options for the columns of an explanation.
final class ExplainColumnOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "Columns by whose values predictions are shown (default: the six that matter most).")
    private List<ListText> columns = new ArrayList<>();

    @Option(
            names = "--pair",
            paramLabel = "COLUMN,COLUMN",
            description = "Two columns by whose values predictions are shown together.")
    private Optional<ListText> pair = Optional.empty();

    @Option(
            names = "--together",
            paramLabel = "COLUMN,COLUMN",
            description = "Columns that are explained as one, such as near-copies; each --together is a group.")
    private List<ListText> together = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Compare scores, rates and calibration by the values of this column, such as sex; it may be"
                    + " one that the model does not read.")
    private Optional<String> by = Optional.empty();

    /// The choices.
    ///
    /// @throws ParameterException if --pair does not name two columns
    ExplanationRequest.Columns columns(TableNames table) {
        List<String> both =
                pair.map(each -> ListText.names(List.of(each), table)).orElse(List.of());
        if (pair.isPresent() && both.size() != 2) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--pair names two columns with a comma between them, not " + both.size());
        }
        return new ExplanationRequest.Columns(
                together.stream()
                        .map(each -> ListText.names(List.of(each), table))
                        .map(names -> ColumnGroup.of(names.toArray(String[]::new)))
                        .toList(),
                List.copyOf(ListText.set(columns, table)),
                both,
                by);
    }
}
