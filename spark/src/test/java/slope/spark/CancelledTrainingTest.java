package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.recipe.Setting;
import slope.table.DataException;

/// A training that is ended from outside gives its slots back: the next one needs all of them.
class CancelledTrainingTest {
    private static SlopeClassifier species() {
        return new SlopeClassifier().setLabelCol("species").setRecipe("plain").set(Setting.EPOCHS, 1);
    }

    private static SlopeClassifier endless() {
        return species().set(Setting.EPOCHS, 100_000_000).set(Setting.PATIENCE, 100_000_000);
    }

    /// Ends a training when its workers have been started.
    private static final class Ending extends SparkListener {
        private final Set<Integer> barriers = ConcurrentHashMap.newKeySet(); // stages
        private final AtomicBoolean hasEnded = new AtomicBoolean();
        private final Runnable end;

        Ending(Runnable end) {
            this.end = end;
        }

        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
            if (submitted.stageInfo().rddInfos().exists(rdd -> rdd.isBarrier())) {
                barriers.add(submitted.stageInfo().stageId());
            }
        }

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            if (barriers.contains(start.stageId()) && hasEnded.compareAndSet(false, true)) {
                end.run();
            }
        }
    }

    private static void endsWith(Ending ending, int workers, Class<? extends Throwable> expected) {
        SparkContext context = LocalSpark.session().sparkContext();
        context.addSparkListener(ending);
        try {
            assertThatThrownBy(() -> endless().setNumWorkers(workers).fit(LocalSpark.penguins()))
                    .isInstanceOf(expected);
        } finally {
            context.removeSparkListener(ending);
            Thread.interrupted(); // which the fit leaves as it was
        }
        assertThat(species().setNumWorkers(4).fit(LocalSpark.penguins()).labels())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCancelledJobEndsItsWorkers(int workers) {
        SparkContext context = LocalSpark.session().sparkContext();
        endsWith(new Ending(context::cancelAllJobs), workers, DataException.class);
    }

    @Test
    void anInterruptedFitEndsItsWorkers() {
        Thread fitting = Thread.currentThread();
        endsWith(new Ending(fitting::interrupt), 2, DataException.class);
    }
}
