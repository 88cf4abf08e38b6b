package dev.handrail.match.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final Lexicon LEXICON = LexiconFile.read();

    @ParameterizedTest
    @CsvSource({
        "etcdGRPCRequestsSlow, etcd grpc requests slow",
        "order_export_5xx, order export 5xx",
        "KubeHTTPErrors, kube http errors",
        "PVCs are full, pvcs are full",
        "HostDisk24Hours, host disk hours",
        "'{{ $labels.pod }} is ${down} on $node: see https://wiki.example/x', is on see",
        "Übergabe hängt, übergabe hängt",
        "a 1 22, ''",
    })
    void whenATextIsSplit_thenItsWordsAreThese(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, error",
        "PodCrashLooping, pod in a crash loop",
        "StatefulSet, the stateful set",
        "MisScheduled, misscheduled",
        "AlertManager, alertmanager",
        "k8s, kubernetes",
    })
    void whenTwoTextsMeanTheSame_thenTheirTermsAreEqual(String one, String other) {
        assertThat(LEXICON.terms(other).keySet()).containsAll(LEXICON.terms(one).keySet());
    }

    @Property
    void whenAnyTextIsRead_thenItsTermsAreSaidByItsOwnWords(@ForAll String text) {
        var words = String.join("", Words.of(text));

        assertThat(LEXICON.terms(text).values()).allMatch(said -> words.contains(said.replace(" ", "")));
    }

    @Test
    void whenAWordHasTwoMeanings_thenItIsRefused() {
        assertThatThrownBy(() -> new Lexicon(List.of("error = failed", "stop = failing")))
                .hasMessage("'failing' means both 'error' and 'stop'");
    }
}
