package slope.cli.train;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import slope.cli.text.SafeWriter;
import slope.cli.text.Surface;
import slope.cli.text.TerminalWidth;
import slope.internal.text.Numerals;
import slope.report.text.Durations;
import slope.run.LikeModel;
import slope.run.Run;
import slope.run.RunEvent;
import slope.run.RunEvent.Progress;
import slope.run.RunStatus;
import slope.run.RunStatus.Place;
import slope.run.RunStatus.Read;
import slope.run.TrainingRequest;
import slope.training.EpochReport;

/// Prints progress: one overwritten line on a terminal, about ten plain lines elsewhere.
final class TrainProgress implements AutoCloseable {
    /// Fast enough to look alive, slow enough to cost nothing.
    private static final long REDRAW_MILLISECONDS = 100;

    /// In a pipe, the first line comes after the first epoch that ends later than this.
    private static final Duration FIRST_LINE = Duration.ofSeconds(2);

    /// The last events are told within moments of the end.
    private static final int MOST_SECONDS = 10;

    /// Of the time left: less is shown as this.
    private static final double LEAST_SECONDS = 0.1;

    private static final double KILO = 1e3; // bytes
    private static final double MEGA = 1e6;

    /// Clears the line and begins it anew (ECMA-48: CR and EL).
    private static final String NEW_LINE = "\r\033[K";

    /// What is too wide for a terminal that has just become narrower ends at its edge, and scrolls nothing.
    private static final String WITHOUT_WRAP = "\033[?7l";

    private static final String WITH_WRAP = "\033[?7h";

    private final PrintWriter out;
    private final Surface surface;
    private final Run run;
    private final boolean resumes;
    private final Optional<LikeModel> example;
    private final long start = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread drawing = new Thread(this::draw, "slope-progress");
    private int tenthsTold;
    private boolean isTold;
    private boolean hasStarted;

    private TrainProgress(PrintWriter out, Surface surface, Run run, boolean resumes, Optional<LikeModel> example) {
        this.out = out;
        this.surface = surface;
        this.run = run;
        this.resumes = resumes;
        this.example = example;
    }

    /// Follows a run that has not begun.
    ///
    /// @param example the model that it is to be like, if there is one
    static TrainProgress of(Run run, TrainingRequest request, Optional<LikeModel> example, PrintWriter out) {
        boolean resumes = request.checkpoints()
                .filter(TrainingRequest.Checkpoints::resumes)
                .isPresent();
        return of(run, resumes, example, out);
    }

    /// Follows one of several runs, none of which is like a model.
    static TrainProgress of(Run run, PrintWriter out) {
        return of(run, false, Optional.empty(), out);
    }

    private static TrainProgress of(Run run, boolean resumes, Optional<LikeModel> example, PrintWriter out) {
        Surface surface = Surface.ofErrors();
        TrainProgress progress = new TrainProgress(out, surface, run, resumes, example);
        run.listen(progress::tell);
        if (surface == Surface.TERMINAL) {
            progress.drawing.setDaemon(true);
            progress.drawing.start();
        }
        return progress;
    }

    private void tell(RunEvent event) {
        switch (event) {
            case RunEvent.NetworkStarted network -> {
                if (resumes && !hasStarted) {
                    say("resuming " + resumed(network));
                }
                hasStarted = true;
            }
            case RunEvent.Scoring scoring -> {
                if (resumes && !hasStarted) {
                    say("resuming after the last epoch");
                }
            }
            case RunEvent.EpochEnded epoch -> tell(epoch);
            case RunEvent.Recovered recovered ->
                say("%s; %s".formatted(recovered.cause(), recovered.recovery().text()));
            case RunEvent.Remarked remark -> say(remark.sentence());
            case RunEvent.Finished last -> ended.countDown();
            case RunEvent.Cancelled last -> ended.countDown();
            case RunEvent.Failed last -> ended.countDown();
            case RunEvent.Reading reading -> {}
            case RunEvent.Prepared prepared ->
                example.flatMap(model -> model.differences(prepared.plan())).ifPresent(this::say);
            case RunEvent.Saved saved -> {}
        }
    }

    private String resumed(RunEvent.NetworkStarted network) {
        if (network.epoch() > 1) {
            Place place = run.status().place();
            return "after %sepoch %s of %s".formatted(network(place), network.epoch() - 1, place.epochs());
        }
        if (network.isTrial()) {
            return "before the trial of a linear part";
        }
        return network.network() == 1 ? "in the first epoch" : "after network %s".formatted(network.network() - 1);
    }

