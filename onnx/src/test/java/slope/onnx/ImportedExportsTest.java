package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.layer.Activation;
import slope.layer.Dense;

/// Networks as PyTorch and Keras wrote them: files beside the script that made them (`foreign/export.py`).
class ImportedExportsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras-gelu",
                "keras-gelu-tanh",
                "keras-leaky-relu",
                "keras-normalised",
                "keras-scaled",
                "pytorch-new-18-flat-output",
                "pytorch-new-18-flattened",
                "pytorch-new-18-gelu",
                "pytorch-new-18-gelu-tanh",
                "pytorch-new-18-scaled",
                "pytorch-new-18-view",
                "pytorch-new-23-gelu-tanh",
                "pytorch-new-23-normalised",
                "pytorch-old-17-double",
                "pytorch-old-17-flat-output",
                "pytorch-old-17-flattened",
                "pytorch-old-17-gelu",
                "pytorch-old-17-gelu-tanh",
                "pytorch-old-17-mish",
                "pytorch-old-17-normalised",
                "pytorch-old-17-prelu",
                "pytorch-old-17-scaled",
                "pytorch-old-17-silu",
                "pytorch-old-17-softmax",
                "pytorch-old-17-squeezed",
                "pytorch-old-17-transposed",
                "pytorch-old-17-view",
                "pytorch-old-9-gelu",
                "pytorch-old-9-gelu-tanh",
                "pytorch-old-9-normalised",
                "pytorch-old-9-softmax",
                "pytorch-old-9-squeezed"
            })
    void theySayTheSameAsInOnnxRuntime(String name) throws Exception {
        ImportedAgreement.assertAgreement(bytes(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keras-gelu-tanh",
                "pytorch-new-18-gelu-tanh",
                "pytorch-new-23-gelu-tanh",
                "pytorch-old-17-gelu-tanh",
                "pytorch-old-9-gelu-tanh"
            })
    void geluByTanhIsToldFromGelu(String name) throws Exception {
        assertThat(ModelFile.of(bytes(name))
                        .model()
                        .members()
                        .getFirst()
                        .network()
                        .architecture()
                        .layers()
                        .getFirst())
                .isEqualTo(new Dense(4, Activation.GELU_TANH, Dense.Bias.PRESENT));
    }

    static byte[] bytes(String name) throws Exception {
        try (InputStream file = ImportedExportsTest.class.getResourceAsStream("/foreign/" + name + ".onnx")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
