package slope.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.LinearTrial;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.network.Network;
import slope.optimizer.OptimizerState;
import slope.recipe.UntrainedNetwork;
import slope.training.Ending;
import slope.training.EpochReport;
import slope.training.Recovery;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;
import slope.training.TrainingState;

/// Reads what [CheckpointWriter] wrote, in the same order.
final class CheckpointReader {
    private static final int BYTES_OF_REPORT = Integer.BYTES + 5 * Double.BYTES + 1;
    private static final int BYTES_OF_RECOVERY = 3 * Integer.BYTES + Double.BYTES;

    /// Without the reason why a training has ended, and without linear parts.
    private static final int EARLIER = 4;

    private final BinaryInput input;
    private int version;

    private CheckpointReader(BinaryInput input) {
        this.input = input;
    }

    /// The identity of the run that the checkpoint belongs to.
    ///
    /// @throws DamagedCheckpointException if the file is not a complete checkpoint
    static Checkpoint open(Path file) throws IOException {
        try (BinaryInput input = BinaryInput.open(file)) {
            CheckpointReader reader = new CheckpointReader(input);
            return new Checkpoint(file, reader.header(), reader.identity());
        }
    }

    /// The state in the checkpoint.
    ///
    /// @throws DamagedCheckpointException if it is not the state of such a run
    static FitState state(Path file, FitPlan prepared) throws IOException {
        try (BinaryInput input = BinaryInput.open(file)) {
            CheckpointReader reader = new CheckpointReader(input);
            reader.header();
            reader.identity();
            FitState state = reader.state(prepared);
            input.requireEnd();
            return state;
        }
    }

    private Checkpoint.Header header() throws IOException {
        if (input.large() != CheckpointWriter.MAGIC) {
            throw new DamagedCheckpointException("is none");
        }
        version = input.whole();
        if (version != CheckpointWriter.VERSION && version != EARLIER) {
            throw new DamagedCheckpointException("has format %s; this version of Slope reads formats %s and %s"
                    .formatted(version, EARLIER, CheckpointWriter.VERSION));
        }
        return new Checkpoint.Header(input.large(), input.truth());
    }

