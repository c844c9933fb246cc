package slope.serve;

import java.nio.file.Path;
import java.util.Optional;
import slope.report.lesson.LessonSettings;
import slope.run.TracedUpdate;

/// Words a trace as a command; the command line knows its options.
public interface TraceCommand {
    /// For where no program does that.
    TraceCommand NONE = new TraceCommand() {
        @Override
        public String ofRow(Path model, String table, int row, int network, boolean hasTarget) {
            return "";
        }

        @Override
        public String ofUpdate(Path model, String table, Optional<Path> start, TracedUpdate.Place place) {
            return "";
        }

        @Override
        public String ofLesson(LessonSettings settings, int iteration) {
            return "";
        }
    };

    /// The command that traces a row through a network, with all of its numbers.
    ///
    /// @param table where its rows are
    /// @param row from 1
    /// @param network from 1
    /// @param hasTarget whether it is traced back too
    String ofRow(Path model, String table, int row, int network, boolean hasTarget);

    /// The command that traces an update of the model's training.
    ///
    /// @param table that it was trained on
    /// @param start the network that its training started from, if it was a given one
    String ofUpdate(Path model, String table, Optional<Path> start, TracedUpdate.Place place);

    /// The command that walks through an iteration of a lesson.
    ///
    /// @param iteration from 1
    String ofLesson(LessonSettings settings, int iteration);
}
