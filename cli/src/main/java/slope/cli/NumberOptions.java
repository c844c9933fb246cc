package slope.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Conversions of numeric options whose errors are sentences for people.
final class NumberOptions {
    private NumberOptions() {}

    /// Registers the conversions on a command and its subcommands.
    static CommandLine registeredOn(CommandLine line) {
        ITypeConverter<Integer> whole = word -> convert(word, Integer::valueOf, "a whole number up to 2147483647");
        ITypeConverter<Long> large = word -> convert(word, Long::valueOf, "a whole number");
        ITypeConverter<Double> decimal = word -> convert(word, Double::valueOf, "a number");
        return line.registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(double.class, decimal)
                .registerConverter(Double.class, decimal);
    }

    private static <T> T convert(String word, Function<String, T> conversion, String wanted) {
        try {
            return conversion.apply(word);
        } catch (NumberFormatException cause) {
            throw new TypeConversionException("'" + word + "' is not " + wanted);
        }
    }
}
