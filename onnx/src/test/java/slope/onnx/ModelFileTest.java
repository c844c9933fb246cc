package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.model.CalibrationSummary;
import slope.model.Condition;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Importance;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.ScoreBounds;
import slope.model.Slice;
import slope.model.Slices;
import slope.model.TrainingRanges;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateOrder;

class ModelFileTest {
    private static final Provenance PROVENANCE =
            new Provenance("1.2.3", Optional.of("{\"target\":\"a \\\"quoted\\\" ü column\",\"seed\":-3}"), List.of());

    private static final FitRecord RECORD = FitRecord.unknown()
            .data(new FitRecord.Data(
                    10, 8, 2, "ab", "cd", Optional.of(new RowSketch(9, List.of(0L, 255L, 1L << 31, (1L << 40) - 1)))))
            .settings(Map.of("seed", "9007199254740993"))
            .sources(Map.of("seed", "a \"quoted\" ü word"))
            .weightColumn(Optional.of("ü weight"))
            .classWeights(List.of(Map.of("y\"es", 1.0 / 3), Map.of("y\"es", 2.0)))
            .scores(List.of(new FitRecord.Score("auc", 0.1, Double.NaN, 1.0 / 3, 2.0 / 3)))
            .test(Optional.of(new FitRecord.Test(3, List.of(new FitRecord.TestScore("auc", Double.NaN, 0.5)))))
            .importance(Optional.of(
                    new Importance("log-loss", 0.25, 7, List.of(new Importance.OfColumn("a", 0.5, 1.0 / 3)))))
            .slices(Optional.of(new Slices(
                    "mae",
                    0.5,
                    100,
                    99,
                    List.of(new Slice(
                            List.of(
                                    new Condition.Range(
                                            "a", ColumnKind.NUMBER, Double.NEGATIVE_INFINITY, 1.0 / 3, true),
                                    new Condition.Range("c", ColumnKind.DATE, 86_400, Double.POSITIVE_INFINITY, false),
                                    new Condition.Is("b", "ü"),
                                    new Condition.IsNot("b", List.of("x", "\"y\"")),
                                    new Condition.Missing("d"),
                                    new Condition.Present("e")),
                            30,
                            1.0 / 3,
                            0.1)))))
            .calibration(Optional.of(new CalibrationSummary(
                    List.of(new CalibrationSummary.OfClass(
                            "y\"es", 0.1, 1.0 / 3, new CalibrationSummary.Brier(0.2, 0.01, 0.05, 0.24))),
                    List.of(new CalibrationSummary.OfQuantile(0.1, 1.0 / 3)))))
            .bounds(Optional.of(new ScoreBounds(
                    List.of(new ScoreBounds.Bounds("auc", 0.1, 1.0 / 3, false)),
                    List.of(new ScoreBounds.Bounds("accuracy", 0.1, 0.5, true)),
                    2_000,
                    57,
                    Optional.of("ü group"))))
            .history(List.of(new FitRecord.History(2, List.of(0.5, 0.1), List.of(0.25, 1e-300))))
            .ranges(List.of(
                    new TrainingRanges.Range("a", -1.5, 1e300, Optional.empty()),
                    new TrainingRanges.Range("c", 0, 1, Optional.of(DateOrder.MONTH_FIRST)),
                    new TrainingRanges.Words("b", Set.of("x", "ü"))));

    static Stream<Model> models() {
        return Stream.concat(
                Cases.TARGETS.stream()
                        .flatMap(target -> Stream.of(
                                Cases.layered(target),
                                Cases.normalized(target),
                                Cases.withLinearPart(Cases.ensemble(target, 5), 71),
                                Cases.folds(Cases.columns(), target),
                                Cases.weighted(Cases.columns(), target),
                                Cases.foldsOfEnsembles(target))),
                Stream.concat(
                        Stream.concat(Cases.calibrated(), Cases.conformal()),
                        Cases.ACTIVATIONS.stream()
                                .map(activation -> Cases.model(Cases.columns(), Cases.TWO, activation, 1))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatWasWrittenIsReadToTheBit(Model model) {
        ModelFile read = ModelFile.of(new ModelFile(model.with(RECORD), PROVENANCE).toByteArray());
        for (int index = 0; index < model.members().size(); index++) {
            FittedNetwork member = model.members().get(index);
            FittedNetwork back = read.model().members().get(index);
            assertThat(back.encoding()).isEqualTo(member.encoding());
            assertThat(back.target()).isEqualTo(member.target());
            assertThat(back.network().architecture()).isEqualTo(member.network().architecture());
            assertThat(back.network().parameters().toArray())
                    .isEqualTo(member.network().parameters().toArray());
        }
        assertThat(read.model().weights()).isEqualTo(model.weights());
        assertThat(read.model().calibration()).isEqualTo(model.calibration());
        assertThat(read.model().conformal()).isEqualTo(model.conformal());
        assertThat(read.provenance()).isEqualTo(PROVENANCE);
        assertThat(read.model().record()).isEqualTo(RECORD);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theBytesAreWhatOnnxsOwnMessagesWrite(Model model) throws Exception {
        byte[] bytes = new ModelFile(model.with(RECORD), PROVENANCE).toByteArray();
        OnnxMl.ModelProto parsed = OnnxMl.ModelProto.parseFrom(bytes);
        assertThat(parsed.getUnknownFields().asMap()).isEmpty();
        assertThat(parsed.getGraph().getUnknownFields().asMap()).isEmpty();
        ModelFile read = ModelFile.of(parsed.toByteArray());
        assertThat(read.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void bytesAreReadFromWhereverTheyCome() {
        Model model = models().findFirst().orElseThrow();
        byte[] bytes = new ModelFile(model.with(RECORD), PROVENANCE).toByteArray();

        assertThat(ModelFile.read(bytes, "it").provenance()).isEqualTo(PROVENANCE);
        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(bytes, bytes.length / 2), "it"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("it ");
    }
}
