package slope.onnx;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// What the recipes train, for every task and with every kind of column, says the same in ONNX Runtime, in a
/// batch of one row and in one of many that hold missing, unseen, infinite, huge and empty cells.
class TrainedAgreementTest {
    private static final int TRAINING_ROWS = 150;
    private static final List<String> COLOURS = List.of("blau", "grün", "rot");
    private static final List<String> CITIES =
            List.of("Aachen", "Bonn", "Celle", "Dessau", "Erfurt", "Fulda", "Gera", "Halle", "Ilmenau", "Jena", "Kiel");
    private static final Set<String> TARGETS = Set.of("two", "many", "first", "second", "price", "far", "claims");

    static Stream<Arguments> everyRecipeAndTask() {
        List<TargetChoice> targets = List.of(
                TargetChoice.of("two"),
                TargetChoice.of("many"),
                TargetChoice.of("first", "second"),
                TargetChoice.of("price").kind(TargetKind.REGRESSION),
                TargetChoice.of("price", "far").kind(TargetKind.REGRESSION),
                TargetChoice.of("price").quantiles(List.of(0.1, 0.5, 0.9)),
                TargetChoice.of("claims").kind(TargetKind.COUNT),
                TargetChoice.of("claims").kind(TargetKind.COUNT).exposure("exposure"),
                TargetChoice.of("claims").kind(TargetKind.TWEEDIE).power(1.2).exposure("exposure"));
        return Recipe.all().stream().flatMap(recipe -> targets.stream().map(target -> Arguments.of(recipe, target)));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("everyRecipeAndTask")
    void ofEveryRecipeAndTask(Recipe recipe, TargetChoice target) throws Exception {
        Model model = trained(recipe, target);
        Agreement.assertAgreement(model, rows(300));
        Agreement.assertAgreement(model, rows(1));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("everyRecipeAndTask")
    void ofEveryRecipeAndTaskForTenThousandRows(Recipe recipe, TargetChoice target) throws Exception {
        Agreement.assertAgreement(trained(recipe, target), rows(10_000));
    }

    private static Model trained(Recipe recipe, TargetChoice target) {
        Set<String> ignored = new TreeSet<>(TARGETS);
        target.columns().forEach(ignored::remove);
        return Slope.predict(target)
                .ignoring(ignored)
                .recipe(recipe.hidden(List.of(16)).epochs(2))
                .fit(table())
                .model();
    }

    /// Rows with every kind of column, some of their cells missing, and a target for each task.
    private static Table table() {
        double[][] numbers = new double[7][TRAINING_ROWS];
        String[][] words = new String[6][TRAINING_ROWS];
        Boolean[] truths = new Boolean[TRAINING_ROWS];
        LocalDateTime[] days = new LocalDateTime[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            SplitRandom random = SplitRandom.of(17, row);
            boolean missing = random.nextInt(10) == 0;
            numbers[0][row] = missing ? Double.NaN : Math.exp(random.nextGaussian());
            numbers[1][row] = 2000 + random.nextInt(25);
            numbers[6][row] = random.nextInt(30) * 0.1 - 1; // no float has these values
            numbers[2][row] = 0.1 + random.nextDouble();
            numbers[3][row] = 100 * random.nextDouble() + random.nextInt(1000);
            numbers[4][row] = -1e6 + random.nextGaussian();
            numbers[5][row] = random.nextInt(4);
            words[0][row] = missing ? null : COLOURS.get(random.nextInt(COLOURS.size()));
            words[1][row] = CITIES.get(random.nextInt(CITIES.size()));
            words[2][row] = random.nextBoolean() ? "yes" : "no";
            words[3][row] = List.of("ä", "b c", "d\"e", "漢").get(random.nextInt(4));
            words[4][row] = random.nextBoolean() ? "yes" : "no";
            words[5][row] = random.nextBoolean() ? "1" : "0";
            truths[row] = missing ? null : random.nextBoolean();
            days[row] = missing ? null : LocalDateTime.ofEpochSecond(day(random).getEpochSecond(), 0, ZoneOffset.UTC);
        }
        return Table.of(
                NumberColumn.of("number", numbers[0]),
                NumberColumn.of("year", numbers[1]),
                NumberColumn.of("tenths", numbers[6]),
                NumberColumn.of("exposure", numbers[2]),
                CategoryColumn.of("colour", words[0]),
                CategoryColumn.of("city", words[1]),
                BooleanColumn.of("truth", truths),
                DateColumn.of("day", days),
                NumberColumn.of("price", numbers[3]),
                NumberColumn.of("far", numbers[4]),
                NumberColumn.of("claims", numbers[5]),
                CategoryColumn.of("two", words[2]),
                CategoryColumn.of("many", words[3]),
                CategoryColumn.of("first", words[4]),
                CategoryColumn.of("second", words[5]));
    }

    /// Rows to score, with everything awkward in them.
    private static List<Map<String, @Nullable Object>> rows(int count) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            SplitRandom random = SplitRandom.of(18, row);
            Map<String, @Nullable Object> cells = new HashMap<>();
            cells.put("number", random.nextInt(8) == 0 ? null : (Object) Cases.number(1, random));
            cells.put("year", random.nextInt(8) == 0 ? Cases.number(2012, random) : 2000f + random.nextInt(25));
            cells.put("tenths", (float) (random.nextInt(30) * 0.1 - 1));
            cells.put("exposure", random.nextFloat());
            cells.put("colour", random.nextInt(8) == 0 ? null : Cases.word(COLOURS, random));
            cells.put("city", random.nextInt(8) == 0 ? null : Cases.word(CITIES, random));
            cells.put("truth", random.nextInt(8) == 0 ? null : (Object) random.nextBoolean());
            cells.put("day", random.nextInt(8) == 0 ? null : day(random));
            rows.add(cells);
        }
        return rows;
    }

    /// Some at midnight or at a full hour, as most are, so that rows share their parts.
    private static Instant day(SplitRandom random) {
        Instant moment = Instant.ofEpochSecond(random.nextLong(900_000_000, 1_800_000_000));
        return switch (random.nextInt(3)) {
            case 0 -> moment.truncatedTo(ChronoUnit.DAYS);
            case 1 -> moment.truncatedTo(ChronoUnit.HOURS);
            default -> moment;
        };
    }
}
