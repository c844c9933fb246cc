package slope.cli.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.text.ReportOptions;
import slope.cli.text.ShellWord;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
import slope.report.card.CardReport;

/// `slope card`.
@Command(
        name = "card",
        sortOptions = false,
        description = {
            "Shows the card of a saved model, from its file alone: what it predicts and from what, how good it is and"
                    + " how sure that is, where it is weak, how well it is calibrated, which columns matter, and how to"
                    + " repeat its training.",
            ""
        },
        footer = {"", "Examples:", "  slope card model.onnx", "  slope card model.onnx --html card.html"})
public final class CardCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.require(line);
        report.requirePage(page -> WholeFile.refuseSame(Destination.named(page).named(), model));
        CardReport card = CardReport.read(model, warning -> ModelArguments.warn(line.getErr(), warning));
        String verification = "slope verify %s --data TABLE".formatted(ShellWord.of(model.toString()));
        report.write(card.verifiedBy(verification), line);
        return 0;
    }
}
