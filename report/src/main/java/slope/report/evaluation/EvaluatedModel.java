package slope.report.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.model.FitRecord;
import slope.onnx.ModelFile;
import slope.report.card.CardReport;
import slope.report.json.ForPeople;
import slope.report.model.LastChange;

/// An evaluated model.
///
/// @param file as it was named
/// @param lastChanged the day of the file's last change in UTC, such as `2026-11-29`; a model has no date within
/// @param slope the version of Slope that wrote it, if Slope did
/// @param parameters of all networks
/// @param training the losses of each network; none if they are not recorded
/// @param card what its file says of it
public record EvaluatedModel(
        String file,
        Optional<String> lastChanged,
        Optional<String> slope,
        long parameters,
        List<NetworkHistory> training,
        @ForPeople CardReport card) {
    public EvaluatedModel {
        training = List.copyOf(training);
    }

    static EvaluatedModel of(ModelFile saved, Path name) {
        Optional<String> lastChanged = LastChange.of(name);
        return new EvaluatedModel(
                name.toString(),
                lastChanged,
                Optional.of(saved.provenance().slopeVersion()).filter(version -> !version.isEmpty()),
                saved.model().members().stream()
                        .mapToLong(member -> member.network().parameters().count())
                        .sum(),
                saved.model().record().history().stream()
                        .map(NetworkHistory::of)
                        .toList(),
                CardReport.of(saved, String.valueOf(name.getFileName()), lastChanged));
    }

    /// The losses of a network's training.
    ///
    /// @param bestEpoch the epoch whose parameters it has, from 1
    public record NetworkHistory(int bestEpoch, List<EpochLosses> epochs) {
        public NetworkHistory {
            epochs = List.copyOf(epochs);
        }

        private static NetworkHistory of(FitRecord.History history) {
            return new NetworkHistory(
                    history.bestEpoch(),
                    IntStream.range(0, history.trainingLosses().size())
                            .mapToObj(index -> new EpochLosses(
                                    index + 1,
                                    history.trainingLosses().get(index),
                                    history.validationLosses().get(index)))
                            .toList());
        }
    }

    /// The losses of an epoch.
    ///
    /// @param epoch its number, from 1
    public record EpochLosses(int epoch, double trainingLoss, double validationLoss) {}
}
