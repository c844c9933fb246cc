package slope.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.TrainingOverlap;
import slope.model.TrainingRanges;
import slope.onnx.ModelFile;
import slope.recipe.CalibrationChoice;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.Fingerprint;
import slope.table.Remedy;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.BadLines;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// The request that a model's file keeps. A file may come from anywhere: one that names other files
/// is refused.
public final class RecordedRequest {
    private RecordedRequest() {}

    /// The request, if the file has one: files of other programs have none, nor those of models
    /// that were fitted in Java.
    ///
    /// @param name of the file in messages
    /// @throws slope.table.DataException if its record is none
    public static Optional<TrainingRequest> of(ModelFile file, String name) {
        List<String> words = file.provenance().options();
        return file.provenance()
                .request()
                .map(json -> TrainingRequest.parse(json, "the record of " + name))
                .or(() -> words.isEmpty() ? Optional.empty() : Optional.of(EarlyRecord.request(words, name)))
                .map(request -> requireNoFiles(request, name));
    }

    /// The request to train a model again. No file that the record names is read: those that
    /// training needs are named again.
    ///
    /// @param data the table that the model was trained on
    /// @param start the network that its training started from, if it was a given one
    /// @param classWeights in place of the recorded ones, which an early record may lack
    /// @throws DataException if the model has no record, or training needs a file that is not named
    static TrainingRequest again(
            Path model, TableSource data, Optional<Path> start, Optional<ClassWeights> classWeights) {
        ModelFile file = ModelFile.read(model);
        TrainingRequest recorded = of(file, model.toString())
                .orElseThrow(() -> new DataException(
                        "%s has no record of its training, so it cannot be trained again".formatted(model)));
        refuseSelected(file, model);
        if (start.isEmpty() && file.model().record().settings().containsKey("start")) {
            throw new DataException("%s was trained from another model".formatted(model), new Remedy.NameStart());
        }
        if (classWeights.isEmpty() && lacksClassWeights(file)) {
            throw new DataException(
                    "%s was trained with a file of class weights".formatted(model), new Remedy.NameClassWeights());
        }
        Estimator estimator = recorded.estimator();
        RowSelection rows = classWeights.map(estimator.rows()::classWeights).orElseGet(estimator::rows);
        return asItWas(recorded.estimator(estimator.rows(rows)), file.model()).files(data, start);
    }

    /// Refuses a model that no single training gives.
    ///
    /// @throws DataException if it was selected among several trainings
    static void refuseSelected(ModelFile file, Path model) {
        if (file.model().record().settings().containsKey(FitRecord.SELECTION)) {
            throw new DataException(
                    ("%s was selected among several trainings, and no single one gives it again; take the models of its"
                                    + " trials, or search again")
                            .formatted(model));
        }
    }

    /// The request without what there was not when the model was trained: its record lacks these settings.
    static TrainingRequest asItWas(TrainingRequest request, Model model) {
        Map<String, String> known = model.record().settings();
        Recipe recipe = request.estimator().recipe();
        if (!known.containsKey(Setting.LINEAR_PART.title()) && !known.containsKey("start")) {
            recipe = recipe.with(Setting.LINEAR_PART, LinearPartChoice.NEVER);
        }
        if (!known.containsKey(Setting.CALIBRATION.title()) && model.target().isClassification()) {
            recipe = recipe.with(Setting.CALIBRATION, CalibrationChoice.NONE);
        }
        return request.estimator(request.estimator().recipe(recipe));
    }

    private static TrainingRequest requireNoFiles(TrainingRequest request, String name) {
        TrainingRequest recorded = request.recorded().table(request.table().recorded());
        if (!recorded.toJson().equals(request.toJson())) {
            throw new DataException(
                    "%s has names of files or of outputs in its record, which are never written there; it was changed"
                            .formatted(name));
        }
        return recorded;
    }

    /// Whether training had class weights from a file, which an early record does not hold.
    public static boolean lacksClassWeights(ModelFile file) {
        return EarlyRecord.lacksClassWeights(file.provenance().options());
    }

    /// The column whose groups the training kept together, if the file says so.
    public static Optional<String> group(ModelFile file) {
        return of(file, "the model")
                .flatMap(request -> request.estimator().rows().group());
    }

    /// How a table is read that the model predicts: as that of the training, where the file says
    /// it. Each of its lines has to be a row, since a prediction is wanted for it.
    public static ReadOptions reading(ModelFile file) {
        ReadOptions recorded =
                of(file, "the model").map(TrainingRequest::reading).orElseGet(ReadOptions::none);
        Set<String> categorical = new HashSet<>(recorded.categorical());
        file.model().columns().forEach((name, kind) -> {
            if (kind == ColumnKind.CATEGORY) {
                categorical.add(name);
            }
        });
        categorical.removeAll(recorded.ignored());
        return recorded.badLines(BadLines.REFUSED)
                .ignored(Set.of())
                .categorical(categorical)
                .notations(notations(file, recorded))
                .dates(dates(file));
    }

    /// What happened to bad lines of the table that the model was trained on.
    static BadLines badLines(ModelFile file) {
        return of(file, "the model")
                .map(request -> request.reading().badLines())
                .orElse(BadLines.REFUSED);
    }

    /// Whether a model was trained on a table, or on most of its rows, by the hashes on record.
    ///
    /// @param table with all of its columns
    public static boolean isTrainedOn(ModelFile file, Table table) {
        return isTable(file, table)
                || overlap(file, table).filter(TrainingOverlap::isMost).isPresent();
    }

    /// The rows of a table that the training had as well; empty if none is found, or it is the very table.
    public static Optional<TrainingOverlap> overlap(ModelFile file, Table table) {
        return file.model()
                .record()
                .data()
                .sketch()
                .filter(none -> !isTable(file, table))
                .flatMap(sketch -> sketch.overlap(table, RowSketch.columns(file.model())));
    }

    /// Whether it is the very table.
    private static boolean isTable(ModelFile file, Table table) {
        String hash = file.model().record().data().hash();
        if (hash.isEmpty() || table.rows() != file.model().record().data().rows()) {
            return false;
        }
        Set<String> ignored = of(file, "the model")
                .map(request -> request.reading().ignored())
                .orElseGet(Set::of);
        List<Column> read = table.columns().stream()
                .filter(column -> !ignored.contains(column.name()))
                .toList();
        return !read.isEmpty() && Fingerprint.of(new Table(read)).equals(hash);
    }

    /// How the numbers of each column are written: plainly in those of the model, unless the file
    /// says more.
    private static Map<String, String> notations(ModelFile file, ReadOptions recorded) {
        Map<String, String> notations = new HashMap<>();
        recorded.numeric().forEach(name -> notations.put(name, ReadOptions.PLAIN));
        file.model().columns().forEach((name, kind) -> {
            if (kind == ColumnKind.NUMBER) {
                notations.put(name, ReadOptions.PLAIN);
            }
        });
        notations.putAll(recorded.notations());
        notations.keySet().removeAll(recorded.ignored());
        return notations;
    }

    /// The order of day and month in each date column of the model.
    private static Map<String, DateOrder> dates(ModelFile file) {
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

    /// The settings of a record, for people, with the weights of classes that each network was
    /// trained with.
    public static Map<String, String> settings(FitRecord record) {
        Map<String, String> settings = new LinkedHashMap<>(record.settings());
        if (!record.classWeights().isEmpty()) {
            settings.put("class-weights", JSON.std.asString(record.classWeights()));
        }
        return settings;
    }
}
