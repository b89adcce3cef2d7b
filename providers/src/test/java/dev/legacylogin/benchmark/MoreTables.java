package dev.legacylogin.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is measured in other ways than pairs are, as tables in Markdown. */
final class MoreTables {

    private MoreTables() {}

    /** Builds and starts, in seconds, and the jar's size in bytes. */
    static String of(Starts starts, long jarBytes) {
        return "### Build and start\n\n"
                + String.format(Locale.ROOT, "The jar has %,d bytes.\n\n", jarBytes)
                + "| seconds | with the jar | without | difference | times |\n|---|---|---|---|---|\n"
                + row("`kc.sh build`", starts.builds())
                + row("`kc.sh start --optimized`", starts.starts())
                + "\n";
    }

    private static String row(String name, List<Starts.Seconds> seconds) {
        return "| %s | %s | %s | %s | %d |\n"
                .formatted(
                        name,
                        Tables.spread("%.2f", Spread.of(seconds, Starts.Seconds::with)),
                        Tables.spread("%.2f", Spread.of(seconds, Starts.Seconds::without)),
                        Tables.spread("%.2f", Spread.of(seconds, time -> time.with() - time.without())),
                        seconds.size());
    }

    /** An import beside Keycloak's partial import. */
    static String of(Imports imports) {
        return String.format(
                        Locale.ROOT,
                        "### Import of users\n\nAn import has %,d users, a partial import %,d, each in one request.\n\n",
                        imports.users(),
                        imports.aCall())
                + "| | import | partial import | ratio |\n|---|---|---|---|\n"
                + row("users a second", "%.0f", imports, Imports.Rate::usersASecond)
                + row("CPU ms a user", "%.2f", imports, Imports.Rate::cpuMillis)
                + "\n";
    }

    private static String row(String name, String format, Imports imports, ToDoubleFunction<Imports.Rate> figure) {
        ToDoubleFunction<Imports.Turn> ours = turn -> figure.applyAsDouble(turn.ours());
        ToDoubleFunction<Imports.Turn> partial = turn -> figure.applyAsDouble(turn.partial());
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        Tables.spread(format, Spread.of(imports.turns(), ours)),
                        Tables.spread(format, Spread.of(imports.turns(), partial)),
                        Tables.spread(
                                "%.2f",
                                Spread.of(
                                        imports.turns(),
                                        turn -> ours.applyAsDouble(turn) / partial.applyAsDouble(turn))));
    }

    /** Looks for forms, a row for each size of a realm. */
    static String of(List<Looks> looks) {
        return "### The first request after a form is saved\n\n"
                + "| ms | first | next | times |\n|---|---|---|---|\n"
                + looks.stream().map(MoreTables::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(Looks looks) {
        return String.format(
                Locale.ROOT,
                "| %,d clients | %s | %s | %d |\n",
                looks.clients(),
                Tables.spread("%.1f", Spread.of(looks.turns(), Looks.Turn::first)),
                Tables.spread("%.1f", Spread.of(looks.turns(), Looks.Turn::next)),
                looks.turns().size());
    }

    /** Mixed traffic, a row for each tenth of the time, and what logins leave behind. */
    static String of(Wear wear) {
        StringBuilder table = new StringBuilder("### Mixed traffic for %d minutes\n\n".formatted(wear.minutes()))
                .append(
                        "| tenth | a second | p50 ms | p99 ms | heap MB after a collection | threads | connections to the"
                                + " database in use | sessions for a login | notes in a session |\n"
                                + "|---|---|---|---|---|---|---|---|---|\n");
        for (int i = 0; i < wear.tenths().size(); i++) {
            table.append(row(i + 1, wear.tenths().get(i)));
        }
        return table.append(drift(wear.tenths()))
                .append("What logins leave behind:\n\n"
                        + "| logins at | sessions for a login | notes in a session | client sessions in a session"
                        + " | notes in a client session | bytes of a session |\n|---|---|---|---|---|---|\n")
                .append(row("the documented paths", wear.left()))
                .append(row("the own endpoint", wear.leftByOwn()))
                .append('\n')
                .toString();
    }

    private static String row(int number, Wear.Tenth tenth) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.1f | %.1f | %.0f | %.0f | %.0f | %.3f | %.2f |\n",
                number,
                tenth.slice().throughput(),
                tenth.slice().p50(),
                tenth.slice().p99(),
                tenth.heapMegabytes(),
                tenth.threads(),
                tenth.databaseConnections(),
                tenth.left().leftovers().sessions() / tenth.left().logins(),
                tenth.left().leftovers().notes());
    }

    /** How the second half is to the first. */
    private static String drift(List<Wear.Tenth> tenths) {
        List<Wear.Tenth> first = tenths.subList(0, tenths.size() / 2);
        List<Wear.Tenth> second = tenths.subList(tenths.size() / 2, tenths.size());
        return "\nFrom the median of the first half to that of the second, p99 went to %s of it, and the heap to %s.\n\n"
                .formatted(
                        ratio(first, second, tenth -> tenth.slice().p99()),
                        ratio(first, second, Wear.Tenth::heapMegabytes));
    }

    private static String ratio(List<Wear.Tenth> first, List<Wear.Tenth> second, ToDoubleFunction<Wear.Tenth> figure) {
        return Tables.number(
                "%.2f",
                Spread.of(second, figure).median() / Spread.of(first, figure).median());
    }

    private static String row(String name, Wear.Left left) {
        Leftovers leftovers = left.leftovers();
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.2f | %.2f | %.2f | %.0f |\n",
                name,
                leftovers.sessions() / left.logins(),
                leftovers.notes(),
                leftovers.clientSessions() / leftovers.sessions(),
                leftovers.clientNotes(),
                leftovers.bytes());
    }
}
