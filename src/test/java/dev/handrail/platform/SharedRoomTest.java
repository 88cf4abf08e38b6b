package dev.handrail.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedRoomTest {
    private final SharedRoom room = new SharedRoom(100);

    @Test
    void givenOneBringsAllItCan_thenItHoldsHalfAndAnotherStillFindsRoom() {
        assertThat(filledBy("loud")).isEqualTo(51);

        assertThat(room.isFullFor("loud")).isTrue();
        assertThat(room.isFullFor("quiet")).isFalse();
    }

    @Test
    void givenManyBringAllTheyCan_thenEachHasItsShareAndOneMoreStillFindsRoom() {
        for (var i = 0; i < 300; i++) {
            for (var who : new String[] {"a", "b", "c"}) {
                if (!room.isFullFor(who)) {
                    room.add(who, 1);
                }
            }
        }

        assertThat(room.isFullFor("a") && room.isFullFor("b") && room.isFullFor("c"))
                .isTrue();
        assertThat(room.isFullFor("d")).isFalse();
    }

    @Test
    void givenWhatWaitedIsGone_thenThereIsRoomAgain() {
        filledBy("loud");

        room.remove("loud", 10);

        assertThat(room.isFullFor("loud")).isFalse();
    }

    private int filledBy(String who) {
        var brought = 0;
        for (; !room.isFullFor(who); brought++) {
            room.add(who, 1);
        }
        return brought;
    }
}
