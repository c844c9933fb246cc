package slope.serve.studio.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.report.json.Report;

/// What has happened in a run since somebody looked last.
///
/// @param run its number
/// @param standing how it stands now
/// @param from what came before these news
/// @param epochs those that have ended
/// @param newest of what is told with epochs
/// @param events of all other kinds, as the command line's file of events has them
public record RunNews(
        int run,
        RunFacts.Standing standing,
        Before from,
        EpochColumns epochs,
        Newest newest,
        List<Map<String, Object>> events)
        implements Report {

    /// What came before news: who knows more than that has something that is no more, and forgets it.
    ///
    /// @param epochs how many; with 0 the first follow
    /// @param events how many of all other kinds; with 0 the first follow
    public record Before(int epochs, int events) {}

    /// What is told with each epoch and shown of the newest one.
    ///
    /// @param epoch the event of the last epoch
    /// @param health of the layers, which is measured each second
    public record Newest(Optional<Map<String, Object>> epoch, Optional<Object> health) {}

    @Override
    public String report() {
        return "studio-news";
    }

    @Override
    public int version() {
        return 1;
    }
}
