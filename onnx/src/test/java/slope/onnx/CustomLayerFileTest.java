package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.kernel.Kernels;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.CustomLayer;
import slope.layer.Initializer;
import slope.layer.LayerRows;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.DataException;
import slope.target.Classes;

class CustomLayerFileTest {
    private static final String REFUSAL = "ONNX does not know the custom layer \"mirror\"; a model with it cannot be"
            + " saved: predict in this program, or build the network of other layers";

    private static final Architecture ARCHITECTURE =
            Architecture.inputs(1).with(new Mirror()).dense(1, Activation.IDENTITY);

    record Mirror() implements CustomLayer {
        @Override
        public String title() {
            return "mirror";
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public void forward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                rows.outputs()[row] = -rows.inputs()[rows.inputAt(row)];
            }
        }

        @Override
        public void backward(Kernels kernels, LayerRows rows, int start, int end) {
            for (int row = start; row < end; row++) {
                rows.inputGradient()[row] = -rows.outputGradient()[row];
            }
        }
    }

    @Test
    void itIsRefusedBeforeATraining() {
        assertThatThrownBy(() -> Models.requireSavable(ARCHITECTURE))
                .isInstanceOf(DataException.class)
                .hasMessage(REFUSAL);
        Models.requireSavable(Architecture.inputs(1).dense(1, Activation.IDENTITY));
    }

    @Test
    void aModelWithItIsNotSaved(@TempDir Path folder) {
        Path file = folder.resolve("model.onnx");
        Model model = new Model(
                new TableEncoder(List.of(new NumberEncoder("x", 0, new Scaler.Standard(0, 1)))),
                new Classes("answer", List.of("no", "yes")),
                Network.start(ARCHITECTURE, Initializer.HE, 1));
        assertThatThrownBy(() -> Models.save(model, file))
                .isInstanceOf(DataException.class)
                .hasMessage(REFUSAL);
        assertThatThrownBy(() -> new ModelFile(model, Provenance.unknown()).refuseTooLarge())
                .isInstanceOf(DataException.class)
                .hasMessage(REFUSAL);
        assertThat(folder).isEmptyDirectory();
    }
}
