package slope.cli.text;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What a command takes besides options.
public final class ArgumentNames {
    private ArgumentNames() {}

    /// As in `MODEL and FILE`.
    public static String of(CommandSpec command) {
        List<String> names =
                command.positionalParameters().stream().map(ArgSpec::paramLabel).toList();
        return names.isEmpty() ? "no argument" : String.join(" and ", names);
    }
}