    private Identity identity() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int rest = input.count(2 * Integer.BYTES); rest > 0; rest--) {
            facts.put(input.text(), input.text());
        }
        return new Identity(facts, input.text());
    }

    private FitState state(FitPlan prepared) throws IOException {
        List<FitState.Finished> finished = new ArrayList<>();
        int count = input.count(Integer.BYTES);
        if (count > prepared.mostNetworks()) {
            throw new DamagedCheckpointException("has more networks than are trained");
        }
        while (finished.size() < count) {
            UntrainedNetwork network = prepared.untrained(finished.size(), linearPart());
            finished.add(new FitState.Finished(network, result(network.architecture())));
        }
        Optional<FitState.AtWork> atWork = input.truth() ? Optional.of(atWork(finished, prepared)) : Optional.empty();
        if (atWork.isEmpty() && count == 0) {
            throw new DamagedCheckpointException("has another number of networks than are trained");
        }
        Optional<LinearTrial> trial = version != EARLIER && input.truth()
                ? Optional.of(new LinearTrial(input.number(), input.number(), input.number()))
                : Optional.empty();
        return new FitState(finished, atWork, trial);
    }

    private FitState.AtWork atWork(List<FitState.Finished> finished, FitPlan prepared) throws IOException {
        Optional<Double> linearPart = linearPart();
        boolean isOnTrial = finished.size() == 1
                && linearPart.isPresent()
                && finished.getFirst().network().linear().isEmpty();
        if (finished.size() == prepared.mostNetworks() && !isOnTrial) {
            throw new DamagedCheckpointException("has another number of networks than are trained");
        }
        return atWork(prepared.untrained(isOnTrial ? 0 : finished.size(), linearPart));
    }

    /// The strength of a network's linear part.
    private Optional<Double> linearPart() throws IOException {
        if (version == EARLIER) {
            return Optional.empty();
        }
        double strength = input.number();
        if (!(strength >= 0 && strength <= Double.MAX_VALUE)) {
            throw new DamagedCheckpointException("has a linear part of strength " + strength);
        }
        return strength == 0 ? Optional.empty() : Optional.of(strength);
    }

    private TrainingResult result(Architecture architecture) throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int rest = input.count(Integer.BYTES); rest > 0; rest--) {
            snapshots.add(
                    new Snapshot(input.whole(), Network.of(architecture, parameters(architecture.parameterLayout()))));
        }
        List<EpochReport> history = history();
        requireEpochs(snapshots.stream().map(Snapshot::epoch).toList(), 1, history);
        return new TrainingResult(snapshots, history, recoveries(), ending());
    }

    private Optional<Ending> ending() throws IOException {
        String name = version == EARLIER ? "" : input.text();
        return Stream.of(Ending.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static void requireEpochs(List<Integer> epochs, int first, List<EpochReport> history)
            throws DamagedCheckpointException {
        if (epochs.isEmpty() || epochs.stream().anyMatch(epoch -> epoch < first || epoch > history.size())) {
            throw new DamagedCheckpointException("names a best epoch that was not run");
        }
    }

    private List<TrainingState.Best> kept(ParameterLayout layout) throws IOException {
        List<TrainingState.Best> kept = new ArrayList<>();
        for (int rest = input.count(Integer.BYTES); rest > 0; rest--) {
            kept.add(new TrainingState.Best(input.whole(), input.number(), parameters(layout)));
        }
        return kept;
    }

    private FitState.AtWork atWork(UntrainedNetwork network) throws IOException {
        ParameterLayout layout = network.architecture().parameterLayout();
        Duration before = Duration.ofNanos(input.large());
        boolean limited = input.truth();
        Duration limit = Duration.ofNanos(input.large());
        TrainingState state = new TrainingState(
                place(),
                new TrainingState.Current(parameters(layout), optimizer(layout)),
                kept(layout),
                history(),
                recoveries(),
                new TrainingState.Times(input.large(), input.large(), input.large()));
        requireEpochs(state.kept().stream().map(TrainingState.Best::epoch).toList(), 0, state.history());
        return new FitState.AtWork(network, state, before, limited ? Optional.of(limit) : Optional.empty());
    }

    private TrainingState.Place place() throws IOException {
        return new TrainingState.Place(
                input.whole(), input.number(), input.number(), input.large(), input.number(), input.number());
    }

    private OptimizerState optimizer(ParameterLayout layout) throws IOException {
        List<Parameters> moments = new ArrayList<>();
        for (int rest = input.count(Integer.BYTES); rest > 0; rest--) {
            moments.add(parameters(layout));
        }
        List<Double> numbers = new ArrayList<>();
        for (int rest = input.count(Double.BYTES); rest > 0; rest--) {
            numbers.add(input.number());
        }
        return new OptimizerState(moments, numbers);
    }

    private List<EpochReport> history() throws IOException {
        List<EpochReport> history = new ArrayList<>();
        for (int rest = input.count(BYTES_OF_REPORT); rest > 0; rest--) {
            history.add(new EpochReport(
                    input.whole(),
                    new EpochReport.Losses(input.number(), input.number(), input.number()),
                    input.number(),
                    input.number(),
                    input.truth()));
        }
        return history;
    }

    private List<Recovery> recoveries() throws IOException {
        List<Recovery> recoveries = new ArrayList<>();
        for (int rest = input.count(BYTES_OF_RECOVERY); rest > 0; rest--) {
            recoveries.add(new Recovery(input.whole(), input.whole(), input.whole(), input.number()));
        }
        return recoveries;
    }

    private Parameters parameters(ParameterLayout layout) throws IOException {
        float[] values = input.numbers();
        if (values.length != layout.length()) {
            throw new DamagedCheckpointException(String.format(
                    Locale.ROOT, "has %,d parameters where the network has %,d", values.length, layout.length()));
        }
        return Parameters.of(layout, values);
    }
}
