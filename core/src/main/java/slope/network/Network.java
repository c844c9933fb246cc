package slope.network;

import slope.kernel.Kernels;

/// A shape with parameters: a function from rows of inputs to rows of outputs. It never changes.
public final class Network {
    /// Rows that are predicted together: enough that each weight read from memory serves many rows,
    /// few enough that the layers' outputs stay in the caches.
    private static final int PREDICTION_BLOCK = 128;

    private final Architecture architecture;
    private final Parameters parameters;

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture.validated();
        this.parameters = parameters;
        if (!parameters.layout().equals(architecture.parameterLayout())) {
            throw new IllegalArgumentException("the parameters belong to another architecture");
        }
    }

    /// A network of this shape with these parameters.
    public static Network of(Architecture architecture, Parameters parameters) {
        return new Network(architecture, parameters);
    }

    /// A network to start training from.
    public static Network start(Architecture architecture, Initializer initializer, long seed) {
        return new Network(architecture.validated(), Parameters.start(architecture, initializer, seed));
    }

    public Architecture architecture() {
        return architecture;
    }

    public Parameters parameters() {
        return parameters;
    }

    /// The outputs for one or many rows; the inputs stay as they are. Safe for many threads at
    /// once.
    ///
    /// @param inputs rows × inputs, row-major
    /// @return rows × outputs, row-major
    /// @throws IllegalArgumentException if the length is no multiple of the number of inputs
    public float[] predict(float[] inputs) {
        int inputWidth = architecture.inputs();
        if (inputs.length % inputWidth != 0) {
            throw new IllegalArgumentException("%d numbers are no whole rows of %d inputs; give each row %d numbers"
                    .formatted(inputs.length, inputWidth, inputWidth));
        }
        int rows = inputs.length / inputWidth;
        int outputWidth = architecture.outputs();
        float[] predictions = new float[Math.multiplyExact(rows, outputWidth)];
        int blockRows = Math.min(rows, PREDICTION_BLOCK);
        if (rows > 0) {
            Pass pass = new Pass(Kernels.scalar(), architecture, blockRows);
            for (int row = 0; row < rows; row += blockRows) {
                int count = Math.min(blockRows, rows - row);
                float[] outputs = pass.forward(parameters.values(), inputs, row * inputWidth, count);
                System.arraycopy(outputs, 0, predictions, row * outputWidth, count * outputWidth);
            }
        }
        return predictions;
    }
}
