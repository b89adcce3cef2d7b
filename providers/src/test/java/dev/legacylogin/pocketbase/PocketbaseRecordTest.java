package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.http.Json;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** The record as it is written. The user is Keycloak's own model of one without a store. */
class PocketbaseRecordTest {

    private final InMemoryUserAdapter model = new InMemoryUserAdapter(null, null, "the-id");

    @BeforeEach
    void createUser() {
        model.setCreatedTimestamp(1_706_281_523_262L);
        model.setUsername("name");
    }

    @Test
    void everyKeyIsThereInAlphabeticalOrder() {
        assertThat(written(Map.of())).isEqualTo("""
                        {"avatar":"","collectionId":"_pb_users_auth_","collectionName":"users",\
                        "created":"2024-01-26 15:05:23.262Z","email":"","emailVisibility":false,"id":"the-id",\
                        "language":"","location":null,"token":"","unit":"","updated":"2024-01-26 15:05:23.262Z",\
                        "username":"name","verified":false}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"lat":50.0755,"lon":14.4378,"name":"Prague"}      | {"lat":50.0755,"lon":14.4378,"name":"Prague"}
                    {"lat":"-90","lon":"180.000000000000001","name":5} | {"lat":-90,"lon":180.000000000000001,"name":"5"}
                    {"lat":1,"lon":2,"name":null}                      | {"lat":1,"lon":2,"name":""}
                    {"lat":"1e1","lon":"1e-7"}                         | {"lat":10,"lon":0.0000001,"name":""}
                    {"lat":"1e99999","lon":2,"name":"a"}               | null
                    {"lat":"1e-99999","lon":2,"name":"a"}              | null
                    {"lat":1,"lon":"1e999999999","name":"a"}           | null
                    {"lat":1,"name":"a"}                               | null
                    [1,2]                                              | null
                    """)
    void locationIsAnObjectOrNull(String attribute, String expected) {
        model.setSingleAttribute("location", attribute);

        assertThat(written(Map.of())).contains("\"location\":" + expected + ",\"token\"");
    }

    @Test
    void claimedLocationIsOneToo() {
        assertThat(written(Map.of("location", Map.of("lat", 1.5, "lon", 2))))
                .contains("\"location\":{\"lat\":1.5,\"lon\":2,\"name\":\"\"}");
    }

    @Test
    void accessTokenIsNotInTheRecord() {
        assertThat(written(Map.of())).doesNotContain("access-token");
    }

    private String written(Map<String, Object> claims) {
        Tokens tokens = new Tokens("access-token", 300, null, 0, "");
        LegacyUser user = new LegacyUser(new Granted(tokens, model, () -> claims, attribute -> false));
        return new String(Json.write(PocketbaseRecord.of(user)), StandardCharsets.UTF_8);
    }
}
