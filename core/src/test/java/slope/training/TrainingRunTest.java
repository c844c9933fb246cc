package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.loss.Loss;
import slope.optimizer.Optimizer;
import slope.training.TimeLimit.FirstEpoch;

class TrainingRunTest {

    /// A training of 4 steps an epoch, on a clock that stands still but for 1 s in each step and
    /// some time in each look at the validation rows.
    private static final class Timed implements TrainingListener {
        private final List<Integer> steps = new ArrayList<>(); // of each epoch
        private final double ofLook; // seconds
        private long now; // nanoseconds

        Timed(double ofLook) {
            this.ofLook = ofLook;
        }

        @Override
        public void batchEnded(int epoch, int batch, int batches) {
            if (batch == 1) {
                steps.add(0);
            }
            steps.set(epoch - 1, batch);
            pass(1);
        }

        @Override
        public void epochEnded(EpochReport report) {}

        private void pass(double seconds) {
            now += Math.round(seconds * 1e9);
        }

        TrainingResult train(double limit, FirstEpoch firstEpoch) {
            TimeLimit time = TimeLimit.of(Duration.ofNanos(Math.round(limit * 1e9)))
                    .firstEpoch(firstEpoch)
                    .nanoTime(() -> now);
            Scorer judge = outputs -> {
                pass(ofLook);
                return steps.size();
            };
            return Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.sgd())
                    .batchSize(10)
                    .stopping(Stopping.after(3).withTimeLimit(time))
                    .train(
                            Problems.threeCloudsStart(1),
                            Problems.threeClouds(40, 1),
                            Problems.threeClouds(5, 2),
                            judge,
                            this);
        }
    }

    /// A look at the validation rows takes 1 s and is kept back with a quarter more. It is behind
    /// each epoch, so that the epochs end at 5, 10 and 15 s.
    @ParameterizedTest
    @CsvSource({
        "0.001, '1'", // over before the first step, which is made all the same
        "1.2, '1'", // by the first step, a look takes 0.2 s
        "3.2, '3'", // within the first epoch
        "4.2, '4'", // at its end, before the look
        "5, '4'", // within the look
        "6.25, '4'", // behind the first epoch: no other step is begun
        "6.251, '4,1'",
        "9.25, '4,3'", // within the second
        "9.26, '4,4'",
        "11.25, '4,4'", // behind the second
        "100, '4,4,4'"
    })
    void aTrainingStopsAtItsDeadline(double limit, String steps) {
        Timed timed = new Timed(1);
        TrainingResult result = timed.train(limit, FirstEpoch.MAY_BE_CUT);

        assertThat(timed.steps).hasToString("[" + steps.replace(",", ", ") + "]");
        assertThat(result.history()).hasSameSizeAs(timed.steps);
        assertThat(result.bestEpoch()).isEqualTo(1);
    }

    @Test
    void anEpochsSecondsGoFromItsStartToItsEnd() {
        assertThat(new Timed(0.5).train(100, FirstEpoch.MAY_BE_CUT).history())
                .hasSize(3)
                .allSatisfy(report -> assertThat(report.seconds()).isEqualTo(4 + 0.5));
    }

    @Test
    void aLookThatTakesVeryLongIsTheLast() {
        Timed timed = new Timed(1_000);

        assertThat(timed.train(20, FirstEpoch.MAY_BE_CUT).history()).hasSize(1);
    }

    /// A step takes 0.1 s a row, and a row is predicted in 0.4 of that: 0.2 s for the validation
    /// rows.
    @ParameterizedTest
    @CsvSource({"0.001, 3.25", "2.2, 2.25", "3.2, 1.25"})
    void aFirstEpochThatHasToBeWholeIsGivenUpWithTheTimeThatItLacks(double limit, double missing) {
        assertThatThrownBy(() -> new Timed(1).train(limit, FirstEpoch.WHOLE))
                .isInstanceOfSatisfying(
                        TimeLimitException.class,
                        refused -> assertThat(refused.missing()).isEqualTo(Duration.ofNanos(Math.round(missing * 1e9))))
                .hasMessage("the time limit ends before the first epoch does");
    }

    @Test
    void aFirstEpochThatFitsInMayBeTheOnlyOne() {
        Timed timed = new Timed(1);

        assertThat(timed.train(4.3, FirstEpoch.WHOLE).history()).hasSize(1);
        assertThat(timed.steps).containsExactly(4);
    }
}
