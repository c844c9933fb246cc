package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.kernel.Engine;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Table;
import slope.training.Checkpointer;
import slope.training.EpochReport;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// Networks of folds that are trained side by side give what they give one after another.
class SideBySideTest {
    private static final Table BOXES = Boxes.of(200);
    private static final int EPOCHS = 6;

    private static Estimator on(int threads) {
        return Slope.predict("volume")
                .engine(Engine.scalar().threads(threads))
                .recipe(Recipe.tuned()
                        .hidden(List.of(4))
                        .epochs(EPOCHS)
                        .with(Setting.LINEAR_PART, LinearPartChoice.NEVER));
    }

    private static List<float[]> parameters(Fit fit) {
        return fit.model().members().stream()
                .map(member -> member.network().parameters().toArray())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theNetworksAreThoseOfOneThread(int threads) {
        Fit alone = on(1).plan(BOXES).train(TrainingListener.silent());
        List<Integer> epochs = new ArrayList<>();

        Fit fit = on(threads).plan(BOXES).train(report -> epochs.add(report.epoch()));

        assertThat(parameters(fit)).usingElementComparator(Arrays::compare).isEqualTo(parameters(alone));
        // All epochs of a network before the first of the next.
        assertThat(epochs)
                .isEqualTo(List.of(
                        1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void aFailureInOneNetworkEndsAllOthers() throws InterruptedException {
        FitPlan plan = on(3).plan(BOXES);
        List<EpochReport> seen = new ArrayList<>();

        assertThatThrownBy(() -> plan.train(report -> {
                    seen.add(report);
                    if (seen.size() == 2 * EPOCHS + 2) {
                        throw new IllegalStateException("in the third");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("in the third");
        // A thread is alive for a moment after the last that it does.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("slope-network")) {
                assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
            }
        }
    }

    /// The second network goes on for ever, and the listener fails when it is told of its first epoch.
    @Test
    void aNetworkWhoseListenerFailsIsGivenUp() {
        AtomicReference<FitState> whole = new AtomicReference<>();
        on(1).plan(BOXES)
                .train(TrainingCallbacks.<FitState>by(TrainingListener.silent()).checkpointer(lastState(whole)));
        TrainingCallbacks<FitState> failing = TrainingCallbacks.by(report -> {
            throw new IllegalStateException("told late");
        });
        CountDownLatch hasEpoch = new CountDownLatch(1);
        try (NetworksAhead ahead = new NetworksAhead(2, 2, failing)) {
            ahead.start(
                    (threads, callbacks) -> {
                        awaited(hasEpoch);
                        return whole.get().finished().getFirst();
                    },
                    2);
            ahead.start(
                    (threads, callbacks) -> {
                        callbacks.listener().epochEnded(report(1));
                        hasEpoch.countDown();
                        while (true) {
                            callbacks.listener().batchEnded(2, 1, 1);
                        }
                    },
                    1);
            assertThat(ahead.next()).isSameAs(whole.get().finished().getFirst());
            assertThatThrownBy(ahead::next).hasMessage("told late");
        } // does not wait for the end of a training that has none
    }

    private static Checkpointer<FitState> lastState(AtomicReference<FitState> kept) {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return moment == Moment.AFTER_ALL;
            }

            @Override
            public void save(FitState state) {
                kept.set(state);
            }
        };
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is stored is as if the networks were trained one after another.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aTrainingIsTakenUpInAnyOfTheNetworks(int finished) {
        Fit undisturbed = on(1).plan(BOXES).train(TrainingListener.silent());
        AtomicReference<FitState> kept = new AtomicReference<>();
        Checkpointer<FitState> stopping = new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return moment != Moment.AFTER_BATCH;
            }

            @Override
            public void save(FitState state) {
                if (state.finished().size() >= finished) { // more, where some were ready before their turn
                    kept.set(state);
                    throw new CancellationException("killed");
                }
            }
        };
        assertThatThrownBy(() -> on(2).plan(BOXES)
                        .train(TrainingCallbacks.<FitState>by(TrainingListener.silent())
                                .checkpointer(stopping)))
                .hasMessage("killed");

        Fit resumed = on(2).plan(BOXES)
                .train(TrainingCallbacks.<FitState>by(TrainingListener.silent()).from(kept.get()));

        assertThat(parameters(resumed)).usingElementComparator(Arrays::compare).isEqualTo(parameters(undisturbed));
    }

    @Test
    void aTurnTellsWhatHasHappenedWhenItComes() throws InterruptedException {
        List<String> told = new ArrayList<>();
        Turn turn = new Turn();
        TrainingListener listener = turn.listener(new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {
                told.add("epoch " + report.epoch());
            }

            @Override
            public boolean stopsAfter(EpochReport report) {
                told.add("stops after " + report.epoch() + "?");
                return report.epoch() == 1;
            }

            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                told.add("batch " + batch);
            }
        });
        listener.batchEnded(1, 1, 1);
        listener.epochEnded(report(1));
        assertThat(listener.stopsAfter(report(1))).isFalse();
        assertThat(told).isEmpty();

        CountDownLatch hasCome = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            turn.come();
            hasCome.countDown();
        });
        other.start();
        assertThat(hasCome.await(60, TimeUnit.SECONDS)).isTrue();

        listener.batchEnded(2, 1, 1);
        listener.epochEnded(report(2));
        // What it would have stopped, had it been told in time.
        assertThat(listener.stopsAfter(report(2))).isTrue();
        assertThat(told).containsExactly("epoch 1", "stops after 1?", "batch 1", "epoch 2");
    }

    @Test
    void aTurnThatIsGivenUpEndsAfterABatch() {
        Turn turn = new Turn();
        TrainingListener listener = turn.listener(TrainingListener.silent());
        turn.giveUp();
        assertThatThrownBy(() -> listener.batchEnded(1, 1, 1)).isInstanceOf(CancellationException.class);
    }

    private static EpochReport report(int epoch) {
        return new EpochReport(epoch, new EpochReport.Losses(1, 1, 1), 0.1, 0.5, false);
    }
}
