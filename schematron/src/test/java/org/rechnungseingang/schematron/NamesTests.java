package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTests {

    private static final int THREADS = 4;

    private static final int MANY = 200_000;

    @Test
    void admitsSoManyNamesOfItsOwnAndThoseForGood() {
        Names names = new Names(2);

        assertThat(List.of("a", "b", "c", "a", "lang", ""))
                .map(names::admits)
                .containsExactly(true, true, false, true, true, true);
    }

    // One of two documents that came with a new name at the same moment had it taken away.
    @Test
    void admitsANewNameToAllWhoComeWithItAtTheSameMoment() throws InterruptedException {
        Names names = new Names(MANY + THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Comer> comers = IntStream.range(0, THREADS)
                .mapToObj(i -> new Comer(names, start))
                .toList();
        comers.forEach(Thread::start);
        for (Comer comer : comers) {
            comer.join();
        }

        assertThat(comers).extracting(comer -> comer.refused).containsOnly(0);
    }

    private static final class Comer extends Thread {

        private final Names names;
        private final CyclicBarrier start;
        private int refused;

        Comer(Names names, CyclicBarrier start) {
            this.names = names;
            this.start = start;
        }

        @Override
        public void run() {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            for (int i = 0; i < MANY; i++) {
                if (!names.admits("name" + i)) {
                    refused++;
                }
            }
        }
    }
}
