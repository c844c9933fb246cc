package slope.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A page that is one file: it loads nothing, and is read without scripts.
///
/// @param title its name, also its first heading
/// @param body what follows that heading, as HTML
public record Page(String title, String body) {

    /// The whole file.
    public String html() {
        String name = Markup.escaped(title);
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """.formatted(name, style(), name, body);
    }

    private static String style() {
        try (InputStream sheet = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
