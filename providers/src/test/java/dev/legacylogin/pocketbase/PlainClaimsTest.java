package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.legacylogin.Jwt;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/** What PocketBase's SDK can decode, over the encoder that Keycloak's tokens come from. */
class PlainClaimsTest {
    private static final List<String> LATIN = range('a', 'z');

    /** Each with the letters of its names, the last with what other tokens may hold. */
    private static final List<List<String>> ALPHABETS = List.of(
            LATIN,
            List.of("ä", "ö", "ü", "ß", "é", "ø", "ł", "ÿ", "a", "e", "n", " ", "-", "'"),
            range('α', 'ω'),
            range('а', 'я'),
            range('א', 'ת'),
            range('ا', 'ي'),
            range('अ', 'ह'),
            range('一', '丿'),
            range('ぁ', 'ん'),
            List.of(" ", "!", "\"", "\\", "/", "<", ">", "?", "@", "_", "}", "~", "\u007f", "\n", "😀", "a"));

    private static List<String> range(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).toList();
    }

    @Test
    void noPayloadOfTenThousandUsersHasAnUnreadableCharacter() {
        Random random = new Random(20260101);
        for (int user = 0; user < 10_000; user++) {
            List<String> alphabet = ALPHABETS.get(user % ALPHABETS.size());
            String name = word(random, alphabet);

            AccessToken plain = PlainClaims.of(token(random, alphabet, name));

            assertThat(payload(plain)).as(name).doesNotContain("-", "_");
            assertThat(plain.getName()).isEqualTo(PlainClaims.isPlain(name) ? name : null);
        }
    }

    /** Or else the test above would see nothing. */
    @Test
    void manyOfThemHaveOneAsKeycloakMakesThem() {
        Random random = new Random(20260101);
        long unreadable = IntStream.range(0, 1_000)
                .filter(user -> {
                    List<String> alphabet = ALPHABETS.get(user % ALPHABETS.size());
                    String payload = payload(token(random, alphabet, word(random, alphabet)));
                    return payload.contains("-") || payload.contains("_");
                })
                .count();

        assertThat(unreadable).isGreaterThan(500);
    }

    /** At each of the three places that a character can have in a group of bytes, beside every other one. */
    @Test
    void exactlyTheCharactersThatCanSpoilAPayloadAreNotPlain() {
        IntPredicate spoils = c -> IntStream.range(0, 3)
                .mapToObj("   "::substring)
                .anyMatch(before -> IntStream.range(0, 0x80)
                        .filter(next -> next < 0x7e && next != '>' && next != '?')
                        .anyMatch(next ->
                                Jwt.encoded(before + (char) c + (char) next).matches(".*[-_].*")));

        assertThat(IntStream.range(0, 0x80).filter(spoils).boxed())
                .containsExactly((int) '>', (int) '?', (int) '~', 0x7f)
                .noneMatch(c -> PlainClaims.isPlain(Character.toString(c)));
        assertThat(IntStream.range(0, 0x80).filter(spoils.negate()))
                .allMatch(c -> PlainClaims.isPlain(Character.toString(c)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "ÿ", "€", "\ud83d\ude00", "\u0080"})
    void noCharacterBeyondAsciiIsPlain(String character) {
        assertThat(PlainClaims.isPlain("a" + character)).isFalse();
    }

    @Test
    void whatIsNotPlainIsLeftOutAndAllElseStays() throws JsonProcessingException {
        AccessToken token = new AccessToken();
        token.id("onrtro:1")
                .issuer("https://login.example.org/~kc/realms/größe")
                .type("Bearer");
        token.subject("37").audience("account", "größe").iat(1L).exp(2L);
        token.issuedFor("legacy-pocketbase");
        token.setScope("profile größe email");
        token.setName("Zoë ÿÿ");
        token.setGivenName("Zoe");
        token.setRealmAccess(new AccessToken.Access().addRole("boss").addRole("größe"));
        token.addAccess("app").addRole("a?").addRole("b");
        token.addAccess("straße").addRole("c");
        token.setOtherClaims("groups", List.of("/a", "/ä", List.of("b", "ß")));
        token.setOtherClaims("address", Map.of("locality", "Köln", "country", "DE", "Straße", "x"));
        token.setOtherClaims("straße", "x");
        token.setOtherClaims("number", 7);

        assertThat(Jwt.of(encode(PlainClaims.of(token))).claims()).isEqualTo(JsonSerialization.mapper.readTree("""
                {"exp":2,"iat":1,"jti":"onrtro:1","iss":"https://login.example.org/~kc/realms/größe","aud":"account",\
                "sub":"37","typ":"Bearer","azp":"legacy-pocketbase","realm_access":{"roles":["boss"]},\
                "resource_access":{"app":{"roles":["b"]}},"scope":"profile email","given_name":"Zoe",\
                "address":{"country":"DE"},"number":7,"groups":["/a",["b"]]}"""));
    }

    private static AccessToken token(Random random, List<String> alphabet, String name) {
        AccessToken token = new AccessToken();
        token.id(word(random, LATIN))
                .issuer("https://login.example.org/realms/legacy")
                .type("Bearer");
        token.subject(word(random, LATIN)).audience("account", word(random, alphabet));
        token.iat(1700000000L + random.nextInt(1000)).exp(1700000300L + random.nextInt(1000));
        token.issuedFor("legacy-pocketbase");
        token.setScope("email " + word(random, alphabet));
        token.setName(name);
        token.setGivenName(word(random, alphabet));
        token.setPreferredUsername(word(random, alphabet));
        token.setEmail(word(random, alphabet) + "@example.org");
        token.setRealmAccess(new AccessToken.Access().addRole(word(random, alphabet)));
        token.addAccess(word(random, alphabet)).addRole(word(random, alphabet));
        token.setOtherClaims("groups", List.of(word(random, alphabet), word(random, LATIN)));
        token.setOtherClaims(word(random, alphabet), Map.of(word(random, alphabet), word(random, alphabet)));
        return token;
    }

    private static String word(Random random, List<String> alphabet) {
        return IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> alphabet.get(random.nextInt(alphabet.size())))
                .collect(Collectors.joining());
    }

    private static String payload(AccessToken token) {
        return encode(token).split("\\.")[1];
    }

    /** Unsigned, which makes no difference to the payload. */
    private static String encode(AccessToken token) {
        return new JWSBuilder().type("JWT").jsonContent(token).none();
    }
}
