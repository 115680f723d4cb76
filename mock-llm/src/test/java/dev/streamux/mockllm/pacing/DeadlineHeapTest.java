package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeadlineHeapTest {
    private static final long SEED = 4711;

    private static Paced item() {
        return new Paced() {
            @Override
            protected long fire(long nowNanos) {
                return NEVER;
            }
        };
    }

    @Test
    void anEmptyHeapIsNeverDue() {
        assertThat(new DeadlineHeap().earliest()).isEqualTo(Paced.NEVER);
    }

    @Test
    void theyComeOutInOrderWhateverWasTakenOutInBetween() {
        SplittableRandom random = new SplittableRandom(SEED);
        DeadlineHeap heap = new DeadlineHeap();
        Map<Paced, Long> in = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
            Paced item = item();
            long deadline = random.nextLong(500);
            heap.add(item, deadline);
            in.put(item, deadline);
            if (i % 3 == 0) {
                Paced any = List.copyOf(in.keySet()).get(random.nextInt(in.size()));
                heap.remove(any);
                in.remove(any);
            }
            if (i % 5 == 0 && heap.size() > 0) {
                Paced head = heap.head();
                assertThat(in).as("seed %d", SEED).containsEntry(head, heap.earliest());
                long later = heap.earliest() + random.nextLong(300);
                heap.moveHead(later);
                in.put(head, later);
            }
        }
        List<Long> out = new ArrayList<>();
        while (heap.size() > 0) {
            assertThat(in).as("seed %d", SEED).containsEntry(heap.head(), heap.earliest());
            out.add(heap.earliest());
            heap.remove(heap.head());
        }
        assertThat(out)
                .as("seed %d", SEED)
                .isEqualTo(in.values().stream().sorted().toList());
    }

    @Test
    void whatIsTakenOutTwiceIsTakenOutOnce() {
        DeadlineHeap heap = new DeadlineHeap();
        Paced item = item();
        heap.add(item, 1);
        heap.add(item(), 2);
        heap.remove(item);
        heap.remove(item);

        assertThat(heap.size()).isEqualTo(1);
        assertThat(heap.earliest()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsDueAmongTheFirstPlacesGlances() {
        DeadlineHeap heap = new DeadlineHeap();
        List<Long> glanced = new ArrayList<>();
        for (long deadline = 1; deadline <= 9; deadline++) {
            heap.add(glancing(deadline, glanced), deadline);
        }

        assertThat(heap.glance(5, 3)).isEqualTo(3);
        assertThat(glanced).containsExactly(1L, 2L, 3L);
        assertThat(heap.glance(2, 9)).as("two places").isEqualTo(2);
        assertThat(heap.size()).as("a glance changes nothing").isEqualTo(9);
        assertThat(heap.earliest()).isEqualTo(1);
    }

    private static Paced glancing(long deadline, List<Long> glanced) {
        return new Paced() {
            @Override
            protected long fire(long nowNanos) {
                return NEVER;
            }

            @Override
            protected boolean glance(long nowNanos) {
                glanced.add(deadline);
                return true;
            }
        };
    }
}
