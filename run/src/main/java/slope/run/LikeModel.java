package slope.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slope.fit.FitPlan;
import slope.onnx.ModelFile;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Remedy;

/// A saved model whose training is repeated on other rows.
public final class LikeModel {
    private final Path model;
    private final SequencedMap<String, ColumnKind> before;
    private final boolean wentOn;
    private final TrainingRequest request;

    private LikeModel(Path model, ModelFile file) {
        this.model = model;
        this.before = file.model().columns();
        this.wentOn = file.model().record().settings().containsKey("start");
        this.request = RecordedRequest.of(file, model.toString())
                .orElseThrow(() -> new DataException(
                        "%s has no record of its training; name the target and the options".formatted(model)));
    }

    /// Reads a model.
    ///
    /// @throws DataException if the model cannot be read, or has no record of its training
    public static LikeModel read(Path model) {
        ModelFile file = ModelFile.read(model);
        RecordedRequest.refuseSelected(file, model);
        return new LikeModel(model, file);
    }

    /// The recorded request, without its table.
    public TrainingRequest request() {
        return request.recorded();
    }

    /// Refuses a request without the model that the recorded training started from.
    ///
    /// @throws DataException if it names none
    public void requireStart(TrainingRequest again) {
        if (wentOn && again.start().isEmpty()) {
            throw new DataException("%s was trained from another model".formatted(model), new Remedy.NameStart());
        }
    }

    /// What is unlike it in the columns: one sentence, if there is anything.
    public Optional<String> differences(FitPlan plan) {
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
