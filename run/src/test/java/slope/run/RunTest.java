package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.fit.RowSelection;
import slope.kernel.Engine;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.run.RunEvent.EpochEnded;
import slope.run.RunStatus.Phase;
import slope.run.TrainingRequest.Checkpoints;
import slope.table.DataException;
import slope.tables.TableFiles;
import slope.tables.TableSource;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RunTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private Path folder;

    private static TrainingRequest request(int epochs) {
        Estimator estimator = Slope.predict("species")
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(epochs).with(Setting.PATIENCE, epochs));
        return TrainingRequest.of(PENGUINS, estimator);
    }

    /// Hears all events of a run.
    private static final class Heard implements Consumer<RunEvent> {
        private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void accept(RunEvent event) {
            events.add(event);
            if (event instanceof RunEvent.Finished
                    || event instanceof RunEvent.Cancelled
                    || event instanceof RunEvent.Failed) {
                ended.countDown();
            }
        }

        List<RunEvent> all() throws InterruptedException {
            assertThat(ended.await(5, TimeUnit.MINUTES)).as("the last event").isTrue();
            return List.copyOf(events);
        }

        <T extends RunEvent> List<T> all(Class<T> type) throws InterruptedException {
            return all().stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    @Test
    void readingIsToldInBytes() throws Exception {
        Path table = folder.resolve("long.csv");
        Files.writeString(table, "x,y\n" + ("1,2" + "0".repeat(30) + "\n3,4\n2,3\n").repeat(30_000));
        Heard heard = new Heard();
        Run run = Run.of(TrainingRequest.of(
                        table.toString(),
                        Slope.predict("y")
                                .recipe(Recipe.plain().hidden(List.of(4)).epochs(1))))
                .listen(heard);
        run.start().await();
        List<RunEvent.Reading> reading = heard.all(RunEvent.Reading.class);
        assertThat(reading).hasSizeBetween(3, 101);
        assertThat(reading)
                .extracting(RunEvent.Reading::bytes)
                .isSorted()
                .startsWith(0L)
                .endsWith(Files.size(table));
        assertThat(reading).extracting(RunEvent.Reading::ofBytes).containsOnly(Files.size(table));
        assertThat(run.status().read()).isEqualTo(new RunStatus.Read(Files.size(table), Files.size(table)));
    }

    /// A price that is twice an amount is worth the trial of a linear part, and three folds follow it.
    @Test
    void theTrialOfALinearPartIsToldAndProgressNeverFalls() throws Exception {
        Path table = folder.resolve("amounts.csv");
        StringBuilder rows = new StringBuilder("amount,price\n");
        for (int row = 0; row < 300; row++) {
            double amount = Math.exp(4 + 3 * Math.sin(row * row));
            rows.append(amount).append(',').append(2 * amount + row % 3).append('\n');
        }
        Files.writeString(table, rows);
        Estimator estimator = Slope.predict("price")
                .recipe(Recipe.tuned().hidden(List.of(4)).epochs(4))
                .rows(RowSelection.defaults().folds(3))
                .engine(Engine.scalar().threads(2));
        Heard heard = new Heard();
        Run.of(TrainingRequest.of(table.toString(), estimator))
                .listen(heard)
                .start()
                .await();

        List<RunEvent.NetworkStarted> networks = heard.all(RunEvent.NetworkStarted.class);
        assertThat(networks).extracting(RunEvent.NetworkStarted::network).containsExactly(1, 1, 2, 3);
        assertThat(networks).extracting(RunEvent.NetworkStarted::networks).containsOnly(3);
        assertThat(networks).extracting(RunEvent.NetworkStarted::isTrial).containsExactly(false, true, false, false);
        List<EpochEnded> epochs = heard.all(EpochEnded.class);
        assertThat(epochs).extracting(EpochEnded::network).isSorted().endsWith(3);
        assertThat(epochs)
                .extracting(epoch -> epoch.progress().share())
                .isSorted()
                .allMatch(share -> share <= 1);
    }

    /// The second network is trained on all rows as long as the first needed, and no row is left to validate it.
    @Test
    void aRefitHasNoValidationAndEndsAtTheBestEpoch() throws Exception {
        Estimator estimator = Slope.predict("species")
                .recipe(Recipe.tuned().hidden(List.of(4)).epochs(20))
                .rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
        Heard heard = new Heard();
        RunResult result = Run.of(TrainingRequest.of(PENGUINS, estimator))
                .listen(heard)
                .start()
                .await();

        int best = ((FinishedRun) result).fit().results().getFirst().bestEpoch();
        List<EpochEnded> epochs = heard.all(EpochEnded.class);
        List<EpochEnded> refit =
                epochs.stream().filter(epoch -> epoch.network() == 2).toList();
        assertThat(refit).hasSize(best);
        assertThat(refit).allSatisfy(epoch -> {
            assertThat(epoch.report().losses().validation()).isNaN();
            assertThat(epoch.score()).isNaN();
            assertThat(epoch.report().best()).isFalse();
        });
        assertThat(epochs)
                .extracting(epoch -> epoch.progress().share())
                .isSorted()
                .allMatch(share -> share <= 1);
    }

    @Test
    void eventsComeInOrderAndTellTheTraining() throws InterruptedException {
        Path model = folder.resolve("penguins.onnx");
        Path predictions = folder.resolve("predictions.csv");
        Heard heard = new Heard();
        Run run = Run.of(request(3).model(model).predictions(predictions.toString()))
                .listen(heard);
        assertThat(run.status().phase()).isEqualTo(Phase.WAITING);

        RunResult result = run.start().await();

        assertThat(heard.all().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .filter(name -> !name.equals("Remarked")))
                .containsExactly(
                        "Reading",
                        "Reading",
                        "Prepared",
                        "NetworkStarted",
                        "EpochEnded",
                        "EpochEnded",
                        "EpochEnded",
                        "Scoring",
                        "Saved",
                        "Saved",
                        "Finished");
        List<EpochEnded> epochs = heard.all(EpochEnded.class);
        assertThat(epochs).extracting(epoch -> epoch.report().epoch()).containsExactly(1, 2, 3);
        assertThat(epochs).extracting(epoch -> epoch.progress().share()).isSorted();
        assertThat(epochs).allSatisfy(epoch -> {
            assertThat(epoch.gradients())
                    .extracting(RunEvent.LayerGradient::layer)
                    .containsExactly(1, 2);
            assertThat(epoch.gradients())
                    .allSatisfy(layer -> assertThat(layer.rootMeanSquare()).isPositive());
        });
        assertThat(epochs)
                .extracting(EpochEnded::score)
                .allSatisfy(score -> assertThat(score).as("accuracy").isBetween(0.0, 1.0));
        assertThat(epochs.getFirst().health())
                .hasValueSatisfying(health -> assertThat(health.layers()).hasSize(1));
        FinishedRun finished = (FinishedRun) result;
        assertThat(finished.result().results().getFirst().history())
                .isEqualTo(epochs.stream().map(EpochEnded::report).toList());
        assertThat(TableFiles.read(predictions.toString()).rows()).isEqualTo(344);
        assertThat(RecordedRequest.of(ModelFile.read(model), "it").orElseThrow().toJson())
                .isEqualTo(request(3).recorded().toJson());
        assertThat(run.status().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.status().progress().share()).isEqualTo(1);
        assertThat(run.status().lastEpoch()).contains(epochs.getLast().report());
    }

    /// It holds up nobody: neither the training nor another listener.
    @Test
    void aListenerThatSleepsHearsTheLastEpochAndEverythingElse() throws InterruptedException {
        CountDownLatch waking = new CountDownLatch(1);
        Heard slow = new Heard();
        Heard quick = new Heard();
        int epochs = 3 * EventQueue.CAPACITY;
        Run run = Run.of(request(epochs)).listen(quick).listen(event -> {
            awaitQuietly(waking);
            slow.accept(event);
        });

        run.start().await();

        assertThat(quick.all()).isNotEmpty();
        waking.countDown();
        List<EpochEnded> heard = slow.all(EpochEnded.class);
        assertThat(heard).hasSizeBetween(EventQueue.CAPACITY / 2, EventQueue.CAPACITY + 1);
        assertThat(heard.getLast().report().epoch()).isEqualTo(epochs);
        assertThat(slow.all().stream().filter(event -> !(event instanceof EpochEnded)))
                .hasSameSizeAs(quick.all().stream()
                        .filter(event -> !(event instanceof EpochEnded))
                        .toList());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aListenerThatFailsIsLeftOut() throws InterruptedException {
        Heard heard = new Heard();
        RunResult result = Run.of(request(2))
                .listen(event -> {
                    throw new IllegalArgumentException("a listener that fails on purpose");
                })
                .listen(heard)
                .start()
                .await();

        assertThat(result).isInstanceOf(FinishedRun.class);
        assertThat(heard.all(EpochEnded.class)).hasSize(2);
    }

    @Test
    void aCancelledRunKeepsItsBestAndResumesToTheSameBytes() throws Exception {
        Path undisturbed = folder.resolve("undisturbed.onnx");
        Run.of(request(40).model(undisturbed)).start().await();
        Path checkpoints = folder.resolve("run");
        Path model = folder.resolve("model.onnx");
        Run run = Run.of(request(40).model(model).checkpoints(Checkpoints.in(checkpoints)));
        CountDownLatch cancelled = new CountDownLatch(1);
        run.listen(event -> {
            if (event instanceof EpochEnded) {
                run.cancel();
                cancelled.countDown();
            }
        });

        RunResult result = run.start().await();

        assertThat(cancelled.await(1, TimeUnit.MINUTES)).isTrue();
        if (result instanceof CancelledRun early) { // a quick machine may be done before it hears of it
            assertThat(early.model()).contains(model);
            assertThat(ModelFile.read(model).model().record().settings()).containsKey("interrupted");
        }
        TrainingRequest resumed = TrainingRequest.resumed(checkpoints);
        assertThat(resumed.recorded().toJson()).isEqualTo(request(40).recorded().toJson());
        Run.of(resumed.table(PENGUINS).model(model)).start().await();
        assertThat(model).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void aRunOfManyEpochsIsCancelled() throws InterruptedException {
        Path model = folder.resolve("so-far.onnx");
        Path checkpoints = folder.resolve("many");
        Run run = Run.of(request(1_000_000).model(model).checkpoints(Checkpoints.in(checkpoints)));
        run.listen(event -> {
            if (event instanceof EpochEnded) {
                run.cancel();
            }
        });

        CancelledRun early = (CancelledRun) run.start().await();

        assertThat(early.place()).startsWith("in epoch ").endsWith(" of 1000000");
        assertThat(early.bestEpoch()).isPresent();
        assertThat(early.model()).contains(model);
        assertThat(early.checkpoints()).contains(checkpoints);
        assertThat(run.status().progress().share()).isLessThan(1);
    }

    /// The model is saved by then, with its scores.
    @Test
    void aPipeWithoutAReaderHoldsUpNobody() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        Path model = folder.resolve("whole.onnx");
        Process made = new ProcessBuilder("sh", "-c", "mkfifo '%s'".formatted(pipe)).start();
        Assumptions.assumeTrue(made.waitFor(5, TimeUnit.MINUTES) && made.exitValue() == 0, "pipes may be made");
        Run run = Run.of(request(2).model(model).predictions(pipe.toString()));
        run.listen(event -> {
            if (event instanceof RunEvent.Saved) {
                run.cancel();
            }
        });

        CancelledRun early = (CancelledRun) run.start().await();

        assertThat(early.place()).isEqualTo("while predictions were written");
        assertThat(early.model()).contains(model);
        assertThat(ModelFile.read(model).model().record().scores()).isNotEmpty();
    }

    @Test
    void whoComesLateHearsTheLastEvent() throws InterruptedException {
        Run run = Run.of(request(1));
        run.start().await();
        Heard late = new Heard();
        run.listen(late);

        assertThat(late.all()).singleElement().isInstanceOf(RunEvent.Finished.class);
    }

    /// Columns that are not read, and columns that are read and are no inputs: the hash of the table
    /// tells them apart.
    @Test
    void aRunInJavaIsVerified() throws InterruptedException {
        Path model = folder.resolve("ignoring.onnx");
        TrainingRequest request = request(2);
        Run.of(request.estimator(request.estimator().ignoring(Set.of("island"))).model(model))
                .start()
                .await();

        assertThat(Verification.of(model, TableSource.of(PENGUINS), Optional.empty(), Optional.empty())
                        .sentence())
                .endsWith("byte for byte");
    }

    @Test
    void aRecordThatNamesFilesIsRefused() {
        FitResult fitted = request(1).estimator().fit(TableFiles.read(PENGUINS));
        Path model = folder.resolve("tampered.onnx");
        String request = request(1).recorded().predictions("precious.csv").toJsonLine();
        new ModelFile(fitted.model(), Provenance.ofThisVersion(Optional.of(request))).write(model);

        assertThatThrownBy(() -> RecordedRequest.of(ModelFile.read(model), "it"))
                .isInstanceOf(DataException.class)
                .hasMessage("it has names of files or of outputs in its record, which are never written there;"
                        + " it was changed");
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsTrainsNothing() throws InterruptedException {
        Path model = folder.resolve("none.onnx");
        Run run = Run.of(request(1_000_000).model(model));
        run.cancel();

        assertThat(run.start().await()).isInstanceOf(CancelledRun.class);
        assertThat(run.status().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(Files.exists(model)).isFalse();
    }

    @Test
    void aTableThatIsNotThereFailsTheRun() throws InterruptedException {
        Heard heard = new Heard();
        Run run = Run.of(request(3).table("no-such-table.csv")).listen(heard).start();

        assertThatThrownBy(run::await)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no file \"no-such-table.csv\"");
        assertThat(heard.all(RunEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.sentence()).contains("no-such-table.csv"));
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() {
        assertThatThrownBy(() ->
                        Run.of(request(3).model(Path.of(PENGUINS))).start().await())
                .isInstanceOf(DataException.class);
        assertThat(Path.of(PENGUINS)).content().startsWith("species,");
    }

    @Test
    void aPlanIsMadeWithoutTraining() {
        FitPlan plan = Run.plan(request(3).model(folder.resolve("never.onnx")));

        assertThat(plan.columns().used()).contains("bill_length_mm");
        assertThat(folder).isEmptyDirectory();
    }
}
