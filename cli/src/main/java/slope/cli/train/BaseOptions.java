package slope.cli.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import slope.run.LikeModel;
import slope.run.TrainingRequest;

/// What a training is like, before the options that are typed.
final class BaseOptions {
    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "Train as this JSON says (docs/reference/training-request.schema.json); options typed here"
                    + " win.")
    private Optional<Path> requestFile = Optional.empty();

    @Option(
            names = "--like",
            paramLabel = "MODEL",
            description = "Train as a saved model was trained, on the rows of FILE; options typed here win.")
    private Optional<Path> like = Optional.empty();

    private Optional<LikeModel> example = Optional.empty();

    /// The request of a file, a model or a run that is resumed; empty if none is named.
    ///
    /// @param resumed the folder of the run
    Optional<TrainingRequest> request(Optional<Path> resumed, CommandLine line) {
        if (Stream.of(requestFile, like, resumed).filter(Optional::isPresent).count() > 1) {
            throw new ParameterException(
                    line, "--request, --like and --resume each say how to train; choose one of them");
        }
        example = like.map(LikeModel::read);
        return requestFile
                .map(TrainingRequest::read)
                .or(() -> example.map(LikeModel::request))
                .or(() -> resumed.map(TrainingRequest::resumed));
    }

    /// The model that the training is like, after its request was asked for.
    Optional<LikeModel> example() {
        return example;
    }

    /// The files that say how to train, and must not be written.
    Stream<Path> files() {
        return Stream.of(requestFile, like).flatMap(Optional::stream);
    }
}
