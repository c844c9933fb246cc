package slope.cli.predict;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slope.data.DateOrder;
import slope.onnx.ModelFile;
import slope.tables.ReadOptions;

/// The options that say how the cells of a model's rows are read, where training did not say it.
public final class ReadingOptions {
    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "TEXT",
            description = "What stands for a missing value besides an empty cell and what training had for it.")
    private Set<String> missing = new LinkedHashSet<>();

    @Mixin
    private DateOrderOptions dates = new DateOrderOptions();

    /// How rows for this model are read: as those it was trained on, but for what is said now.
    ///
    /// @throws slope.data.DataException if something is said of a column that the model does not have
    public ReadOptions of(ModelFile saved) {
        dates.refuseUnknown(saved.model().columns().keySet());
        Set<String> allMissing = new LinkedHashSet<>(missing);
        allMissing.addAll(TrainingOptions.missing(saved.provenance()));
        Map<String, DateOrder> orders = new HashMap<>(TrainingOptions.dates(saved));
        orders.putAll(dates.orders());
        return new ReadOptions(TrainingOptions.categorical(saved), Set.of(), allMissing, orders);
    }
}
