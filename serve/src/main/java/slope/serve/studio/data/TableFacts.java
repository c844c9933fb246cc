package slope.serve.studio.data;

import java.util.Map;
import java.util.Optional;
import slope.serve.studio.json.Problem;

/// How the table of the studio stands, for its page.
///
/// @param number of the table that was opened last, from 1; 0 if there was none
/// @param source where it comes from; none while there is no table
/// @param read how much of its file has come, or is read; only while it does
/// @param shape its size, once it is read
/// @param problem why it cannot be read
public record TableFacts(
        Phase phase,
        int number,
        Optional<SourceFacts> source,
        Optional<ReadFacts> read,
        Optional<Shape> shape,
        Optional<Problem> problem) {

    /// What happens to a table.
    public enum Phase {
        /// There is none.
        EMPTY,
        /// It is sent by the page.
        ARRIVING,
        READING,
        READY,
        /// Reading it was cancelled.
        CANCELLED,
        /// It cannot be read.
        FAILED
    }

    /// Where a table comes from.
    ///
    /// @param bytes of its file; 0 if that is not known
    /// @param reading how it is read, as the `table` of a training request has it
    /// @param delimiter between the fields of CSV, once it is known, as a request has it
    public record SourceFacts(
            String name, OpenSource.From from, long bytes, Map<String, Object> reading, Optional<String> delimiter) {
        private SourceFacts delimited(String delimiter) {
            return new SourceFacts(name, from, bytes, reading, Optional.of(delimiter));
        }
    }

    /// How much of a file is there.
    public record ReadFacts(long bytes, long ofBytes) {}

    /// The size of a table.
    public record Shape(int rows, int columns) {}

    static TableFacts empty() {
        return new TableFacts(Phase.EMPTY, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    TableFacts delimited(String delimiter) {
        return new TableFacts(phase, number, source.map(each -> each.delimited(delimiter)), read, shape, problem);
    }

    TableFacts in(Phase phase, ReadFacts read) {
        return new TableFacts(phase, number, source, Optional.of(read), Optional.empty(), Optional.empty());
    }

    TableFacts ready(Shape shape) {
        return new TableFacts(Phase.READY, number, source, Optional.empty(), Optional.of(shape), Optional.empty());
    }

    TableFacts cancelled() {
        return new TableFacts(Phase.CANCELLED, number, source, Optional.empty(), Optional.empty(), Optional.empty());
    }

    TableFacts failed(Problem problem) {
        return new TableFacts(Phase.FAILED, number, source, Optional.empty(), Optional.empty(), Optional.of(problem));
    }

    TableFacts badLines(int count) {
        return new TableFacts(phase, number, source, read, shape, problem.map(each -> each.badLines(count)));
    }
}
