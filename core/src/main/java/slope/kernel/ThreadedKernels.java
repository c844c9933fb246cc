package slope.kernel;

/// Kernels that share each operation among the threads of a [Team]: each computes a part of the
/// outputs with kernels of its own. What an output is made of does not depend on the parts, so
/// their number changes no bit.
///
/// Operations too small to be worth meeting for stay with the caller, and a team that never meets
/// never starts.
final class ThreadedKernels implements Kernels {
    /// Multiply-adds that make a meeting worth it: it takes about a microsecond, in which a core
    /// does some fifty thousand.
    private static final long WORTH = 200_000;

    /// What a number costs that is read, changed and written, in multiply-adds.
    private static final int SIMPLE = 8;

    /// What a number costs that goes through `exp` or the like, or a division and a root.
    private static final int DEMANDING = 32;

    /// Columns and numbers of an array are shared in whole vectors of the widest hardware, two at a
    /// time, as the tiles of a product take them.
    private static final int GRAIN = 32;

    /// Rows of a product are shared in multiples of what tiles take of them.
    private static final int ROW_GRAIN = 12;

    private final Team team;
    private final Kernels caller; // the member that computes alone what is not worth sharing
    private final SharedCall call;
    private final MatrixView zeros = new MatrixView();

    ThreadedKernels(KernelsChoice choice, int threads) {
        Kernels[] members = new Kernels[threads];
        for (int member = 0; member < threads; member++) {
            members[member] = choice.create();
        }
        this.team = new Team(threads);
        this.caller = members[0];
        this.call = new SharedCall(members);
    }

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView result) {
        multiply(left, right, zeros.pointAtZeros(result.rows(), result.columns()), result);
    }

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result) {
        MatrixView.requireProduct(left, right, start, result);
        if (isSmall((long) result.rows() * result.columns(), left.columns())) {
            caller.multiply(left, right, start, result);
            return;
        }
        call.left = left;
        call.right = right;
        call.from = start;
        call.result = result;
        if (isSharedByRows(left, result)) {
            team.run(call.of(SharedParts.PRODUCT_ROWS, result.rows(), ROW_GRAIN));
        } else {
            team.run(call.of(SharedParts.PRODUCT_COLUMNS, result.columns(), GRAIN));
        }
    }

    /// Each thread rearranges what it reads of the operand that is not shared: a left matrix only
    /// if it stands in columns. So columns are shared, unless there are too few, or the left matrix
    /// is the larger one and would be rearranged by every thread.
    private boolean isSharedByRows(MatrixView left, MatrixView result) {
        boolean rearrangesLeft = left.columnStep() != 1;
        return result.columns() < GRAIN * team.size() || (rearrangesLeft && result.rows() > result.columns());
    }

    @Override
    public void sumColumns(MatrixView values, float[] result, int resultOffset) {
        if (isSmall((long) values.rows() * values.columns(), 1)) {
            caller.sumColumns(values, result, resultOffset);
            return;
        }
        call.left = values;
        call.first = result;
        call.offset = resultOffset;
        team.run(call.of(SharedParts.COLUMN_SUMS, values.columns(), GRAIN));
    }

    @Override
    public double sum(float[] values, int offset, int length) {
        return caller.sum(values, offset, length);
    }

    @Override
    public void apply(
            ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int offset, int length) {
        if (isSmall(length, costOf(function))) {
            caller.apply(function, parameter, sums, outputs, offset, length);
            return;
        }
        call.function = function;
        call.scale = parameter;
        call.setArrays(sums, outputs);
        share(SharedParts.APPLY, offset, length);
    }

    @Override
    public void multiplyBySlope(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length) {
        if (isSmall(length, costOf(function))) {
            caller.multiplyBySlope(function, parameter, taken, gradient, offset, length);
            return;
        }
        call.function = function;
        call.scale = parameter;
        call.setArrays(taken, gradient);
        share(SharedParts.MULTIPLY_BY_SLOPE, offset, length);
    }

    private static int costOf(ElementwiseFunction function) {
        return switch (function) {
            case IDENTITY, RELU, LEAKY_RELU -> SIMPLE;
            case SIGMOID, TANH, ELU, SELU, GELU, SILU, MISH -> DEMANDING;
        };
    }

    @Override
    public void softmax(float[] values, int offset, int rows, int columns) {
        if (isSmall((long) rows * columns, DEMANDING)) {
            caller.softmax(values, offset, rows, columns);
            return;
        }
        call.first = values;
        call.offset = offset;
        call.columns = columns;
        team.run(call.of(SharedParts.SOFTMAX, rows, 1));
    }

    @Override
    public void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        if (isSmall((long) rows * columns, SIMPLE)) {
            caller.softmaxBackward(outputs, gradient, offset, rows, columns);
            return;
        }
        call.setArrays(outputs, gradient);
        call.offset = offset;
        call.columns = columns;
        team.run(call.of(SharedParts.SOFTMAX_BACKWARD, rows, 1));
    }

    @Override
    public void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        if (isSmall(length, SIMPLE)) {
            caller.squaredErrors(outputs, targets, gradient, losses, offset, length, scale);
            return;
        }
        call.setArrays(outputs, targets, gradient, losses);
        call.scale = scale;
        share(SharedParts.SQUARED_ERRORS, offset, length);
    }

    @Override
    public void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        if (isSmall(length, DEMANDING)) {
            caller.sigmoidCrossEntropy(logits, targets, gradient, losses, offset, length, scale);
            return;
        }
        call.setArrays(logits, targets, gradient, losses);
        call.scale = scale;
        share(SharedParts.SIGMOID_CROSS_ENTROPY, offset, length);
    }

    @Override
    public void softmaxCrossEntropy(
            float[] logits,
            float[] targets,
            float[] gradient,
            float[] losses,
            int firstRow,
            int rows,
            int columns,
            float scale) {
        if (isSmall((long) rows * columns, DEMANDING)) {
            caller.softmaxCrossEntropy(logits, targets, gradient, losses, firstRow, rows, columns, scale);
            return;
        }
        call.setArrays(logits, targets, gradient, losses);
        call.scale = scale;
        call.offset = firstRow;
        call.columns = columns;
        team.run(call.of(SharedParts.SOFTMAX_CROSS_ENTROPY, rows, 1));
    }

    @Override
    public void descend(float[] parameters, float[] gradient, int offset, int length, float rate) {
        if (isSmall(length, SIMPLE)) {
            caller.descend(parameters, gradient, offset, length, rate);
            return;
        }
        call.setArrays(parameters, gradient);
        call.scale = rate;
        share(SharedParts.DESCEND, offset, length);
    }

    @Override
    public void descendWithMomentum(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        if (isSmall(length, SIMPLE)) {
            caller.descendWithMomentum(parameters, gradient, velocity, offset, length, rate, momentum);
            return;
        }
        call.setArrays(parameters, gradient, velocity);
        call.scale = rate;
        call.momentum = momentum;
        share(SharedParts.DESCEND_WITH_MOMENTUM, offset, length);
    }

    @Override
    public void descendWithNesterov(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        if (isSmall(length, SIMPLE)) {
            caller.descendWithNesterov(parameters, gradient, velocity, offset, length, rate, momentum);
            return;
        }
        call.setArrays(parameters, gradient, velocity);
        call.scale = rate;
        call.momentum = momentum;
        share(SharedParts.DESCEND_WITH_NESTEROV, offset, length);
    }

    @Override
    public void descendWithAdam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int offset,
            int length,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay) {
        if (isSmall(length, DEMANDING)) {
            caller.descendWithAdam(
                    parameters,
                    gradient,
                    mean,
                    square,
                    offset,
                    length,
                    rate,
                    meanShare,
                    squareShare,
                    rootScale,
                    epsilon,
                    decay);
            return;
        }
        call.setArrays(parameters, gradient, mean, square);
        call.scale = rate;
        call.meanShare = meanShare;
        call.squareShare = squareShare;
        call.rootScale = rootScale;
        call.epsilon = epsilon;
        call.decay = decay;
        share(SharedParts.DESCEND_WITH_ADAM, offset, length);
    }

    /// Ends the threads; work after that is refused.
    @Override
    public void close() {
        team.close();
    }

    /// Shares an operation on a stretch of arrays.
    private void share(SharedCall.Part part, int offset, int length) {
        call.offset = offset;
        team.run(call.of(part, length, GRAIN));
    }

    private static boolean isSmall(long numbers, int cost) {
        return numbers * cost < WORTH;
    }
}
