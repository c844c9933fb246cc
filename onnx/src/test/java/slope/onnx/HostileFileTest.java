package slope.onnx;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.internal.random.SplitRandom;
import slope.onnx.format.OnnxException;
import slope.table.DataException;

/// Files that are damaged or mean harm end in one sentence, soon and without much memory.
class HostileFileTest {
    private static final byte[] GOOD = new ModelFile(Cases.layered(Cases.MANY), Provenance.unknown()).toByteArray();

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < GOOD.length; length++) {
            byte[] cut = Arrays.copyOf(GOOD, length);
            assertThatThrownBy(() -> ModelFile.of(cut)).isInstanceOf(OnnxException.class);
        }
    }

    @Test
    void bytesThatAreChangedNeverEndInAnythingElse() {
        changeBytes(2_000);
    }

    @Test
    @Tag("long")
    void manyBytesThatAreChangedNeverEndInAnythingElse() {
        changeBytes(20_000);
    }

    private static void changeBytes(int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            SplitRandom random = SplitRandom.of(1, attempt);
            byte[] changed = GOOD.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                ModelFile.of(changed);
            } catch (OnnxException refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void aByteThatIsChangedIsRefusedOrChangesNothing() {
        changeOneByte(500);
    }

    @Test
    @Tag("long")
    void anyByteThatIsChangedIsRefusedOrChangesNothing() {
        changeOneByte(5_000);
    }

    /// A weight with another bit would be a weight all the same.
    private static void changeOneByte(int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            SplitRandom random = SplitRandom.of(2, attempt);
            byte[] changed = GOOD.clone();
            int place = random.nextInt(changed.length);
            changed[place] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(ModelFile.of(changed).toByteArray())
                        .as("byte %d", place)
                        .isEqualTo(GOOD);
            } catch (OnnxException refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void aTensorThatClaimsTwoGigabytesTakesNone() {
        OnnxMl.TensorProto claim = OnnxMl.TensorProto.newBuilder()
                .setName("large")
                .addDims(1L << 16)
                .addDims(1L << 15)
                .setDataType(1)
                .setRawData(ByteString.copyFrom(new byte[8]))
                .build();
        assertRefused(file(claim), "claims the shape [65536, 32768], more than is read");
    }

    @Test
    void aTensorOfAnotherSizeThanItsShapeIsRefused() {
        OnnxMl.TensorProto tensor = OnnxMl.TensorProto.newBuilder()
                .setName("w")
                .addDims(3)
                .setDataType(1)
                .addFloatData(1)
                .build();
        assertRefused(file(tensor), "has a tensor \"w\" of the shape [3], which holds 3 elements, but it has 1");
    }

    @Test
    void aPathToAnotherFileIsNotFollowed() {
        OnnxMl.TensorProto tensor = OnnxMl.TensorProto.newBuilder()
                .setName("w")
                .addDims(1)
                .setDataType(1)
                .addExternalData(OnnxMl.StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("/etc/passwd"))
                .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .build();
        assertRefused(file(tensor), "keeps a tensor in another file or in pieces; save it as a single file");
    }

    @Test
    void aLengthBeyondTheFileTakesNoMemory() {
        // Field 7, a graph that claims 2 GB.
        byte[] file = {8, 8, 58, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7, 1, 2};
        assertRefused(file, "is damaged or cut off: a part claims 2147483647 bytes, and 2 are left");
    }

    @Test
    void millionsOfEmptyPartsAreNotMade() {
        byte[] file = new byte[8 << 20];
        file[0] = 8;
        file[1] = 8;
        for (int index = 2; index + 1 < file.length; index += 2) {
            file[index] = 66; // field 8, an operator set …
            file[index + 1] = 0; // … of no bytes
        }
        assertRefused(file, "has more than 1,262,144 parts, the most that is read of its size");
    }

    @Test
    void aTensorIsNotMultipliedByNamingItOftenInTheDescription() {
        assertRefused(
                described(text -> text.replaceFirst("(\\{\"encoding.*)]}$", "$1,$1]}")),
                "is damaged: Slope's description in it has no numbers under \"layer 1 bin edges\" for its edges");
    }

    @Test
    void oneHotColumnsWhoseTablesWouldFillTheMemoryAreNotMade() {
        String levels =
                IntStream.range(0, 2000).mapToObj(level -> "\"" + level + "\"").collect(joining(","));
        String column = "{\"kind\":\"one-hot\",\"column\":\"a\",\"levels\":[" + levels + "],\"other input\":true}";
        assertRefused(
                described(text -> text.replace("\"columns\":[", "\"columns\":[" + (column + ",").repeat(10))),
                "that together take 40,060,020 numbers; 33,554,432 are read at most");
    }

    @Test
    void aFewBytesDoNotAskForMillionsOfEncoders() {
        assertRefused(
                described(text -> text.replace("\"encoding\":[", "\"encoding\":[" + "0,".repeat(3_000_000))),
                "has 3,000,007 encoders of all networks; 2,097,152 are read at most");
    }

    @Test
    void aFewBytesDoNotAskForBillionsOfInputs() {
        String levels =
                IntStream.range(0, 2000).mapToObj(level -> "\"" + level + "\"").collect(joining(","));
        String column = "{\"kind\":\"one-hot\",\"column\":\"a\",\"levels\":[" + levels + "],\"other input\":false}";
        assertRefused(
                described(text -> text.replace("\"columns\":[", "\"columns\":[" + column + ",")
                        .replace("\"encoding\":[0", "\"encoding\":[" + "0,".repeat(2_000_000) + "0")),
                "has 4,000,002,006 inputs of a network; 1,048,576 are read at most");
    }

    @Test
    void anEncoderThatIsNotThereIsRefused() {
        assertRefused(
                described(text -> text.replace("\"encoding\":[0", "\"encoding\":[7")), "has no encoder 7.0 among 7");
    }

    /// Found by fuzzing: it was read, and no row could be predicted.
    @Test
    void anEncoderThatGivesNoCodesIsRefused() {
        assertRefused(
                described(text -> text.replace("\"encoding\":[0,1,2,3,4,5,", "\"encoding\":[0,1,2,5,4,3,")),
                "makes no model: input 5 (from 0) needs codes of 4 categories for its embedding, but the encoding"
                        + " gives \"d\"");
    }

    @Test
    void edgesThatAreNotThereAreRefused() {
        assertRefused(
                described(text -> text.replace("\"bins\":[3,1]", "\"bins\":[3,2]")),
                "has 2.0 bins where edges are left for 1");
    }

    @Test
    void quantilesThatAreNoNumbersAreRefused() throws Exception {
        byte[] file = new ModelFile(Cases.ensemble(Cases.TWO, 1), Provenance.unknown()).toByteArray();
        OnnxMl.ModelProto.Builder changed = OnnxMl.ModelProto.parseFrom(file).toBuilder();
        changed.getGraphBuilder().getInitializerBuilderList().stream()
                .filter(tensor -> tensor.getName().equals("quantiles of ranked"))
                .forEach(tensor -> tensor.setRawData(ByteString.copyFrom(new byte[] {0, 0, -64, 127, 0, 0, -64, 127})
                        .concat(tensor.getRawData().substring(8))));
        assertRefused(changed.build().toByteArray(), "has a number under \"quantiles of ranked\" that is not finite");
    }

    @Test
    void manyLayersInTheDescriptionAreReadInLinearTime() {
        String layer = ",{\"kind\":\"dropout\",\"rate\":0.5}";
        UnaryOperator<String> more =
                text -> text.replace("]},\"parameters\"", layer.repeat(100_000) + "]},\"parameters\"");
        assertRefused(described(more), "does not hold what was saved");
    }

    @Test
    void numbersInTheDescriptionTakeAFewBytesEach() {
        String numbers = "0,".repeat(40_000_000);
        assertRefused(
                described(text -> text.replace("\"format\":3", "\"format\":3,\"x\":[" + numbers + "0]")),
                "has more than 36,0");
    }

    /// Found by fuzzing: it was read, and no row could be predicted.
    @Test
    void aColumnThatIsToHoldNumbersAndTextIsRefused() {
        assertRefused(
                described(text -> text.replace("\"column\":\"e\"", "\"column\":\"a\"")),
                "makes no model: column \"a\" cannot hold both numbers and text");
    }

    @Test
    void aFewBytesDoNotAskForHoursOfScaling() {
        ImportedWriter file =
                new ImportedWriter().tensor("w", ImportedWriter.INPUTS, 4096).tensor("one", 1);
        file.node("MatMul", "0", "x", "w").node("Relu", "1", "0");
        for (int node = 1; node < 99; node += 2) {
            file.node("BatchNormalization", "" + (node + 1), "" + node, "one", "one", "one", "one");
            file.node("Relu", "" + (node + 2), "" + (node + 1));
        }
        assertRefused(file.bytes("99", 4096), "has more than 67,108,864 weights to make or scale");
    }

    @Test
    void aFewBytesDoNotAskForHoursOfConstants() {
        ImportedWriter file = new ImportedWriter().tensor("0", 512, 512);
        for (int node = 0; node < 200; node++) {
            file.node("Transpose", "" + (node + 1), "" + node);
        }
        assertRefused(file.bytes("200", 1), "has more than 67,108,864 weights to make or scale");
    }

    @Test
    void aConstantWithoutNumbersIsRefused() {
        ImportedWriter file =
                new ImportedWriter().tensor("none", 0).constant("one", 1).node("Add", "s", "none", "one");
        assertRefused(
                file.bytes("s", 1), "its Add node \"node of s\" takes constants of the shapes [0] and [] together");
    }

    @Test
    void aShapeIsNotMadeLongerAndLonger() {
        ImportedWriter file = new ImportedWriter().node("Shape", "0", "x");
        for (int node = 0; node < 60; node++) {
            file.node("Concat", "" + (node + 1), "" + node, "" + node);
        }
        assertRefused(file.bytes("60", 1), "its Concat node \"node of 4\" wants constant floats");
    }

    @Test
    void whatIsNoOnnxFileIsToldWithItsName() throws Exception {
        Path file = folder.resolve("text.onnx");
        Files.writeString(file, "hello");
        assertThatThrownBy(() -> Models.load(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " is no ONNX file");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Models.load(folder.resolve("none.onnx")))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no file " + folder.resolve("none.onnx"));
    }

    private static byte[] file(OnnxMl.TensorProto tensor) {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .setGraph(OnnxMl.GraphProto.newBuilder().addInitializer(tensor))
                .build()
                .toByteArray();
    }

    /// A good file with something else in its description.
    private static byte[] described(UnaryOperator<String> change) {
        try {
            OnnxMl.ModelProto.Builder file = OnnxMl.ModelProto.parseFrom(GOOD).toBuilder();
            OnnxMl.StringStringEntryProto.Builder description =
                    file.getMetadataPropsBuilderList().getLast();
            description.setValue(change.apply(description.getValue()));
            return file.build().toByteArray();
        } catch (InvalidProtocolBufferException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void assertRefused(byte[] file, String sentence) {
        long before = Allocation.bytes();
        assertThatThrownBy(() -> ModelFile.of(file))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(sentence);
        assertThat(Allocation.bytes() - before).isLessThan(Allocation.MOST);
    }
}
