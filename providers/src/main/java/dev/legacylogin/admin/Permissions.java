package dev.legacylogin.admin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What the caller may do in this realm: Keycloak's {@code AdminPermissionEvaluator}, whose package is another one from
 * 26.3 on.
 *
 * @param type that interface
 * @param evaluator what implements it
 */
record Permissions(Class<?> type, Object evaluator) {

    /** {@code view-clients}, or what includes it. Throws what the admin API answers with 403. */
    void requireViewClients() {
        require("clients", "requireView");
    }

    /** {@code view-users}, likewise. */
    void requireViewUsers() {
        require("users", "requireView");
    }

    /** {@code manage-users}, likewise. */
    void requireManageUsers() {
        require("users", "requireManage");
    }

    private void require(String of, String check) {
        try {
            Method permissions = type.getMethod(of);
            permissions.getReturnType().getMethod(check).invoke(permissions.invoke(evaluator));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
