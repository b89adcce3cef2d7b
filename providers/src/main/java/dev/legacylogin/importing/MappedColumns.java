package dev.legacylogin.importing;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Any table: the caller tells which column has what, as in {@code map.username=login_id&map.attribute.role=roles}. */
final class MappedColumns implements UserTable {
    private static final String ATTRIBUTE = "map.attribute.";
    private static final String USERNAME = "map.username";
    private static final String ID = "map.id";
    private static final String EMAIL = "map.email";
    private static final String EMAIL_VERIFIED = "map.email_verified";
    private static final String FIRST_NAME = "map.first_name";
    private static final String LAST_NAME = "map.last_name";
    private static final String ENABLED = "map.enabled";
    private static final String CREATED = "map.created";
    private static final String PASSWORD = "map.password";
    private static final List<String> FIELDS =
            List.of(USERNAME, ID, EMAIL, EMAIL_VERIFIED, FIRST_NAME, LAST_NAME, ENABLED, CREATED, PASSWORD);

    /** What Keycloak's column for it holds. */
    private static final int MAX_NAME = 255;

    /** They have a field of their own above, or are the import's. */
    private static final Set<String> NO_ATTRIBUTES = Set.of(
            "username",
            "email",
            "firstName",
            "lastName",
            "legacy_id",
            "legacy_username",
            "legacy_import",
            "legacy_import_state");

    private final Map<String, String> columns;
    private final Map<String, String> attributes = new TreeMap<>();

    /**
     * @param parameters column by field
     * @throws IllegalArgumentException with a sentence for the caller, where a field is unknown or has no column
     */
    MappedColumns(Map<String, String> parameters) {
        parameters.forEach((field, column) -> {
            Optional<String> attribute = attribute(field);
            if (column.isEmpty() || attribute.isEmpty() && !FIELDS.contains(field)) {
                throw new IllegalArgumentException("map.… must be one of " + String.join(", ", FIELDS) + ", "
                        + ATTRIBUTE + "NAME, with a column.");
            }
            attribute.ifPresent(name -> attributes.put(name, column));
        });
        if (!parameters.containsKey(USERNAME)) {
            throw new IllegalArgumentException(USERNAME + " must name the column of the user names.");
        }
        this.columns = Map.copyOf(parameters);
    }

    private static Optional<String> attribute(String field) {
        if (!field.startsWith(ATTRIBUTE)) {
            return Optional.empty();
        }
        String name = field.substring(ATTRIBUTE.length());
        if (NO_ATTRIBUTES.contains(name)) {
            throw new IllegalArgumentException(
                    ATTRIBUTE + "NAME must not be " + String.join(", ", new TreeSet<>(NO_ATTRIBUTES)) + ".");
        }
        return Optional.of(name).filter(it -> !it.isEmpty() && it.length() <= MAX_NAME);
    }

    @Override
    public List<List<String>> required() {
        return columns.values().stream().map(List::of).toList();
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        OldUserBuilder user = new OldUserBuilder(row, zone, column(USERNAME))
                .id(column(ID))
                .email(column(EMAIL))
                .emailVerified(column(EMAIL_VERIFIED))
                .firstName(column(FIRST_NAME))
                .lastName(column(LAST_NAME))
                .enabled(row.flag(column(ENABLED)).orElse(true))
                .created(column(CREATED))
                .hash(column(PASSWORD));
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            user.attribute(attribute.getKey(), attribute.getValue());
        }
        return user.build();
    }

    /** No table has a column of the empty name. */
    private String column(String field) {
        return columns.getOrDefault(field, "");
    }
}
