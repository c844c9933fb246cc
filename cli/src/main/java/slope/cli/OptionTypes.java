package slope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import slope.cli.text.ListText;
import slope.cli.text.MissingText;

/// Conversions of numbers, lists and names of files whose errors say what was expected.
final class OptionTypes {
    private OptionTypes() {}

    /// Registers the conversions on a command and its subcommands.
    static CommandLine registeredOn(CommandLine line) {
        ITypeConverter<Integer> whole = word -> convert(word, Integer::valueOf, "a whole number up to 2147483647");
        ITypeConverter<Long> large = word -> convert(word, Long::valueOf, "a whole number");
        ITypeConverter<Double> decimal = word -> convert(word, Double::valueOf, "a number");
        ITypeConverter<Boolean> truth = OptionTypes::truth;
        return line.registerConverter(boolean.class, truth)
                .registerConverter(Boolean.class, truth)
                .registerConverter(Path.class, OptionTypes::path)
                .registerConverter(ListText.class, ListText::of)
                .registerConverter(MissingText.class, MissingText::of)
                .registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(double.class, decimal)
                .registerConverter(Double.class, decimal);
    }

    private static Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new TypeConversionException("true or false was expected");
        };
    }

    /// Refuses an empty word for a file, a table, a model or a command, whatever type it has.
    ///
    /// @throws ParameterException if there is one
    static void requireArguments(ParseResult parsed) {
        for (CommandLine line : parsed.asCommandLineList()) {
            for (ArgSpec argument : line.getParseResult().matchedPositionals()) {
                if (argument.stringValues().contains("")) {
                    throw new ParameterException(line, "", empty(), argument, "");
                }
            }
        }
    }

    private static TypeConversionException empty() {
        return new TypeConversionException("a name was expected");
    }

    /// An empty name would be the current folder, which nobody means by a variable that is not set.
    private static Path path(String word) {
        if (word.isEmpty()) {
            throw empty();
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("no file can have that name");
        }
    }

    private static <T> T convert(String word, Function<String, T> conversion, String wanted) {
        try {
            return conversion.apply(word);
        } catch (NumberFormatException cause) {
            throw new TypeConversionException(wanted + " was expected");
        }
    }
}
