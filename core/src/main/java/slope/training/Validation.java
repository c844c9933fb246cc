package slope.training;

import java.util.Optional;

/// The validation of a training, which chooses the best epoch.
///
/// @param examples the validation rows
/// @param scorer scores their outputs; without one, their loss decides
record Validation(Examples examples, Optional<Scorer> scorer) {}
