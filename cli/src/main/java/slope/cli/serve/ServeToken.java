package slope.cli.serve;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The token of a server, from a file or the environment: an argument could be read by everybody on the machine.
final class ServeToken {
    private static final String VARIABLE = "SLOPE_SERVE_TOKEN";

    private ServeToken() {}

    /// @param file comes before the environment
    static Optional<String> of(Optional<Path> file, CommandLine line) {
        Optional<String> token = file.map(path -> read(path, line))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .map(String::strip);
        token.ifPresent(text -> {
            if (!text.matches("[!-~]+")) {
                throw new ParameterException(
                        line,
                        "the token in %s has to be letters, digits and signs of ASCII without spaces, at least one"
                                .formatted(file.map(Path::toString).orElse(VARIABLE)));
            }
        });
        return token;
    }

    private static String read(Path file, CommandLine line) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            return "\0"; // no token, as any other that is no text
        } catch (IOException unreadable) {
            throw new ParameterException(
                    line, "the token cannot be read from %s; name a file that can be".formatted(file));
        }
    }
}
