package slope.network;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.layer.Parameters;

/// A shape with parameters: a function from rows of inputs to rows of outputs. It never changes.
public final class Network {
    /// Rows that are predicted together: enough that each weight read from memory serves many rows,
    /// few enough that the layers' outputs stay in the caches.
    private static final int PREDICTION_BLOCK = 512;

    /// Multiply-adds from which on a single call to [#predict] starts threads: some milliseconds of
    /// work, many times what starting takes.
    private static final long WORTH_THREADS = 100_000_000;

    private final Architecture architecture;
    private final Parameters parameters;
    private final boolean isDenseRow; // whether a single row goes the way of plain Java, see DenseRow
    private final AtomicReference<@Nullable DenseRow> idleRow = new AtomicReference<>(); // for one row
    private final AtomicReference<@Nullable Predictor> idle = new AtomicReference<>(); // for one row, one thread

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture.validated();
        this.parameters = parameters;
        this.isDenseRow = KernelsChoice.best().isScalar() && DenseRow.suits(architecture);
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
    /// @return rows × members × outputs, row-major
    /// @throws IllegalArgumentException if the length is no multiple of the number of inputs
    public float[] predict(float[] inputs) {
        int inputWidth = architecture.inputs();
        if (inputs.length % inputWidth != 0) {
            throw new IllegalArgumentException("%s numbers are no whole rows of %s inputs; give each row %s numbers"
                    .formatted(inputs.length, inputWidth, inputWidth));
        }
        int rows = inputs.length / inputWidth;
        float[] predictions = new float[Math.multiplyExact(rows, architecture.members() * architecture.outputs())];
        if (rows == 1) {
            predictOne(inputs, predictions);
        } else if (rows > 1) {
            boolean many = (long) rows * parameters.count() >= WORTH_THREADS;
            Engine engine = many ? Engine.best() : Engine.best().threads(1);
            try (Predictor predictor = new Predictor(this, engine, Math.min(rows, PREDICTION_BLOCK))) {
                predictor.predict(inputs, 0, rows, predictions, 0);
            }
        }
        return predictions;
    }

    /// A predictor with memory and threads of its own, for frequent or large predictions.
    public Predictor predictor(Engine engine) {
        return new Predictor(this, engine, PREDICTION_BLOCK);
    }

    /// Borrows a predictor for a single row, or makes one where another thread has borrowed it.
    private void predictOne(float[] inputs, float[] predictions) {
        if (isDenseRow) {
            DenseRow borrowed = idleRow.getAndSet(null);
            DenseRow row = borrowed != null ? borrowed : DenseRow.of(this);
            System.arraycopy(row.predict(inputs), 0, predictions, 0, predictions.length);
            idleRow.set(row);
            return;
        }
        Predictor borrowed = idle.getAndSet(null);
        Predictor predictor =
                borrowed != null ? borrowed : new Predictor(this, Engine.best().threads(1), 1);
        predictor.predict(inputs, 0, 1, predictions, 0);
        idle.set(predictor);
    }

    /// As in `4 inputs → dense relu 8 → dense identity 3; 67 parameters`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s; %,d parameters", architecture, parameters.count());
    }
}
