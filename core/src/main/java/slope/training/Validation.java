package slope.training;

import java.util.Optional;

/// What chooses the best epoch.
///
/// @param examples the rows kept apart
/// @param judge of their outputs; where there is none, their loss decides
record Validation(Examples examples, Optional<Scorer> judge) {}
