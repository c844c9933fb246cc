package slope.report.lesson;

/// One operation of an iteration, as a page to read.
///
/// @param part forward, error, back or update
/// @param title what the operation does
/// @param story formula, numbers put in and result
public record WalkPage(String part, String title, Story story) {

    /// As lines.
    public String body() {
        return story.text();
    }
}
