package slope.report.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.report.Trained;
import slope.report.json.ReportSchemas;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;

class DriftReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws IOException {
        ReportSchemas.check(DriftedPages.penguins());
    }

    @Test
    void whatChangedIsSaid() {
        Table before = Table.of(
                NumberColumn.of("age", 1, 2, 3, 4),
                CategoryColumn.of("city", "Ulm", "Ulm", "Bonn", "Bonn"),
                NumberColumn.of("code", 1, 2, 3, 4),
                NumberColumn.of("old", 1, 2, 3, 4));
        Table after = Table.of(
                NumberColumn.of("age", 3, 4, 5, 6),
                CategoryColumn.of("city", "Ulm", "Ulm", "Kiel", "Kiel"),
                CategoryColumn.of("code", "a", "b", "c", "d"),
                NumberColumn.of("new", 1, 2, 3, 4));
        String text = DriftReport.of("a.csv", before, "b.csv", after, 1).text(200);
        assertThat(text.replaceAll("\\s+", " ")) // lines are wrapped
                .contains(
                        "Only in a.csv: old.",
                        "Only in b.csv: new.",
                        "\"code\" holds numbers in a.csv and text in b.csv.",
                        "\"city\": only b.csv has Kiel (2); 50 % of its values.",
                        "\"city\": only a.csv has Bonn (2); 50 % of its values.",
                        "\"age\": 50 % of the values of b.csv are outside the range of a.csv.");
    }

    /// The same rows again: nothing differs.
    @Test
    void theSameTableHasNoDistance() {
        Table penguins = TableFiles.read(Trained.PENGUINS);
        assertThat(DriftReport.of("a.csv", penguins, "a.csv", penguins, 1)
                        .drift()
                        .columns())
                .hasSize(7)
                .allSatisfy(column -> {
                    assertThat(column.distance().value()).isZero();
                    assertThat(column.distance().isClear()).isFalse();
                });
    }

    @Test
    void thePageHasTheSameNumbersAsTheText() {
        DriftReport report = DriftedPages.penguins();
        String distance = report.text(200)
                .lines()
                .filter(line -> line.contains("species"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" +", -1)[1];
        assertThat(report.page()).contains(">" + distance + "<");
        assertThat(IntStream.range(0, 7)
                        .mapToObj(column ->
                                report.drift().columns().get(column).distance().value()))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }
}
