package dev.handrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.handrail.platform.access.KeptKeys;
import org.junit.jupiter.api.Test;

class SealTest {
    private final KeptKeys keys = mock(KeptKeys.class);

    @Test
    void givenWhatOneProcessSealed_whenAnotherOnTheSameDatabaseOpensIt_thenItIsTheSame() {
        when(keys.of("seal")).thenReturn("a key that is kept");
        var sealed = new Seal(keys).close("walk", "{\"incident\":1}");

        assertThat(new Seal(keys).open("walk", sealed)).contains("{\"incident\":1}");
        assertThat(new Seal(keys).open("name", sealed))
                .as("sealed for something else")
                .isEmpty();
    }

    @Test
    void givenAnotherKey_whenItIsOpened_thenItIsNone() {
        when(keys.of("seal")).thenReturn("a key that is kept", "another");
        var sealed = new Seal(keys).close("walk", "{\"incident\":1}");

        assertThat(new Seal(keys).open("walk", sealed)).isEmpty();
    }
}
