package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.loss.Loss;
import slope.optimizer.Optimizer;

class TrainingRunTest {

    /// A clock that goes half a second further each time it is read: once when an epoch starts, once
    /// when it ends.
    @Test
    void anEpochsSecondsGoFromItsStartToItsEnd() {
        AtomicLong clock = new AtomicLong(5);
        TrainingRun run = new TrainingRun(
                Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.sgd()).stopping(Stopping.after(3)),
                Engine.scalar().start(),
                Problems.threeCloudsStart(1),
                Problems.threeClouds(10, 1),
                Optional.of(new Validation(Problems.threeClouds(300, 2), Optional.empty())),
                TrainingCallbacks.by(TrainingListener.silent()),
                () -> clock.getAndAdd(500_000_000));

        assertThat(run.run().history())
                .hasSize(3)
                .allSatisfy(report -> assertThat(report.seconds()).isEqualTo(0.5));
    }
}
