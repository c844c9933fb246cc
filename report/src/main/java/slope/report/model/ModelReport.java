package slope.report.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.report.json.Report;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;
import slope.table.ColumnKind;
import tools.jackson.jr.ob.JSON;

/// A saved model: its columns, target, layers, training and scores.
///
/// @param file what the file is
/// @param task what it predicts
/// @param columns the columns that it reads
/// @param networks the networks that predict together
/// @param calibration of its probabilities; empty if it has none
/// @param training how it was trained; empty for another program's file
public record ModelReport(
        FileFacts file,
        TargetFacts task,
        List<ColumnFacts> columns,
        List<ModelNetwork> networks,
        Optional<CalibrationFacts> calibration,
        Optional<RecordedTraining> training)
        implements Report {

    public ModelReport {
        columns = List.copyOf(columns);
        networks = List.copyOf(networks);
    }

    /// Reads a file and reports on it.
    ///
    /// @throws slope.table.DataException if it is no model
    public static ModelReport read(Path file) {
        return of(ModelFile.read(file));
    }

    public static ModelReport of(ModelFile file) {
        Model model = file.model();
        List<ColumnFacts> columns = new ArrayList<>();
        Map<String, String> notations = RecordedRequest.of(file, "the model")
                .map(request -> request.reading().notations())
                .orElseGet(Map::of);
        model.columns()
                .forEach((name, kind) -> columns.add(new ColumnFacts(
                        name,
                        kind,
                        Optional.ofNullable(notations.get(name)).filter(ignored -> kind == ColumnKind.NUMBER))));
        boolean isOurs = !file.provenance().slopeVersion().isEmpty();
        return new ModelReport(
                FileFacts.of(file, isOurs),
                TargetFacts.of(model),
                columns,
                ModelNetwork.of(model),
                CalibrationFacts.of(model),
                isOurs ? Optional.of(RecordedTraining.of(file)) : Optional.empty());
    }

    @Override
    public String report() {
        return "model";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        return ModelText.of(this, width);
    }

    /// A file.
    ///
    /// @param slope the version of Slope that wrote it, if Slope did
    /// @param hash of the model: columns, target, layers and parameters, in hexadecimal
    /// @param parameters the numbers that training changed
    /// @param outputs the graph's outputs, for ONNX Runtime
    /// @param operators the sets of operators that a runtime needs
    public record FileFacts(
            Optional<String> slope,
            String hash,
            ParameterFacts parameters,
            List<String> outputs,
            List<String> operators) {
        public FileFacts {
            outputs = List.copyOf(outputs);
            operators = List.copyOf(operators);
        }

        private static FileFacts of(ModelFile file, boolean isOurs) {
            return new FileFacts(
                    isOurs ? Optional.of(file.provenance().slopeVersion()) : Optional.empty(),
                    file.modelHash(),
                    ParameterFacts.of(file.model()),
                    isOurs ? file.outputs() : List.of(),
                    isOurs ? ModelFile.operatorSets() : List.of());
        }
    }

    /// A column that the model reads.
    ///
    /// @param notation how text writes 1234.5 there, or the form of its times; empty if plainly
    public record ColumnFacts(String name, ColumnKind kind, Optional<String> notation) {}

    /// One of the model's networks.
    ///
    /// @param weight how often it counts in the mean over the networks
    /// @param inputs the names of the numbers that enter it
    /// @param shape its layers
    /// @param layerParameters the number of parameters of each layer
    /// @param linearPart beside it, if it has one
    public record ModelNetwork(
            int weight,
            List<String> inputs,
            NetworkFacts shape,
            List<Long> layerParameters,
            Optional<LinearPartFacts> linearPart) {
        public ModelNetwork {
            inputs = List.copyOf(inputs);
            layerParameters = List.copyOf(layerParameters);
        }

        private static List<ModelNetwork> of(Model model) {
            List<ModelNetwork> networks = new ArrayList<>();
            for (FittedNetwork member : model.members()) {
                networks.add(of(member, model.weights().get(networks.size())));
            }
            return networks;
        }

        private static ModelNetwork of(FittedNetwork member, int weight) {
            var layout = member.network().parameters().layout();
            List<Long> counts = new ArrayList<>();
            for (int layer = 0; layer < member.network().architecture().layers().size(); layer++) {
                counts.add(layout.of(layer).stream()
                        .mapToLong(block -> block.length())
                        .sum());
            }
            return new ModelNetwork(
                    weight,
                    member.encoding().inputNames(),
                    NetworkFacts.of(member.network()),
                    counts,
                    LinearPartFacts.of(member));
        }
    }

    /// The record of a training.
    ///
    /// @param request what was asked, as `docs/reference/training-request.schema.json` has it
    /// @param settings each setting as it was used, by its name in options
    /// @param rows that it was trained on
    /// @param scores of training and validation rows
    /// @param test scores of test rows
    /// @param weightColumn the column that weights rows in training and in scores
    public record RecordedTraining(
            Optional<Map<String, Object>> request,
            Map<String, Object> settings,
            RecordedRows rows,
            List<RecordedScore> scores,
            Optional<RecordedTest> test,
            Optional<String> weightColumn) {

        private static RecordedTraining of(ModelFile file) {
            FitRecord record = file.model().record();
            FitRecord.Data data = record.data();
            return new RecordedTraining(
                    RecordedRequest.of(file, "the model").map(request -> JSON.std.mapFrom(request.toJson())),
                    RecordedSettings.of(record),
                    new RecordedRows(
                            data.rows(),
                            data.trainingRows(),
                            data.validationRows(),
                            data.hash(),
                            List.of(data.splitHash().split(" ", -1))),
                    record.scores().stream()
                            .map(score -> new RecordedScore(
                                    score.metric(), score.training(), score.validation(), score.baseline()))
                            .toList(),
                    record.test().map(RecordedTest::of),
                    RecordedLoss.of(file).weightColumn());
        }
    }

    /// The rows of a training.
    ///
    /// @param hash of the table, SHA-256 in hexadecimal
    /// @param splitHashes of each network's training and validation rows
    public record RecordedRows(int all, int training, int validation, String hash, List<String> splitHashes) {}

    /// A metric's scores.
    public record RecordedScore(String metric, double training, double validation, double baseline) {}

    /// Scores of test rows.
    public record RecordedTest(int rows, List<TestScore> scores) {
        private static RecordedTest of(FitRecord.Test test) {
            return new RecordedTest(
                    test.rows(),
                    test.scores().stream()
                            .map(score -> new TestScore(score.metric(), score.score(), score.baseline()))
                            .toList());
        }
    }

    /// A metric's score of test rows.
    public record TestScore(String metric, double score, double baseline) {}
}
