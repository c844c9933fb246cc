package slope.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import slope.Slope;
import slope.model.Model;
import slope.onnx.Models;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// A small model of columns of every kind.
public final class TestModel {
    private static final int ROWS = 60;
    private static final String[] COLOURS = {"red", "green", "blue"};

    /// The rows that it was trained on: `height` from 0 to 1, `colour`, `big` and `day`; some of each are missing.
    public static final Table ROWS_OF_TRAINING = rows(1);

    /// Predicts `kind`: `no` or `yes`.
    public static final Model MODEL = trained(3);

    private TestModel() {}

    /// Rows like those of the training.
    public static Table rows(long seed) {
        Random random = new Random(seed);
        NumberColumn.Builder heights = new NumberColumn.Builder("height");
        CategoryColumn.Builder colours = new CategoryColumn.Builder("colour");
        BooleanColumn.Builder sizes = new BooleanColumn.Builder("big");
        DateColumn.Builder days = new DateColumn.Builder("day");
        List<String> kinds = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double height = row % 7 == 3 ? Double.NaN : random.nextDouble();
            heights.add(height);
            if (row % 11 == 5) {
                colours.addMissing();
                sizes.addMissing();
                days.addMissing();
            } else {
                colours.add(COLOURS[row % COLOURS.length]);
                sizes.add(random.nextDouble() < 0.5);
                days.add(LocalDateTime.of(2026, 1 + row % 12, 1, 0, 0));
            }
            kinds.add(height > 0.5 ? "yes" : "no");
        }
        return Table.of(
                heights.build(),
                colours.build(),
                sizes.build(),
                days.build(),
                CategoryColumn.of("kind", kinds.toArray(String[]::new)));
    }

    /// A model that was trained so many epochs.
    public static Model trained(int epochs) {
        Recipe recipe = Recipe.plain().hidden(List.of(4)).epochs(epochs);
        return Slope.predict("kind").recipe(recipe).fit(ROWS_OF_TRAINING).model();
    }

    /// The file of the model, which is deleted in the end.
    public static Path file() throws IOException {
        Path file = Files.createTempFile("slope-serve-", ".onnx");
        file.toFile().deleteOnExit();
        Models.save(MODEL, file);
        return file;
    }
}
