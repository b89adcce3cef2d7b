package dev.legacylogin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a window: the machine's own Chromium, which {@code -Dbrowser.path} may name. */
final class Chromium implements AutoCloseable {
    private static final double TIMEOUT_MS = 120_000;

    /** It needs no account's sandbox, as root on a build machine has none, and talks to nobody but the test server. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path program = Path.of(System.getProperty("legacy.browser.path"));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "No browser at " + program + ". Install Chromium, or say where one is: -Dbrowser.path=...");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(OPTIONS));
    }

    /** A window of its own, with nobody logged in. */
    Page window() {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1280, 800).setLocale("en"));
        page.setDefaultTimeout(TIMEOUT_MS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
