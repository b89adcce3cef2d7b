package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal looks like. */
final class Refusals {

    private Refusals() {}

    /** Refuses for this reason, and tells nothing of the request. */
    static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e).hasMessage(fault.message()).hasNoCause();
            assertThat(e.getStackTrace()).isEmpty();
        });
    }
}
