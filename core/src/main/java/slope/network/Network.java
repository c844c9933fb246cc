package slope.network;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
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

    /// The same by one thread, whose second-level cache then holds them.
    private static final int BLOCK_OF_ONE_THREAD = 128;

    /// Numbers of memory that a kept predictor may have, at most: 4 MiB.
    private static final long KEPT_NUMBERS = 1 << 20;

    /// Multiply-adds from which on a single call to [#predict] starts threads: some milliseconds of
    /// work, many times what starting takes.
    private static final long WORTH_THREADS = 100_000_000;

    private final Architecture architecture;
    private final Parameters parameters;
    private final boolean isDenseRow; // whether a single row goes the way of plain Java, see DenseRow
    private final AtomicReference<@Nullable DenseRow> idleRow = new AtomicReference<>(); // for one row
    private final int keptRows;
    /// Predictors of one thread are kept, because making one takes as long as many rows; no more than can be at work at
    /// once.
    private final Queue<Predictor> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture.validated();
        this.parameters = parameters;
        this.isDenseRow = KernelsChoice.best().isScalar() && DenseRow.suits(architecture);
        this.keptRows = Math.clamp(KEPT_NUMBERS / Math.max(1, Pass.numbers(architecture, 1)), 1, BLOCK_OF_ONE_THREAD);
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
        boolean isMuch = (long) rows * parameters.count() >= WORTH_THREADS;
        if (rows == 1 && isDenseRow) {
            predictDenseRow(inputs, predictions);
        } else if (!isMuch) {
            predictByOneThread(inputs, rows, predictions);
        } else {
            try (Predictor predictor = new Predictor(this, Engine.best(), Math.min(rows, PREDICTION_BLOCK))) {
                predictor.predict(inputs, 0, rows, predictions, 0);
            }
        }
        return predictions;
    }

    /// A predictor with memory and threads of its own, for frequent or large predictions.
    public Predictor predictor(Engine engine) {
        return new Predictor(this, engine, PREDICTION_BLOCK);
    }

    private void predictDenseRow(float[] inputs, float[] predictions) {
        DenseRow borrowed = idleRow.getAndSet(null);
        DenseRow row = borrowed != null ? borrowed : DenseRow.of(this);
        System.arraycopy(row.predict(inputs), 0, predictions, 0, predictions.length);
        idleRow.set(row);
    }

    /// Borrows a predictor, or makes one where other threads have borrowed them all.
    private void predictByOneThread(float[] inputs, int rows, float[] predictions) {
        Predictor borrowed = idle.poll();
        Predictor predictor =
                borrowed != null ? borrowed : new Predictor(this, Engine.best().threads(1), keptRows);
        predictor.predict(inputs, 0, rows, predictions, 0);
        idle.offer(predictor);
    }

    /// As in `4 inputs → dense relu 8 → dense identity 3; 67 parameters`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s; %,d parameters", architecture, parameters.count());
    }
}
