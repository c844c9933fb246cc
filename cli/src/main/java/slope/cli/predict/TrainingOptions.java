package slope.cli.predict;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import slope.cli.record.RecordedOptions;
import slope.model.TrainingRanges;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.table.ColumnKind;
import slope.table.DateOrder;
import slope.tables.ReadOptions.Folders;

/// The training options that predictions have to follow.
final class TrainingOptions {
    private TrainingOptions() {}

    /// The text of missing values.
    static Set<String> missing(Provenance provenance) {
        return words(provenance, "--missing");
    }

    /// The meaning of folder names.
    static Folders folders(Provenance provenance) {
        RecordedOptions options = RecordedOptions.of(provenance.options());
        boolean isOff = options.text(FolderOptions.NAME).filter("false"::equals).isPresent();
        return options.texts().containsKey(FolderOptions.NAME) && !isOff ? Folders.COLUMNS : Folders.PLACES;
    }

    /// Columns of numeric codes: those named in training, and those that the model reads as text.
    static Set<String> categorical(ModelFile file) {
        Set<String> columns = new LinkedHashSet<>(words(file.provenance(), "--categorical"));
        file.model().columns().forEach((name, kind) -> {
            if (kind == ColumnKind.CATEGORY) {
                columns.add(name);
            }
        });
        columns.removeAll(words(file.provenance(), "--ignore"));
        return columns;
    }

    /// The order of day and month in each date column of the model, if it is recorded.
    static Map<String, DateOrder> dates(ModelFile file) {
        Map<String, DateOrder> orders = new HashMap<>();
        file.model().columns().forEach((name, kind) -> {
            if (kind == ColumnKind.DATE) {
                orders.put(name, DateOrder.YEAR_FIRST);
            }
        });
        for (TrainingRanges seen : file.model().record().ranges()) {
            if (seen instanceof TrainingRanges.Range range) {
                range.dateOrder().ifPresent(order -> orders.replace(range.column(), order));
            }
        }
        return orders;
    }

    private static Set<String> words(Provenance provenance, String option) {
        return new LinkedHashSet<>(RecordedOptions.of(provenance.options()).values(option));
    }
}
