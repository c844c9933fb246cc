package slope.training;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.internal.text.Numerals;
import slope.table.Remedy;

/// Training diverged: its numbers are no longer finite, and no further step can repair that.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int epoch;
    private final int batch;
    private final String problem;
    private final String advice;
    private final Remedy[] remedies;
    private final @Nullable SpoiledParameter parameter;

    /// When numbers were no longer finite, and where.
    private record Moment(int epoch, int batch, Optional<SpoiledParameter> parameter) {}

    private DivergedException(Moment moment, String problem, String advice, Remedy... remedies) {
        super(sentence(problem, advice, remedies, Remedy::text));
        this.epoch = moment.epoch;
        this.batch = moment.batch;
        this.parameter = moment.parameter.orElse(null);
        this.problem = problem;
        this.advice = advice;
        this.remedies = remedies.clone();
    }

    private static String sentence(String problem, String advice, Remedy[] remedies, Function<Remedy, String> words) {
        return Stream.concat(
                        Stream.of(problem + "; " + advice), Stream.of(remedies).map(words))
                .collect(Collectors.joining(", or "));
    }

    /// Divergence after a step.
    ///
    /// @param finding where the first non-finite number is
    /// @param lastLoss the last one that was finite
    /// @param advice what helps against too large steps
    static DivergedException after(int epoch, int batch, NonFinite.Finding finding, double lastLoss, String advice) {
        return new DivergedException(
                new Moment(epoch, batch, finding.parameter()),
                "training diverged in epoch %s, batch %s: %s became infinite or NaN; the largest number before was %s, the last loss %s"
                        .formatted(epoch, batch, finding.where(), size(finding.largest()), size(lastLoss)),
                advice,
                new Remedy.Recover());
    }

    /// The same, after the maximum number of recoveries.
    ///
    /// @param times the number of recoveries
    /// @param advice what helps against too large steps
    DivergedException afterGoingBack(int times, String advice) {
        return new DivergedException(
                new Moment(epoch, batch, parameter()),
                problem,
                "it went back %s times, took smaller steps and diverged again; %s, or look for values in the table that are far too large"
                        .formatted(times, advice));
    }

    /// The initial loss is not finite, so no smaller step would help.
    static DivergedException atStart(NonFinite.Finding finding) {
        return new DivergedException(
                new Moment(1, 0, finding.parameter()),
                "training diverged in epoch 1, batch 1: before the first step there is NaN or infinity in %s (the largest number before is %s)"
                        .formatted(finding.where(), size(finding.largest())),
                "scale inputs and targets to around 1, or start from smaller weights");
    }

    /// For training on all rows in every step, so that an iteration is an epoch.
    ///
    /// @param iteration the one after which a parameter was not finite, from 1
    /// @param loss before that iteration's update
    /// @param learningRate of that iteration
    public static DivergedException inIteration(int iteration, double loss, double learningRate) {
        return new DivergedException(
                new Moment(iteration, 1, Optional.empty()),
                "training diverged in iteration %s: a parameter is no longer finite (the loss was %s)"
                        .formatted(iteration, size(loss)),
                smallerRate(learningRate));
    }

    /// What helps where there is a learning rate.
    static String smallerRate(double learningRate) {
        return "try a learning rate well below " + size(learningRate);
    }

    private static String size(double number) {
        return Numerals.significant(number, 3);
    }

    /// The message with remedies in other words, such as those of a command line.
    public String message(Function<Remedy, String> words) {
        return sentence(problem, advice, remedies, words);
    }

    /// The first part of the message, without the advice.
    public String problem() {
        return problem;
    }

    /// The batch, from 1; 0 if it was before the first step.
    public int batch() {
        return batch;
    }

    /// The epoch, from 1.
    public int epoch() {
        return epoch;
    }

    /// The first parameter that was not finite after the batch; empty if all of them were finite, and what they made of
    /// the rows was not.
    public Optional<SpoiledParameter> parameter() {
        return Optional.ofNullable(parameter);
    }
}
