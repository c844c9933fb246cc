package slope.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import slope.report.json.ReportSchemas;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Remedy;
import slope.table.Table;
import slope.tables.TableFiles;

class TableReportTest {
    private static ProfiledColumn profile(double... values) {
        return ProfiledColumn.of(NumberColumn.of("x", values));
    }

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(TableReport.of(
                "penguins.csv", TableFiles.read("../examples/penguins.csv"), List.of("a note"), () -> {}));
    }

    @Test
    void numbersAreCountedInBinsOfEqualWidth() {
        ProfiledColumn column = profile(0, 1, 1, 2, Double.NaN, 10, 10);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.distinct()).isEqualTo(4);
        ProfiledColumn.Spread spread = column.spread().orElseThrow();
        assertThat(spread.counts()).containsExactly(4, 0, 0, 2); // 0 to 2.5, …, 7.5 to 10
        assertThat(spread.from()).isEqualTo(0.0);
        assertThat(spread.to()).isEqualTo(10.0);
        assertThat(spread.median()).isEqualTo(1.0);
        assertThat(spread.mean()).hasValue(4.0);
    }

    @Test
    void oneValueNoneAndTheLargestOnesAreProfiled() {
        assertThat(profile(3, 3).spread().orElseThrow().counts()).containsExactly(2);
        assertThat(profile(Double.NaN).spread()).isEmpty();
        assertThat(profile(Double.NaN).distinct()).isZero();
        ProfiledColumn.Spread wide =
                profile(-Double.MAX_VALUE, 0, Double.MAX_VALUE).spread().orElseThrow();
        assertThat(wide.counts()).containsExactly(1, 1, 1);
    }

    @Test
    void levelsAreThoseThatOccurTheMostFrequentFirst() {
        CategoryColumn words = CategoryColumn.of("word", "b", "a", "b", null);
        ProfiledColumn column = ProfiledColumn.of(words);
        assertThat(column.levels().orElseThrow())
                .containsExactly(new ProfiledColumn.LevelCount("b", 2), new ProfiledColumn.LevelCount("a", 1));
        assertThat(column.missing()).isEqualTo(1);
        assertThat(ProfiledColumn.of(BooleanColumn.of("yes", true, true))
                        .levels()
                        .orElseThrow())
                .containsExactly(new ProfiledColumn.LevelCount("true", 2));
    }

    @Test
    void datesAreTexts() {
        ProfiledColumn.Spread spread = ProfiledColumn.of(
                        DateColumn.of("day", LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 3, 12, 0)))
                .spread()
                .orElseThrow();
        assertThat(spread.from()).isEqualTo("2026-01-01");
        assertThat(spread.to()).asString().startsWith("2026-01-03T12:00");
        assertThat(spread.mean()).isEmpty();
    }

    @Test
    void theTargetIsGuessedByItsNameAndElseTheLast() {
        Table named = Table.of(NumberColumn.of("Survived", 1, 0), NumberColumn.of("age", 3, 4));
        assertThat(TableReport.of("t", named, List.of(), () -> {}).suggestedTarget())
                .isEqualTo("Survived");
        Table other = Table.of(NumberColumn.of("age", 1, 0), NumberColumn.of("height", 3, 4));
        TableReport report = TableReport.of("t", other, List.of(), () -> {});
        assertThat(report.suggestedTarget()).isEqualTo("height");
        assertThat(report.suggesting("age").suggestedTarget()).isEqualTo("age");
        assertThat(report.suggesting("weight").suggestedTarget()).isEqualTo("height");
    }

    @Test
    void theWorkEndsBetweenColumns() {
        Table table = Table.of(NumberColumn.of("x", 1));
        assertThatThrownBy(() -> TableReport.of("t", table, List.of(), () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aRemedyIsThePartOfARequestThatFollowsIt() {
        assertThat(RemedyFacts.of(new Remedy.TreatAsMissing("?")))
                .singleElement()
                .satisfies(facts -> assertThat(facts.reading()).hasValue(Map.of("missing", List.of("?"))));
        assertThat(RemedyFacts.of(new Remedy.GiveDateOrder("day")))
                .extracting(facts -> facts.reading().orElseThrow())
                .containsExactly(Map.of("dayFirst", List.of("day")), Map.of("monthFirst", List.of("day")));
        assertThat(RemedyFacts.of(new Remedy.TakeRecipe(List.of("plain", "tuned"))))
                .extracting(facts -> facts.request().orElseThrow())
                .containsExactly(Map.of("recipe", Map.of("name", "plain")), Map.of("recipe", Map.of("name", "tuned")));
        assertThat(RemedyFacts.of(new Remedy.GiveLogin()).getFirst().reading()).isEmpty();
    }
}
