package slope.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `slope completion`.
@Command(
        name = "completion",
        description = {"Prints a script that completes commands and options with the tab key, for bash and zsh.", ""},
        footer = {"", "Example:", "  source <(slope completion)"})
final class CompletionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        CommandLine slope = Objects.requireNonNull(command).parent().commandLine();
        slope.getOut().print(AutoComplete.bash("slope", slope));
    }
}
