package slope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.network.Network;
import slope.preprocess.MissingIndicator;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;
import slope.target.Prediction;

class RowPredictionTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of("age", 31, Double.NaN, 58, 44, 23, 37),
            CategoryColumn.of("city", "Ulm", "Bonn", null, "Ulm", "Bonn", "Kiel"),
            BooleanColumn.of("member", true, false, null, true, true, false),
            DateColumn.of(
                    "since",
                    LocalDate.of(2020, 1, 31).atStartOfDay(),
                    null,
                    LocalDate.of(1969, 12, 24).atTime(18, 30),
                    LocalDate.of(2024, 2, 29).atStartOfDay(),
                    LocalDate.of(2001, 9, 9).atTime(1, 46),
                    LocalDate.of(1999, 12, 31).atTime(23, 59)),
            CategoryColumn.of("answer", "yes", "no", "yes", "no", "yes", "no"));

    private static final Model MODEL = Slope.predict("answer")
            .validationShare(0.34)
            .recipe(Recipe.plain().epochs(3))
            .fit(TABLE)
            .model();

    /// A record with a component for each column.
    record Person(
            @Nullable Double age,
            @Nullable String city,
            @Nullable Boolean member,
            @Nullable Object since) {}

    @Test
    void aRowIsPredictedAsInItsTableToTheBit() {
        ClassPredictions all = (ClassPredictions) MODEL.predict(TABLE);
        for (int row = 0; row < TABLE.rows(); row++) {
            Map<String, @Nullable Object> cells = cells(row);
            String[] names = cells.keySet().toArray(String[]::new);
            Object[] values = IntStream.range(0, names.length)
                    .mapToObj(index -> cells.get(names[index]))
                    .toArray();
            Person person = new Person(
                    (Double) cells.get("age"),
                    (String) cells.get("city"),
                    (Boolean) cells.get("member"),
                    cells.get("since"));
            for (Prediction prediction :
                    List.of(MODEL.predict(cells), MODEL.predict(person), MODEL.predict(names, values))) {
                assertThat(prediction.text()).isEqualTo(all.text(row));
                assertThat(prediction.probability("yes")).isEqualTo(all.probability(row, 1));
            }
        }
    }

    @Test
    void columnsAreFoundInAnyOrderAndOthersIgnored() {
        Map<String, @Nullable Object> cells = new HashMap<>(cells(0));
        cells.put("shoe size", 43);
        assertThat(MODEL.predict(cells).text())
                .isEqualTo(MODEL.predict(cells(0)).text());
    }

    @Test
    void aNumberMayComeAsAnyKindOfNumber() {
        Map<String, @Nullable Object> cells = new HashMap<>(cells(0));
        cells.put("age", 31);
        assertThat(MODEL.predict(cells).probability("yes"))
                .isEqualTo(MODEL.predict(cells(0)).probability("yes"));
    }

    /// As in a file, and as the saved model takes it from other programs.
    @Test
    void anEmptyTextIsMissing() {
        Map<String, @Nullable Object> missing = new HashMap<>(cells(0));
        missing.put("city", null);
        Map<String, @Nullable Object> empty = new HashMap<>(cells(0));
        empty.put("city", "");
        assertThat(MODEL.predict(empty).probability("yes"))
                .isEqualTo(MODEL.predict(missing).probability("yes"));
    }

    @Test
    void infiniteNumbersAreAnswered() {
        Map<String, @Nullable Object> cells = new HashMap<>(cells(0));
        cells.put("age", Double.POSITIVE_INFINITY);
        assertThat(MODEL.predict(cells).probability("yes")).isBetween(0.0, 1.0);
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        Map<String, @Nullable Object> cells = new HashMap<>(cells(0));
        cells.remove("city");
        assertThatThrownBy(() -> MODEL.predict(cells))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("there is no column \"city\"; the columns are");
    }

    @Test
    void aValueOfAnotherKindIsToldWithItsColumn() {
        Map<String, @Nullable Object> cells = new HashMap<>(cells(0));
        cells.put("age", "old");
        assertThatThrownBy(() -> MODEL.predict(cells))
                .isInstanceOf(DataException.class)
                .hasMessage("\"age\" is \"old\"; training had a number there, so give a number or null");
    }

    @Test
    void ofTwoEqualNamesTheFirstCounts() {
        assertThat(MODEL.predict(
                                new String[] {"age", "city", "member", "since", "age"},
                                new @Nullable Object[] {31, "Ulm", true, null, 58})
                        .probability("yes"))
                .isEqualTo(MODEL.predict(
                                new String[] {"age", "city", "member", "since"},
                                new @Nullable Object[] {31, "Ulm", true, null})
                        .probability("yes"));
    }

    /// Of days that training saw once each part but one may be constant: then only their absence tells.
    @Test
    void aColumnOfWhichOnlyAbsenceTellsMayHoldAnything() {
        Architecture architecture = Architecture.inputs(1).dense(1, Activation.IDENTITY);
        Model model = new Model(
                new TableEncoder(List.of(new MissingIndicator("since", 1, 0))),
                new Classes("answer", List.of("no", "yes")),
                Network.start(architecture, Initializer.HE, 1));
        double there =
                model.predict(Map.of("since", LocalDate.of(2026, 11, 29))).probability("yes");
        assertThat(model.predict(Map.of("since", "today")).probability("yes")).isEqualTo(there);
        assertThat(model.predict(Map.of("since", "")).probability("yes")).isNotEqualTo(there);
    }

    @Test
    void manyThreadsGetTheSame() {
        double alone = MODEL.predict(cells(0)).probability("yes");
        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .mapToDouble(_ -> MODEL.predict(cells(0)).probability("yes"))
                        .distinct()
                        .toArray())
                .containsExactly(alone);
    }

    private static Map<String, @Nullable Object> cells(int row) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        for (Column column : TABLE.without(Set.of("answer")).columns()) {
            cells.put(
                    column.name(),
                    column.isMissing(row)
                            ? null
                            : switch (column) {
                                case NumberColumn numbers -> numbers.value(row);
                                case BooleanColumn truths -> truths.isTrue(row);
                                case CategoryColumn words -> words.text(row);
                                case DateColumn dates -> dates.moment(row);
                            });
        }
        return cells;
    }
}
