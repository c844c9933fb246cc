package slope.report.lesson;

/// One operation of an iteration, as a page to read.
///
/// @param part forward, error, back or update
/// @param title what the operation does
/// @param body formula, numbers put in and result, as lines
public record WalkPage(String part, String title, String body) {}
