package dev.legacylogin.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes an old user from the columns of a row. Each method names the columns that may have it, the first filled counts. */
public final class OldUserBuilder {
    /** {@code 2019-05-03 13:20:29}, with a {@code T} between, a fraction and a zone where it has them. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** What Keycloak's columns hold. */
    private static final int MAX_LENGTH = 255;

    /** What the documented forms of dates can say. */
    private static final int MAX_YEAR = 9999;

    /** MySQL's zero date. */
    private static final String NEVER = "0000-00-00";

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'");

    private final Row row;
    private final ZoneId zone;
    private final String username;
    private final Map<String, String> attributes = new TreeMap<>();
    private String email;
    private boolean emailVerified;
    private String firstName;
    private String lastName;
    private boolean enabled = true;
    private Long created;
    private String hash;

    /**
     * @param zone of dates that have none
     * @throws RefusedRowException where no column has a user name, or one that is too long
     */
    public OldUserBuilder(Row row, ZoneId zone, String... columns) throws RefusedRowException {
        this.row = row;
        this.zone = zone;
        this.username = stored(columns).orElseThrow(() -> row.refused(columns[0], "There is no user name."));
        attributes.put("legacy_username", username);
    }

    /** The id in the old system. */
    public OldUserBuilder id(String... columns) throws RefusedRowException {
        return attribute("legacy_id", columns);
    }

    /** The address. */
    public OldUserBuilder email(String... columns) throws RefusedRowException {
        email = stored(columns).orElse(null);
        return this;
    }

    /** Whether the address is verified; where there is none, nothing is. */
    public OldUserBuilder emailVerified(String column) throws RefusedRowException {
        emailVerified = email != null && row.flag(column).orElse(false);
        return this;
    }

    /** The first name. */
    public OldUserBuilder firstName(String... columns) throws RefusedRowException {
        firstName = stored(columns).orElse(null);
        return this;
    }

    /** The last name. */
    public OldUserBuilder lastName(String... columns) throws RefusedRowException {
        lastName = stored(columns).orElse(null);
        return this;
    }

    /** Whether the user may log in. */
    public OldUserBuilder enabled(boolean mayLogIn) {
        enabled = mayLogIn;
        return this;
    }

    /** The hash of the password. */
    public OldUserBuilder hash(String... columns) throws RefusedRowException {
        hash = row.text(columns).orElse(null);
        return this;
    }

    /** When the user was created. */
    public OldUserBuilder created(String... columns) throws RefusedRowException {
        created = date(columns).map(date -> date.toInstant().toEpochMilli()).orElse(null);
        return this;
    }

    /** A text of the old system's, under this name. */
    public OldUserBuilder attribute(String name, String... columns) throws RefusedRowException {
        row.text(columns).ifPresent(text -> attributes.put(name, text));
        return this;
    }

    /** A value that was found otherwise; {@code null} for none. */
    public OldUserBuilder value(String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
        return this;
    }

    /** A column that has the name of its legacy field. */
    public OldUserBuilder attributes(String... names) throws RefusedRowException {
        for (String name : names) {
            attribute(name, name);
        }
        return this;
    }

    /** Yes or no, in Keycloak's words. */
    public OldUserBuilder flag(String name) throws RefusedRowException {
        row.flag(name).ifPresent(value -> attributes.put(name, value.toString()));
        return this;
    }

    /** A date as the old system's clock on the wall had it: {@code 2019-05-03 13:20:29}. */
    public OldUserBuilder wallClock(String name) throws RefusedRowException {
        date(name).ifPresent(date -> attributes.put(name, WALL_CLOCK.format(date)));
        return this;
    }

    /** A date in UTC: {@code 2024-01-26 15:05:23.262Z}. */
    public OldUserBuilder utcMillis(String name) throws RefusedRowException {
        date(name).ifPresent(date -> attributes.put(name, UTC_MILLIS.format(date.withZoneSameInstant(ZoneOffset.UTC))));
        return this;
    }

    /** A text for one of Keycloak's own columns: a realm whose profile has no limit must not find out in its database. */
    private Optional<String> stored(String... columns) throws RefusedRowException {
        Optional<String> text = row.text(columns);
        if (text.isPresent() && text.get().length() > MAX_LENGTH) {
            throw row.refused(columns[0], "It is longer than " + MAX_LENGTH + " characters.");
        }
        return text;
    }

    private Optional<ZonedDateTime> date(String... columns) throws RefusedRowException {
        Optional<String> text = row.text(columns).filter(value -> !value.startsWith(NEVER));
        try {
            return text.map(this::parsed);
        } catch (DateTimeException e) {
            throw row.refused(columns[0], "It is no date such as 2019-05-03 13:20:29.");
        }
    }

    private ZonedDateTime parsed(String text) {
        if (text.matches("[0-9]{9,10}")) {
            return Instant.ofEpochSecond(Long.parseLong(text)).atZone(ZoneOffset.UTC);
        }
        TemporalAccessor date = DATE.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        int year = date.get(ChronoField.YEAR);
        if (year < 1 || year >= MAX_YEAR) { // in another zone it may be the next one
            throw new DateTimeException("Beyond what can be written");
        }
        return date instanceof ZonedDateTime zoned ? zoned : ((LocalDateTime) date).atZone(zone);
    }

    /** The user. */
    public OldUser build() {
        return new OldUser(
                username, email, emailVerified, firstName, lastName, enabled, created, hash, Map.copyOf(attributes));
    }
}
