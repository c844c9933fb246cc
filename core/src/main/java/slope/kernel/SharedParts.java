package slope.kernel;

import slope.kernel.SharedCall.Part;

/// How a part of each shared operation is computed, by [ThreadedKernels]: the operation itself, on
/// fewer rows, columns or numbers.
final class SharedParts {
    static final Part PRODUCT_ROWS =
            (kernels, call, views, start, end) -> views.multiplyRows(kernels, call, start, end);

    static final Part PRODUCT_COLUMNS =
            (kernels, call, views, start, end) -> views.multiplyColumns(kernels, call, start, end);

    static final Part COLUMN_SUMS = (kernels, call, views, start, end) -> views.sumColumns(kernels, call, start, end);

    static final Part APPLY = (kernels, call, _, start, end) ->
            kernels.apply(call.function, call.scale, call.first, call.second, call.offset + start, end - start);

    static final Part MULTIPLY_BY_SLOPE = (kernels, call, _, start, end) -> kernels.multiplyBySlope(
            call.function, call.scale, call.first, call.second, call.offset + start, end - start);

    static final Part SOFTMAX = (kernels, call, _, start, end) ->
            kernels.softmax(call.first, call.offset + start * call.columns, end - start, call.columns);

    static final Part SOFTMAX_BACKWARD = (kernels, call, _, start, end) -> kernels.softmaxBackward(
            call.first, call.second, call.offset + start * call.columns, end - start, call.columns);

    static final Part SQUARED_ERRORS = (kernels, call, _, start, end) -> kernels.squaredErrors(
            call.first, call.second, call.third, call.fourth, call.offset + start, end - start, call.scale);

    static final Part SIGMOID_CROSS_ENTROPY = (kernels, call, _, start, end) -> kernels.sigmoidCrossEntropy(
            call.first, call.second, call.third, call.fourth, call.offset + start, end - start, call.scale);

    static final Part SOFTMAX_CROSS_ENTROPY = (kernels, call, _, start, end) -> kernels.softmaxCrossEntropy(
            call.first,
            call.second,
            call.third,
            call.fourth,
            call.offset + start,
            end - start,
            call.columns,
            call.scale);

    static final Part DESCEND = (kernels, call, _, start, end) ->
            kernels.descend(call.first, call.second, call.offset + start, end - start, call.scale);

    static final Part DESCEND_WITH_MOMENTUM = (kernels, call, _, start, end) -> kernels.descendWithMomentum(
            call.first, call.second, call.third, call.offset + start, end - start, call.scale, call.momentum);

    static final Part DESCEND_WITH_NESTEROV = (kernels, call, _, start, end) -> kernels.descendWithNesterov(
            call.first, call.second, call.third, call.offset + start, end - start, call.scale, call.momentum);

    static final Part DESCEND_WITH_ADAM = (kernels, call, _, start, end) -> kernels.descendWithAdam(
            call.first,
            call.second,
            call.third,
            call.fourth,
            call.offset + start,
            end - start,
            call.scale,
            call.meanShare,
            call.squareShare,
            call.rootScale,
            call.epsilon,
            call.decay);

    private SharedParts() {}
}
