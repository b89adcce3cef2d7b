package dev.legacylogin.checkup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report as tables for people. */
final class TextReport {
    private TextReport() {}

    static String of(Report report) {
        List<List<String>> shapes = new ArrayList<>(List.of(List.of("SHAPE", "STATE", "CLIENT", "SETTINGS")));
        List<List<String>> urls = new ArrayList<>(List.of(List.of("SHAPE", "URL")));
        for (Report.Shape shape : report.shapes()) {
            shapes.addAll(rows(shape));
            shape.urls().forEach(url -> urls.add(List.of(shape.shape(), url)));
        }
        return "Legacy login, realm " + report.realm() + "\n\n" + table(shapes) + "\n" + table(urls) + "\n"
                + findings(report);
    }

    private static List<List<String>> rows(Report.Shape shape) {
        if (!shape.on()) {
            return List.of(List.of(shape.shape(), "off", shape.client() == null ? "" : shape.client(), ""));
        }
        return shape.clients().stream()
                .map(client -> List.of(
                        shape.shape(),
                        "on",
                        client.clientId(),
                        client.settings().entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static String findings(Report report) {
        List<Row> rows = new ArrayList<>();
        report.findings().forEach(finding -> rows.add(new Row("realm", finding)));
        for (Report.Shape shape : report.shapes()) {
            shape.findings().forEach(finding -> rows.add(new Row(shape.shape(), finding)));
            shape.clients()
                    .forEach(client -> client.findings()
                            .forEach(finding -> rows.add(new Row(shape.shape() + ", " + client.clientId(), finding))));
        }
        if (rows.isEmpty()) {
            return "Nothing found.\n";
        }
        List<List<String>> lines = new ArrayList<>(List.of(List.of("LEVEL", "CODE", "WHERE", "WHAT, AND WHAT TO DO")));
        rows.stream().sorted(Comparator.comparing(row -> row.finding().level())).forEach(row -> {
            Finding finding = row.finding();
            lines.add(List.of(finding.level().text(), finding.code(), row.where(), finding.message()));
            lines.add(List.of("", "", "", finding.action()));
        });
        return table(lines);
    }

    private static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        Stream<String> lines = rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing());
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private record Row(String where, Finding finding) {}
}
