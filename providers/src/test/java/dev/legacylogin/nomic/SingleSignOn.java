package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser in which a user logs in once, and then comes to other clients in the same session. */
final class SingleSignOn {
    static final String REDIRECT_URI = "http://localhost/callback";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final TestRealm realm;
    /** By name; a browser sends secure ones to localhost too, and Java's client does not. */
    private final Map<String, String> cookies = new TreeMap<>();

    SingleSignOn(TestRealm realm) {
        this.realm = realm;
    }

    /** The access token of the client at which the user types the password, from a refresh. */
    String logIn(String clientId, TestUser user) {
        Matcher form = FORM.matcher(authorize(clientId).body());
        assertThat(form.find()).isTrue();
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        return accessToken(
                clientId,
                send(Http.request("POST", action)
                        .form(Map.of("username", user.username(), "password", user.password()))));
    }

    /** The access token of another client, for which the user types nothing, from a refresh. */
    String goTo(String clientId) {
        return accessToken(clientId, authorize(clientId));
    }

    private Answer authorize(String clientId) {
        return send(Http.get(realm.path("/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + clientId + "&redirect_uri=" + REDIRECT_URI)));
    }

    private Answer send(Http request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = request.send();
        answer.headers("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0].split("=", 2))
                .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        return answer;
    }

    private String accessToken(String clientId, Answer redirect) {
        Matcher code = CODE.matcher(redirect.header("Location").orElseThrow());
        assertThat(code.find()).isTrue();
        Answer tokens = OwnTokenEndpoint.of(realm, clientId)
                .token(Map.of("grant_type", "authorization_code", "code", code.group(1), "redirect_uri", REDIRECT_URI));
        return OwnTokenEndpoint.of(realm, clientId)
                .refresh(tokens.text("/refresh_token"))
                .text("/access_token");
    }
}
