package dev.legacylogin.stores;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import dev.legacylogin.server.Ports;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An LDAP server in this JVM, at an address where the test server reaches it, that behaves as Active Directory does. */
final class Directory implements AutoCloseable {
    static final String PASSWORD = "a password";
    private static final String BASE = "dc=example,dc=org";
    private static final String ADMIN = "cn=admin," + BASE;
    private static final String MAPPER = "org.keycloak.storage.ldap.mappers.LDAPStorageMapper";

    private final InMemoryDirectoryServer server;
    private final String address;
    private final Set<String> expired = ConcurrentHashMap.newKeySet();

    Directory() {
        try {
            address = TestServer.get().callersAddress();
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addAdditionalBindCredentials(ADMIN, PASSWORD);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", InetAddress.getByName(address), Ports.free(), null));
            config.addInMemoryOperationInterceptor(new Expiry());
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            server.startListening();
        } catch (LDAPException | LDIFException | UnknownHostException e) {
            throw new IllegalStateException("No LDAP server", e);
        }
    }

    /** Adds a user who can log in. */
    void add(String username, String email) {
        try {
            server.add(
                    "dn: " + dn(username),
                    "objectClass: inetOrgPerson",
                    "uid: " + username,
                    "cn: Ada",
                    "sn: Lovelace",
                    "mail: " + email,
                    "userPassword: " + PASSWORD,
                    "userAccountControl: 512",
                    "pwdLastSet: 132000000000000000");
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("Not added: " + username, e);
        }
    }

    /** From now on the directory refuses the right password, because it is too old. */
    void expire(String username) {
        expired.add(dn(username));
    }

    /** From now on nothing answers there. */
    void leave() {
        server.shutDown(true);
    }

    /** Lets the users of this directory log in to the realm, which imports them. */
    void federate(TestRealm realm) {
        federate(realm, true);
    }

    /** Lets the users of this directory log in to the realm. */
    void federate(TestRealm realm, boolean imported) {
        Map<String, String> config = new HashMap<>(Map.of(
                "connectionUrl", "ldap://" + address + ":" + server.getListenPort(),
                "usersDn", BASE,
                "bindDn", ADMIN,
                "bindCredential", PASSWORD,
                "authType", "simple",
                "usernameLDAPAttribute", "uid",
                "rdnLDAPAttribute", "uid",
                "uuidLDAPAttribute", "entryUUID",
                "userObjectClasses", "inetOrgPerson",
                "editMode", "WRITABLE"));
        config.putAll(Map.of(
                "vendor", "other",
                "enabled", "true",
                "importEnabled", String.valueOf(imported),
                "pagination", "false",
                "trustEmail", "true",
                "cachePolicy", "NO_CACHE",
                "connectionTimeout", "2000",
                "readTimeout", "2000"));
        String id = Federation.add(realm, "ldap", Federation.STORE, "ldap", null, config);
        Federation.add(realm, "expiry", MAPPER, "msad-user-account-control-mapper", id, Map.of());
    }

    private static String dn(String username) {
        return "uid=" + username + "," + BASE;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    /** As Active Directory tells that a password is right and too old. */
    private final class Expiry extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            boolean right = PASSWORD.equals(request.getRequest().getPassword().stringValue());
            if (right && expired.contains(request.getRequest().getBindDN())) {
                throw new LDAPException(
                        ResultCode.INVALID_CREDENTIALS,
                        "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 532, v1db1");
            }
        }
    }
}
