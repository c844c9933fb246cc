package slope.serve.studio.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slope.metric.Metric;
import slope.report.json.JsonText;
import slope.report.json.Report;
import slope.run.FinishedRun;
import slope.run.RunEvent;
import slope.serve.studio.run.RunFacts.Divergence;
import slope.serve.studio.run.RunFacts.Outcome;
import slope.serve.studio.run.RunFacts.RunFailure;
import slope.serve.studio.run.RunFacts.SpoiledPlace;
import slope.serve.studio.run.RunFacts.State;
import slope.table.DataException;
import slope.training.DivergedException;
import slope.training.SpoiledParameter;
import tools.jackson.jr.ob.JSON;

/// How a run has ended, as its folder keeps it.
///
/// @param state finished, cancelled, paused or failed
/// @param failure why it failed
public record RunEnd(State state, Outcome outcome, Optional<RunFailure> failure) implements Report {

    /// The end that an event tells.
    ///
    /// @param network at work then, from 1
    static RunEnd of(RunEvent last, int network) {
        return switch (last) {
            case RunEvent.Finished finished -> new RunEnd(State.FINISHED, outcome(finished.run()), Optional.empty());
            case RunEvent.Failed failed ->
                new RunEnd(State.FAILED, Outcome.none(), Optional.of(failure(failed, network)));
            case RunEvent.Cancelled cancelled ->
                new RunEnd(
                        State.CANCELLED,
                        new Outcome(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                cancelled.run().bestEpoch().stream().boxed().findFirst()),
                        Optional.empty());
            default -> throw new IllegalArgumentException(last + " is not the last event of a run");
        };
    }

    /// The same of a run that was cancelled to go on later.
    RunEnd paused() {
        return state == State.CANCELLED ? new RunEnd(State.PAUSED, outcome, failure) : this;
    }

    private static Outcome outcome(FinishedRun run) {
        Metric metric = run.result().metric();
        return new Outcome(
                Optional.of(metric.title()),
                Optional.ofNullable(run.validation().model().scores().get(metric)),
                Optional.ofNullable(run.validation().baseline().scores().get(metric)),
                run.test()
                        .flatMap(scores ->
                                Optional.ofNullable(scores.model().scores().get(metric))),
                Optional.of(run.seconds()),
                Optional.of(run.result().results().getLast().bestEpoch()));
    }

    private static RunFailure failure(RunEvent.Failed failed, int network) {
        return switch (failed.failure()) {
            case DataException unusable -> failure(failed.sentence(), "data");
            case DivergedException diverged ->
                new RunFailure(
                        failed.sentence(),
                        "divergence",
                        Optional.of(new Divergence(
                                network,
                                diverged.epoch(),
                                diverged.batch(),
                                diverged.parameter().map(RunEnd::place))));
            case OutOfMemoryError tooLarge ->
                failure("the training needs more memory than Java has; give it more, or train on fewer rows", "memory");
            default -> failure("the training failed unexpectedly: " + failed.failure(), "unexpected");
        };
    }

    private static RunFailure failure(String error, String cause) {
        return new RunFailure(error, cause, Optional.empty());
    }

    private static SpoiledPlace place(SpoiledParameter parameter) {
        return new SpoiledPlace(
                parameter.layer(),
                parameter.part().stream().boxed().findFirst(),
                parameter.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                parameter.row(),
                parameter.column());
    }

    void write(RunFolder folder) {
        RunFolder.write(folder.outcome(), JsonText.of(this));
    }

    /// The end that a folder keeps; empty if the run has not ended there.
    static Optional<RunEnd> read(RunFolder folder) {
        return RunFolder.read(folder.outcome()).map(JSON.std::mapFrom).map(RunEnd::of);
    }

    private static RunEnd of(Map<String, Object> kept) {
        Map<?, ?> outcome = object(kept, "outcome").orElse(Map.of());
        return new RunEnd(
                switch (String.valueOf(kept.get("state"))) {
                    case "finished" -> State.FINISHED;
                    case "cancelled" -> State.CANCELLED;
                    case "paused" -> State.PAUSED;
                    default -> State.FAILED;
                },
                new Outcome(
                        text(outcome, "metric"),
                        number(outcome, "score"),
                        number(outcome, "baseline"),
                        number(outcome, "testScore"),
                        number(outcome, "seconds"),
                        count(outcome, "bestEpoch")),
                object(kept, "failure")
                        .map(failure -> new RunFailure(
                                text(failure, "error").orElse(""),
                                text(failure, "cause").orElse(""),
                                object(failure, "divergence").map(RunEnd::divergence))));
    }

    private static Divergence divergence(Map<?, ?> kept) {
        return new Divergence(
                count(kept, "network").orElse(1),
                count(kept, "epoch").orElse(1),
                count(kept, "batch").orElse(0),
                object(kept, "parameter")
                        .map(parameter -> new SpoiledPlace(
                                count(parameter, "layer").orElse(1),
                                count(parameter, "part"),
                                text(parameter, "role").orElse(""),
                                count(parameter, "row").orElse(1),
                                count(parameter, "column").orElse(1))));
    }

    private static Optional<Map<?, ?>> object(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        return Optional.ofNullable(object.get(name)).map(String::valueOf);
    }

    private static Optional<Double> number(Map<?, ?> object, String name) {
        return object.get(name) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    private static Optional<Integer> count(Map<?, ?> object, String name) {
        return number(object, name).map(Double::intValue);
    }

    @Override
    public String report() {
        return "studio-run-end";
    }

    @Override
    public int version() {
        return 1;
    }
}
