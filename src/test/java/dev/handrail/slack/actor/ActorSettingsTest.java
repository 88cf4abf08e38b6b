package dev.handrail.slack.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorSettingsTest {
    private static SettingsReader reader(Map<String, String> settings) {
        return new SettingsReader(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void givenNothing_whenRead_thenGuestsReadAndEverybodyElseActs() {
        var settings = ActorSettings.read(reader(Map.of()));

        assertThat(settings).isEqualTo(new ActorSettings(false, Set.of()));
        assertThat(settings.asksSlack()).isTrue();
        assertThat(new ActorSettings(true, Set.of()).asksSlack()).isFalse();
    }

    @Test
    void givenGroups_whenRead_thenTheyAreThose() {
        var reader = reader(Map.of("handrail.slack.responders", "S01ERP, S02PAY", "handrail.slack.guests", "act"));

        assertThat(ActorSettings.read(reader)).isEqualTo(new ActorSettings(true, Set.of("S01ERP", "S02PAY")));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void givenWhatCannotBe_whenRead_thenAllOfItIsNamed() {
        var reader = reader(Map.of("handrail.slack.responders", "S01ERP,@payments", "handrail.slack.guests", "maybe"));

        ActorSettings.read(reader);

        assertThat(reader.problems())
                .extracting(SettingProblem::variable)
                .containsExactlyInAnyOrder("HANDRAIL_SLACK_GUESTS", "HANDRAIL_SLACK_RESPONDERS");
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MAY", mode = EnumSource.Mode.EXCLUDE)
    void givenSomebodyWhoMayNot_thenTheyAreToldWhyAndThatNothingHasChanged(Standing standing) {
        assertThat(Denials.of(standing).spoken().toString()).containsIgnoringCase("changed");
    }
}
