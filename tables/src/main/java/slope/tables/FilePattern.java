package slope.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import slope.internal.text.NearestName;
import slope.table.DataException;

/// Finds the files that a person names: one, or those that match a pattern such as `data/*.csv`.
final class FilePattern {
    private static final String WILD = "*?[{";
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/");

    private FilePattern() {}

    /// The files, sorted by name; at least one. A file whose very name looks like a pattern is found as
    /// well.
    ///
    /// @throws DataException if there is none
    static List<Path> files(String fileOrPattern) {
        try {
            Path file = Path.of(fileOrPattern);
            if (Files.isRegularFile(file)) {
                return List.of(file);
            }
            refuseAddress(fileOrPattern);
            if (fileOrPattern.isBlank() || Files.isDirectory(file)) {
                throw new DataException("\"%s\" is a folder; name a file in it, or files by a pattern such as \"%s\""
                        .formatted(fileOrPattern, file.resolve("*.csv")));
            }
            if (Files.exists(file)) {
                // It gives its content once; a table is looked at, then read.
                throw new DataException(
                        "\"%s\" is a device or a pipe; write its content to a file first".formatted(fileOrPattern));
            }
            return isWild(fileOrPattern) ? matches(file) : missing(file);
        } catch (InvalidPathException impossible) {
            throw new DataException("\"%s\" cannot be the name of a file".formatted(fileOrPattern));
        }
    }

    /// Nothing is downloaded. The address may hold a key, so that only its beginning is told.
    private static void refuseAddress(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (address.lookingAt()) {
            String scheme = address.group(1).toLowerCase(Locale.ROOT);
            throw new DataException("\"%s://…\" is an address, and only files are read; %s"
                    .formatted(
                            scheme,
                            switch (scheme) {
                                case "file" -> "name the file by its path alone";
                                case "s3", "s3a", "s3n" -> "download it first, with: aws s3 cp ADDRESS FILE";
                                case "gs" -> "download it first, with: gcloud storage cp ADDRESS FILE";
                                case "abfs", "abfss", "wasb", "wasbs", "az" ->
                                    "download it first, with: azcopy copy ADDRESS FILE";
                                case "hdfs" -> "download it first, with: hdfs dfs -get ADDRESS FILE";
                                case "http", "https", "ftp", "ftps" -> "download it first, with: curl -o FILE ADDRESS";
                                case "postgres", "postgresql", "mysql", "mariadb", "sqlserver", "oracle", "sqlite" ->
                                    "a database is named by its JDBC address, such as jdbc:%s://host/name"
                                            .formatted(scheme);
                                default -> "download it first";
                            }));
        }
    }

    private static boolean isWild(String text) {
        return text.chars().anyMatch(letter -> WILD.indexOf(letter) >= 0);
    }

    private static List<Path> matches(Path pattern) {
        Path folder = pattern;
        while (isWild(folder.toString())) {
            folder = Optional.ofNullable(folder.getParent()).orElse(Path.of(""));
        }
        int depth = pattern.toString().contains("**") ? Integer.MAX_VALUE : pattern.getNameCount();
        try (Stream<Path> within = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            List<Path> files = within.filter(matcher::matches)
                    .filter(file -> Files.isRegularFile(file) && !isHidden(file))
                    .sorted()
                    .toList();
            if (!files.isEmpty()) {
                return files;
            }
        } catch (PatternSyntaxException wrong) {
            throw new DataException(
                    "\"%s\" is no pattern for files: a bracket or brace is not closed".formatted(pattern));
        } catch (IOException | UncheckedIOException unreadable) {
            // A folder that is not there, or may not be looked into, has no match either.
        }
        throw new DataException("no file matches \"%s\"".formatted(pattern));
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static List<Path> missing(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        try (Stream<Path> names = Files.list(folder)) {
            List<String> siblings = names.filter(Files::isRegularFile)
                    .map(sibling -> sibling.getFileName().toString())
                    .sorted()
                    .toList();
            Optional<Path> nearest =
                    NearestName.among(siblings, file.getFileName().toString()).map(file::resolveSibling);
            throw new DataException("there is no file \"%s\"%s"
                    .formatted(
                            file,
                            nearest.map("; did you mean \"%s\"?"::formatted).orElse("")));
        } catch (AccessDeniedException locked) {
            throw new DataException("\"%s\" may not be looked into; ask for the right to".formatted(folder), locked);
        } catch (IOException noFolder) {
            throw new DataException("there is no file \"%s\", and no folder \"%s\"".formatted(file, folder));
        }
    }
}
