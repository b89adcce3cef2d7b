package dev.legacylogin.fuzz;

import dev.legacylogin.Jwt;
import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** Two users whose every value, of whatever type, is theirs alone. */
enum FuzzedUser {
    ONE("zqoneqz", true),
    /** Without a refresh token, and without what Keycloak need not know. */
    OTHER("zqotherqz", false);

    private final String marker;
    private final UserModel model = new LightweightUserAdapter(null, "fuzz");
    private final boolean known;

    FuzzedUser(String marker, boolean known) {
        this.marker = marker;
        this.known = known;
        model.setUsername(marker);
        if (known) {
            model.setEmail(marker + "@example.org");
            model.setFirstName(marker + "\u0000\r\n ✓");
            model.setLastName("\ud800" + marker);
            model.setCreatedTimestamp(Long.MAX_VALUE / 2);
            model.setSingleAttribute("legacy_id", "37");
            model.setSingleAttribute("role", marker);
            model.setAttribute("location", List.of(marker, "", "{\"" + marker + "\":1}"));
        }
    }

    /** One of these is in each of the values. */
    List<String> traces() {
        return List.of(marker, token(marker), token(marker + "-refresh"));
    }

    FuzzedUser other() {
        return this == ONE ? OTHER : ONE;
    }

    Granted granted() {
        return new Granted(
                new Tokens(token(marker), 300, known ? token(marker + "-refresh") : null, 1800, "email " + marker),
                model,
                this::claims,
                attribute -> attribute.length() % 2 == 0);
    }

    Owner owner() {
        return new Owner(model, this::claims, attribute -> attribute.length() % 2 == 0);
    }

    /** A JWT without a signature, whose end is not said. */
    private static String token(String text) {
        return "e30." + Jwt.encoded("{\"jti\":\"" + text + "\"}") + ".e30";
    }

    /** A claim of each type, by the length of its name. */
    private Map<String, Object> claims() {
        return new HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object get(Object name) {
                return known ? claim(name.toString()) : null;
            }
        };
    }

    private Object claim(String name) {
        return switch (name.length() % 9) {
            case 0 -> marker;
            case 1 -> 42L;
            case 2 -> List.of(marker, 7, true);
            case 3 -> Map.of(marker, List.of());
            case 4 -> true;
            case 5 -> "{\"a\":\"" + marker + "\"}";
            case 6 -> "1e999999999";
            case 7 -> Double.NaN;
            default -> null;
        };
    }
}
