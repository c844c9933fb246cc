package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.cli.Ran;
import slope.model.FitRecord;
import slope.onnx.ModelFile;
import slope.onnx.Models;
import tools.jackson.jr.ob.JSON;

/// A trace shows the loss that the model was trained by, worked out here by hand from the traced outputs.
class TracedLossTest {
    private static final double TOLERANCE = 1e-6; // targets, weights and offsets are floats in training

    @TempDir
    private static Path folder;

    private static String table = "";

    @BeforeAll
    static void write() throws IOException {
        StringBuilder rows = new StringBuilder("x,z,number,big,answer,kind,count,exposure,weight,label1,label2\n");
        for (int row = 0; row < 60; row++) {
            rows.append("%d,%d,%d,%d,%s,%s,%d,%d,%d,%d,%d%n"
                    .formatted(
                            row % 13,
                            row * 7 % 11,
                            row % 13 * 3 + row % 5,
                            row == 1 ? 900 : row % 13,
                            row % 3 == 1 ? "yes" : "no",
                            List.of("a", "b", "c", "a").get(row % 4),
                            row % 4,
                            row % 5 + 1,
                            row % 3 + 1,
                            row % 2,
                            row % 3 / 2));
        }
        table = Files.writeString(folder.resolve("table.csv"), rows).toString();
    }

    /// A way to train.
    ///
    /// @param options of the training
    /// @param loss by hand
    /// @param weight of the traced row, the second, in learning; NaN where each network has its own
    record Case(String options, HandLoss loss, double weight) {
        @Override
        public String toString() {
            return options;
        }
    }

    /// The loss of a member's outputs without weights.
    interface HandLoss {
        double of(double[] outputs, double[] targets, double offset);
    }

