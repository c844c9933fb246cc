package slope.run;

import java.util.Optional;
import slope.fit.ClassWeights;
import slope.loss.Loss;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.onnx.ModelFile;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.target.Classes;
import slope.target.LossOptions;
import slope.target.NumberLoss;
import slope.target.Target;

/// The loss of a model's training and the weights of rows, from the model's file.
public final class RecordedLoss {
    private final FitRecord record;
    private final Optional<TrainingRequest> request;
    private final boolean hasWeightsFile;

    private RecordedLoss(ModelFile file) {
        this.record = file.model().record();
        this.request = RecordedRequest.of(file, "the model");
        this.hasWeightsFile = RecordedRequest.lacksClassWeights(file);
    }

    public static RecordedLoss of(ModelFile file) {
        return new RecordedLoss(file);
    }

    /// Whether the file holds the loss. Files of other programs do not, nor files without a record;
    /// then [#loss] is the default loss of the target.
    public boolean isTold() {
        return record.settings().containsKey("recipe");
    }

    /// The loss of a network's training.
    ///
    /// @throws DataException if the file names one that this version does not know
    public Loss loss(FittedNetwork member) {
        NumberLoss ofNumbers = setting(Setting.LOSS)
                .map(name -> NumberLoss.named(name).orElseThrow(() -> unknown(Setting.LOSS, name)))
                .orElse(NumberLoss.SQUARED);
        double smoothing = setting(Setting.LABEL_SMOOTHING)
                .map(RecordedLoss::labelSmoothing)
                .orElse(0.0);
        return member.target().loss(member.network().architecture().outputs(), new LossOptions(smoothing, ofNumbers));
    }

    private Optional<String> setting(Setting<?> setting) {
        return Optional.ofNullable(record.settings().get(setting.title()));
    }

    private static double labelSmoothing(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException ignored) {
            throw unknown(Setting.LABEL_SMOOTHING, text);
        }
    }

    private static DataException unknown(Setting<?> setting, String text) {
        return new DataException("the model's record has \"%s\" for its %s, which this version of slope does not know"
                .formatted(text, setting.title()));
    }

    /// The weight column, in training and in the recorded scores.
    public Optional<String> weightColumn() {
        return record.weightColumn()
                .or(() -> request.flatMap(
                        each -> each.estimator().rows().weight())); // early records have the request alone
    }

    /// Whether training had class weights.
    public boolean hasClassWeights(Target target) {
        return target instanceof Classes
                && (!record.classWeights().isEmpty()
                        || hasWeightsFile
                        || request.filter(
                                        each -> !(each.estimator().rows().classWeights() instanceof ClassWeights.Equal))
                                .isPresent());
    }

    /// The weight of a class; empty where the record lacks it, as early ones do.
    ///
    /// @param network its number in the model, from 0
    public Optional<Double> classWeight(int network, String name) {
        return Optional.of(record.classWeights())
                .filter(networks -> network < networks.size())
                .map(networks -> networks.get(network).get(name));
    }
}
