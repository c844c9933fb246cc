package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;

/// What a person reads who brings something that cannot be used: one sentence, exit code 2.
class BadInputTest {
    private static final String GOOD = """
        width,color,size
        1,red,large
        2,blue,small
        3,red,large
        4,blue,small
        5,red,large
        6,blue,small
        """;

    @TempDir
    private Path folder;

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("an empty file", "", "FILE"),
                Arguments.of("a header alone", "width,color,size\n", "FILE"),
                Arguments.of("the target alone", "size\n" + "large\nsmall\n".repeat(9), "\"size\" is the only one"),
                Arguments.of("one class", GOOD.replace("small", "large"), "\"size\" has one value only, \"large\""),
                Arguments.of("a ragged line", GOOD.replace("3,red,large", "3,red"), "FILE:4"),
                Arguments.of("a long line", GOOD.replace("3,red,large", "3,red,large,9"), "FILE:4"),
                Arguments.of("an open quote", GOOD.replace("3,red,large", "3,\"red,large"), "FILE:4"),
                Arguments.of("text among numbers", GOOD.replace("4,", "n/a,"), "FILE:5: column \"width\" has \"n/a\""),
                Arguments.of("an infinite number", GOOD.replace("4,", "inf,"), "FILE:5: column \"width\""),
                Arguments.of("a number beyond doubles", GOOD.replace("4,", "1e999,"), "FILE:5: column \"width\""),
                Arguments.of("constants alone", "a,size\n1,x\n1,y\n1,x\n1,y\n1,x\n1,y\n", "\"a\" has one value only"),
                Arguments.of("two rows", "a,size\n1,x\n2,y\n", "\"size\""),
                Arguments.of("a target without values", "a,size\n1,\n2,\n3,\n", "\"size\" has no value"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileGetsOneSentence(String what, String content, String wanted) throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), content);

        Ran ran = Ran.slope("train", file.toString(), "--target", "size");

        assertRefused(ran, wanted.replace("FILE", file.toString()));
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                Arguments.of("--hidden 0", "a hidden layer needs at least 1 unit, not 0"),
                Arguments.of("--hidden 8,-3", "a hidden layer needs at least 1 unit, not -3"),
                Arguments.of("--hidden many", "--hidden has \"many\"; a whole number up to 2147483647 was expected"),
                Arguments.of("--learning-rate 0", "the learning rate must be above 0 and finite, not 0.0"),
                Arguments.of("--learning-rate NaN", "the learning rate must be above 0 and finite, not NaN"),
                Arguments.of("--batch 0", "a batch needs at least 1 row, not 0"),
                Arguments.of("--epochs 0", "training needs at least 1 epoch, not 0"),
                Arguments.of("--validation 1", "the validation share must be above 0 and below 1, not 1.0"),
                Arguments.of("--activation relo", "--activation has \"relo\"; did you mean relu?"),
                Arguments.of("--optimizer newton", "--optimizer has \"newton\"; it can be adam,"),
                Arguments.of("--ignore colour", "did you mean \"color\"?"),
                Arguments.of("--categorical colour", "did you mean \"color\"?"),
                Arguments.of(
                        "--task guess", "--task has \"guess\"; it can be binary, multiclass, multilabel, regression"),
                Arguments.of(
                        "--task regression", "column \"size\" holds text (\"large\" in row 1); numbers were expected"),
                Arguments.of(
                        "--task count", "column \"size\" has text (\"large\" in row 1) where training had numbers"),
                Arguments.of(
                        "--task quantile",
                        "quantile regression needs the quantiles to predict, such as 0.1, 0.5 and 0.9"),
                Arguments.of(
                        "--target width --task binary",
                        "\"width\" has 6 different values; binary classification needs two"),
                Arguments.of(
                        "--target width --quantiles 0.9,0.1", "quantile levels must be above 0, below 1 and ascending"),
                Arguments.of(
                        "--quantiles 0.5 --task binary",
                        "quantiles are for quantile regression, not for binary classification"),
                Arguments.of("--target color --exposure sise", "there is no column \"sise\"; did you mean \"size\"?"),
                Arguments.of("--metric best", "--metric has \"best\"; it can be accuracy, balanced-accuracy, log-loss"),
                Arguments.of(
                        "--metric rmse",
                        "binary classification cannot be scored by rmse; its metrics are log-loss, accuracy,"
                                + " balanced-accuracy"),
                Arguments.of("--weight color", "column \"color\" has \"red\" in row 1; a weight is a number from 0 on"),
                Arguments.of("--weight wide", "there is no column \"wide\"; did you mean \"width\"?"),
                Arguments.of("--group wide", "there is no column \"wide\"; did you mean \"width\"?"),
                Arguments.of("--time wide", "there is no column \"wide\"; did you mean \"width\"?"),
                Arguments.of("--group color --time width", "by group or by time, not by both; choose one"),
                Arguments.of("--folds 0", "at least 1 fold is needed, not 0"),
                Arguments.of("--folds 3 --time width", "folds would score the past by the future"),
                Arguments.of("--folds 7", "6 rows cannot be shared among 7 folds so that each has some"),
                Arguments.of("--class-weights none.csv", "none.csv"),
                Arguments.of("--recipe finest", "--recipe has \"finest\"; it can be tuned, ensemble, plain"),
                Arguments.of("--loss median", "--loss has \"median\"; it can be squared, mae, huber"),
                Arguments.of(
                        "--loss mae",
                        "the recipe tuned has no setting loss for binary classification (leave out --loss)"),
                Arguments.of("--recipe plain --dropout 0.1", "the recipe plain has no setting dropout"),
                Arguments.of(
                        "--recipe plain --optimizer lbfgs --batch 32",
                        "the optimizer lbfgs has no setting batch for binary classification (leave out --batch)"),
                Arguments.of(
                        "--recipe plain --optimizer lbfgs --learning-rate 1",
                        "the optimizer lbfgs has no setting learning-rate"),
                Arguments.of(
                        "--optimizer lbfgs",
                        "the optimizer lbfgs sees all rows in each step, and the dropout and the schedules of the"
                                + " recipe tuned need batches (take --recipe plain)"),
                Arguments.of(
                        "--recipe plain --residual --hidden 8,4",
                        "residual blocks need at least 2 hidden layers of one width, such as 64,64, not 8,4 (leave out"
                                + " --residual)"),
                Arguments.of(
                        "--norm layer",
                        "the recipe tuned has no setting norm for binary classification (take --recipe plain)"),
                Arguments.of("--recipe plain --norm batch", "--norm has \"batch\"; it can be none, layer"),
                Arguments.of("--recipe ensemble --optimizer lbfgs", "(take --recipe plain)"),
                Arguments.of("--dropout 1", "dropout must be from 0 to below 1, not 1.0"),
                Arguments.of("--recipe ensemble --members 0", "an ensemble needs at least 1 member, not 0"),
                Arguments.of(
                        "--time-limit soon",
                        "--time-limit has \"soon\"; a length of time such as 90s, 5m or 1h30m was expected"),
                Arguments.of("--time-limit 0s", "the time limit must be longer than 0 s"),
                Arguments.of("--folds 2 --refit", "choose one of them"),
                Arguments.of("--patience 0", "patience must be at least 1 epoch, not 0"),
                Arguments.of("--test none.csv", "none.csv"),
                Arguments.of("--nonsense", "slope train has no option --nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOptions")
    void aBadOptionGetsOneSentence(String options, String wanted) throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD);
        List<String> arguments = new ArrayList<>(List.of("train", file.toString()));
        if (!options.contains("--target")) {
            arguments.addAll(List.of("--target", "size"));
        }
        arguments.addAll(List.of(options.split(" ")));

        assertRefused(Ran.slope(arguments.toArray(String[]::new)), wanted);
    }

    @Test
    void anUnknownTargetGetsTheNearestName() throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD);

        assertRefused(
                Ran.slope("train", file.toString(), "--target", "sise"),
                "there is no column \"sise\"; did you mean \"size\"?");
    }

    @Test
    void aMissingFileGetsTheNearestName() throws IOException {
        Files.writeString(folder.resolve("boxes.csv"), GOOD);

        assertRefused(Ran.slope("train", folder.resolve("boxen.csv").toString(), "--target", "size"), "boxes.csv");
    }

    @Test
    void aTargetThatIsIgnoredIsNotThere() throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD);

        assertRefused(
                Ran.slope("train", file.toString(), "--target", "size", "--ignore", "size"),
                "\"size\" is ignored, and it is the target (leave it out of --ignore)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep", "--group", "--time", "--weight", "--exposure", "--day-first", "--month-first"})
    void aColumnThatIsIgnoredIsUsedByNoOtherOption(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD);

        assertRefused(
                Ran.slope("train", file.toString(), "--target", "size", option, "width", "--ignore", "color,width"),
                "\"width\" is ignored, and it is ");
    }

    @Test
    void noTargetIsAskedFor() {
        assertRefused(Ran.slope("train", "boxes.csv"), "slope train needs --target COLUMN");
    }

    @Test
    void rowsWithoutTargetAreCounted() throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD + "7,red,\n8,blue,\n");

        Ran ran = Ran.slope("train", file.toString(), "--target", "size", "--validation", "0.34", "--epochs", "1");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("2 without a value in \"size\" left out");
    }

    @Test
    void aConstantColumnIsLeftOutAndSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD.replace("red", "blue"));

        Ran ran = Ran.slope("train", file.toString(), "--target", "size", "--validation", "0.34", "--epochs", "1");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("color (has one value only)");
    }

    @Test
    void trainingThatDivergesSaysWhenAndWhatToTry() throws IOException {
        Path predictions = folder.resolve("predictions.csv");
        Ran ran = Ran.slope(
                "train",
                "../examples/penguins.csv",
                "--target",
                "body_mass_g",
                "--recipe",
                "plain",
                "--optimizer",
                "sgd",
                "--learning-rate",
                "1e6",
                "--predictions",
                predictions.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(complaint(ran))
                .contains("training diverged in epoch 1, batch ")
                .contains("try a learning rate");
        assertThat(ran.out()).isEmpty();
        assertThat(predictions).doesNotExist();
    }

    @Test
    void predictionsThatCannotBeWrittenLeaveNothingBehind() throws IOException {
        Path missing = folder.resolve("no-such-folder").resolve("predictions.csv");
        Path file = Files.writeString(folder.resolve("boxes.csv"), GOOD);

        Ran ran = Ran.slope(
                "train",
                file.toString(),
                "--target",
                "size",
                "--validation",
                "0.34",
                "--epochs",
                "1",
                "--predictions",
                missing.toString());

        assertRefused(ran, "there is no folder"); // before it trains, so nothing but the complaint is told
        assertThat(folder.toFile().list()).containsExactly("boxes.csv");
    }

    private static void assertRefused(Ran ran, String wanted) {
        ran.assertRefused(wanted);
        assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
    }

    /// The last line: progress may stand before it.
    private static String complaint(Ran ran) {
        return ran.err().lines().toList().getLast();
    }
}
