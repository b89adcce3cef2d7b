package dev.legacylogin.importing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How users are to be imported, as the query says it.
 *
 * @param table how a row becomes a user
 * @param zone of dates that name none
 * @param dryRun whether nothing is to be written
 * @param withoutPassword whether users come along who have no password
 */
public record ImportOptions(UserTable table, ZoneId zone, boolean dryRun, boolean withoutPassword) {
    private static final String FROM = "from";
    private static final String COLUMNS = "columns";
    private static final String MAP = "map.";
    private static final String ZONE = "zone";

    /** The parameters that have few values; the first is the default. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "dry-run", List.of("", "true", "false"),
            "without-password", List.of("create", "refuse"),
            "if-exists", List.of("skip"));

    /**
     * Reads the query's parameters.
     *
     * @param tables the tables of the built-in APIs, by name
     * @throws IllegalArgumentException with a text for the caller, where one is missing, unknown, or has another value
     */
    public static ImportOptions of(MultivaluedMap<String, String> query, Map<String, UserTable> tables) {
        Map<String, String> parameters = new TreeMap<>();
        Map<String, String> columns = new TreeMap<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new IllegalArgumentException(name + " is there more than once.");
            }
            (name.startsWith(MAP) ? columns : parameters).put(name, values.get(0));
        });
        requireKnown(parameters);
        Map<String, String> choices = CHOICES.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), name -> choice(parameters, name)));
        return new ImportOptions(
                table(parameters.getOrDefault(FROM, ""), columns, tables),
                zone(parameters.getOrDefault(ZONE, "UTC")),
                choices.get("dry-run").equals("true"),
                choices.get("without-password").equals("create"));
    }

    private static void requireKnown(Map<String, String> parameters) {
        TreeSet<String> known = new TreeSet<>(CHOICES.keySet());
        known.addAll(List.of(FROM, ZONE));
        if (!known.containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("A parameter is unknown. There are " + String.join(", ", known)
                    + ", and map.… for from=" + COLUMNS + ".");
        }
    }

    private static UserTable table(String from, Map<String, String> columns, Map<String, UserTable> tables) {
        if (from.equals(COLUMNS)) {
            return new MappedColumns(columns);
        }
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException("map.… is for from=" + COLUMNS + ".");
        }
        if (!tables.containsKey(from)) {
            throw new IllegalArgumentException(
                    "from must be one of " + String.join(", ", new TreeSet<>(tables.keySet())) + ", " + COLUMNS + ".");
        }
        return tables.get(from);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be a time zone, such as UTC, Asia/Manila or +08:00.");
        }
    }

    private static String choice(Map<String, String> parameters, String name) {
        List<String> choices = CHOICES.get(name);
        String value = parameters.getOrDefault(name, choices.get(0));
        if (value.isEmpty() || !choices.contains(value)) {
            throw new IllegalArgumentException(name + " must be "
                    + String.join(
                            " or ",
                            choices.stream().filter(choice -> !choice.isEmpty()).toList()) + ".");
        }
        return value;
    }
}
