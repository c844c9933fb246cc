package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.RowSelection;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// What is written can be read, however much it is, or is refused before. Reading compares the hash of what was saved.
class LargeModelFileTest {
    private static final Path ENDLESS = Path.of("/dev/zero");

    @TempDir
    private Path folder;

    /// More than 2,000,000 quantiles, as of 37,500 rows; such an ensemble could not be saved.
    @Test
    @Tag("long")
    void anEnsembleOf400ColumnsAndFiveFoldsIsReadAsItWasWritten() {
        Table table = new Table(IntStream.rangeClosed(0, 400)
                .<Column>mapToObj(column -> NumberColumn.of("column " + column, draws(column, 200)))
                .toList());
        List<FittedNetwork> networks = new ArrayList<>();
        Slope.predict(TargetChoice.of("column 0").kind(TargetKind.REGRESSION))
                .recipe(Recipe.ensemble().hidden(List.of(32)).epochs(1))
                .rows(RowSelection.defaults().folds(5))
                .fit(table)
                .model()
                .members()
                .forEach(member -> networks.add(new FittedNetwork(
                        manyQuantiles(member.encoding(), networks.size()), member.target(), member.network())));
        Model model = new Model(networks);
        Path saved = folder.resolve("model.onnx");
        Models.save(model, saved);
        assertThat(Models.load(saved).predict(table).text(7, 0))
                .isEqualTo(model.predict(table).text(7, 0));
    }

    private static TableEncoder manyQuantiles(TableEncoder encoding, int network) {
        return new TableEncoder(encoding.columns().stream()
                .map(NumberEncoder.class::cast)
                .<ColumnEncoder>map(column -> new NumberEncoder(
                        column.column(),
                        column.imputed(),
                        new Scaler.Normal(
                                DoubleStream.of(draws(column.column().hashCode() + network, 1_001))
                                        .sorted()
                                        .boxed()
                                        .toList(),
                                Scaler.Normal.Precision.DOUBLE)))
                .toList());
    }

    private static double[] draws(int column, int count) {
        double[] drawn = new double[count];
        Arrays.setAll(drawn, row -> SplitRandom.of(41, column, row).nextGaussian());
        return drawn;
    }

    @Test
    void fiveFoldsOf10000ColumnsWithMissingCellsAreReadAsTheyWereWritten() {
        ModelFile file = file(model(
                5,
                10_000,
                name -> List.of(
                        new NumberEncoder(name, 1, new Scaler.Robust(0.123456, 3.25)),
                        new MissingIndicator(name, 1, 0))));
        assertThatCode(file::refuseTooLarge).doesNotThrowAnyException();
    }

    @Test
    @Tag("long")
    void wordsThatTrainingSawMayBeMillions() {
        List<TrainingRanges> seen = IntStream.range(0, 250)
                .<TrainingRanges>mapToObj(column -> new TrainingRanges.Words(
                        "column " + column,
                        IntStream.range(0, 9_000)
                                .mapToObj(word -> "a word of a column " + word * 7_919)
                                .collect(Collectors.toSet())))
                .toList();
        ModelFile file = new ModelFile(
                model(1, 1, name -> List.of(new NumberEncoder(name, 0, new Scaler.Unchanged())))
                        .with(FitRecord.unknown().ranges(seen)),
                Provenance.unknown());
        assertThat(ModelFile.of(file.toByteArray()).model().record().ranges()).hasSize(250);
    }

    /// Such a model was refused when its file did not hold the tables.
    @Test
    void tablesOfOneHotColumnsAreReadAsTheyWereWritten() {
        List<Level> levels = Level.named(
                IntStream.range(0, 255).mapToObj(level -> "level " + level).toArray(String[]::new));
        Model model =
                model(3, 200, name -> List.of(OneHotEncoder.oneHot(name, levels, OneHotEncoder.OtherInput.PRESENT)));
        assertThatCode(file(model)::refuseTooLarge).doesNotThrowAnyException();
    }

    @Test
    void aLayerWiderThanIsReadIsRefusedBefore() {
        Architecture architecture =
                Architecture.inputs(1).dense((1 << 20) + 1, Activation.RELU).dense(1, Activation.IDENTITY);
        TableEncoder encoding = new TableEncoder(List.of(new NumberEncoder("a", 0, new Scaler.Unchanged())));
        Model model = new Model(encoding, Cases.NUMBER, zeros(architecture));
        assertThatThrownBy(() -> file(model).refuseTooLarge())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 1,048,577 for \"outputs\"; 1 to 1,048,576 are read");
    }

    @Test
    @EnabledIf("hasEndlessDevice")
    void aDeviceWithoutEndIsNotRead() {
        long before = Allocation.bytes();
        assertThatThrownBy(() -> ModelFile.read(ENDLESS))
                .isInstanceOf(DataException.class)
                .hasMessage("/dev/zero is a device or a pipe; copy what it holds to a file, and name that");
        assertThat(Allocation.bytes() - before).isLessThan(1 << 20);
    }

    static boolean hasEndlessDevice() {
        return Files.exists(ENDLESS);
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        Path file = folder.resolve("sparse.onnx");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 600L << 20); // takes no room on the disk
        }
        long before = Allocation.bytes();
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " is larger than 512 MB, the most that is read");
        assertThat(Allocation.bytes() - before).isLessThan(1 << 20);
    }

    private static ModelFile file(Model model) {
        return new ModelFile(model, Provenance.unknown());
    }

    private interface Columns {
        List<ColumnEncoder> of(String name);
    }

    private static Model model(int networks, int count, Columns columns) {
        TableEncoder encoding = new TableEncoder(IntStream.range(0, count)
                .mapToObj(column -> "column " + column)
                .flatMap(name -> columns.of(name).stream())
                .toList());
        Architecture architecture = Architecture.inputs(encoding.width()).dense(1, Activation.IDENTITY);
        return new Model(Collections.nCopies(networks, new FittedNetwork(encoding, Cases.NUMBER, zeros(architecture))));
    }

    private static Network zeros(Architecture architecture) {
        return Network.of(
                architecture,
                Parameters.of(
                        architecture.parameterLayout(),
                        new float[architecture.parameterLayout().length()]));
    }
}
