# An optimized Keycloak for PostgreSQL with the extension in it. It starts as production does: docs/containers.md.
ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:26.7.3
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-21

FROM ${MAVEN_IMAGE} AS jar
WORKDIR /source
COPY . .
# A fixed time: Keycloak takes a jar with another time for another jar, and would build itself anew.
RUN mvn -B -q package -Dmaven.test.skip -Dspotless.check.skip -Dcyclonedx.skip \
    && mkdir /jar \
    && cp providers/target/keycloak-legacy-login-*.jar /jar \
    && touch -d 2026-01-01T00:00:00Z /jar/*

FROM ${KEYCLOAK_IMAGE}
COPY --from=jar /jar/ /opt/keycloak/providers/
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true
USER 1000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
CMD ["start", "--optimized"]
