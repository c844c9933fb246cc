package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;
import static slope.serve.studio.TestStudio.number;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.report.json.JsonText;
import slope.report.training.TrainingReport;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TrainingRequest;
import tools.jackson.jr.ob.JSON;

/// Trainings of the studio: begun, followed, stopped, found again.
class StudioRunTest {
    private static final String RUN = "/api/runs/1";
    private static final int LONG = 20_000; // epochs, so that a quick machine is still at work when it is told to stop

    @TempDir
    private Path folder;

    @Test
    void aRunTellsWhatTheCommandLineWouldTell() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            Map<String, Object> run = studio.run(TestStudio.request(5));
            assertThat(at(run, "standing", "state")).isEqualTo("finished");
            assertThat(at(run, "subject", "isOpen")).isEqualTo(true);
            assertThat(at(run, "files")).isEqualTo(Map.of("model", true, "training", true, "resumable", false));

            TrainingRequest again = TrainingRequest.parse(TestStudio.request(5), "again")
                    .table(folder.resolve("points.csv").toString());
            FinishedRun alone = (FinishedRun) Run.of(again).start().await();
            Map<String, Object> report = JSON.std.mapFrom(JsonText.of(TrainingReport.of(alone)));
            Map<String, Object> told = studio.get(RUN + "/training");
            assertThat(at(told, "scores")).isEqualTo(at(report, "scores"));
            assertThat(at(told, "settings")).isEqualTo(at(report, "settings"));
            assertThat(number(run, "outcome", "score"))
                    .isEqualTo(number(
                            report, "scores", "validation", "metrics", String.valueOf(at(run, "outcome", "metric"))));
            assertThat(list(studio.get(RUN + "/history"), "epochs", "epoch")).containsExactly(1, 2, 3, 4, 5);
            assertThat(studio.log()).isEmpty();
        }
    }

    /// Twenty thousand messages froze the page; as many epochs are a few messages with arrays.
    @Test
    void manyQuickEpochsAreFewMessagesAndAllOfThemArrive() throws Exception {
        int epochs = 3_000;
        try (TestStudio studio = TestStudio.withPoints(folder);
                EventReader events = studio.events("")) {
            studio.post(201, "/api/runs", patient(epochs));
            List<Object> heard = new ArrayList<>();
            int messages = 0;
            String state = "running";
            while (state.equals("running")) {
                EventReader.Event event = events.next("run");
                messages++;
                assertThat(at(event.json(), "from", "epochs")).isEqualTo(heard.size());
                heard.addAll(list(event.json(), "epochs", "epoch"));
                state = String.valueOf(at(event.json(), "standing", "state"));
            }
            assertThat(state).isEqualTo("finished");
            assertThat(heard).hasSize(epochs).doesNotHaveDuplicates().last().isEqualTo(epochs);
            assertThat(messages).isLessThan(epochs / 2);
        }
    }

    private static String patient(int epochs) {
        return TestStudio.request(epochs).replace("\"epochs\":", "\"patience\": 100000, \"epochs\":");
    }

    /// It may be sent and read between two looks of the stream.
    @Test
    void anotherTableIsToldToThoseWhoShowTheRuns() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder);
                EventReader events = studio.events("")) {
            studio.run(TestStudio.request(1));
            studio.post(202, "/api/data/example", "{\"name\": \"xor\"}");
            Map<String, Object> list = events.next("runs").json();
            while (list(list, "runs").isEmpty()
                    || at(list, "runs", 0, "subject", "isOpen").equals(true)) {
                list = events.next("runs").json();
            }
            assertThat(at(list, "runs", 0, "number")).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatComesAgainHearsWhatItMissed() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            Map<String, Object> first = studio.run(TestStudio.request(20));
            assertThat(at(first, "standing", "state")).isEqualTo("finished");
            String id;
            try (EventReader events = studio.events("")) {
                EventReader.Event all = events.next("run");
                assertThat(list(all.json(), "epochs", "epoch")).hasSize(20);
                id = all.id();
            }
            try (EventReader events = studio.events("1-0-15-2")) {
                EventReader.Event rest = events.next("run");
                assertThat(at(rest.json(), "from", "epochs")).isEqualTo(15);
                assertThat(list(rest.json(), "epochs", "epoch")).containsExactly(16, 17, 18, 19, 20);
                assertThat(rest.id()).isEqualTo(id);
            }
        }
    }

    @Test
    void aTrialTellsTheTimeOfATrainingAndLeavesNothingBehind() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            Map<String, Object> quick = studio.post(200, "/api/estimate", TestStudio.request(1));
            assertThat(quick).containsEntry("isWhole", true);
            assertThat(quick.get("seconds")).isEqualTo(quick.get("trialSeconds"));
            Map<String, Object> endless =
                    studio.post(200, "/api/estimate", patient(1_000_000_000).replace("100000,", "1000000000,"));
            assertThat(endless).containsEntry("isWhole", false);
            assertThat(number(endless, "trialSeconds")).isPositive();
            if (endless.containsKey("seconds")) {
                assertThat(number(endless, "seconds")).isGreaterThan(number(endless, "trialSeconds"));
            }
            assertThat(list(studio.get("/api/runs"), "runs")).isEmpty();
            assertThat(at(studio.run(TestStudio.request(1)), "standing", "state"))
                    .as("a trial is in nobody's way")
                    .isEqualTo("finished");
        }
    }

    @Test
    void aSecondRunWaitsItsTurnAndARunThatStopsKeepsItsBestModel() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder);
                EventReader events = studio.events("")) {
            studio.post(201, "/api/runs", patient(1_000_000));
            assertThat(studio.ask("POST", "/api/runs", TestStudio.request(1)).body())
                    .contains("run 1 is at work");
            assertThat(studio.ask("DELETE", RUN, "").statusCode()).isEqualTo(409);
            while (list(events.next("run").json(), "epochs", "epoch").isEmpty()) {
                assertThat(at(studio.get(RUN), "standing", "state")).isEqualTo("running");
            }
            studio.post(202, RUN + "/stop", "");
            Map<String, Object> run = studio.awaitEnd(1);
            assertThat(at(run, "standing", "state")).isEqualTo("cancelled");
            assertThat(at(run, "files", "model")).isEqualTo(true);
            assertThat(at(run, "files", "resumable")).isEqualTo(true);
            assertThat(studio.ask("POST", RUN + "/stop", "").statusCode()).isEqualTo(409);
        }
    }

    @Test
    void aRunWhoseProcessDiedIsFoundAndEndsWithTheBitsOfOneThatLived() throws Exception {
        String request = patient(LONG);
        byte[] undisturbed;
        try (TestStudio studio = TestStudio.withPoints(folder.resolve("undisturbed"))) {
            assertThat(at(studio.run(request), "standing", "state")).isEqualTo("finished");
            undisturbed = Files.readAllBytes(folder.resolve("undisturbed/runs/run-1/model.onnx"));
        }
        Path runs = folder.resolve("died/runs");
        try (TestStudio studio = TestStudio.withPoints(folder.resolve("died"));
                EventReader events = studio.events("")) {
            studio.post(201, "/api/runs", request);
            while (list(events.next("run").json(), "epochs", "epoch").isEmpty()) {
                assertThat(runs.resolve("run-1/request.json")).exists();
            }
            studio.post(202, RUN + "/pause", "");
            Map<String, Object> paused = studio.awaitEnd(1);
            assertThat(at(paused, "standing", "state")).isEqualTo("paused");
            assertThat(at(paused, "files", "resumable")).isEqualTo(true);
        }
        // What a process that dies has not written, and half of its last line.
        Files.delete(runs.resolve("run-1/outcome.json"));
        String events = Files.readString(runs.resolve("run-1/events.jsonl"));
        Files.writeString(runs.resolve("run-1/events.jsonl"), events.substring(0, events.length() - 20));

        try (TestStudio studio = TestStudio.withPoints(folder.resolve("died"))) {
            assertThat(at(studio.get(RUN), "standing", "state")).isEqualTo("interrupted");
            studio.post(202, RUN + "/resume", "");
            Map<String, Object> run = studio.awaitEnd(1);
            assertThat(at(run, "standing", "state")).as("%s", run).isEqualTo("finished");
            List<Object> epochs = list(studio.get(RUN + "/history"), "epochs", "epoch");
            assertThat(epochs).hasSize(LONG).doesNotHaveDuplicates();
            assertThat(studio.ask("POST", RUN + "/resume", "").statusCode()).isEqualTo(409);
        }
        assertThat(Files.readAllBytes(runs.resolve("run-1/model.onnx"))).isEqualTo(undisturbed);
    }

    @Test
    void aRunAtWorkIsPausedWhenTheStudioEnds() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder);
                EventReader events = studio.events("")) {
            studio.post(201, "/api/runs", patient(1_000_000));
            while (list(events.next("run").json(), "epochs", "epoch").isEmpty()) {
                assertThat(at(studio.get(RUN), "standing", "state")).isEqualTo("running");
            }
        }
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            Map<String, Object> run = studio.get(RUN);
            assertThat(at(run, "standing", "state"))
                    .as("the studio waits half a second, which may be too short")
                    .isIn("paused", "interrupted");
            assertThat(at(run, "files", "resumable")).isEqualTo(true);
            assertThat(studio.ask("POST", RUN + "/pause", "").statusCode()).isEqualTo(409);
        }
    }

    @Test
    void twoRunsAreComparedByScoresWithIntervalsAndOnTheTestRowsThatTheyShare() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            studio.run(TestStudio.request(2));
            studio.run(TestStudio.request(4));
            studio.run(TestStudio.request(2).replace("0.25", "0.5"));
            Map<String, Object> compared = studio.get("/api/runs/compare?first=1&second=2");
            assertThat(at(compared, "settings", 0, "name")).isEqualTo("recipe.settings.epochs");
            Map<String, Object> training = studio.get("/api/runs/2/training");
            List<Object> scores = list(compared, "scores");
            assertThat(scores).isNotEmpty().allSatisfy(score -> {
                Object part = at(score, "part");
                Object metric = at(score, "metric");
                assertThat(at(score, "second", "value")).isEqualTo(at(training, "scores", part, "metrics", metric));
                assertThat(((Map<?, ?>) at(score, "second")).get("interval"))
                        .isEqualTo(((Map<?, ?>) at(training, "scores", "beside", part, "metrics")).get(metric));
            });
            Map<String, Object> models = studio.get("/api/runs/compare/models?first=1&second=2");
            assertThat(at(models, "rows", "rows")).isEqualTo(15);
            assertThat(((Map<?, ?>) at(models, "scores", "intervals", "metrics")))
                    .isNotEmpty();
            assertThat(studio.ask("GET", "/api/runs/compare/models?first=1&second=3", "")
                            .body())
                    .contains("do not share their test rows");
        }
    }

    @Test
    void aDeletedRunIsRestoredUntilTheStudioEnds() throws Exception {
        Path run = folder.resolve("runs/run-1");
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            assertThat(at(studio.run(TestStudio.request(2)), "standing", "state"))
                    .isEqualTo("finished");
            assertThat(TestStudio.json(200, studio.ask("DELETE", RUN, ""))).containsEntry("deleted", List.of(1));
            assertThat(studio.ask("GET", RUN, "").statusCode()).isEqualTo(404);
            assertThat(list(studio.post(200, RUN + "/restore", ""), "runs")).hasSize(1);
            assertThat(studio.ask("POST", RUN + "/restore", "").statusCode()).isEqualTo(404);
            assertThat(studio.ask("DELETE", RUN, "").statusCode()).isEqualTo(200);
            assertThat(run).exists();
        }
        assertThat(run).doesNotExist();
    }

    @Test
    void aRunThatFailsSaysWhy() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            Map<String, Object> run = studio.run(
                    "{\"target\": {\"columns\": [\"x\"]}, \"rows\": {\"folds\": 1}, \"recipe\": {\"name\": \"plain\","
                            + " \"settings\": {\"hidden\": [4], \"optimizer\": \"sgd\", \"learning-rate\": 1e30}}}");
            assertThat(at(run, "standing", "state")).isEqualTo("failed");
            assertThat(at(run, "failure", "cause")).isEqualTo("divergence");
            assertThat(at(run, "failure", "divergence", "epoch")).isEqualTo(1);
            assertThat(String.valueOf(at(run, "failure", "error"))).contains("learning rate");
            Map<String, Object> last = studio.get(RUN + "/diverged/update?epoch=1&step=2");
            assertThat(at(last, "place", "step"))
                    .as("the second batch has no update")
                    .isEqualTo(1);
            assertThat(number(last, "parameters", "moves", 0, "change", "total"))
                    .matches(change -> Math.abs(change) > 1e20);
            Object block = at(last, "parameters", "moves", 0, "at", "block", "layer");
            assertThat(studio.get(RUN + "/diverged/update/shares?epoch=1&step=1&input=1&unit=1&layer=" + block))
                    .containsKey("shares");
            HttpResponse<String> none = studio.ask("GET", RUN + "/evaluation", "");
            assertThat(none.statusCode()).isEqualTo(409);
            assertThat(none.body()).contains("has saved no model");
        }
    }

    @Test
    void aDamagedRunIsLeftOutAndSaid() throws Exception {
        Path damaged = Files.createDirectories(folder.resolve("runs/run-4"));
        Files.writeString(damaged.resolve("request.json"), "{");
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            assertThat(list(studio.get("/api/runs"), "runs")).isEmpty();
            assertThat(studio.log()).singleElement().asString().contains("run-4 is left out");
            assertThat(studio.run(TestStudio.request(1))).containsEntry("number", 1);
        }
    }
}
