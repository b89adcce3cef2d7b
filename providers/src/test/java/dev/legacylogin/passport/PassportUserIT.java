package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The {@code logged_in_user} of {@code /api/auth/login}. */
class PassportUserIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        userOfThePage(json);
        PassportPath.addClient(json, "3");
        RealmChange.fixedClaim("3", "username", "RooseveltSmitham", "String").accept(json);
        RealmChange.fixedClaim("3", "updated_at", "2019-05-03 13:37:53", "String")
                .accept(json);
        PassportPath.addClient(json, "4");
        RealmChange.fixedClaim("4", "legacy_id", "4711", "long").accept(json);
        RealmChange.fixedClaim("4", "code", "of the claim", "String").accept(json);
        RealmChange.fixedClaim("4", "role", "0", "String").accept(json);
        RealmChange.fixedClaim("4", "is_active", "false", "boolean").accept(json);
        RealmChange.fixedClaim("4", "created_at", "yesterday", "String").accept(json);
        ObjectNode misfits = RealmChange.user(json, "mysusername").withObject("/attributes");
        misfits.putArray("role").add("chief");
        misfits.putArray("is_active").add("yes");
        misfits.putArray("legacy_id").add("37.5");
    });

    private static void userOfThePage(ObjectNode json) {
        ObjectNode user = RealmChange.user(json, "mysusername").deepCopy();
        user.put("username", "RooseveltSmitham").put("email", "zion70@gmail.com");
        json.withArray("users").add(user);
    }

    @Test
    void userOfThePageIsShownAsOnThePage() {
        PassportPath.assertLoggedIn(login("3", "RooseveltSmitham", "abcd1234"), """
                {"id":37,"code":null,"global_prefix":null,"role":1,"username":"RooseveltSmitham",\
                "email":"zion70@gmail.com","api_token":null,"first_name":"Larissa","last_name":"Keebler",\
                "contact_number":null,"business_name":null,"business_address":null,"is_active":1,\
                "created_at":"2019-05-03 13:20:29","updated_at":"2019-05-03 13:37:53"}""");
    }

    @Test
    void everyAttributeIsShown() {
        assertShown(login(PassportPath.CLIENT, "TestUser", "password"), """
                {"id":%d,"code":"TU","global_prefix":"+420","role":2,"username":"testuser",\
                "email":"testuser@example.org","api_token":"demo-api-token","first_name":"Test","last_name":"User",\
                "contact_number":"555 0100","business_name":"Test User Ltd",\
                "business_address":"1 Example Street","is_active":1,\
                "created_at":"2024-01-26 15:05:23","updated_at":"<updated>"}""".formatted(derivedId("testuser")));
    }

    @Test
    void whatDoesNotFitIsShownAsNotKnown() {
        assertShown(login(PassportPath.CLIENT, "mysusername", "abcd1234"), """
                {"id":%d,"code":null,"global_prefix":null,"role":null,"username":"mysusername",\
                "email":"zion70@example.org","api_token":null,"first_name":"Larissa","last_name":"Keebler",\
                "contact_number":null,"business_name":null,"business_address":null,"is_active":null,\
                "created_at":"2019-05-03 13:20:29","updated_at":"<updated>"}""".formatted(derivedId("mysusername")));
    }

    @Test
    void claimsOfTheClientComeBeforeAttributes() {
        assertShown(login("4", "TestUser", "password"), """
                {"id":4711,"code":"of the claim","global_prefix":"+420","role":0,"username":"testuser",\
                "email":"testuser@example.org","api_token":"demo-api-token","first_name":"Test","last_name":"User",\
                "contact_number":"555 0100","business_name":"Test User Ltd","business_address":"1 Example Street",\
                "is_active":null,"created_at":"2024-01-26 15:05:23","updated_at":"<updated>"}""");
    }

    @Test
    void derivedIdIsPositiveStableAndReadExactlyByJavaScript() {
        try (TestUser user = realm.createUser("a password")) {
            long id = idOf(user);

            assertThat(id).isPositive().isLessThan(1L << 53).isEqualTo(derivedId(user.username()));
            user.change(u -> u.setLastName("Renamed"));
            assertThat(idOf(user)).isEqualTo(id);
        }
    }

    /** Exactly this user, in whose document {@code <updated>} stands for the date that the version knows. */
    private static void assertShown(Answer answer, String user) {
        PassportPath.assertLoggedIn(answer, user.replace("<updated>", PassportPath.updatedAt(answer)));
    }

    private static Answer login(String clientId, String username, String password) {
        Map<String, Object> fields = PassportPath.fields(username, password);
        fields.put("client_id", clientId);
        return PassportPath.of(realm).login(fields);
    }

    private static long idOf(TestUser user) {
        return login(PassportPath.CLIENT, user.username(), user.password())
                .json()
                .path("logged_in_user")
                .path("id")
                .longValue();
    }

    /** The first 53 bits of the SHA-256 of Keycloak's id: to change them would give every user another id. */
    private static long derivedId(String username) {
        String id = realm.admin().users().search(username, true).get(0).getId();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
            return new BigInteger(1, Arrays.copyOf(hash, 8)).shiftRight(11).longValueExact();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
