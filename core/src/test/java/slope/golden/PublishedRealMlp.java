package slope.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.recipe.RecipeParts;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.TargetScale;
import slope.training.Trainer;

/// A whole RealMLP of its authors beside the tuned recipe's for the same table: 3 numbers, a
/// column of 3 categories and one of 12, of which all 12 have codes here, of however few rows.
final class PublishedRealMlp {
    static final PublishedRealMlp CLASSES = new PublishedRealMlp("realmlp_classification.json", true);
    static final PublishedRealMlp NUMBERS = new PublishedRealMlp("realmlp_regression.json", false);

    private static final int ROWS_OF_A_BATCH = 5;

    final PublishedNumbers file;
    final boolean isOfClasses;
    final Architecture architecture;
    private final TableEncoder encoding; // of the numbers and the column of 3 categories
    private final RecipeParts recipe;

    private PublishedRealMlp(String name, boolean isOfClasses) {
        this.file = PublishedNumbers.of(name);
        this.isOfClasses = isOfClasses;
        this.encoding = Recipe.tuned().encoder(table());
        List<ColumnEncoder> all = new ArrayList<>(encoding.columns());
        all.add(new OrdinalEncoder(
                "twelve",
                Level.named(IntStream.rangeClosed(1, 12)
                        .mapToObj("t%02d"::formatted)
                        .toArray(String[]::new))));
        this.recipe = RecipeParts.tuned(
                isOfClasses ? new Classes("y", List.of("a", "b", "c")) : new Numbers(List.of(scale())),
                file.get("table").get("target").rows().length,
                List.of(8, 8, 8));
        this.architecture = recipe.tunedArchitecture(new TableEncoder(all));
    }

