package slope.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import slope.fit.FitState;
import slope.fit.LinearTrial;
import slope.layer.Parameters;
import slope.linear.LinearPart;
import slope.optimizer.OptimizerState;
import slope.recipe.UntrainedNetwork;
import slope.training.Ending;
import slope.training.EpochReport;
import slope.training.Recovery;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// Writes a checkpoint: a header, the identity, the state, a checksum. [CheckpointReader] reads the
/// same fields in the same order.
final class CheckpointWriter {
    static final long MAGIC = 0x534c4f5045434b50L; // "SLOPECKP"
    static final int VERSION = 5;

    private final BinaryOutput output;

    private CheckpointWriter(BinaryOutput output) {
        this.output = output;
    }

    static void write(Path file, Checkpoint.Header header, Identity identity, FitState state) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            CheckpointWriter writer = new CheckpointWriter(new BinaryOutput(stream));
            writer.header(header);
            writer.identity(identity);
            writer.state(state);
            writer.output.end();
        }
    }

    private void header(Checkpoint.Header header) throws IOException {
        output.large(MAGIC);
        output.whole(VERSION);
        output.large(header.number());
        output.truth(header.complete());
    }

    private void identity(Identity identity) throws IOException {
        output.whole(identity.facts().size());
        for (var fact : identity.facts().entrySet()) {
            output.text(fact.getKey());
            output.text(fact.getValue());
        }
        output.text(identity.request());
    }

    private void state(FitState state) throws IOException {
        output.whole(state.finished().size());
        for (FitState.Finished finished : state.finished()) {
            TrainingResult result = finished.result();
            linearPart(finished.network());
            output.whole(result.snapshots().size());
            for (TrainingResult.Snapshot snapshot : result.snapshots()) {
                output.whole(snapshot.epoch());
                parameters(snapshot.network().parameters());
            }
            history(result.history());
            recoveries(result.recoveries());
            output.text(result.ending().map(Ending::name).orElse(""));
        }
        output.truth(state.atWork().isPresent());
        if (state.atWork().isPresent()) {
            atWork(state.atWork().get());
        }
        output.truth(state.linearTrial().isPresent());
        if (state.linearTrial().isPresent()) {
            LinearTrial trial = state.linearTrial().get();
            output.number(trial.strength());
            output.number(trial.gain());
            output.number(trial.standardError());
        }
    }

    /// Its strength, from which it is fitted again; 0 if there is none.
    private void linearPart(UntrainedNetwork network) throws IOException {
        output.number(network.linear().map(LinearPart::strength).orElse(0.0));
    }

    private void atWork(FitState.AtWork atWork) throws IOException {
        linearPart(atWork.network());
        output.large(atWork.before().toNanos());
        output.truth(atWork.limit().isPresent());
        output.large(atWork.limit().map(Duration::toNanos).orElse(0L));
        TrainingState state = atWork.state();
        place(state.place());
        parameters(state.current().parameters());
        optimizer(state.current().optimizer());
        output.whole(state.kept().size());
        for (TrainingState.Best kept : state.kept()) {
            output.whole(kept.epoch());
            output.number(kept.score());
            parameters(kept.parameters());
        }
        history(state.history());
        recoveries(state.recoveries());
        output.large(state.times().passed());
        output.large(state.times().inEpoch());
        output.large(state.times().validation());
    }

    private void place(TrainingState.Place place) throws IOException {
        output.whole(place.batches());
        output.number(place.lossSum());
        output.number(place.weightSum());
        output.large(place.steps());
        output.number(place.lastRate());
        output.number(place.lastLoss());
    }

    private void optimizer(OptimizerState optimizer) throws IOException {
        output.whole(optimizer.moments().size());
        for (Parameters moment : optimizer.moments()) {
            parameters(moment);
        }
        output.whole(optimizer.numbers().size());
        for (double power : optimizer.numbers()) {
            output.number(power);
        }
    }

    private void history(List<EpochReport> history) throws IOException {
        output.whole(history.size());
        for (EpochReport report : history) {
            output.whole(report.epoch());
            output.number(report.losses().training());
            output.number(report.losses().validation());
            output.number(report.losses().score());
            output.number(report.learningRate());
            output.number(report.seconds());
            output.truth(report.best());
        }
    }

    private void recoveries(List<Recovery> recoveries) throws IOException {
        output.whole(recoveries.size());
        for (Recovery recovery : recoveries) {
            output.whole(recovery.epoch());
            output.whole(recovery.batch());
            output.whole(recovery.backTo());
            output.number(recovery.rateMultiplier());
        }
    }

    private void parameters(Parameters parameters) throws IOException {
        output.numbers(parameters.toArray());
    }
}
