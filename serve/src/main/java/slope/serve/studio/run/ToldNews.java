package slope.serve.studio.run;

/// News of a run, as a stream tells them.
///
/// @param id the place in the run's history up to which who has these news has heard all
public record ToldNews(RunNews news, String id) {}
