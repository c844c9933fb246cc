package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// A model reads $1,234.50 as its training did, whatever the other rows are.
class NotationTest {
    @TempDir
    private Path folder;

    private Ran train(IntFunction<String> cells, String... more) throws IOException {
        StringBuilder rows = new StringBuilder("price;a;answer\n");
        for (int row = 0; row < 60; row++) {
            rows.append(cells.apply(row))
                    .append(";" + row % 7 + ";")
                    .append(row * row % 50)
                    .append('\n');
        }
        Files.writeString(folder.resolve("train.csv"), rows);
        List<String> words = new ArrayList<>(List.of("train", folder + "/train.csv", "--out", folder + "/model.onnx"));
        words.addAll(List.of("--recipe", "plain", "--epochs", "3"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }

    private static String dollars(int row) {
        return String.format(Locale.ROOT, "$%,.2f", row * 37.5);
    }

    private String predicted(String cell, String... more) throws IOException {
        return ran("predict", cell, more).out().lines().toList().getLast();
    }

    private Ran ran(String command, String cell, String... more) throws IOException {
        Path rows = folder.resolve("rows.csv");
        Files.writeString(rows, "price;a;answer\n" + cell + ";1;1\n");
        List<String> words = new ArrayList<>(List.of(command, folder + "/model.onnx", rows.toString()));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }

    @Test
    void aRowByItselfIsReadAsItsTrainingWas() throws IOException {
        Ran training = train(NotationTest::dollars, "--target", "answer");
        assertThat(training.out()).contains("price is read as numbers written as \"$0.00\" (0)");

        assertThat(predicted("$1,234.50")).isEqualTo(predicted("1234.5")).isNotEqualTo(predicted("$1.23"));
        assertThat(ran("trace", "$1,234.50", "--row", "1").out()).contains("1234.5");
        assertThat(ran("predict", "€5").err())
                .contains("column \"price\" has \"€5\"; a number such as \"$1,234.5\" was expected");
        assertThat(Ran.slope("inspect", folder + "/model.onnx").out()).contains("numbers written as \"$1,234.5\"");
        assertThat(Ran.slope("inspect", folder + "/model.onnx", "--json").out())
                .contains("\"notation\" : \"$1,234.5\"");
        assertThat(Ran.slope("verify", folder + "/model.onnx", "--data", folder + "/train.csv")
                        .out())
                .contains("byte for byte");
    }

    @Test
    void whatLacksItsUnitIsRefused() throws IOException {
        train(row -> row * 7 % 50 + "%", "--target", "answer");
        assertThat(ran("predict", "0.12").err())
                .contains("column \"price\" has \"0.12\"; a number such as \"1234%\" was expected");
    }

    @Test
    void textOfMissingValuesThatNoCellHasIsSaid() throws IOException {
        train(NotationTest::dollars, "--target", "answer", "--missing", "none");
        for (String command : List.of("predict", "evaluate")) {
            assertThat(ran(command, "$5", "--missing", "zz").err())
                    .contains("no cell is \"zz\", which was to be missing")
                    .doesNotContain("\"none\"");
            assertThat(ran(command, "zz", "--missing", "zz").err()).doesNotContain("to be missing");
        }
    }

    @Test
    void moneyIsATargetToo() throws IOException {
        train(NotationTest::dollars, "--target", "price");
        assertThat(ran("evaluate", "$1,234.50").out())
                .isEqualTo(ran("evaluate", "1234.5").out())
                .contains("rmse");
        assertThat(train(NotationTest::dollars, "--target", "price", "--json").out())
                .contains("\"example\" : \"$0.00\"");
    }

    @Test
    void aDecimalCommaIsNoPointForOneRow() throws IOException {
        train(row -> String.format(Locale.GERMANY, "%,.2f €", row * 37.5), "--target", "answer");
        assertThat(predicted("1.234")).isEqualTo(predicted("1234,00 €")).isNotEqualTo(predicted("1,234"));
    }

    @Test
    void plainNumbersStayPlain() throws IOException {
        train(row -> row + ".5", "--target", "answer");
        assertThat(ran("predict", "$5.00").err()).contains("column \"price\" has \"$5.00\"; a number was expected");
        assertThat(ran("evaluate", "$5.00").err()).contains("column \"price\" has \"$5.00\"; a number was expected");
    }

    @Test
    void anOptionSettlesWhatIsOpen() throws IOException {
        IntFunction<String> open = row -> row % 2 == 0 ? "1,200" : "300";
        assertThat(train(open, "--target", "answer").err())
                .contains("train.csv:2: column \"price\" has \"1,200\"; it is not told whether that is 1200 or 1.2 (say"
                        + " which with --thousands ',' or --decimal ','");
        assertThat(train(open, "--target", "answer", "--thousands", ",").out()).contains("\"1,200\" (1200)");
        assertThat(predicted("1,200")).isEqualTo(predicted("1200"));
        assertThat(train(open, "--target", "answer", "--decimal", ",").out()).contains("\"1,200\" (1.2)");
        assertThat(predicted("1,200")).isEqualTo(predicted("1,2")).isNotEqualTo(predicted("1200"));
        assertThat(train(open, "--target", "answer", "--decimal", ",", "--thousands", ",")
                        .err())
                .contains("--decimal and --thousands name the same mark");
    }

    @Test
    void keptCellsAreCopied() throws IOException {
        train(NotationTest::dollars, "--target", "answer", "--missing", "n/a");
        assertThat(ran("predict", "$007.50", "--keep", "price,a,answer").out())
                .startsWith("price,a,answer,prediction\n$007.50,1,1,");
        assertThat(ran("predict", "n/a", "--keep", "price").out()).startsWith("price,prediction\nn/a,");
    }

    @Test
    void timesAndDatesThatAreNumbers() throws IOException {
        assertThat(train(row -> row % 24 + ":05", "--target", "answer").out())
                .contains("price is read as numbers written as \"0:05\" (300 seconds)");
        assertThat(predicted("13:45")).isEqualTo(predicted("1:45 PM"));
        assertThat(ran("predict", "1345").err())
                .contains("column \"price\" has \"1345\"; a number such as \"h:mm\" was expected");

        IntFunction<String> compact = row -> "201101" + (10 + row % 20);
        assertThat(train(compact, "--target", "answer").out())
                .contains("price looks like dates written as numbers (20110110)")
                .contains("--year-first price");
        assertThat(train(compact, "--target", "answer", "--year-first", "price").exitCode())
                .isZero();
        assertThat(predicted("20110115")).isEqualTo(predicted("2011-01-15")).isEqualTo(predicted("15 Jan 2011"));
    }
}
