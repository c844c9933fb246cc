package slope.serve.studio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// The files of the built page. No name leads out of them: it is letters, digits, points, dashes and underscores.
final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int TAG_BYTES = 12; // of the hash
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", Response.JSON,
            "txt", "text/plain; charset=utf-8");

    private final Optional<Path> folder;

    /// @param folder in place of this module's resources
    PageFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /// The page itself.
    Response index(Request request) throws IOException {
        return response("", "index.html", request);
    }

    /// A file of the page's own folder.
    Response file(String name, Request request) throws IOException {
        return response("", name, request);
    }

    /// A file of its folder `assets`.
    Response asset(String name, Request request) throws IOException {
        return response("assets/", name, request);
    }

    /// A browser keeps it, and asks each time whether it is still the same.
    private Response response(String place, String name, Request request) throws IOException {
        byte[] bytes = NAME.matcher(name).matches() ? bytes(place + name).orElse(new byte[0]) : new byte[0];
        if (bytes.length == 0) {
            throw new HttpException(404, "the page has no such file");
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN);
        String tag = tag(bytes);
        boolean isKept = request.header("If-None-Match").filter(tag::equals).isPresent();
        return (isKept ? Response.of(304, type, new byte[0]) : Response.of(200, type, bytes))
                .with("ETag", tag)
                .with("Cache-Control", "no-cache");
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private Optional<byte[]> bytes(String path) throws IOException {
        if (folder.isPresent()) {
            Path file = folder.get().resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }
        try (InputStream stream = PageFiles.class.getResourceAsStream("/studio/" + path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
    }
}