    private Table table() {
        double[][] numbers = file.get("table").get("numbers").rows();
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            int column = index;
            columns.add(NumberColumn.of(
                    "n" + index,
                    Arrays.stream(numbers).mapToDouble(row -> row[column]).toArray()));
        }
        @Nullable
        String[] three = Arrays.stream(file.get("table").get("codes").rows())
                .map(codes -> codes[0] == 0 ? null : "abc".substring((int) codes[0] - 1, (int) codes[0]))
                .toArray(String[]::new);
        columns.add(CategoryColumn.of("three", three));
        return new Table(columns);
    }

    /// Rows × 6: what the recipe's encoding makes of the numbers and the small category.
    double[][] encoded() {
        float[] encoded = encoding.encode(table());
        double[][] rows = new double[encoded.length / 6][6];
        for (int index = 0; index < encoded.length; index++) {
            rows[index / 6][index % 6] = encoded[index];
        }
        return rows;
    }

    /// The authors' inputs in the order of the recipe's network.
    double[][] inputs() {
        double[][] numbers = file.get("inputs").get("numbers").rows();
        double[][] oneHot = file.get("inputs").get("one_hot").rows();
        double[] codes = file.get("inputs").get("codes").numbers();
        double[][] inputs = new double[codes.length][7];
        for (int row = 0; row < codes.length; row++) {
            System.arraycopy(numbers[row], 0, inputs[row], 0, 3);
            System.arraycopy(oneHot[row], 0, inputs[row], 3, 3);
            inputs[row][6] = codes[row];
        }
        return inputs;
    }

    /// What the network learns: the number of a class, or a number in deviations.
    double[] targets() {
        double[] raw = file.get("table").get("target").numbers();
        return isOfClasses
                ? raw
                : Arrays.stream(raw)
                        .map(value -> (value - scale().mean()) / scale().standardDeviation())
                        .toArray();
    }

    /// The same as the recipe has it.
    float[] encodedTargets() {
        return new Numbers(List.of(scale()))
                .encode(Table.of(
                        NumberColumn.of("y", file.get("table").get("target").numbers())));
    }

    TargetScale scale() {
        return TargetScale.fit(
                NumberColumn.of("y", file.get("table").get("target").numbers()), TargetScale.Range.OF_TRAINING);
    }

    /// Eight batches: all rows twice.
    List<Batch> batches() {
        double[][] inputs = inputs();
        double[][] targets = Arrays.stream(targets())
                .mapToObj(target -> new double[] {target})
                .toArray(double[][]::new);
        List<Batch> batches = new ArrayList<>();
        for (int batch = 0; batch < 8; batch++) {
            int from = batch * ROWS_OF_A_BATCH % inputs.length;
            int to = from + ROWS_OF_A_BATCH;
            batches.add(new Batch(Arrays.copyOfRange(inputs, from, to), Arrays.copyOfRange(targets, from, to)));
        }
        return batches;
    }

    Loss loss() {
        return isOfClasses ? Loss.multiClassCrossEntropy() : Loss.meanSquaredError();
    }

    /// What training makes small: for classes with the recipe's smoothing.
    Loss trainingLoss() {
        return isOfClasses ? new MultiClassCrossEntropy(recipe.labelSmoothing()) : loss();
    }

    /// As the recipe has it.
    Trainer trainer() {
        return recipe.trainer(trainingLoss());
    }

    ParameterLayout layout() {
        return architecture.parameterLayout();
    }

    /// How far a training's eight steps move the block that is furthest from where the authors'
    /// move it.
    double distanceOfMoves(TestedEngine engine, Trainer trainer) {
        double[] start = parameters("parameters");
        double[] actual =
                engine.train(trainer, architecture, start, batches()).getLast().parameters();
        return Distance.ofBlocks(
                layout(), Distance.less(parameters("parameters_after_8"), start), Distance.less(actual, start));
    }

    /// The same of two steps along gradients that are about as large as Adam's ε.
    double distanceNearEpsilon(TestedEngine engine, Optimizer optimizer) {
        PublishedNumbers near = file.get("near_epsilon");
        double[] start = parameters("parameters");
        double[] gradient = Arrays.stream(gradients("gradients"))
                .map(each -> each * near.get("loss_times").number())
                .toArray();
        double[] rates = Arrays.stream(near.get("progress").numbers())
                .map(trainer().learningRate()::at)
                .toArray();
        Descent descent =
                new Descent((UpdateRule) optimizer, trainer().trainingOptions().parameterGroups(), layout());
        double[] after = engine.descend(descent, start, new double[][] {gradient, gradient}, rates)
                .getLast();
        double furthest = 0;
        for (Block block : layout().blocks()) {
            Optional<PublishedNumbers> theirs = near.get("parameters_after_2").find(name(block));
            if (theirs.isPresent()) {
                double[] own = Distance.part(start, block);
                double[] expected = Arrays.stream(theirs.get().numbers())
                        .map(each -> each * sumFactor(block))
                        .toArray();
                double[] actual = Distance.part(after, block);
                furthest = Math.max(furthest, Distance.of(Distance.less(expected, own), Distance.less(actual, own)));
            }
        }
        return furthest;
    }

    /// The authors' parameters of this name in the file, as Slope stores them: they divide sums of
    /// dense layers by √inputs, Slope's weights are divided already.
    double[] parameters(String name) {
        return converted(file.get(name), 1);
    }

    /// The same for gradients.
    double[] gradients(String name) {
        return converted(file.get(name), -1);
    }

    private double[] converted(PublishedNumbers theirs, int power) {
        double[] ours = new double[layout().length()];
        for (Block block : layout().blocks()) {
            double[] numbers = theirs.get(name(block)).numbers();
            double factor = Math.pow(sumFactor(block), power);
            for (int index = 0; index < block.length(); index++) {
                ours[block.offset() + index] = numbers[index] * factor;
            }
        }
        return ours;
    }

    /// What the authors multiply sums of the block's weights by.
    double sumFactor(Block block) {
        return block.role() == Role.WEIGHTS
                ? file.get("sum_factors").get(name(block)).number()
                : 1;
    }

    /// The authors' name of a block.
    static String name(Block block) {
        return switch (block.role()) {
            case FREQUENCIES -> "plr.weight_1";
            case PHASES -> "plr.bias_1";
            case PERIODIC_WEIGHTS -> "plr.weight_2";
            case PERIODIC_BIAS -> "plr.bias_2";
            case CATEGORY_EMBEDDING -> "tfms.emb";
            case SCALE -> "first_layer.layer-0.scale";
            case WEIGHTS -> layer(block) + ".weight";
            case BIAS -> layer(block) + ".bias";
            case PARAMETRIC_ACTIVATION -> layer(block) + ".act";
            case LINEAR_WEIGHTS, LINEAR_BIAS, BIN_WEIGHTS, ADAPTER, HEAD_WEIGHTS, HEAD_BIAS, NORM_WEIGHTS, NORM_BIAS ->
                throw new IllegalArgumentException("RealMLP has no " + block.name());
        };
    }

    /// Features and scale come first, then a dense layer, its activation and its dropout, three
    /// times.
    private static String layer(Block block) {
        int number = (block.layer() - 2) / 3;
        return switch (number) {
            case 0 -> "first_layer.layer-0";
            case 3 -> "last_layer.layer-3";
            default -> "middle_layer.layer-" + number;
        };
    }

    @Override
    public String toString() {
        return isOfClasses ? "classes" : "numbers";
    }
}
