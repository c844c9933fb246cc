package slope.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.metric.Metric;
import slope.run.RunEvent.LayerGradient;
import slope.run.RunEvent.Progress;
import slope.run.RunStatus.Place;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.NetworkStart;
import slope.training.Recovery;
import slope.training.TrainingListener;
import slope.training.diagnostics.Health;

/// Follows a training, and tells its events and its status.
final class RunProgress implements TrainingListener {
    /// Often enough to look alive, seldom enough to cost nothing.
    private static final long STATUS_NANOSECONDS = 50_000_000;

    /// Health takes some hundredths of a second.
    private static final long HEALTH_NANOSECONDS = 1_000_000_000;

    private final FitPlan plan;
    private final Work work;
    private final Stopwatch stopwatch;
    private final Run run;
    private TimeLeft timeLeft;
    private NetworkStart atWork; // the network
    private boolean isUnderWay; // a network has started in this process
    private int networksEnded; // a trial included
    private int epochsOfThem;
    private int lastEnded; // the epoch of the network at work that ended last
    private double shareShown; // of the work: it never falls, though a trial may add some
    private int batches; // in an epoch; 0 until one has ended
    private long lastStatus;
    private long lastHealth;
    private List<LayerGradient> gradients = List.of();
    private @Nullable EpochReport untold; // ended, and its state not yet seen
    private volatile boolean hasSteps; // asked by another thread, as are the next two
    private volatile boolean hasEpochs;
    private volatile RunStatus status;

    /// @param timeLeft before any of the work is done
    /// @param run is told of events
    RunProgress(FitPlan plan, Work work, TimeLeft timeLeft, Stopwatch stopwatch, Run run) {
        this.plan = plan;
        this.work = work;
        this.stopwatch = stopwatch;
        this.timeLeft = timeLeft;
        this.run = run;
        this.atWork = new NetworkStart(0, 1, work.epochs(), false);
        this.status = run.status()
                .in(new Place(0, work.networks(), 0, work.epochs(), false), Progress.NONE, Optional.empty());
    }

    /// Whether a step has ended in this process.
    boolean hasSteps() {
        return hasSteps;
    }

    /// Whether an epoch has ended.
    boolean hasEpochs() {
        return hasEpochs;
    }

    RunStatus status() {
        return status;
    }

    /// Where a training resumes.
    void goOn(FitState state) {
        networksEnded = state.finished().size();
        epochsOfThem = state.results().stream()
                .mapToInt(result -> result.history().size())
                .sum();
        lastEnded =
                state.atWork().map(network -> network.state().history().size()).orElse(0);
        timeLeft = timeLeft.from(epochsDone(lastEnded));
        hasEpochs = epochsDone(lastEnded) > 0;
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        this.batches = batches;
        hasSteps = true;
        double done = epochsDone(epoch - 1 + (double) batch / batches);
        timeLeft.advance(done);
        long now = stopwatch.passed().toNanos();
        if (now - lastStatus >= STATUS_NANOSECONDS) {
            lastStatus = now;
            status = status(epoch, done, status.lastEpoch());
        }
    }

    @Override
    public void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {
        if (batch >= batches && run.isHeard()) {
            gradients = sizes(gradient.get());
        }
    }

    @Override
    public void networkStarted(NetworkStart start) {
        tell(Optional.empty()); // the last epoch of the network before
        if (isUnderWay) {
            networksEnded++;
            epochsOfThem += lastEnded;
        }
        isUnderWay = true;
        atWork = start;
        lastEnded = start.firstEpoch() - 1;
        status = status(start.firstEpoch(), epochsDone(lastEnded), status.lastEpoch());
        run.tell(new RunEvent.NetworkStarted(
                status.progress(), start.number() + 1, networksInAll(), start.firstEpoch(), start.isTrial()));
    }

