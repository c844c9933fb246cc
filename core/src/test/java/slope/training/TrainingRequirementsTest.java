package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Optimizer;

class TrainingRequirementsTest {
    private static final Examples CLASSES = Examples.of(new float[] {1, 2, 3, 4}, 2, new float[] {0, 2}, 1);

    private final Network classifier = network(3, Activation.IDENTITY);

    @Test
    void theInputsMustFit() {
        Examples wide = Examples.of(new float[] {1, 2, 3}, 3, new float[] {0}, 1);
        assertRefusal(
                Loss.multiClassCrossEntropy(),
                classifier,
                wide,
                "the network needs examples of width 2, but the training examples have width 3");
    }

    @Test
    void theTargetsMustFit() {
        Examples oneHot = Examples.of(new float[] {1, 2}, 2, new float[] {0, 0, 1}, 3);
        assertRefusal(
                Loss.multiClassCrossEntropy(),
                classifier,
                oneHot,
                "multi-class cross-entropy with 3 outputs needs 1 target a row"
                        + " (the number of a class, a whole number from 0 to 2), but the training examples have 3");
        assertRefusal(
                Loss.meanSquaredError(),
                classifier,
                CLASSES,
                "mean squared error with 3 outputs needs 3 targets a row (finite numbers), but the training examples"
                        + " have 1");
    }

    @Test
    void thereMustBeRows() {
        Examples none = Examples.of(new float[0], 2, new float[0], 1);
        assertRefusal(
                Loss.multiClassCrossEntropy(),
                classifier,
                none,
                "the training examples have no rows; at least 1 is needed");
        assertThatThrownBy(() -> trainer(Loss.multiClassCrossEntropy()).train(classifier, CLASSES, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the validation examples have no rows; at least 1 is needed");
    }

    @Test
    void classesMustBeAmongTheOutputs() {
        String wanted = "; multi-class cross-entropy needs the number of a class, a whole number from 0 to 2";
        assertClassRefusal(3, "target 0 of training row 1 (both from 0) is 3" + wanted);
        assertClassRefusal(-1, "target 0 of training row 1 (both from 0) is -1" + wanted);
        assertClassRefusal(1.5f, "target 0 of training row 1 (both from 0) is 1.5" + wanted);
        assertClassRefusal(Float.NaN, "target 0 of training row 1 (both from 0) is NaN" + wanted);
    }

    @Test
    void binaryTargetsMustBeBinary() {
        Examples half = Examples.of(new float[] {1, 2}, 2, new float[] {0.5f}, 1);
        assertRefusal(
                Loss.binaryCrossEntropy(),
                network(1, Activation.IDENTITY),
                half,
                "target 0 of training row 0 (both from 0) is 0.5; binary cross-entropy needs 0 or 1");
    }

    @Test
    void numbersMustBeFinite() {
        Network regressor = network(1, Activation.IDENTITY);
        assertRefusal(
                Loss.meanSquaredError(),
                regressor,
                Examples.of(new float[] {1, 2}, 2, new float[] {Float.NaN}, 1),
                "target 0 of training row 0 (both from 0) is NaN; mean squared error needs finite numbers");
        assertRefusal(
                Loss.meanSquaredError(),
                regressor,
                Examples.of(new float[] {1, Float.POSITIVE_INFINITY}, 2, new float[] {1}, 1),
                "input 1 of training row 0 (both from 0) is Infinity;"
                        + " inputs must be finite: fill missing values first");
    }

    @Test
    void lossesFromLogitsWantTheIdentityLast() {
        assertRefusal(
                Loss.multiClassCrossEntropy(),
                network(3, Activation.SOFTMAX),
                CLASSES,
                "multi-class cross-entropy applies the softmax itself: give the last layer Activation.IDENTITY");
        assertRefusal(
                Loss.binaryCrossEntropy(),
                network(1, Activation.SIGMOID),
                Examples.of(new float[] {1, 2}, 2, new float[] {1}, 1),
                "binary cross-entropy applies the sigmoid itself: give the last layer Activation.IDENTITY");
    }

    /// Any identity will do, not only the constant.
    @Test
    void anIdentityIsAnIdentity() {
        TrainingResult result =
                trainer(Loss.multiClassCrossEntropy()).train(network(3, new Activation.Identity()), CLASSES);
        assertThat(result.history()).hasSize(1);
    }

    @Test
    void oneClassIsNoChoice() {
        assertRefusal(
                Loss.multiClassCrossEntropy(),
                network(1, Activation.IDENTITY),
                CLASSES,
                "multi-class cross-entropy needs one output for each class, and a single output leaves nothing"
                        + " to choose from: use 2 outputs or more, or binary cross-entropy");
    }

    private void assertClassRefusal(float target, String message) {
        Examples examples = Examples.of(new float[] {1, 2, 3, 4}, 2, new float[] {0, target}, 1);
        assertRefusal(Loss.multiClassCrossEntropy(), classifier, examples, message);
    }

    private static void assertRefusal(Loss loss, Network network, Examples examples, String message) {
        assertThatThrownBy(() -> trainer(loss).train(network, examples))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Trainer trainer(Loss loss) {
        return Trainer.of(loss, Optimizer.sgd()).stopping(Stopping.after(1));
    }

    private static Network network(int outputs, Activation last) {
        return Network.start(Architecture.inputs(2).dense(outputs, last), Initializer.GLOROT, 1);
    }
}
