package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// A model reads 1/2/2011 as its training did, whatever the other rows are.
class DateOrderTest {
    @TempDir
    private Path folder;

    private static String monthFirst(int day) {
        return day / 28 % 12 + 1 + "/" + (day % 28 + 1) + "/2011";
    }

    private static String dayFirst(int day) {
        return day % 12 + 1 + "/" + (day / 12 % 12 + 1) + "/2011"; // which may as well be the month
    }

    private String train(IntFunction<String> dates, String... more) throws IOException {
        StringBuilder rows = new StringBuilder("day,answer\n");
        for (int day = 0; day < 120; day++) {
            rows.append(dates.apply(day)).append(',').append(day * day).append('\n');
        }
        Path table = folder.resolve("train.csv");
        Files.writeString(table, rows);
        String model = folder.resolve("model.onnx").toString();
        List<String> words = new ArrayList<>(List.of("train", table.toString(), "--target", "answer", "--out", model));
        words.addAll(List.of("--recipe", "plain", "--epochs", "3"));
        words.addAll(List.of(more));
        Ran ran = Ran.slope(words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }

    private String predicted(String day, String... more) throws IOException {
        return ran("predict", day, more).out().lines().toList().getLast();
    }

    private Ran ran(String command, String day, String... more) throws IOException {
        Path rows = folder.resolve("rows.csv");
        Files.writeString(rows, "day,answer\n" + day + ",1\n");
        List<String> words = new ArrayList<>(List.of(command, folder + "/model.onnx", rows.toString()));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }

    @Test
    void aRowByItselfIsReadAsItsTrainingWas() throws IOException {
        train(DateOrderTest::monthFirst);
        assertThat(predicted("1/2/2011")).isEqualTo(predicted("2011-01-02")).isNotEqualTo(predicted("2011-02-01"));
        assertThat(predicted("1/2/2011", "--day-first", "day")).isEqualTo(predicted("2011-02-01"));
        assertThat(ran("evaluate", "1/2/2011").out())
                .isEqualTo(ran("evaluate", "2011-01-02").out())
                .isNotEqualTo(ran("evaluate", "2011-02-01").out());
        assertThat(ran("trace", "1/2/2011", "--row", "1").out()).contains("2011-01-02");
    }

    @Test
    void whatCannotBeSuchADateIsRefused() throws IOException {
        train(DateOrderTest::monthFirst);
        ran("predict", "31/1/2011")
                .assertRefused("rows.csv:2: column \"day\" has \"31/1/2011\"; a date with the month first, such as"
                        + " 1/31/2011, was expected");
        ran("predict", "1/2/2011", "--day-first", "dya").assertRefused("did you mean \"day\"?");
        ran("predict", "1/2/2011", "--day-first", "day", "--month-first", "day")
                .assertRefused("--day-first and --month-first both name \"day\"");
    }

    @Test
    void ofDatesThatBeginWithTheYearNoOtherOrderFollows() throws IOException {
        train(day -> "2011-02-%02d".formatted(day % 28 + 1));
        ran("predict", "1/2/2011").assertRefused("a date such as 2011-01-31 was expected");
        assertThat(predicted("1/2/2011", "--month-first", "day")).isEqualTo(predicted("2011-01-02"));
    }

    @Test
    void whoeverTrainsSettlesWhatNoCellTells() throws IOException {
        assertThat(train(DateOrderTest::dayFirst)).contains("no cell tells which comes first");
        String asDayFirst = predicted("2011-01-02");
        assertThat(train(DateOrderTest::dayFirst, "--day-first", "day")).doesNotContain("no cell tells");
        assertThat(predicted("2011-01-02")).isEqualTo(asDayFirst);
        train(DateOrderTest::dayFirst, "--month-first", "day");
        assertThat(predicted("2011-01-02")).isNotEqualTo(asDayFirst).isEqualTo(predicted("1/2/2011"));
        Ran verified = Ran.slope("verify", folder + "/model.onnx", "--data", folder + "/train.csv");
        assertThat(verified.exitCode()).as(verified.out()).isZero();
    }
}