    static Stream<Case> cases() {
        HandLoss squared = (a, y, _) -> mean(a, index -> Math.pow(y[index] - a[index], 2));
        HandLoss huber = (a, y, _) -> mean(a, index -> huber(y[index] - a[index]));
        HandLoss absolute = (a, y, _) -> mean(a, index -> Math.abs(y[index] - a[index]));
        HandLoss binary = (a, y, _) -> mean(a, index -> Math.log(1 + Math.exp(a[index])) - y[index] * a[index]);
        HandLoss quantiles = (a, y, _) -> mean(a, index -> pinball(index == 0 ? 0.1 : 0.9, y[0] - a[index]));
        HandLoss poisson = (a, y, o) -> Math.exp(a[0] + o) - y[0] * (a[0] + o);
        HandLoss tweedie = (a, y, o) -> 2 * Math.exp((a[0] + o) / 2) + 2 * y[0] * Math.exp(-(a[0] + o) / 2);
        return Stream.of(
                new Case("--target number --recipe plain", squared, 1),
                new Case("--target big --recipe plain --loss huber", huber, 1),
                new Case("--target big --loss huber --weight weight", huber, 2),
                new Case("--target number,big --recipe plain --loss mae --weight weight", absolute, 2),
                new Case("--target number --recipe ensemble --loss mae --members 2 --weight weight", absolute, 2),
                new Case("--target number --quantiles 0.1,0.9 --weight weight", quantiles, 2),
                new Case("--target answer --recipe plain", binary, 1),
                new Case("--target answer --recipe plain --class-weights balanced --weight weight", binary, Double.NaN),
                new Case(
                        "--target answer --recipe ensemble --members 2 --class-weights balanced",
                        smoothed(0),
                        Double.NaN),
                new Case("--target label1,label2 --weight weight", binary, 2),
                new Case("--target answer --label-smoothing 0.2", smoothed(0.2), 1),
                new Case("--target answer --class-weights {\"yes\":3,\"no\":1} --weight weight", smoothed(0), 6),
                new Case("--target kind", smoothed(0.1), 1),
                new Case("--target kind --metric log-loss --class-weights {\"a\":1,\"b\":5,\"c\":2}", smoothed(0), 5),
                new Case("--target kind --recipe plain --refit --class-weights balanced", smoothed(0), 4 / 3.0),
                new Case("--target kind --recipe ensemble --members 2 --weight weight", smoothed(0), 2),
                new Case("--target count --task count --exposure exposure --weight weight", poisson, 2),
                new Case("--target count --task tweedie --exposure exposure --weight weight", tweedie, 2),
                new Case("--target count --task count --recipe plain", poisson, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTracedLossIsThatOfTheTraining(Case each) throws Exception {
        String model = folder.resolve("model.onnx").toString();
        List<String> line = new ArrayList<>(
                List.of("train", table, "--out", model, "--epochs", "2", "--hidden", "4", "--linear-part", "never"));
        line.addAll(List.of("--folds", each.options().contains("--refit") ? "1" : "2"));
        line.addAll(List.of(each.options().split(" ")));
        Ran trained = Ran.slope(line.toArray(String[]::new));
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Map<String, Object> json = trace(model, table);

        for (Map<?, ?> traced : TracedJson.networks(json)) {
            Map<?, ?> lossOf = (Map<?, ?>) traced.get("loss");
            double weight = number(((Map<?, ?>) lossOf.get("weight")).get("product"));
            double[] outputs = TracedJson.ofLastLayer(traced, "outputs");
            double[] targets = numbers(lossOf.get("targets"));
            int members = ((List<?>) ((Map<?, ?>) traced.get("outputs")).get("values")).size();
            double loss = IntStream.range(0, members)
                    .mapToDouble(member -> each.loss().of(part(outputs, members, member), targets, offset(lossOf)))
                    .average()
                    .orElseThrow();
            assertThat(number(lossOf.get("value"))).isCloseTo(weight * loss, within(TOLERANCE * (1 + weight * loss)));
            assertThat(lossOf.get("recorded")).isEqualTo(true);
            if (Double.isNaN(each.weight())) {
                assertThat(weight).isNotEqualTo(1);
            } else {
                assertThat(weight).isCloseTo(each.weight(), within(1e-9));
            }
            // The last layer's error is the loss's gradient.
            double[] error = TracedJson.ofLastLayer(traced, "error");
            int width = outputs.length / members;
            for (int output = 0; output < outputs.length; output++) {
                double[] up = part(outputs, members, output / width).clone();
                double[] down = up.clone();
                up[output % width] += 1e-5;
                down[output % width] -= 1e-5;
                double offset = offset(lossOf);
                double slope =
                        (each.loss().of(up, targets, offset) - each.loss().of(down, targets, offset)) / 2e-5;
                double wanted = weight * slope / members;
                assertThat(error[output]).isCloseTo(wanted, within(1e-4 * (1 + Math.abs(wanted))));
            }
        }
    }

    /// What is added to all outputs, where something is.
    private static double offset(Map<?, ?> loss) {
        List<?> offsets = (List<?>) loss.get("offsets");
        return offsets.isEmpty() ? 0 : number(offsets.getFirst());
    }

    /// Balanced weights are those of the network's own training rows.
    @Test
    void balancedClassWeightsAreThoseOfTheTraining() throws Exception {
        String model = train("--target", "answer", "--class-weights", "balanced", "--validation", "0.5");
        Map<?, ?> weight = (Map<?, ?>) loss(trace(model, table)).get("weight");
        int rows = ModelFile.read(Path.of(model)).model().record().data().trainingRows();
        double ofClass = rows / 2.0 / number(weight.get("product"));
        assertThat(ofClass).isCloseTo(Math.rint(ofClass), within(1e-9));
        assertThat(weight.get("factors"))
                .isEqualTo(List.of(Map.of("of", "class", "name", "yes", "value", weight.get("product"))));
    }

    @Test
    void aWeightThatTheRowsLackIsTold() throws Exception {
        String model = train("--target", "number", "--weight", "weight");
        String lacking = Files.writeString(
                        folder.resolve("lacking.csv"),
                        Files.readString(Path.of(table)).replaceFirst(",weight,", ",w,"))
                .toString();

        Ran ran = Ran.slope("trace", model, lacking, "--row", "2", "--target");
        assertThat(ran.out())
                .contains("training weighted each row by the column \"weight\", which these rows lack; here the row"
                        + " counts")
                .contains("mean squared error");
        assertThat(loss(trace(model, lacking)).get("weight"))
                .isEqualTo(Map.of("product", 1.0, "factors", List.of(Map.of("of", "column", "name", "weight"))));
        assertThat(Ran.slope("trace", model, table, "--row", "2", "--target").out())
                .contains("weight    2 = 2 (column \"weight\")");
    }

    /// A network of another program, and one that was saved without its training.
    @Test
    void aFileThatDoesNotTellItsLossIsToldApart() throws Exception {
        String model = train("--target", "number", "--loss", "mae");
        Path bare = folder.resolve("bare.onnx");
        Models.save(Models.load(Path.of(model)).with(FitRecord.unknown()), bare);
        assertThat(Ran.slope("trace", bare.toString(), table, "--row", "2", "--target")
                        .out())
                .contains("mean squared error", "the file does not record the loss: this is the default");
        assertThat(loss(trace(bare.toString(), table)).get("recorded")).isEqualTo(false);
    }

    private static String train(String... options) {
        String model = folder.resolve("plain.onnx").toString();
        List<String> line = new ArrayList<>(List.of("train", table, "--out", model, "--recipe", "plain"));
        line.addAll(List.of("--epochs", "2", "--hidden", "4"));
        line.addAll(List.of(options));
        Ran ran = Ran.slope(line.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return model;
    }

    private static Map<String, Object> trace(String model, String rows) throws IOException {
        Ran ran = Ran.slope("trace", model, rows, "--row", "2", "--target", "--full", "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }

    private static Map<?, ?> loss(Map<String, Object> json) {
        return (Map<?, ?>) TracedJson.networks(json).getFirst().get("loss");
    }

    private static HandLoss smoothed(double share) {
        return (z, y, _) -> {
            double loss = 0;
            double all = 0;
            for (double logit : z) {
                all += Math.exp(logit);
            }
            for (int index = 0; index < z.length; index++) {
                double label = share / z.length + (index == (int) y[0] ? 1 - share : 0);
                loss += label * (Math.log(all) - z[index]);
            }
            return loss;
        };
    }

    private static double huber(double error) {
        return Math.abs(error) <= 1 ? error * error / 2 : Math.abs(error) - 0.5;
    }

    private static double pinball(double level, double error) {
        return Math.max(level * error, (level - 1) * error);
    }

    private static double mean(double[] outputs, IntToDoubleFunction part) {
        return IntStream.range(0, outputs.length).mapToDouble(part).average().orElseThrow();
    }

    private static double[] part(double[] outputs, int members, int member) {
        int width = outputs.length / members;
        return Arrays.copyOfRange(outputs, member * width, (member + 1) * width);
    }

    private static double number(Object json) {
        return ((Number) json).doubleValue();
    }

    private static double[] numbers(Object json) {
        return ((List<?>) json).stream().mapToDouble(TracedLossTest::number).toArray();
    }
}
