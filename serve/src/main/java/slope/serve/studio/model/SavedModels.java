package slope.serve.studio.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.report.json.Report;
import slope.report.model.TargetFacts;
import slope.serve.http.HttpException;

/// Owns the saved models that are open: those that were named at the start, and those that a page sent. No run of the
/// studio need have trained them.
public final class SavedModels {
    private final List<Path> files = new ArrayList<>();

    /// Opens a model.
    ///
    /// @return its number, from 1
    /// @throws slope.table.DataException if the file is no model
    public synchronized int open(Path file) {
        SavedModel _ = SavedModel.of(1, file); // refuses what is no model
        if (!files.contains(file)) {
            files.add(file);
        }
        return files.indexOf(file) + 1;
    }

    /// The file of a model.
    ///
    /// @throws HttpException if there is none with this number
    synchronized Path get(int number) {
        if (number < 1 || number > files.size()) {
            throw new HttpException(404, "there is no saved model %s".formatted(number));
        }
        return files.get(number - 1);
    }

    /// All of them, in the order in which they were opened.
    synchronized ModelList list() {
        List<SavedModel> models = new ArrayList<>();
        for (Path file : files) {
            models.add(SavedModel.of(models.size() + 1, file));
        }
        return new ModelList(models);
    }

    /// The models that are open.
    public record ModelList(List<SavedModel> models) implements Report {
        public ModelList {
            models = List.copyOf(models);
        }

        @Override
        public String report() {
            return "studio-models";
        }

        @Override
        public int version() {
            return 1;
        }
    }

    /// A model.
    ///
    /// @param number from 1
    /// @param file its name
    /// @param task what it predicts
    /// @param networks whose mean its prediction is
    public record SavedModel(int number, String file, TargetFacts task, int networks) {
        private static SavedModel of(int number, Path file) {
            Model model = ModelFile.read(file).model();
            return new SavedModel(
                    number,
                    String.valueOf(file.getFileName()),
                    TargetFacts.of(model),
                    model.members().size());
        }
    }
}
