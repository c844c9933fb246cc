package slope.cli.train;

import java.util.Optional;
import picocli.CommandLine.Option;
import slope.table.DataException;
import slope.tables.DecimalMark;

/// The options for marks between the digits of numbers.
final class DecimalOptions {
    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "The decimal mark of text, a comma or a point, where a column leaves it open: 1,200 is 1.2"
                    + " or 1200.")
    private Optional<String> decimal = Optional.empty();

    @Option(
            names = "--thousands",
            paramLabel = "MARK",
            description = "The mark between thousands, a comma or a point; the other one is the decimal mark.")
    private Optional<String> thousands = Optional.empty();

    /// The decimal mark, if it is given.
    ///
    /// @throws DataException if the options name other marks, or the same
    Optional<DecimalMark> mark() {
        Optional<DecimalMark> given = decimal.map(mark -> mark("--decimal", mark));
        Optional<DecimalMark> other =
                thousands.map(mark -> mark("--thousands", mark)).map(DecimalMark::thousands);
        if (given.isPresent() && other.isPresent() && !given.equals(other)) {
            throw new DataException("--decimal and --thousands name the same mark; they are a comma and a point");
        }
        return given.or(() -> other);
    }

    private static DecimalMark mark(String option, String text) {
        return DecimalMark.named(text)
                .orElseThrow(
                        () -> new DataException("%s takes a comma or a point, and not \"%s\"".formatted(option, text)));
    }
}
