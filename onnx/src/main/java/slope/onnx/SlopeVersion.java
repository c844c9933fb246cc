package slope.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The version that Maven wrote into the jar.
public final class SlopeVersion {
    private SlopeVersion() {}

    /// Such as `0.1.0`.
    public static String number() {
        Properties properties = new Properties();
        try (InputStream file = SlopeVersion.class.getResourceAsStream("/slope/onnx/version.properties")) {
            properties.load(Objects.requireNonNull(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return properties.getProperty("version");
    }
}
