package dev.legacylogin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keycloak's admin console as its admin sees it: everything is found by the name on the screen. Each method waits until
 * it can act, and fails after two minutes.
 */
final class Console {
    private final Page page;
    private final List<String> unanswered = new ArrayList<>();

    private Console(Page page) {
        this.page = page;
        page.onRequestFailed(request -> unanswered.add(request.url() + " " + request.failure()));
    }

    /** Does what may wait in vain, and says then what is seen, and whether the browser has given requests up. */
    private Console act(Runnable action) {
        try {
            action.run();
            return this;
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "%s shows:%n%s%nRequests without an answer:%n%s"
                            .formatted(page.url(), page.locator("body").innerText(), String.join("\n", unanswered)),
                    e);
        }
    }

    /** Logs the administrator in and opens a realm. */
    static Console open(Chromium browser, TestRealm realm) {
        Page page = browser.window();
        return new Console(page)
                .act(() -> {
                    page.navigate(TestServer.get().baseUri() + "/admin/master/console/#/" + realm.name());
                    page.getByLabel("Username").fill("admin");
                    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                            .fill("admin");
                })
                .button("Sign In");
    }

    /** Clicks a link, in the menu or on the page. */
    Console link(String name) {
        return act(() -> role(AriaRole.LINK, name).click());
    }

    Console button(String name) {
        return act(() -> role(AriaRole.BUTTON, name).click());
    }

    Console tab(String name) {
        return act(() -> role(AriaRole.TAB, name).click());
    }

    /** Clicks a line of a dialog. */
    Console choose(String name) {
        return act(() -> page.getByRole(AriaRole.DIALOG)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click());
    }

    /** Opens a list and takes one of its values. */
    Console select(String label, String value) {
        return act(() -> {
            String id = page.locator("label", new Page.LocatorOptions().setHasText(label))
                    .getAttribute("for");
            page.locator("[id='" + id + "']").click(); // the list's own name is not the label's everywhere
            role(AriaRole.OPTION, value).click();
        });
    }

    Console fill(String label, String value) {
        return act(() -> role(AriaRole.TEXTBOX, label).fill(value));
    }

    /** Ticks a box or turns a switch on. */
    Console on(String label) {
        Locator.SetCheckedOptions drawnOver = new Locator.SetCheckedOptions().setForce(true); // a switch hides its box
        return act(() ->
                role(AriaRole.CHECKBOX, label).or(role(AriaRole.SWITCH, label)).setChecked(true, drawnOver));
    }

    /** Fills in the only field of this name in the form that a button opens, and sends it. */
    Console search(String label, String value) {
        // its name is another one in 26.0, and in later versions that of the form's own button
        return act(() -> {
            page.getByText(Pattern.compile("^Search (user event|events)$"))
                    .first()
                    .click();
            fill(label, value);
            page.getByRole(AriaRole.BUTTON, named("Search events")).last().click();
        });
    }

    /** Waits until the table has just these rows, from the top, each with these values beside each other. */
    Console seeRows(String... rows) {
        Locator opener = page.getByRole(AriaRole.BUTTON, named("Details"));
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(opener)))
                .containsText(rows);
        return this;
    }

    /** Moves the page until a text is seen. */
    Console scrollTo(String text) {
        return act(() -> page.getByText(text).last().scrollIntoViewIfNeeded());
    }

    /** Waits for a text. */
    Console see(String text) {
        return act(() -> page.getByText(text).first().waitFor());
    }

    /** Loads the page anew, without the messages that it has shown. */
    Console reload() {
        page.reload();
        return this;
    }

    /** Keeps what is seen as a picture. */
    Console screenshot(String name) {
        Path file = Path.of(System.getProperty("legacy.browser.screenshots"), name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Locator role(AriaRole role, String name) {
        return page.getByRole(role, named(name)).first();
    }
}
