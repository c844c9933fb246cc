package slope.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slope.fit.FitPlan;
import slope.table.Column;
import slope.table.ColumnKind;

/// A saved model whose training is repeated on other rows.
///
/// @param model its file
/// @param before its columns
/// @param wentOn whether its training started from another model
record LikeModel(Path model, SequencedMap<String, ColumnKind> before, boolean wentOn) {

    /// What is unlike it in the columns: one sentence, if there is anything.
    Optional<String> differences(FitPlan plan) {
        Set<String> used = new LinkedHashSet<>(plan.columns().used());
        List<String> differences = new ArrayList<>();
        before.forEach((name, kind) -> {
            if (!used.contains(name)) {
                differences.add("it does not use \"%s\"".formatted(name));
            } else {
                Column column = plan.rows().table().column(name);
                if (column.kind() != kind) {
                    differences.add("\"%s\" holds %s and held %s"
                            .formatted(name, column.kind().words(), kind.words()));
                }
            }
        });
        used.removeAll(before.keySet());
        used.forEach(name -> differences.add("it uses \"%s\" as well".formatted(name)));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("unlike the training of %s, %s".formatted(model, String.join(", ", differences)));
    }
}
