package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.cli.Penguins;
import slope.cli.Ran;
import slope.fit.ClassWeights;
import slope.fit.FitResult;
import slope.fit.RowSelection;
import slope.onnx.ModelFile;
import slope.onnx.Models;
import slope.recipe.Recipe;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// A Java program that saves a result saves what the command line does.
class SavedRecordTest {
    @TempDir
    Path folder;

    @Test
    void aProgramSavesTheModelAndTheRecordOfTheCommandLine() throws IOException {
        Path table = weighedPenguins();
        Path ofCommand = folder.resolve("command.onnx");
        List<String> words = new ArrayList<>(List.of("train", table.toString(), "--target", "species"));
        words.addAll(List.of("--recipe", "plain", "--hidden", "4", "--epochs", "5", "--folds", "2"));
        words.addAll(List.of("--test-share", "0.2", "--weight", "seen", "--class-weights", "balanced"));
        words.addAll(List.of("--out", ofCommand.toString()));
        Ran ran = Ran.slope(words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        RowSelection rows = RowSelection.defaults()
                .folds(2)
                .testShare(0.2)
                .weight("seen")
                .classWeights(new ClassWeights.Balanced());
        FitResult result = Slope.predict("species")
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(5))
                .rows(rows)
                .fit(TableFiles.read(table.toString(), ReadOptions.none()));
        Path ofProgram = folder.resolve("program.onnx");
        Models.save(result.model(), ofProgram);

        ModelFile expected = ModelFile.read(ofCommand);
        ModelFile saved = ModelFile.read(ofProgram);
        assertThat(saved.modelHash()).isEqualTo(expected.modelHash());
        assertThat(saved.model().record()).isEqualTo(expected.model().record()).isEqualTo(result.record());
        assertThat(saved.provenance().options()).isEmpty();
    }

    /// The penguins, each seen once, twice or three times.
    private Path weighedPenguins() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(Penguins.FILE)));
        lines.set(0, lines.getFirst() + ",seen");
        for (int line = 1; line < lines.size(); line++) {
            lines.set(line, lines.get(line) + "," + (1 + line % 3));
        }
        return Files.write(folder.resolve("penguins.csv"), lines);
    }
}
