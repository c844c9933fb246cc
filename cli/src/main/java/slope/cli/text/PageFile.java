package slope.cli.text;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import slope.internal.file.Destination;

/// A page on its way to where the user wants it.
public final class PageFile {
    private PageFile() {}

    /// Writes a page as it is.
    ///
    /// @param standard where standard output goes
    public static void write(String page, Destination destination, PrintWriter standard) {
        if (destination instanceof Destination.StandardOutput) {
            SafeWriter.exact(standard).print(page);
        } else {
            destination.write(bytes -> bytes.write(page.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
