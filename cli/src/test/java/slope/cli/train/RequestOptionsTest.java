package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.cli.Penguins;
import slope.cli.Ran;
import slope.fit.FitResult;
import slope.onnx.Models;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.run.TrainingRequest;
import slope.tables.TableFiles;
import tools.jackson.jr.ob.JSON;

/// A training as JSON, as that of a saved model, and as lines of events.
class RequestOptionsTest {
    @TempDir
    private Path folder;

    private static Ran train(String... words) {
        return Ran.slope(Stream.concat(Stream.of("train"), Stream.of(words)).toArray(String[]::new));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path model(String name, String... words) {
        Path model = file(name);
        Ran ran = train(Stream.concat(Stream.of(words), Stream.of("--out", model.toString()))
                .toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return model;
    }

    @Test
    void whatACommandLineMeansTrainsToTheSameBytes() throws IOException {
        String[] words = {
            Penguins.FILE,
            "--target",
            "species",
            "--recipe",
            "plain",
            "--hidden",
            "8,4",
            "--epochs",
            "3",
            "--folds",
            "2",
            "--ignore",
            "island",
            "--missing",
            "n/a",
            "--keep",
            "sex",
            "--metric",
            "log-loss",
            "--seed",
            "5",
            "--class-weights",
            "balanced",
            "--validation",
            "0.25",
            "--recover",
            "--optimizer",
            "nesterov"
        };
        Ran printed = train(
                Stream.concat(Stream.of(words), Stream.of("--print-request")).toArray(String[]::new));
        assertThat(printed.exitCode()).as(printed.err()).isZero();
        Path request = Files.writeString(file("request.json"), printed.out());

        assertThat(model("of-request.onnx", "--request", request.toString()))
                .hasSameBinaryContentAs(model("of-options.onnx", words));
        assertThat(train("--request", request.toString(), "--print-request").out())
                .isEqualTo(printed.out());
    }

    @Test
    void optionsGoBeforeTheRequest() throws IOException {
        Path file = file("request.json");
        Files.writeString(
                file,
                TrainingRequest.of(
                                "elsewhere.csv",
                                Slope.predict("species")
                                        .recipe(Recipe.plain().epochs(30).with(Setting.PATIENCE, 3)))
                        .toJson());

        TrainingRequest asked = TrainingRequest.parse(
                train(
                                "--request",
                                file.toString(),
                                Penguins.FILE,
                                "--epochs",
                                "2",
                                "--target",
                                "island",
                                "--refit=false",
                                "--print-request")
                        .out(),
                "printed");

        assertThat(asked.table().location()).isEqualTo(Penguins.FILE);
        assertThat(asked.estimator().target().columns()).containsExactly("island");
        assertThat(asked.estimator().recipe().chosen(Setting.EPOCHS)).contains(2);
        assertThat(asked.estimator().recipe().chosen(Setting.PATIENCE)).contains(3);
    }

    /// A switch can be turned off, and a list emptied, which the request has.
    @Test
    void optionsTakeBackWhatTheRequestHas() throws IOException {
        String asked = train(
                        Penguins.FILE,
                        "--target=species",
                        "--refit",
                        "--recover",
                        "--drop-leaks",
                        "--ignore=sex,island",
                        "--missing=n/a",
                        "--print-request")
                .out();
        Path request = Files.writeString(file("request.json"), asked);

        Ran bare = train(
                "--request",
                request.toString(),
                "--refit=false",
                "--recover=false",
                "--drop-leaks=false",
                "--ignore=",
                "--missing=",
                "--print-request");

        assertThat(asked).contains("refit", "recover", "dropLeaks", "island", "n/a");
        assertThat(bare.out())
                .isEqualTo(train(Penguins.FILE, "--target=species", "--print-request")
                        .out());
    }

    @Test
    void aModelIsTrainedLikeAnother() throws IOException {
        String[] words = {"--target", "species", "--recipe", "plain", "--epochs", "2", "--seed", "4", "--ignore", "sex"
        };
        Path old = model(
                "old.onnx",
                Stream.concat(Stream.of(Penguins.FILE), Stream.of(words)).toArray(String[]::new));
        Path newer = file("newer.csv");
        Files.writeString(newer, Files.readString(Path.of(Penguins.FILE)).replace("bill_depth_mm", "beak_depth_mm"));

        Ran ran = train(
                newer.toString(),
                "--like",
                old.toString(),
                "--out",
                file("like.onnx").toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(
                        "slope: unlike the training of %s, it does not use \"bill_depth_mm\", it uses \"beak_depth_mm\" as well"
                                .formatted(old));
        assertThat(file("like.onnx"))
                .hasSameBinaryContentAs(model(
                        "typed.onnx",
                        Stream.concat(Stream.of(newer.toString()), Stream.of(words))
                                .toArray(String[]::new)));
        assertThat(train(Penguins.FILE, "--like", old.toString()).err()).doesNotContain("unlike");
    }

    @Test
    void aModelWithoutARecordIsNoExample() {
        FitResult result =
                Slope.predict("species").recipe(Recipe.plain().epochs(1)).fit(TableFiles.read(Penguins.FILE));
        Path model = file("java.onnx");
        Models.save(result.model(), model);

        train(Penguins.FILE, "--like", model.toString()).assertRefused("has no record of its training");
    }

    @Test
    void eventsAreLinesOfJson() throws IOException {
        Path events = file("events.jsonl");

        Ran ran = train(
                Penguins.FILE,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--epochs",
                "2",
                "--events",
                events.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        List<Object> names = Files.readAllLines(events).stream()
                .map(line -> JSON.std.mapFrom(line).get("event"))
                .toList();
        assertThat(names)
                .contains("reading", "prepared", "network-started", "scoring")
                .endsWith("finished");
        assertThat(names.stream().filter("epoch-ended"::equals)).hasSize(2);
        Ran printed =
                train(Penguins.FILE, "--target", "species", "--recipe", "plain", "--epochs", "1", "--events", "-");
        assertThat(printed.out().lines())
                .allSatisfy(line -> assertThat(JSON.std.mapFrom(line)).containsKey("event"));
        assertThat(printed.err()).contains("validation");
    }

    @Test
    void eventsAreNotWrittenOverWhatIsRead() throws IOException {
        Path table = Files.copy(Path.of(Penguins.FILE), file("table.csv"));
        Path model = model("model.onnx", table.toString(), "--target", "species", "--recipe", "plain", "--epochs", "1");

        for (Path precious : List.of(table, model)) {
            byte[] before = Files.readAllBytes(precious);
            train(table.toString(), "--like", model.toString(), "--events", precious.toString())
                    .assertRefused("would be written over");
            assertThat(precious).hasBinaryContent(before);
        }
        String one = file("one.csv").toString();
        train(table.toString(), "--target", "species", "--events", one, "--predictions", one)
                .assertRefused("is named for two outputs");
    }

    @Test
    void eventsThatCannotBeWrittenAreMissed() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "there is a device that is always full");
        Ran ran = train(
                Penguins.FILE, "--target", "species", "--recipe", "plain", "--epochs", "1", "--events", "/dev/full");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).endsWith("slope: not all events could be written to /dev/full\n");
        assertThat(ran.out()).as("the report").contains("accuracy");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws IOException {
        Path request = Files.writeString(file("r.json"), "{\"target\": {\"columns\": [\"species\"]}}");

        train("--request", request.toString()).assertRefused("the request names no table; name the file to train on");
        train("--request", request.toString(), "--like", "a.onnx").assertRefused("choose one of them");
        train("--request", file("none.json").toString()).assertRefused("none.json");
        train(Penguins.FILE, "--target", "species", "--events", "-", "--json").assertRefused("--events and the result");
        Files.writeString(request, "{\"target\": {\"columns\": [\"species\"]}, \"rows\": {\"fold\": 2}}");
        train("--request", request.toString()).assertRefused("a request has no \"rows.fold\"; did you mean \"folds\"?");
    }
}
