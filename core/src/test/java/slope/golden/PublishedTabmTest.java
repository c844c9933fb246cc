package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.layer.Initializer;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.network.Network;
import slope.recipe.RecipeParts;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.training.Trainer;

/// TabM-mini by its authors' code: outputs, loss, gradient, three steps of the ensemble recipe, and
/// the start.
class PublishedTabmTest {
    private static final PublishedNumbers FILE = PublishedTabm.FILE;
    private static final Loss LOSS = Loss.multiClassCrossEntropy();
    private static final ParameterLayout LAYOUT = PublishedTabm.ARCHITECTURE.parameterLayout();

    /// The file has 8 decimals of parameters up to 1.7.
    private static final double DIGITS_OF_PARAMETERS = 3e-9;

    private final double[] start = PublishedTabm.parameters(FILE.get("parameters"));

    @ParameterizedTest
    @EnumSource
    void outputsAreTheSame(TestedEngine engine) {
        Measured measured = engine.measure(PublishedTabm.ARCHITECTURE, start, LOSS, PublishedTabm.allRows());

        Distance.assertWithin(engine.bound, FILE.get("outputs"), rowsFirst(measured.outputs()));
    }

    @Test
    void probabilitiesAreTheMeanOverMembers() {
        double[] outputs = FILE.get("outputs").numbers(); // rows × members × classes
        double[] probabilities = RecipeParts.decoded(
                new Classes("y", List.of("a", "b", "c")),
                outputs,
                PublishedTabm.MEMBERS,
                Table.of(NumberColumn.of("x", new double[6])));

        Distance.assertWithin(1e-6, FILE.get("mean_probabilities"), probabilities);
    }

    @ParameterizedTest
    @EnumSource
    void lossAndGradientAreTheSame(TestedEngine engine) {
        Batch batch = PublishedTabm.batch(FILE.get("rows_of_members").rows());
        Measured measured = engine.measure(PublishedTabm.ARCHITECTURE, start, LOSS, batch);

        Distance.assertWithin(engine.bound, FILE.get("loss"), measured.loss());
        Distance.assertBlocksWithin(
                engine.bound, LAYOUT, PublishedTabm.parameters(FILE.get("gradients")), measured.gradient());
    }

    /// The authors' steps clip the gradient at a quarter of the recipe's limit, so that it is
    /// clipped.
    @ParameterizedTest
    @EnumSource
    void threeStepsEndWithTheSameParameters(TestedEngine engine) {
        PublishedNumbers published = FILE.get("steps");
        Trainer recipe = RecipeParts.ensemble().trainer(LOSS);
        Trainer clipping = recipe.trainingOptions(recipe.trainingOptions()
                .maximumGradientNorm(published.get("longest_gradient").number()));
        List<Batch> batches = published.get("rows_of_members").items().stream()
                .map(rows -> PublishedTabm.batch(rows.rows()))
                .toList();

        List<Step> steps = engine.train(clipping, PublishedTabm.ARCHITECTURE, start, batches);

        Distance.assertWithin(
                engine.bound,
                published.get("losses"),
                steps.stream().mapToDouble(Step::loss).toArray());
        for (int after : List.of(1, 3)) {
            double[] expected = PublishedTabm.parameters(FILE.get("parameters_after_" + after));
            double[] actual = steps.get(after - 1).parameters();
            double bound = Math.max(engine.bound, DIGITS_OF_PARAMETERS);
            Distance.assertWithin(bound, "parameters after " + after, expected, actual);
            Distance.assertBlocksWithin(
                    engine.boundOfMoves, LAYOUT, Distance.less(expected, start), Distance.less(actual, start));
        }
    }

    @Test
    void theSameParametersDoNotDecay() {
        Trainer recipe = RecipeParts.ensemble().trainer(LOSS);
        List<String> withoutDecay = new ArrayList<>();
        for (Block block : LAYOUT.blocks()) {
            if (recipe.trainingOptions()
                            .parameterGroups()
                            .multipliers(block.role())
                            .decay()
                    == 0) {
                withoutDecay.add(PublishedTabm.name(block));
            }
        }
        assertThat(withoutDecay)
                .containsExactlyInAnyOrderElementsOf(FILE.get("without_decay").words().stream()
                        .map(Optional::orElseThrow)
                        .toList());
    }

    /// Factors of one chunk are equal, bins start at 0, and no other block is wider than the
    /// authors' draw allows: they are uniform, and of many numbers the largest is near the limit.
    @Test
    void theStartIsLikeTheAuthors() {
        Network drawn = Network.start(PublishedTabm.ARCHITECTURE, Initializer.FAN_IN, 1);
        float[] parameters = drawn.parameters().toArray();
        for (Block block : LAYOUT.blocks()) {
            double largest = 0;
            for (int index = 0; index < block.length(); index++) {
                largest = Math.max(largest, Math.abs(parameters[block.offset() + index]));
            }
            if (block.role() == Role.ADAPTER) {
                assertChunksAreEqual(Arrays.copyOfRange(parameters, block.offset(), block.offset() + 20));
            } else {
                double limit = FILE.get("drawn_start")
                        .get("limits")
                        .get(PublishedTabm.name(block))
                        .number();
                assertThat(largest).as(block.name()).isBetween(limit * 0.8, limit * 1.25);
            }
        }
    }

    private static void assertChunksAreEqual(float[] factors) {
        int at = 0;
        for (double chunk :
                FILE.get("drawn_start").get("affine_is_the_same_within_each_of").numbers()) {
            for (int index = at; index < at + chunk; index++) {
                assertThat(factors[index]).isEqualTo(factors[at]);
            }
            at += (int) chunk;
        }
    }

    /// Members × rows × classes as rows × members × classes.
    private static double[] rowsFirst(double[] membersFirst) {
        int classes = PublishedTabm.CLASSES;
        int rows = membersFirst.length / classes / PublishedTabm.MEMBERS;
        double[] rowsFirst = new double[membersFirst.length];
        for (int index = 0; index < membersFirst.length; index++) {
            int member = index / classes / rows;
            int row = index / classes % rows;
            rowsFirst[(row * PublishedTabm.MEMBERS + member) * classes + index % classes] = membersFirst[index];
        }
        return rowsFirst;
    }
}
