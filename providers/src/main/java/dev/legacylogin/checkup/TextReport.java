package dev.legacylogin.checkup;

import dev.legacylogin.http.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A report as tables for people. */
public final class TextReport {
    private TextReport() {}

    /** The report, with a line feed at the end. */
    public static String of(Report report) {
        List<List<String>> shapes = new ArrayList<>(List.of(List.of("SHAPE", "STATE", "CLIENT", "SETTINGS")));
        List<List<String>> urls = new ArrayList<>(List.of(List.of("SHAPE", "URL")));
        for (Report.Shape shape : report.shapes()) {
            shapes.addAll(rows(shape));
            shape.urls().forEach(url -> urls.add(List.of(shape.shape(), url)));
        }
        return "Legacy login, realm " + report.realm() + "\n\n" + TextTable.of(shapes) + "\n" + TextTable.of(urls)
                + "\n" + findings(report);
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
        return TextTable.of(lines);
    }

    private record Row(String where, Finding finding) {}
}
