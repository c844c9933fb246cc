package slope.cli.train;

import java.util.List;
import java.util.Optional;
import slope.Slope;
import slope.cli.model.SourceOptions;
import slope.cli.text.TableNames;
import slope.run.TrainingRequest;
import slope.tables.TableSource;

/// What is typed about each training of a command that trains many times.
///
/// @param file may be left out where a query names its files
record TypedTraining(
        Optional<String> file,
        SourceOptions sources,
        TargetOptions target,
        ColumnOptions columns,
        RowOptions rows,
        RecipeOptions recipe) {

    /// @throws IllegalArgumentException if the options do not fit together
    TrainingRequest request(Optional<Long> seed, Optional<Integer> threads) {
        TableNames table = new TableNames(() -> names(file, sources, columns));
        TrainingRequest base =
                TrainingRequest.of("", Slope.predict(target.columns(table).toArray(String[]::new)));
        TrainingRequest request = recipe.on(rows.on(columns.on(target.on(base, table), table)));
        request = request.table(sources.source(file));
        request = request.estimator(seed.map(request.estimator()::seed).orElse(request.estimator()));
        return threads.map(request::threads).orElse(request);
    }

    /// The names of the columns of a file; none where a query names its files.
    static List<String> names(Optional<String> file, SourceOptions sources, ColumnOptions columns) {
        return file.map(table -> TrainingRequest.columnNames(sources.on(TableSource.of(table)), columns.header()))
                .orElse(List.of());
    }
}
