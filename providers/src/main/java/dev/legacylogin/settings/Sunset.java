package dev.legacylogin.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;

/**
 * The day from which a client no longer serves a shape, as its settings form says.
 *
 * @param date the first day without, in UTC
 * @param refuses whether nobody can log in from that day on; else the day is told, and nothing happens
 */
public record Sunset(LocalDate date, boolean refuses) {
    /**
     * Since when the documented APIs count as deprecated: the month in which RFC 9700 said that the password grant must
     * not be used. RFC 9745 wants a sunset that is not before that.
     */
    public static final LocalDate DEPRECATED = LocalDate.of(2025, 1, 1);

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Setting DATE = Setting.text(
            "sunset", "legacyLoginSunset", "", value -> parse(value).isPresent());
    private static final Setting REFUSE = Setting.flag("refuse.after.sunset", "legacyLoginRefuseAfterSunset");

    /** The fields that every shape's form has. */
    static final List<Setting> SETTINGS = List.of(DATE, REFUSE);

    /** That of a client with these settings, or empty where it has none. */
    static Optional<Sunset> of(Map<String, String> config) {
        return parse(DATE.valueIn(config)).map(date -> new Sunset(date, REFUSE.isOn(config)));
    }

    /** Whether refusing is switched on, but no day is set for it. */
    static boolean isMissing(Map<String, String> config) {
        return REFUSE.isOn(config) && of(config).isEmpty();
    }

    /**
     * The day of a shape as a whole: that of its last client, or empty while one of them has none. There may be very many,
     * and so it looks no further than to the first that has none.
     */
    public static Optional<Sunset> ofAll(Stream<Settings> clients) {
        Optional<Sunset> last = Optional.empty();
        for (Iterator<Settings> all = clients.iterator(); all.hasNext(); ) {
            Optional<Sunset> one = all.next().sunset();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (last.isEmpty() || one.get().date().isAfter(last.get().date())) {
                last = one;
            }
        }
        return last;
    }

    /** When the day begins. */
    public Instant begin() {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Whether the day has come, by Keycloak's clock. */
    public boolean hasPassed() {
        return Time.currentTimeMillis() >= begin().toEpochMilli();
    }

    private static Optional<LocalDate> parse(String value) {
        if (!ISO_DATE.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value)).filter(date -> !date.isBefore(DEPRECATED));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
