package slope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The folder of raw numbers, little-endian, that all programs compared read.
record WorkloadFiles(Path folder) {

    float[] floats(String name) {
        ByteBuffer bytes = read(name);
        float[] numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(numbers);
        return numbers;
    }

    /// Class numbers, as targets.
    float[] integersAsFloats(String name) {
        ByteBuffer bytes = read(name);
        float[] numbers = new float[bytes.remaining() / Integer.BYTES];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = bytes.getInt();
        }
        return numbers;
    }

    double[] doubles(String name) {
        ByteBuffer bytes = read(name);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private ByteBuffer read(String name) {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the workload's numbers", failure);
        }
    }
}
