package slope.cli;

import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import slope.cli.text.ArgumentNames;
import slope.internal.text.NearestName;
import slope.internal.text.Sentence;

/// What is wrong with a command line, in one sentence. The parser's own words are not shown.
final class UsageText {
    private UsageText() {}

    static String of(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        return switch (failure) {
            case UnmatchedArgumentException unmatched
            when !unmatched.getUnmatched().isEmpty() ->
                unmatched(line, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> missing(line, missing.getMissing());
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice; give it once";
            default -> failure.getArgSpec() == null ? String.valueOf(failure.getMessage()) : invalid(failure);
        };
    }

    /// A command that there is not.
    static String unknownCommand(CommandLine line, String word) {
        Collection<String> names = line.getSubcommands().keySet();
        return "slope has no command \"%s\"; %s"
                .formatted(
                        Sentence.quote(word),
                        NearestName.among(names, word)
                                .map("did you mean %s?"::formatted)
                                .orElse("the commands are " + String.join(", ", names)));
    }

    private static String unmatched(CommandLine line, String word) {
        String command = line.getCommandSpec().qualifiedName();
        if (word.startsWith("-") && word.length() > 1) {
            String option = word.split("=", 2)[0];
            return command + " has no option " + Sentence.quote(option)
                    + NearestName.among(
                                    line.getCommandSpec().options().stream()
                                            .map(OptionSpec::longestName)
                                            .toList(),
                                    option)
                            .map("; did you mean %s?"::formatted)
                            .orElse("");
        }
        if (!line.getSubcommands().isEmpty()) {
            return unknownCommand(line, word);
        }
        return "%s takes %s; \"%s\" is one too many"
                .formatted(command, ArgumentNames.of(line.getCommandSpec()), Sentence.quote(word));
    }

    /// What has to be named, or the value behind an option.
    private static String missing(CommandLine line, Collection<ArgSpec> missing) {
        ArgSpec first = missing.iterator().next();
        String command = line.getCommandSpec().qualifiedName();
        if (!(first instanceof OptionSpec option)) {
            return command + " needs " + ArgumentNames.of(line.getCommandSpec());
        }
        String withValue = option.longestName() + " " + option.paramLabel();
        return option.required() ? command + " needs " + withValue : "a value is missing: " + withValue;
    }

    private static String invalid(ParameterException failure) {
        ArgSpec argument = failure.getArgSpec();
        String wanted = failure.getCause() instanceof TypeConversionException conversion
                ? String.valueOf(conversion.getMessage())
                : "that is no " + argument.paramLabel();
        return "%s has \"%s\"; %s"
                .formatted(name(argument), Sentence.quote(String.valueOf(failure.getValue())), wanted);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
