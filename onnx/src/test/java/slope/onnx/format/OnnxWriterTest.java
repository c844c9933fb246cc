package slope.onnx.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxWriterTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aFileIsWrittenPartByPart() throws Exception {
        OnnxModel model = model(32 << 20);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        OnnxWriter.write(model, OutputStream.nullOutputStream());
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }

    @Test
    void aFileThatWouldNotBeReadIsRefusedBeforeItIsWritten() {
        assertThatThrownBy(() -> OnnxWriter.write(model(256 << 20)))
                .isInstanceOf(OnnxException.class)
                .hasMessage("would take 1,024 MB, more than the 512 MB that are read of a file");
    }

    /// With a tensor that takes no memory.
    private static OnnxModel model(int numbers) {
        Tensor large = new Tensor.Floats("x", List.of((long) numbers), ElementType.FLOAT, numbers, index -> index);
        Graph graph = new Graph("large", List.of(), List.of(large), List.of(), List.of());
        return new OnnxModel(8, "test", "1", List.of(), graph, Map.of());
    }
}
