package slope.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import slope.cli.text.ListText;
import slope.cli.text.MissingText;

/// Conversions of numbers and lists whose errors say what was expected.
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

    private static <T> T convert(String word, Function<String, T> conversion, String wanted) {
        try {
            return conversion.apply(word);
        } catch (NumberFormatException cause) {
            throw new TypeConversionException(wanted + " was expected");
        }
    }
}
