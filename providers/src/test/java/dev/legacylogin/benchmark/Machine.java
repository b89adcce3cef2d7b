package dev.legacylogin.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine, in one line, and how busy it is: others who work on it meanwhile make all figures worse. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String inWords() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB of memory, %s, Java %s, load average %.1f before the benchmark",
                processor(system.getArch()),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                Runtime.version().feature(),
                system.getSystemLoadAverage());
    }

    /** The processor's name where the system tells it, else what kind it is. */
    private static String processor(String kind) {
        if (!Files.exists(PROCESSORS)) {
            return kind;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .findFirst()
                    .orElse(kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
