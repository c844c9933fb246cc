package slope.tables;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The address of a database as a person wrote it, which may hold a password, and as it may be told.
///
/// Drivers write users, passwords and keys in many ways. So a setting is told only if its name is
/// known to be harmless, and what stands before an `@` never.
record JdbcUrl(String whole) {
    private static final String PREFIX = "jdbc:";

    /// Settings that say which table is meant, in small letters.
    private static final Set<String> TOLD = Set.of(
            "address",
            "connect_data",
            "currentschema",
            "database",
            "databasename",
            "description",
            "host",
            "mode",
            "port",
            "protocol",
            "role",
            "schema",
            "server",
            "service_name",
            "sid",
            "ssl",
            "sslmode",
            "warehouse");

    /// Where the settings begin: `?a=1&b=2` or `;a=1;b=2`.
    private static final Pattern SETTINGS = Pattern.compile("[?;]");

    /// A setting in front of them: `(password=x)`, or `:user=x` as DB2 writes it.
    private static final Pattern INNER_SETTING = Pattern.compile("([(,:])\\s*([\\w.-]+)\\s*=([^,)(;]*)");

    private static final Pattern VALUE = Pattern.compile("[?&;(,:]\\s*([\\w.-]+)\\s*=([^&;]*)");

    /// Drivers want their own kind in small letters.
    JdbcUrl {
        String kind = kind(whole);
        whole = kind + whole.substring(kind.length());
    }

    static boolean isOne(String location) {
        return location.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /// The kind of database, such as `jdbc:postgresql:`.
    String kind() {
        return kind(whole);
    }

    private static String kind(String whole) {
        int end = whole.indexOf(':', PREFIX.length());
        return end < 0 ? PREFIX : whole.substring(0, end + 1).toLowerCase(Locale.ROOT);
    }

    /// What may be told and recorded.
    String told() {
        String open = whole.substring(0, userStart()) + whole.substring(userEnd());
        Matcher settings = SETTINGS.matcher(open);
        int end = settings.find() ? settings.start() : open.length();
        String head = INNER_SETTING.matcher(open.substring(0, end)).replaceAll(JdbcUrl::ifHarmless);
        if (end == open.length()) {
            return head;
        }
        char first = open.charAt(end);
        String separator = first == '?' ? "&" : ";";
        String kept = List.of(open.substring(end + 1).split("[&;?]", -1)).stream()
                .filter(setting -> isTold(setting.replaceFirst("=.*", "")))
                .collect(Collectors.joining(separator));
        return kept.isEmpty() ? head : head + first + kept;
    }

    /// A driver's sentence without what only the driver should know.
    String scrubbed(String sentence, Optional<String> password) {
        String clean = sentence.replace(whole, told());
        for (String secret : secrets(password)) {
            clean = clean.replace(secret, "…");
        }
        return clean;
    }

    private Set<String> secrets(Optional<String> password) {
        List<String> written = new ArrayList<>(password.stream().toList());
        written.addAll(List.of(whole.substring(userStart(), userEnd()).split("[:/@]", -1)));
        Stream.concat(
                        VALUE.matcher(whole).results(),
                        INNER_SETTING.matcher(whole).results())
                .filter(setting -> !isTold(setting.group(setting.groupCount() - 1)))
                .map(setting -> setting.group(setting.groupCount()))
                .forEach(written::add);
        Set<String> secrets = new LinkedHashSet<>();
        for (String secret : written) {
            secrets.add(secret);
            secrets.add(decoded(secret));
        }
        secrets.remove("");
        secrets.removeIf(secret -> secret.equalsIgnoreCase("true") || secret.equalsIgnoreCase("false"));
        return secrets;
    }

    private static String decoded(String secret) {
        try {
            return URLDecoder.decode(secret, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ignored) {
            return secret;
        }
    }

    /// Where user and password begin in `//user:password@host` and `jdbc:oracle:thin:user/password@host`.
    private int userStart() {
        int end = whole.lastIndexOf('@');
        int slashes = whole.indexOf("//");
        if (slashes >= 0 && slashes < end) {
            return slashes + 2;
        }
        Matcher oracle = Pattern.compile("jdbc:oracle:\\w+:").matcher(whole);
        return oracle.lookingAt() && oracle.end() < end ? oracle.end() : 0;
    }

    private int userEnd() {
        return userStart() == 0 ? 0 : whole.lastIndexOf('@') + 1;
    }

    private static boolean isTold(String name) {
        return TOLD.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static String ifHarmless(MatchResult setting) {
        return isTold(setting.group(2)) ? Matcher.quoteReplacement(setting.group()) : setting.group(1);
    }

    @Override
    public String toString() {
        return told();
    }
}
