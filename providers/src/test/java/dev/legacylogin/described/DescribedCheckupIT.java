package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Mappers;
import dev.legacylogin.checkup.Checkups;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the check-up says of clients whose forms describe an API. */
class DescribedCheckupIT {
    @AutoClose
    private static final DescribedApi API = DescribedApi.with(Map.of("api", "simplejwt"), realm -> {
        DescribedApi.addClient(realm, "broken", "{}");
        DescribedApi.addClient(realm, "a/b", Map.of("api", "strapi"));
        DescribedApi.addClient(realm, "disabled", Map.of("api", "parse")).put("enabled", false);
    });

    @Test
    void eachIsAShapeOfItsOwn() {
        assertThat(shape("old-app"))
                .hasToString("""
                {"shape":"simplejwt","on":true,"client":"old-app","urls":["%1$s/api/token/","%1$s/api/token/refresh/"],\
                "findings":[],"clients":[{"clientId":"old-app","settings":{"api":"simplejwt","sunset":"",\
                "refuse.after.sunset":"false"},"findings":[]}]}""".formatted(Calls.url(API.realm().path("/legacy-login/clients/old-app"))));
    }

    @Test
    void whoseDescriptionCannotBeUsed() {
        assertThat(shape("broken").toString())
                .contains("\"shape\":\"described\",\"on\":false")
                .contains("DESCRIPTION_UNUSABLE")
                .contains(
                        "client broken a description that cannot be used, so none of its paths answers: description: needs the member \\\"endpoints\\\".");
    }

    @Test
    void whoseIdCanBeInNoPath() {
        assertThat(shape("a/b").path("findings").findValuesAsText("code")).containsExactly("CLIENT_ID_IN_NO_PATH");
    }

    @Test
    void aFormOnAClientScopeDoesNothing() {
        var form = Mappers.of("form", "legacy-login-described", Map.of());
        Clients.addScope(API.realm(), "shared", scope -> scope.setProtocolMappers(List.of(form)));

        assertThat(shapes().filter(shape -> shape.path("client").isNull())
                        .filter(shape -> shape.path("shape").asText().equals("described"))
                        .map(shape -> shape.path("findings").findValuesAsText("message")))
                .containsExactly(List.of("Client scope shared carries this shape's settings, which count at a client"
                        + " only: here they do nothing."));
    }

    @Test
    void whatIsLookedForOfEveryClient() {
        assertThat(shape("disabled").path("clients").findValuesAsText("code")).containsExactly("CLIENT_DISABLED");
    }

    private static JsonNode shape(String clientId) {
        return shapes().filter(shape -> shape.path("client").asText().equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> shapes() {
        return StreamSupport.stream(Checkups.report(API.realm()).path("shapes").spliterator(), false);
    }
}