    private void tell(RunEvent.EpochEnded epoch) {
        boolean isEarly =
                !isTold && epoch.progress().timeLeft().isPresent() && System.nanoTime() - start >= FIRST_LINE.toNanos();
        int tenths = (int) (10 * epoch.progress().share());
        if (surface != Surface.TERMINAL && (tenths > tenthsTold || isEarly)) {
            tenthsTold = tenths;
            isTold = true;
            Place place = run.status().place();
            String left = timeLeft(epoch.progress());
            print(
                    "",
                    "%sepoch %s of %s: %s%s%n"
                            .formatted(
                                    network(place),
                                    epoch.report().epoch(),
                                    place.epochs(),
                                    losses(epoch.report()),
                                    left.isEmpty() ? "" : ", " + left),
                    "");
        }
    }

    private void say(String sentence) {
        print(surface == Surface.TERMINAL ? NEW_LINE : "", "slope: %s%n".formatted(sentence), "");
    }

    private synchronized void print(String before, String text, String after) {
        SafeWriter.exact(out).print(before);
        out.print(text);
        SafeWriter.exact(out).print(after);
        out.flush();
    }

    /// Draws how the run stands, until it has ended.
    private void draw() {
        TerminalWidth width = new TerminalWidth(surface.width());
        try {
            while (!ended.await(REDRAW_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                RunStatus status = run.status();
                Optional<ProgressLine> line = line(status);
                if (line.isPresent()) {
                    print(NEW_LINE + WITHOUT_WRAP, line.get().within(width.columns()), WITH_WRAP);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty where there is nothing to tell that takes time.
    private static Optional<ProgressLine> line(RunStatus status) {
        return switch (status.phase()) {
            case READING -> reading(status.read());
            case TRAINING ->
                status.place().epoch() == 0 ? Optional.empty() : Optional.of(training(status, status.place()));
            case SCORING ->
                Optional.of(
                        new ProgressLine("", "scoring", status.progress().share(), "", timeLeft(status.progress())));
            case WAITING, FINISHED, CANCELLED, FAILED -> Optional.empty();
        };
    }

    private static Optional<ProgressLine> reading(Read read) {
        if (read.ofBytes() == 0) {
            return Optional.empty();
        }
        double share = (double) read.bytes() / read.ofBytes();
        boolean isSmall = read.ofBytes() < MEGA;
        double unit = isSmall ? KILO : MEGA;
        String text = String.format(
                Locale.ROOT, "%.0f of %.0f %s", read.bytes() / unit, read.ofBytes() / unit, isSmall ? "kB" : "MB");
        return Optional.of(new ProgressLine("", "reading", share, text, ""));
    }

    private static ProgressLine training(RunStatus status, Place place) {
        return new ProgressLine(
                network(place),
                "epoch %s of %s".formatted(place.epoch(), place.epochs()),
                status.progress().share(),
                status.lastEpoch().map(TrainProgress::losses).orElse(""),
                timeLeft(status.progress()));
    }

    private static String losses(EpochReport report) {
        double validation = report.losses().validation();
        return "loss " + Numerals.score(report.losses().training())
                + (Double.isNaN(validation) ? "" : ", validation " + Numerals.score(validation));
    }

    private static String network(Place place) {
        return place.isTrial() ? "linear part on trial, " : network(place.network(), place.networks());
    }

    private static String network(int number, int networks) {
        return networks == 1 ? "" : "network %s of %s, ".formatted(number, networks);
    }

    /// At most, because networks end early that learn no more; empty while the pace is not known.
    private static String timeLeft(Progress progress) {
        Optional<Duration> left = progress.timeLeft();
        return left.map(time -> "at most " + Durations.text(Math.max(LEAST_SECONDS, time.toMillis() * 1e-3)) + " left")
                .orElse("");
    }

    /// Waits for the last events, and clears the line that was written over.
    @Override
    public void close() {
        try {
            boolean _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (surface == Surface.TERMINAL) {
                drawing.join(Duration.ofSeconds(MOST_SECONDS));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (surface == Surface.TERMINAL) {
            print(NEW_LINE, "", "");
        }
    }
}
