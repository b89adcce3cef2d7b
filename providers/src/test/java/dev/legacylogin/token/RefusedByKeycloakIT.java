package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** Refusals after which Keycloak rolls its transaction back: they are the page's, and what was begun is not kept. */
class RefusedByKeycloakIT {
    private static final List<Route> REFRESHED = List.of(Route.FUSIO, Route.NOMIC, Route.PASSPORT, Route.SPHINX);

    @AutoClose
    private static TestRealm offline;

    @AutoClose
    private static TestRealm organizations;

    /** What becomes of an organization whose member has tokens. */
    enum Change {
        LEFT((organization, member) ->
                organization.members().member(member.id()).delete().close()),
        DISABLED((organization, member) -> {
            OrganizationRepresentation representation = organization.toRepresentation();
            representation.setEnabled(false);
            organization.update(representation).close();
        }),
        DELETED((organization, member) -> organization.delete().close());

        private final BiConsumer<OrganizationResource, TestUser> make;

        Change(BiConsumer<OrganizationResource, TestUser> make) {
            this.make = make;
        }
    }

    @BeforeAll
    static void createRealms() {
        offline = TestRealm.forManyLogins(RefusedByKeycloakIT::withEvents);
        Clients.giveByDefault(offline, "offline_access");
        organizations = TestRealm.forManyLogins(json -> {
            withEvents(json);
            json.put("organizationsEnabled", true);
            RealmChange.settings(json, "legacy-fusio").put("response", "extended");
        });
        Clients.giveByDefault(organizations, "organization");
    }

    private static void withEvents(ObjectNode realm) {
        RealmChange.events(realm, "LOGIN", "LOGIN_ERROR", "REFRESH_TOKEN", "REFRESH_TOKEN_ERROR");
    }

    static Stream<Arguments> changes() {
        return Route.crossed(REFRESHED, List.of(Change.values()));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void loginWithoutTheRoleForOfflineAccess(Route route) {
        try (TestUser user = offline.createUser("a password")) {
            takeRoles(user);

            Answer own = OwnTokenEndpoint.of(offline, route).password(user);
            Answer answer = Calls.right(route, offline, user).send();

            assertThat(own.status()).as(own.body()).isEqualTo(400);
            Answers.assertFailure(answer, Failure.refused(route, offline));
            assertThat(user.admin().getUserSessions()).isEmpty();
            assertThat(user.events())
                    .extracting(event -> event.getType() + " " + event.getError())
                    .containsExactly("LOGIN_ERROR not_allowed", "LOGIN_ERROR not_allowed");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refreshOfAMemberOfAnOrganization(Route route, Change change) {
        try (TestUser user = organizations.createUser("a password")) {
            OrganizationResource organization = organizationWith(user);
            String token = Calls.refreshable(
                    route, Calls.right(route, organizations, user).send());
            Answers.granted(Calls.refresh(route, organizations, token));
            String own = OwnTokenEndpoint.of(organizations, route).refreshToken(user);

            change.make.accept(organization, user);

            boolean ownRefuses =
                    OwnTokenEndpoint.of(organizations, route).refresh(own).status() == 400;
            int events = organizations.events().size();
            Answer answer = Calls.refresh(route, organizations, token).send();
            if (ownRefuses) {
                Answers.assertFailure(answer, Failure.wrongToken(route));
                assertThat(organizations.events()).hasSizeGreaterThan(events);
                assertThat(organizations.events().get(0).getType()).isEqualTo("REFRESH_TOKEN_ERROR");
            } else { // before 26.4
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NOMIC")
    void renewalOfAMemberOfAnOrganization(Route route) {
        try (TestUser user = organizations.createUser("a password")) {
            organizationWith(user);
            String token = Calls.refreshable(
                    route, Calls.right(route, organizations, user).send());

            Answers.granted(route, Calls.refresh(route, organizations, token));
        }
    }

    private static OrganizationResource organizationWith(TestUser member) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("organization of " + member.username());
        organization.setAlias("of-" + member.username());
        OrganizationDomainRepresentation domain = new OrganizationDomainRepresentation();
        domain.setName(member.username() + ".example.org");
        organization.addDomain(domain);
        try (Response response = organizations.admin().organizations().create(organization)) {
            OrganizationResource created =
                    organizations.admin().organizations().get(CreatedResponseUtil.getCreatedId(response));
            created.members().addMember(member.id()).close();
            return created;
        }
    }

    private static void takeRoles(TestUser user) {
        var roles = user.admin().roles().realmLevel();
        roles.remove(roles.listAll());
    }
}
