package slope.cli.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import slope.run.ClassWeightsText;
import slope.run.TracedUpdate;
import slope.tables.TableSource;

/// The options of a trace of an update.
final class UpdateOptions {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

    @Option(
            names = "--update",
            paramLabel = "STEP",
            description =
                    "Instead of a row: the update of a step of the training, EPOCH:STEP, both from 1. Trains again on"
                            + " FILE, the training table, as far as this step, and shows how it came about.")
    private Optional<String> update = Optional.empty();

    @Option(
            names = "--start-from",
            paramLabel = "MODEL",
            description = "With --update: the initial model, if it was trained with --start-from.")
    private Optional<Path> startFrom = Optional.empty();

    @Option(
            names = "--class-weights",
            paramLabel = "FILE",
            description = "With --update: the class weights in place of the recorded ones.")
    private Optional<String> classWeights = Optional.empty();

    boolean isAsked() {
        return update.isPresent();
    }

    /// @param hasRow whether a row is asked for
    /// @throws ParameterException unless either a row or an update is asked for
    void requireOne(boolean hasRow, CommandLine line) {
        if (hasRow == isAsked()) {
            throw new ParameterException(line, "slope trace needs either --row N or --update EPOCH:STEP");
        }
        if (hasRow && (startFrom.isPresent() || classWeights.isPresent())) {
            throw new ParameterException(line, "--start-from and --class-weights are for --update, not for --row");
        }
    }

    /// Trains again, as far as the update.
    ///
    /// @param network its number in the order of training, from 1; empty for the first in the model
    TracedUpdate trace(Path model, TableSource data, Optional<Integer> network, CommandLine line) {
        Matcher place = PLACE.matcher(update.orElseThrow());
        if (!place.matches()) {
            throw new ParameterException(
                    line, "--update needs EPOCH:STEP, such as 3:17, not \"%s\"".formatted(update.get()));
        }
        return TracedUpdate.of(
                model,
                data,
                startFrom,
                classWeights.map(ClassWeightsText::read),
                new TracedUpdate.Place(
                        network.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        Integer.parseInt(place.group(1)),
                        Integer.parseInt(place.group(2))));
    }
}
