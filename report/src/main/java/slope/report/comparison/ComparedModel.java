package slope.report.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import slope.run.ModelAndRows;

/// A model that is compared.
///
/// @param file as it was named
/// @param bytes of the file
/// @param networks that its predictions are the mean of
/// @param parameters of all networks
/// @param rowsPerSecond how many rows it predicted in a second here, about
/// @param trainedOn whether it was trained on the table that is scored, or on most of its rows
public record ComparedModel(
        String file, Optional<Long> bytes, int networks, long parameters, double rowsPerSecond, boolean trainedOn) {

    static ComparedModel of(ModelAndRows given, double rowsPerSecond, boolean trainedOn) {
        return new ComparedModel(
                given.path().toString(),
                size(given),
                given.model().model().members().size(),
                given.model().model().members().stream()
                        .mapToLong(member -> member.network().parameters().count())
                        .sum(),
                rowsPerSecond,
                trainedOn);
    }

    private static Optional<Long> size(ModelAndRows given) {
        try {
            return Optional.of(Files.size(given.path()));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
