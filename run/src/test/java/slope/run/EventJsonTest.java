package slope.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.Recipe;
import slope.run.RunEvent.Progress;
import slope.table.DataException;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.Recovery;
import tools.jackson.jr.ob.JSON;

/// Events as the schema in the documentation describes them.
class EventJsonTest {
    private static final Progress HALF = new Progress(0.5, Optional.of(Duration.ofMillis(1500)));

    private static Map<String, Object> checked(RunEvent event) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/reference/run-event.schema.json")));
        String json = EventJson.of(event);
        assertThat(json).doesNotContain("\n");
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        return JSON.std.mapFrom(json);
    }

    @Test
    void everyEventOfATrainingIsAsTheSchemaSays() throws Exception {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch finished = new CountDownLatch(1);
        Run.of(TrainingRequest.of(
                        "../examples/penguins.csv",
                        Slope.predict("species").recipe(Recipe.plain().epochs(2))))
                .listen(event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Finished) {
                        finished.countDown();
                    }
                })
                .start()
                .await();
        assertThat(finished.await(5, TimeUnit.MINUTES)).isTrue();

        Set<Object> names = new TreeSet<>();
        for (RunEvent event : events) {
            names.add(checked(event).get("event"));
        }
        assertThat(names).contains("reading", "prepared", "network-started", "epoch-ended", "scoring", "finished");
    }

    @Test
    void rareEventsAreToo() throws Exception {
        assertThat(checked(new RunEvent.Recovered(HALF, 2, new Recovery(3, 4, 1, 0.25), "it diverged")))
                .isEqualTo(event(
                        "recovered",
                        Map.of("network", 2, "epoch", 3, "batch", 4, "backTo", 1, "rateMultiplier", 0.25)));
        assertThat(checked(new RunEvent.Remarked(HALF, RunEvent.Subject.CHECKPOINTS, "a sentence")))
                .isEqualTo(event("remarked", Map.of("subject", "checkpoints")));
        assertThat(checked(new RunEvent.Saved(HALF, Path.of("model.onnx"), OptionalInt.of(275))))
                .isEqualTo(event("saved", Map.of("file", "model.onnx", "comparedRows", 275)));
        assertThat(checked(new RunEvent.Saved(HALF, Path.of("rows.csv"), OptionalInt.empty())))
                .isEqualTo(event("saved", Map.of("file", "rows.csv")));
        CancelledRun cancelled =
                new CancelledRun("in epoch 2 of 3", OptionalInt.of(1), Optional.empty(), Optional.empty());
        assertThat(checked(new RunEvent.Cancelled(HALF, new RunStatus.Place(1, 1, 2, 3, false), cancelled)))
                .isEqualTo(event(
                        "cancelled", Map.of("network", 1, "networks", 1, "epoch", 2, "bestEpoch", 1, "trial", false)));
        assertThat(checked(new RunEvent.Failed(HALF, new DataException("there is no file"))))
                .isEqualTo(event("failed", Map.of("cause", "data")));
        assertThat(checked(new RunEvent.Failed(HALF, DivergedException.inIteration(3, 1, 1))))
                .isEqualTo(event("failed", Map.of("cause", "divergence", "epoch", 3, "batch", 1)));
    }

    @Test
    void whatThereIsNotHasNoKey() throws Exception {
        EpochReport report =
                new EpochReport(1, new EpochReport.Losses(Double.NaN, Double.POSITIVE_INFINITY, 1), 0.1, 0.2, true);

        assertThat(checked(new RunEvent.EpochEnded(Progress.NONE, 1, report, Double.NaN, Optional.empty(), List.of())))
                .containsEntry("trainingLoss", null)
                .containsEntry("validationLoss", null)
                .doesNotContainKeys("score", "health", "timeLeftSeconds")
                .satisfies(json -> assertThat(json.keySet()).startsWith("event", "version", "progress", "network"));
    }

    private static Map<String, Object> event(String name, Map<String, Object> facts) {
        Map<String, Object> event = new LinkedHashMap<>(facts);
        event.put("event", name);
        event.put("version", 1);
        event.put("progress", 0.5);
        event.put("timeLeftSeconds", 1.5);
        return event;
    }
}
