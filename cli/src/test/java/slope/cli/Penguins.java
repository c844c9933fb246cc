package slope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Short trainings on the penguins, for tests that need a saved model.
public final class Penguins {
    public static final String FILE = "../examples/penguins.csv";

    private Penguins() {}

    /// Trains a plain network for five epochs.
    ///
    /// @param more options
    public static Ran train(String target, String... more) {
        List<String> words =
                new ArrayList<>(List.of("train", FILE, "--target", target, "--recipe", "plain", "--epochs", "5"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }

    /// The same with four hidden units.
    ///
    /// @return the file of the model
    public static String save(String target, Path folder) {
        String file = folder.resolve(target + ".onnx").toString();
        train(target, "--hidden", "4", "--out", file);
        return file;
    }
}
