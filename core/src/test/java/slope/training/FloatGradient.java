package slope.training;

import java.util.Arrays;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.network.Pass;

/// What the float engine computes for one batch, as training does without dropping anything: outputs,
/// loss and gradient.
public final class FloatGradient {
    private final float[] outputs; // rows × outputs
    private final double loss;
    private final float[] gradient; // in the order of the parameter layout

    private FloatGradient(float[] outputs, double loss, float[] gradient) {
        this.outputs = outputs;
        this.loss = loss;
        this.gradient = gradient;
    }

    public static FloatGradient of(Network network, Loss loss, float[] inputs, float[] targets, int rows) {
        Team team = Engine.scalar().start();
        int outputWidth = network.architecture().outputs();
        Pass pass = new Pass(team, network.architecture(), rows);
        LossMeter meter = new LossMeter(team, loss, outputWidth, rows);
        float[] parameters = network.parameters().toArray();
        float[] gradient = new float[parameters.length];

        float[] outputs = Arrays.copyOf(pass.forwardToTrain(parameters, inputs, 0, rows, 0, 0), rows * outputWidth);
        double sum = meter.measure(outputs, targets, pass.outputGradient(), rows);
        pass.backward(gradient);
        return new FloatGradient(outputs, meter.loss(sum, rows), gradient);
    }

    public float[] outputs() {
        return outputs;
    }

    public double loss() {
        return loss;
    }

    public float[] gradient() {
        return gradient;
    }
}
