package slope.cli.text;

import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import slope.internal.file.Destination;
import slope.report.json.JsonText;
import slope.report.json.PageReport;

/// How a report is written: as text or as JSON, and as a page too if one is asked for.
public final class ReportOptions {
    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = {"--report", "--html"},
            paramLabel = "FILE",
            description = "Also write an HTML page with charts to this file; - writes it to standard output,"
                    + " and the text to standard error.")
    private Optional<String> page = Optional.empty();

    /// Checks what is asked for, before the files that the report needs are read.
    public void require(CommandLine line) {
        if (json && printsPage()) {
            throw new ParameterException(
                    line, "--json and --report both go to standard output; name a file for the report");
        }
    }

    /// Checks the file of the page, before the work that the report takes.
    ///
    /// @param writable is given its name, and throws if it cannot be written
    public void requirePage(Consumer<String> writable) {
        page.ifPresent(writable);
    }

    /// Writes a report where it is wanted.
    public void write(PageReport report, CommandLine line) {
        page.map(Destination::named)
                .ifPresent(destination -> PageFile.write(report.page(), destination, line.getOut()));
        if (json) {
            line.getOut().print(JsonText.of(report));
        } else if (printsPage()) {
            line.getErr().print(report.text(Surface.ofErrors().width()));
        } else {
            line.getOut().print(report.text(Surface.ofOutput().width()));
        }
    }

    private boolean printsPage() {
        return page.map(Destination::named)
                .filter(Destination.StandardOutput.class::isInstance)
                .isPresent();
    }
}
