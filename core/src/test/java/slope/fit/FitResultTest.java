package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.Slope;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.ScoreBounds;
import slope.model.Slices;
import slope.model.TrainingRanges;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.training.TrainingListener;

/// What stays of a fit: model, scores and record, and no row of the table.
class FitResultTest {
    private static final int ROWS = 60;
    private static final Estimator PLAIN =
            Slope.predict("size").recipe(Recipe.plain().hidden(List.of(4)).epochs(2));

    static List<Estimator> estimators() {
        FittedNetwork given = PLAIN.fit(Boxes.of(ROWS)).model().members().getFirst();
        return List.of(
                PLAIN,
                PLAIN.rows(RowSelection.defaults().folds(3).weight("height")),
                PLAIN.rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS)),
                PLAIN.recipe(Recipe.fineTune(given).epochs(1)),
                Slope.predict("volume").recipe(Recipe.tuned().hidden(List.of(4)).epochs(2)),
                Slope.predict("volume")
                        .recipe(Recipe.ensemble().hidden(List.of(4)).epochs(1)));
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void noTableAndNoColumnIsReachable(Estimator estimator) {
        FitPlan plan = estimator.plan(Boxes.of(ROWS));
        Fit fit = plan.train(TrainingListener.silent());

        assertThat(heldBy(fit.result())).isEmpty();
        assertThat(heldBy(fit)).isNotEmpty(); // so the walk does find them
    }

    /// What the model's card is made of.
    @Test
    void theRecordTellsHowGoodTheModelIsAndHowSure() {
        FitResult result =
                PLAIN.rows(RowSelection.defaults().folds(3).testShare(0.2)).fit(Boxes.of(300));
        FitRecord record = result.record();
        ScoreBounds bounds = record.bounds().orElseThrow();

        // No row of the rarer class is found in any sample: F1 is 0 in all of them, which tells nothing of it.
        List<FitRecord.Score> told = record.scores().stream()
                .filter(score -> !score.metric().equals("f1"))
                .toList();
        assertThat(bounds.validation()).hasSameSizeAs(told);
        assertThat(bounds.units()).isEqualTo(240);
        for (FitRecord.Score score : told) {
            ScoreBounds.Bounds found = bounds.ofValidation(score.metric()).orElseThrow();
            assertThat(score.validation()).isBetween(found.low(), found.high());
        }
        assertThat(bounds.test()).isNotEmpty();
        assertThat(result.intervals().orElseThrow().units()).isEqualTo(240);
        assertThat(result.testIntervals().orElseThrow().units()).isEqualTo(60);
        assertThat(record.calibration().orElseThrow().classes()).isNotEmpty();
        Slices slices = record.slices().orElseThrow();
        assertThat(slices.rows() + slices.searchedRows()).isEqualTo(240);
        assertThat(slices.metric()).isEqualTo("log-loss");
        assertThat(PLAIN.fit(Boxes.of(60)).record().slices()).isEmpty();
    }

    @Test
    void theTableCanBeCollected() {
        FitResult[] results = new FitResult[1];
        WeakReference<Table> table = trained(results);
        for (int attempt = 0; attempt < 1_000 && table.get() != null; attempt++) {
            System.gc();
        }

        assertThat(table.get()).isNull();
        assertThat(results[0].outOfFold().rows()).isEqualTo(ROWS / 5);
    }

    /// A method of its own, whose frame holds the table no longer.
    private static WeakReference<Table> trained(FitResult[] results) {
        Table table = Boxes.of(ROWS);
        results[0] = PLAIN.fit(table);
        return new WeakReference<>(table);
    }

    @Test
    void theRecordTellsDataSettingsAndScores() {
        Table table = withDates(Boxes.of(ROWS));
        FitResult result = PLAIN.rows(
                        RowSelection.defaults().weight("height").classWeights(new ClassWeights.Balanced()))
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(2))
                .fit(table);
        FitRecord record = result.record();

        assertThat(record.data().rows()).isEqualTo(ROWS);
        assertThat(record.data().trainingRows() + record.data().validationRows())
                .isEqualTo(ROWS);
        assertThat(record.data().hash()).isEqualTo(Fingerprint.of(table));
        assertThat(record.data().splitHash()).hasSize(64);
        assertThat(record.settings())
                .containsEntry("recipe", "plain")
                .containsEntry("metric", "log-loss")
                .containsEntry("hidden", "4")
                .containsEntry("batch", "32");
        assertThat(record.sources())
                .containsEntry("hidden", "chosen, in place of 64,32")
                .containsEntry("batch", "recipe plain")
                .containsEntry("metric", "default of the task");
        assertThat(record.weightColumn()).contains("height");
        assertThat(record.classWeights()).hasSize(1);
        assertThat(record.classWeights().getFirst()).containsOnlyKeys("small", "large");
        assertThat(record.history()).hasSize(1);
        assertThat(record.history().getFirst().trainingLosses()).hasSize(2);
        FitRecord.Score logLoss = record.scores().stream()
                .filter(score -> score.metric().equals("log-loss"))
                .findFirst()
                .orElseThrow();
        assertThat(logLoss.training()).isEqualTo(result.trainingScores().model().score(Metric.LOG_LOSS));
        assertThat(logLoss.validation()).isEqualTo(result.scores().model().score(Metric.LOG_LOSS));
        assertThat(logLoss.baseline()).isEqualTo(result.scores().baseline().score(Metric.LOG_LOSS));
        assertThat(logLoss.linear()).isPositive();
        assertThat(record.ranges())
                .anyMatch(range -> range instanceof TrainingRanges.Range dates
                        && dates.column().equals("day")
                        && dates.dateOrder().equals(Optional.of(DateOrder.YEAR_FIRST)));
    }

    @Test
    void theSameTrainingGivesTheSameRecord() {
        assertThat(PLAIN.fit(Boxes.of(ROWS)).record())
                .isEqualTo(PLAIN.fit(Boxes.of(ROWS)).record())
                .isNotEqualTo(PLAIN.seed(1).fit(Boxes.of(ROWS)).record());
    }

    @Test
    void trainingScoresAreThoseOfTheTrainingRowsAndTestScoresOfOthers() {
        FitResult result = PLAIN.fit(Boxes.of(ROWS));

        assertThat(result.trainingScores().rows()).isEqualTo(ROWS - ROWS / 5);
        assertThat(result.scores().rows()).isEqualTo(ROWS / 5);
        assertThat(result.testScores(Boxes.of(7)).rows()).isEqualTo(7);
        assertThat(result.settings().get(Setting.EPOCHS)).isEqualTo(2);
    }

    private static Table withDates(Table boxes) {
        LocalDateTime[] days = new LocalDateTime[boxes.rows()];
        Arrays.setAll(days, row -> LocalDateTime.of(2020, 1, 1, 0, 0).plusDays(row));
        List<Column> columns = new ArrayList<>(boxes.columns());
        columns.add(DateColumn.of("day", days));
        return new Table(columns);
    }

    /// The tables and columns that an object holds, however far away, by the fields that lead there.
    private static Set<String> heldBy(Object start) {
        Set<String> found = new TreeSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Map.Entry<String, Object>> open = new ArrayDeque<>();
        open.add(Map.entry("", start));
        while (!open.isEmpty()) {
            Map.Entry<String, Object> next = open.remove();
            Object value = next.getValue();
            if (!seen.add(value)) {
                continue;
            }
            if (value instanceof Table || value instanceof Column) {
                found.add(next.getKey());
            } else {
                parts(value).forEach((name, part) -> open.add(Map.entry(next.getKey() + "." + name, part)));
            }
        }
        return found;
    }

    private static Map<String, Object> parts(Object value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(held -> parts.put("value", held));
            case Map<?, ?> map -> {
                parts.put("keys", List.copyOf(map.keySet()));
                parts.put("values", List.copyOf(map.values()));
            }
            case Collection<?> elements -> elements.forEach(element -> parts.put("[" + parts.size() + "]", element));
            case Object[] elements ->
                Arrays.stream(elements)
                        .filter(element -> element != null)
                        .forEach(element -> parts.put("[" + parts.size() + "]", element));
            default -> fields(value, parts);
        }
        return parts;
    }

    private static void fields(Object value, Map<String, Object> parts) {
        for (Class<?> type = value.getClass(); type.getName().startsWith("slope."); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    try {
                        Object held = field.get(value);
                        if (held != null) {
                            parts.put(field.getName(), held);
                        }
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }
            }
        }
    }
}
