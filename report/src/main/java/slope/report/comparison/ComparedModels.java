package slope.report.comparison;

import java.util.List;

/// Two models that are compared.
///
/// @param first a model
/// @param second another model
/// @param settings in which their trainings differ
public record ComparedModels(ComparedModel first, ComparedModel second, List<SettingDifference> settings) {
    public ComparedModels {
        settings = List.copyOf(settings);
    }
}