    /// The root mean square of each layer's derivatives.
    private static List<LayerGradient> sizes(Parameters gradient) {
        List<LayerGradient> sizes = new ArrayList<>();
        ParameterLayout layout = gradient.layout();
        int layers = layout.blocks().stream()
                        .mapToInt(ParameterLayout.Block::layer)
                        .max()
                        .orElse(-1)
                + 1;
        for (int layer = 0; layer < layers; layer++) {
            double squares = 0;
            int count = 0;
            for (ParameterLayout.Block block : layout.of(layer)) {
                for (float derivative : gradient.toArray(block)) {
                    squares += (double) derivative * derivative;
                }
                count += block.length();
            }
            if (count > 0) {
                sizes.add(new LayerGradient(layer + 1, Math.sqrt(squares / count)));
            }
        }
        return sizes;
    }

    @Override
    public void epochEnded(EpochReport report) {
        tell(Optional.empty()); // the epoch before, of a network that was trained ahead
        lastEnded = report.epoch();
        hasEpochs = true;
        EpochReport told = hasValidation() ? report : report.withoutValidation();
        status = status(lastEnded, epochsDone(lastEnded), Optional.of(told));
        untold = told;
    }

    /// Whether the network at work has validation rows: one that is trained on all rows has none.
    private boolean hasValidation() {
        return !plan.isRefitted() || atWork.number() < plan.members().size();
    }

    /// Whether the state after the epoch that has just ended is of use. If it is not, its event is
    /// told.
    boolean wantsState() {
        long now = stopwatch.passed().toNanos();
        if (untold != null && run.isHeard() && (lastHealth == 0 || now - lastHealth >= HEALTH_NANOSECONDS)) {
            lastHealth = now;
            return true;
        }
        tell(Optional.empty());
        return false;
    }

    /// Tells of the epoch that has just ended, with the health of its network.
    void show(FitState state) {
        tell(untold == null ? Optional.empty() : plan.health(state));
    }

    private void tell(Optional<Health> health) {
        if (untold != null) {
            run.tell(new RunEvent.EpochEnded(
                    status.progress(), atWork.number() + 1, untold, score(untold), health, gradients));
            untold = null;
        }
    }

    /// Epochs are chosen by what is to become small.
    private double score(EpochReport report) {
        double toMinimise = report.losses().score();
        return plan.metric().better() == Metric.Better.HIGHER ? -toMinimise : toMinimise;
    }

    @Override
    public void recovered(Recovery recovery, DivergedException cause) {
        timeLeft = timeLeft.from(epochsDone(lastEnded));
        run.tell(new RunEvent.Recovered(status.progress(), atWork.number() + 1, recovery, cause.problem()));
    }

    private RunStatus status(int epoch, double done, Optional<EpochReport> last) {
        Place place = new Place(atWork.number() + 1, networksInAll(), epoch, atWork.lastEpoch(), atWork.isTrial());
        return status.in(place, progress(done), last);
    }

    private int networksInAll() {
        return Math.max(work.networks(), atWork.number() + 1);
    }

    /// @param ofNetwork epochs that the network at work has done
    private double epochsDone(double ofNetwork) {
        return epochsOfThem + ofNetwork;
    }

    /// If the network at work takes all its epochs and those after it as many as those before.
    private double epochsToCome(double done) {
        double ofOne = networksEnded == 0 ? work.epochs() : (double) epochsOfThem / networksEnded;
        double ofNetwork = Math.max(0, epochsOfThem + atWork.lastEpoch() - done);
        return ofNetwork + (networksInAll() - atWork.number() - 1) * ofOne;
    }

    private Progress progress(double done) {
        double toCome = epochsToCome(done);
        shareShown = Math.clamp(done / (done + toCome), shareShown, 1);
        return new Progress(
                shareShown,
                timeLeft.seconds(done, toCome + work.after(networksInAll()))
                        .map(seconds -> Duration.ofMillis(Math.round(1000 * seconds))));
    }
}
