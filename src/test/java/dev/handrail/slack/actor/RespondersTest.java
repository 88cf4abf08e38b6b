package dev.handrail.slack.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.slack.api.RequestConfigurator;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest.UsergroupsListRequestBuilder;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.model.Usergroup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RespondersTest {
    private final MethodsClient slack = mock(MethodsClient.class);
    private final AtomicLong now = new AtomicLong();
    private final Responders responders =
            new Responders(slack, new ActorSettings(false, Set.of("S01ERP", "S02PAY")), now::get);

    @Test
    void givenTwoGroups_whenManyAreAskedFor_thenSlackIsAskedOnceAMinute() throws Exception {
        when(slack.usergroupsList(configurator()))
                .thenReturn(groups(group("S01ERP", "U01"), group("S02PAY", "U02"), group("S03ALL", "U03")));

        assertThat(responders.contain("U01")).isTrue();
        assertThat(responders.contain("U02")).isTrue();
        assertThat(responders.contain("U03")).as("of a group that is not named").isFalse();
        asked(1);
        passes(Duration.ofSeconds(61));
        assertThat(responders.contain("U01")).isTrue();
        asked(2);
    }

    @Test
    void givenSlackFails_whenSomebodyIsAskedFor_thenWhatItSaidBeforeCountsAndItIsAskedEvery10Seconds()
            throws Exception {
        when(slack.usergroupsList(configurator()))
                .thenReturn(groups(group("S01ERP", "U01")))
                .thenThrow(new IOException("away"));
        assertThat(responders.contain("U01")).isTrue();

        passes(Duration.ofSeconds(61));
        assertThat(responders.contain("U01")).isTrue();
        assertThat(responders.contain("U02")).isFalse();
        asked(2);
        passes(Duration.ofSeconds(11));
        assertThat(responders.contain("U01")).isTrue();
        asked(3);
    }

    @Test
    void givenSlackHasNeverAnswered_whenSomebodyIsAskedFor_thenItIsNotKnown() throws Exception {
        when(slack.usergroupsList(configurator())).thenThrow(new IOException("away"));

        assertThatThrownBy(() -> responders.contain("U01")).isInstanceOf(Profiles.UnansweredException.class);
        assertThatThrownBy(() -> responders.contain("U02")).hasMessageContaining("away");
        asked(1);
    }

    private void asked(int times) throws Exception {
        verify(slack, times(times)).usergroupsList(configurator());
    }

    private static RequestConfigurator<UsergroupsListRequestBuilder> configurator() {
        return any();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static UsergroupsListResponse groups(Usergroup... groups) {
        var answer = new UsergroupsListResponse();
        answer.setOk(true);
        answer.setUsergroups(List.of(groups));
        return answer;
    }

    private static Usergroup group(String id, String member) {
        var group = new Usergroup();
        group.setId(id);
        group.setUsers(List.of(member));
        return group;
    }
}
