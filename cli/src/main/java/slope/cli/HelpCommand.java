package slope.cli;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.text.SafeWriter;

/// `slope help`.
@Command(
        name = "help",
        description = {"Shows the help of Slope or of one command.", ""},
        footer = {"", "Example:", "  slope help train"})
final class HelpCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private Optional<String> name = Optional.empty();

    @Override
    public void run() {
        CommandLine slope = Objects.requireNonNull(command).parent().commandLine();
        CommandLine asked = name.isEmpty() ? slope : slope.getSubcommands().get(name.get());
        if (asked == null) {
            throw new ParameterException(slope, UsageText.unknownCommand(slope, name.orElse("")));
        }
        asked.usage(SafeWriter.exact(slope.getOut()));
    }
}
