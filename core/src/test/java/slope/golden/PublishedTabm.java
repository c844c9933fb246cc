package slope.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.PassThrough;
import slope.layer.PiecewiseLinearEmbedding;

/// A whole TabM-mini of its authors as a network of Slope: 4 members, 3 numbers as piecewise-linear
/// embeddings, 2 one-hot categories, two layers of 8 units, 3 classes.
final class PublishedTabm {
    static final PublishedNumbers FILE = PublishedNumbers.of("tabm_mini.json");
    static final int MEMBERS = FILE.get("members").count();
    static final int CLASSES = 3;
    static final Architecture ARCHITECTURE = architecture();

    private PublishedTabm() {}

    private static Architecture architecture() {
        List<BinEdges> edges = FILE.get("bin_edges").items().stream()
                .map(each -> edges(each.numbers()))
                .toList();
        int dimension = FILE.get("dimension").count();
        int block = FILE.get("block").count();
        List<Integer> chunks = Arrays.stream(FILE.get("drawn_start")
                        .get("affine_is_the_same_within_each_of")
                        .numbers())
                .mapToObj(chunk -> (int) chunk)
                .toList();
        return Architecture.inputs(8)
                .with(new FeatureEmbeddings(
                        List.of(new PiecewiseLinearEmbedding(edges, dimension), new PassThrough(5))))
                .with(new BatchEnsembleAdapter(chunks, BatchEnsembleAdapter.Start.NORMAL))
                .members(MEMBERS)
                .dense(block, Activation.RELU)
                .with(new Dropout(0))
                .dense(block, Activation.RELU)
                .with(new Dropout(0))
                .with(new EnsembleHeads(CLASSES));
    }

    static BinEdges edges(double[] numbers) {
        return BinEdges.of(floats(numbers));
    }

    static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) numbers[index];
        }
        return floats;
    }

    /// Of all rows, numbers and one-hot categories.
    static double[][] inputs() {
        double[][] numbers = FILE.get("x_num").rows();
        double[][] categories = FILE.get("x_cat").rows();
        double[][] inputs = new double[numbers.length][8];
        for (int row = 0; row < inputs.length; row++) {
            System.arraycopy(numbers[row], 0, inputs[row], 0, 3);
            inputs[row][3 + (int) categories[row][0]] = 1;
            inputs[row][6 + (int) categories[row][1]] = 1;
        }
        return inputs;
    }

    /// All rows for each member.
    static Batch allRows() {
        double[][] chosen = new double[inputs().length][MEMBERS];
        for (int row = 0; row < chosen.length; row++) {
            Arrays.fill(chosen[row], row);
        }
        return batch(chosen);
    }

    /// @param rowsOfMembers batch × members: the row of each
    static Batch batch(double[][] rowsOfMembers) {
        double[][] inputs = inputs();
        double[] targets = FILE.get("y").numbers();
        List<double[]> chosen = new ArrayList<>();
        List<double[]> chosenTargets = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            for (double[] rows : rowsOfMembers) {
                chosen.add(inputs[(int) rows[member]]);
                chosenTargets.add(new double[] {targets[(int) rows[member]]});
            }
        }
        return new Batch(chosen.toArray(double[][]::new), chosenTargets.toArray(double[][]::new));
    }

    /// The authors' parameters, or gradients by them, in the order of the layout.
    static double[] parameters(PublishedNumbers theirs) {
        ParameterLayout layout = ARCHITECTURE.parameterLayout();
        double[] ours = new double[layout.length()];
        for (Block block : layout.blocks()) {
            double[] numbers = theirs.get(name(block)).numbers();
            for (int index = 0; index < block.length(); index++) {
                ours[block.offset() + index] = numbers[theirIndex(block, index)];
            }
        }
        return ours;
    }

    /// The last layers' weights are members × inputs × outputs there, inputs × members × outputs
    /// here.
    private static int theirIndex(Block block, int index) {
        if (block.role() != ParameterLayout.Role.HEAD_WEIGHTS) {
            return index;
        }
        int input = index / block.columns();
        int member = index % block.columns() / CLASSES;
        return (member * block.rows() + input) * CLASSES + index % CLASSES;
    }

    /// The authors' name of a block.
    static String name(Block block) {
        String dense = "backbone.blocks.%d.0.".formatted((block.layer() - 2) / 2);
        return switch (block.role()) {
            case LINEAR_WEIGHTS -> "num_module.linear0.weight";
            case LINEAR_BIAS -> "num_module.linear0.bias";
            case BIN_WEIGHTS -> "num_module.linear.weight";
            case ADAPTER -> "backbone.affine.weight";
            case WEIGHTS -> dense + "weight";
            case BIAS -> dense + "bias";
            case HEAD_WEIGHTS -> "output.weight";
            case HEAD_BIAS -> "output.bias";
            case SCALE,
                    PARAMETRIC_ACTIVATION,
                    NORM_WEIGHTS,
                    NORM_BIAS,
                    FREQUENCIES,
                    PHASES,
                    PERIODIC_WEIGHTS,
                    PERIODIC_BIAS,
                    CATEGORY_EMBEDDING -> throw new IllegalArgumentException("TabM has no " + block.name());
        };
    }
}
