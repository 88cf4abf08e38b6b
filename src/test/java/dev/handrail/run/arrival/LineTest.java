package dev.handrail.run.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Incoming;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line line = new Line();

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void givenNobodyAtWork_whenOneComes_thenThePlacerTakesItUnkept() throws InterruptedException {
        var one = fresh();
        line.join(one);

        assertThat(line.next()).isEqualTo(new Load(List.of(one), List.of()));
    }

    @Test
    void givenThePlacerAtWork_whenNineWait_thenTheKeeperTakesAllOfThem() throws InterruptedException {
        placerIsAtWork();
        var nine = many(9);
        nine.forEach(line::join);

        assertThat(line.tooMany()).isEqualTo(nine);
    }

    @Test
    void givenThePlacerAtWork_whenOneHasWaitedForLong_thenTheKeeperTakesIt() throws InterruptedException {
        placerIsAtWork();
        var one = cameBefore(Duration.ofMillis(11));
        line.join(one);

        assertThat(line.tooMany()).containsExactly(one);
    }

    @Test
    void givenThePlacerAtWork_whenFewWaitForAMoment_thenThePlacerTakesThemAfterwards() throws Exception {
        placerIsAtWork();
        var keeper = inBackground(line::tooMany);
        var few = List.of(cameBefore(Duration.ofHours(-1)), cameBefore(Duration.ofHours(-1)));
        few.forEach(line::join);

        line.placed();

        assertThat(line.next().arrivals()).isEqualTo(few);
        assertThat(isBusy(keeper)).isTrue();
    }

    @Test
    void givenTheKeeperAtWork_whenMoreCome_thenThePlacerTakesWhatCameFirstFirst() throws Exception {
        placerIsAtWork();
        many(9).forEach(line::join);
        var first = line.tooMany();
        var later = fresh();
        line.join(later);
        line.placed();
        var placer = inBackground(line::next);

        line.kept(new Load(first, List.of(7L)));

        assertThat(placer.get(10, TimeUnit.SECONDS)).isEqualTo(new Load(first, List.of(7L)));
        line.placed();
        assertThat(line.next().arrivals()).containsExactly(later);
    }

    @Test
    void givenABurst_whenOneComesWhileThePlacerIsAtWork_thenTheKeeperTakesItAtOnce() throws InterruptedException {
        line.left(new Load(many(60), List.of(1L)));
        line.next();
        var one = cameBefore(Duration.ofHours(-1));
        line.join(one);

        assertThat(line.tooMany()).containsExactly(one);
    }

    @Test
    void givenABurst_whenMoreIsKeptSoonAfter_thenThePlacerTakesItTogether() throws Exception {
        var patient = new Line(Duration.ofHours(1));
        patient.left(new Load(many(60), List.of(1L)));
        patient.next();
        patient.placed();
        var one = new Load(many(1), List.of(2L));
        var other = new Load(many(1), List.of(3L));
        patient.left(one);
        var placer = inBackground(patient::next);
        assertThat(isBusy(placer)).isTrue();
        patient.left(other);
        assertThat(isBusy(placer)).isTrue();

        patient.close();

        assertThat(placer.get(10, TimeUnit.SECONDS)).isEqualTo(Load.together(List.of(one, other)));
    }

    @Test
    void givenABurst_whenTheTimeToGatherIsOver_thenThePlacerGoesOn() throws Exception {
        var brief = new Line(Duration.ofMillis(30));
        brief.left(new Load(many(60), List.of(1L)));
        brief.next();
        brief.placed();
        var one = new Load(many(1), List.of(2L));
        brief.left(one);

        assertThat(inBackground(brief::next).get(10, TimeUnit.SECONDS)).isEqualTo(one);
    }

    @Test
    void givenABurst_whenACommitIsFullOfIt_thenThePlacerGoesOnAtOnce() throws Exception {
        var patient = new Line(Duration.ofHours(1));
        patient.left(new Load(many(60), List.of(1L)));
        patient.next();
        patient.placed();
        var placer = inBackground(patient::next);

        patient.left(new Load(many(2_999), List.of(2L)));
        assertThat(isBusy(placer)).isTrue();
        patient.left(new Load(many(1), List.of(3L)));

        assertThat(placer.get(10, TimeUnit.SECONDS).weight()).isEqualTo(3_000);
    }

    @Test
    void givenABurst_whenOneComesWhileThePlacerGathers_thenTheKeeperTakesIt() throws Exception {
        var patient = new Line(Duration.ofHours(1));
        patient.left(new Load(many(60), List.of(1L)));
        patient.next();
        patient.placed();
        patient.left(new Load(many(1), List.of(2L)));
        var placer = inBackground(patient::next);
        assertThat(isBusy(placer)).isTrue();
        var late = fresh();
        patient.join(late);

        assertThat(patient.tooMany()).containsExactly(late);
        patient.close();
        placer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void givenMuchThatIsKept_whenMoreWait_thenTheKeeperWaitsForThePlacer() throws Exception {
        placerIsAtWork();
        line.left(new Load(many(6_001), List.of(1L)));
        var keeper = inBackground(line::tooMany);
        var more = many(9);
        more.forEach(line::join);
        assertThat(isBusy(keeper)).isTrue();

        line.next();

        assertThat(keeper.get(10, TimeUnit.SECONDS)).isEqualTo(more);
    }

    @Test
    void givenMuchThatIsKept_whenOneHasWaitedForTooLong_thenTheKeeperTakesIt() throws Exception {
        placerIsAtWork();
        line.left(new Load(many(6_001), List.of(1L)));
        var one = cameBefore(Duration.ofSeconds(4));
        line.join(one);

        assertThat(line.tooMany()).containsExactly(one);
    }

    @Test
    void givenMoreThanACommitCarries_whenThePlacerComes_thenItTakesACommitsWorth() throws InterruptedException {
        many(4_000).forEach(line::join);

        assertThat(line.next().weight()).isEqualTo(3_000);
        assertThat(line.next().weight()).isEqualTo(1_000);
    }

    @Test
    void givenMoreThanASecondsWorth_whenSomebodyAsks_thenItIsFull() {
        many(20_000).forEach(line::join);
        assertThat(line.isFull()).isFalse();

        line.join(fresh());

        assertThat(line.isFull()).isTrue();
    }

    @Test
    void givenItIsClosed_whenSomeAreKept_thenThosePlacedAndTheOthersHandedBack() throws InterruptedException {
        placerIsAtWork();
        var kept = new Load(List.of(fresh()), List.of(3L));
        line.left(kept);
        var waiting = fresh();
        line.join(waiting);

        assertThat(line.close()).containsExactly(waiting);

        assertThat(line.join(fresh())).isFalse();
        assertThat(line.next()).isEqualTo(kept);
        assertThat(line.next().isEmpty()).isTrue();
        assertThat(line.tooMany()).isEmpty();
    }

    private void placerIsAtWork() throws InterruptedException {
        line.join(fresh());
        line.next();
    }

    private static List<Arrival> many(int count) {
        return IntStream.range(0, count).mapToObj(_ -> fresh()).toList();
    }

    private static Arrival fresh() {
        return cameBefore(Duration.ZERO);
    }

    /** One that weighs 1 and stands for no alert. */
    private static Arrival cameBefore(Duration time) {
        var delivery = Delivery.of(new Incoming("test", "{}", List.of(), Optional.empty()));
        return new Arrival(delivery, new CompletableFuture<>(), 0, false, System.nanoTime() - time.toNanos());
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Looks for long enough that what wrongly goes on would have gone on. */
    private static boolean isBusy(FutureTask<?> task) throws InterruptedException, ExecutionException {
        try {
            task.get(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException _) {
            return true;
        }
    }
}
