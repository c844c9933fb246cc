package slope.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import slope.internal.random.SplitRandom;

/// A file as another program would write it.
final class ImportedWriter {
    static final int INPUTS = 3;

    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("foreign");
    private int drawn;
    private int[] dimensions = {INPUTS}; // of a row

    ImportedWriter tensor(String name, long... shape) {
        return tensor(name, -1, shape);
    }

    ImportedWriter positive(String name, long... shape) {
        return tensor(name, 0.1, shape);
    }

    private ImportedWriter tensor(String name, double least, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(1);
        long size = 1;
        for (long dimension : shape) {
            tensor.addDims(dimension);
            size *= dimension;
        }
        SplitRandom random = SplitRandom.of(7, drawn++);
        for (int index = 0; index < size; index++) {
            tensor.addFloatData((float) (least + random.nextDouble() * (1 - least)));
        }
        graph.addInitializer(tensor);
        return this;
    }

    /// A number for all rows.
    ImportedWriter constant(String name, double value) {
        graph.addInitializer(
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(1).addFloatData((float) value));
        return this;
    }

    /// Whole numbers, such as a shape.
    ImportedWriter wholes(String name, long... values) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(7).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    ImportedWriter node(String operator, String output, String... inputs) {
        OnnxMl.NodeProto.Builder node = OnnxMl.NodeProto.newBuilder()
                .setOpType(operator)
                .setName("node of " + output)
                .addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        graph.addNode(node);
        return this;
    }

    /// Of the last node.
    ImportedWriter attribute(String name, long value) {
        graph.getNodeBuilder(graph.getNodeCount() - 1)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName(name)
                        .setI(value)
                        .setType(OnnxMl.AttributeProto.AttributeType.INT));
        return this;
    }

    /// Of the last node.
    ImportedWriter attribute(String name, double value) {
        graph.getNodeBuilder(graph.getNodeCount() - 1)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName(name)
                        .setF((float) value)
                        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT));
        return this;
    }

    /// Of the last node.
    ImportedWriter attribute(String name, String value) {
        graph.getNodeBuilder(graph.getNodeCount() - 1)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName(name)
                        .setS(ByteString.copyFromUtf8(value))
                        .setType(OnnxMl.AttributeProto.AttributeType.STRING));
        return this;
    }

    /// The dimensions of a row, instead of one of [#INPUTS].
    ImportedWriter rows(int... dimensions) {
        this.dimensions = dimensions;
        return this;
    }

    /// @param columns of each output row; 0 for outputs without a second dimension
    byte[] bytes(String output, int columns) {
        graph.clearInput().clearOutput();
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(20))
                .setGraph(graph.addInput(value("x", dimensions))
                        .addOutput(columns == 0 ? value(output) : value(output, columns)))
                .build()
                .toByteArray();
    }

    private static OnnxMl.ValueInfoProto value(String name, int... dimensions) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("rows"));
        for (int dimension : dimensions) {
            shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(1)
                                .setShape(shape)))
                .build();
    }
}
