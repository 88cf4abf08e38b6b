package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.handrail.incident.Person;
import dev.handrail.platform.RightOfWay;
import dev.handrail.slack.press.Verb;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private final List<Inbox.Item> open = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    private final Inbox inbox = mock(Inbox.class);
    private final Handler handler = mock(Handler.class);
    private final Gate gate = mock(Gate.class);
    private final Worker worker = new Worker(inbox, gate, handler, new RightOfWay());

    @BeforeEach
    void open() {
        when(inbox.open(anySet(), anyInt())).thenAnswer(_ -> List.copyOf(open));
        when(inbox.isOurs(any())).thenReturn(true);
        when(gate.isSettled(any(), any())).thenReturn(true);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void givenAPersonWhoseQuestionTakesLong_whenOthersPress_thenTheyDoNotWait() throws InterruptedException {
        var answer = new CountDownLatch(1);
        asks(1, "U01ANA");
        presses(2, 7);
        asks(3, "U02BEN");
        handles(1, answer);

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(2L, 3L);
        answer.countDown();
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void givenSeveralPressesOnOneIncident_whenTheyAreDone_thenInTheOrderInWhichTheyCame() throws InterruptedException {
        for (var id = 1; id <= 20; id++) {
            presses(id, 7);
        }
        handles(0, new CountDownLatch(0));

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        for (var id = 1L; id <= 20; id++) {
            assertThat(next()).isEqualTo(id);
        }
    }

    @Test
    void givenAPressThatFails_whenItIsTriedAgain_thenTheNextOfItsIncidentWaitsAndOthersDoNot()
            throws InterruptedException {
        presses(1, 7);
        presses(2, 7);
        presses(3, 8);
        var fails = new CountDownLatch(1);
        doAnswer(call -> {
                    Inbox.Item item = call.getArgument(0);
                    if (item.id() == 1 && fails.getCount() > 0) {
                        fails.countDown();
                        throw new IllegalStateException("the database is away");
                    }
                    return finish(item);
                })
                .when(handler)
                .handle(any());

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        assertThat(List.of(next(), next(), next())).containsExactly(3L, 1L, 2L);
    }

    @Test
    void givenSomebodyOfWhomSlackHasNotSaidWhatTheyAre_whenOthersPress_thenTheyDoNotWait() throws InterruptedException {
        presses(1, 7);
        presses(2, 8);
        var unknown = open.getFirst().asked();
        when(gate.isSettled(eq(unknown), any())).thenReturn(false);
        handles(0, new CountDownLatch(0));

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        assertThat(next()).isEqualTo(2);
        when(gate.isSettled(eq(unknown), any())).thenReturn(true);
        worker.wake();
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void givenWhatAnotherReplicaIsAboutToDo_whenTheSamePersonAsksHere_thenOnlyTheirsIsLeftToIt()
            throws InterruptedException {
        asks(1, "U01ANA");
        asks(2, "U01ANA");
        var theirs = open.getFirst();
        when(inbox.isOurs(theirs)).thenReturn(false);
        handles(0, new CountDownLatch(0));

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        assertThat(next()).isEqualTo(2);
        worker.close();
        assertThat(open).containsExactly(theirs);
    }

    @Test
    void givenAnErrorOfTheMachine_whenItHasPassed_thenTheLaneIsThereAgain() throws InterruptedException {
        presses(1, 7);
        var fails = new CountDownLatch(1);
        doAnswer(call -> {
                    if (fails.getCount() > 0) {
                        fails.countDown();
                        throw new StackOverflowError("too deep, once");
                    }
                    return finish(call.getArgument(0));
                })
                .when(handler)
                .handle(any());

        worker.onApplicationEvent(mock(ServerStartupEvent.class));
        assertThat(next()).isEqualTo(1);
    }

    private long next() throws InterruptedException {
        var id = done.poll(10, TimeUnit.SECONDS);
        assertThat(id).as("something that is done").isNotNull();
        return id;
    }

    private void handles(long slow, CountDownLatch until) {
        doAnswer(call -> {
                    Inbox.Item item = call.getArgument(0);
                    if (item.id() == slow) {
                        assertThat(until.await(10, TimeUnit.SECONDS)).isTrue();
                    }
                    return finish(item);
                })
                .when(handler)
                .handle(any());
    }

    private Object finish(Inbox.Item item) {
        open.remove(item);
        done.add(item.id());
        return item;
    }

    private void presses(long id, long incident) {
        item(
                id,
                incident,
                new Asked.Pressed(
                        Verb.ACKNOWLEDGE, incident + "", new Person("U01ANA", "ana"), spot(), Optional.empty()));
    }

    private void asks(long id, String person) {
        item(id, 0, new Asked.Mentioned(new Person(person, person), spot()));
    }

    private void item(long id, long incident, Asked asked) {
        open.add(new Inbox.Item(id, "d" + id, incident, asked, Instant.EPOCH, 0));
    }

    private static Asked.Spot spot() {
        return new Asked.Spot("C01ORDERS", Optional.empty());
    }
}
