package slope.report.comparison;

import java.util.List;
import slope.model.TrainingOverlap;

/// Two models that are compared.
///
/// @param first a model
/// @param second another model
/// @param settings in which their trainings differ
/// @param learned rows that one of the trainings had as well, as far as they are recognised; none of the very table
public record ComparedModels(
        ComparedModel first, ComparedModel second, List<SettingDifference> settings, List<LearnedRows> learned) {
    public ComparedModels {
        settings = List.copyOf(settings);
        learned = List.copyOf(learned);
    }

    /// Rows that a training had as well.
    ///
    /// @param model its file, as it was named
    /// @param overlap how many they are
    public record LearnedRows(String model, TrainingOverlap overlap) {}
}
