package slope.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RowBarsTest {
    private static final Pattern LABEL = Pattern.compile("<text x=\"([\\d.]+)\"[^>]*middle\">(-?[\\d,]+)</text>");

    @Test
    void aLongNameKeepsItsValue() {
        assertThat(row("flipper_length_mm = 195")).contains(">flipper_len… = 195<");
        assertThat(row("bill_depth_mm = 18")).contains(">bill_depth_mm = 18<");
        assertThat(row("a_name_without_any_value")).contains(">a_name_without_an…<");
        assertThat(row("note = as long as a sentence")).contains(">note = as long as…<");
    }

    private static String row(String name) {
        return new RowBars(new Axis("price", 0, 1)).bar(name, 0, 1, "bar").figure("price");
    }

    @Test
    void labelsOfLargeNumbersNeitherTouchNorLeaveTheDrawing() {
        String figure = new RowBars(new Axis("price", -250_000, 405_000))
                .bar("yes", 0, 400_000, "bar")
                .figure("price");

        List<double[]> labels = new ArrayList<>(); // left and right end of each, at 7 units a letter
        Matcher found = LABEL.matcher(figure);
        while (found.find()) {
            double middle = Double.parseDouble(found.group(1));
            double half = 3.5 * found.group(2).length();
            labels.add(new double[] {middle - half, middle + half});
        }
        assertThat(labels).hasSizeGreaterThan(2).allMatch(each -> each[1] <= 400);
        for (int index = 1; index < labels.size(); index++) {
            assertThat(labels.get(index)[0]).isGreaterThan(labels.get(index - 1)[1]);
        }
    }
}
