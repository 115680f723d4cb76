package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeadlineHeapTest {
    private static final long SEED = 4711;

    private static Paced at(long deadline) {
        Paced paced = new Paced() {
            @Override
            protected long fire(long nowNanos) {
                return NEVER;
            }
        };
        paced.deadlineNanos = deadline;
        return paced;
    }

    @Test
    void anEmptyHeapIsNeverDue() {
        assertThat(new DeadlineHeap().earliest()).isEqualTo(Paced.NEVER);
    }

    @Test
    void theyComeOutInOrderWhateverWasTakenOutInBetween() {
        SplittableRandom random = new SplittableRandom(SEED);
        DeadlineHeap heap = new DeadlineHeap();
        List<Paced> in = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Paced item = at(random.nextLong(500));
            heap.add(item);
            in.add(item);
            if (i % 3 == 0) {
                heap.remove(in.remove(random.nextInt(in.size())));
            }
        }
        List<Long> out = new ArrayList<>();
        while (heap.size() > 0) {
            out.add(heap.earliest());
            heap.remove(heap.head());
        }
        List<Long> expected =
                in.stream().map(item -> item.deadlineNanos).sorted().toList();
        assertThat(out).as("seed %d", SEED).isEqualTo(expected);
    }

    @Test
    void whatIsTakenOutTwiceIsTakenOutOnce() {
        DeadlineHeap heap = new DeadlineHeap();
        Paced item = at(1);
        heap.add(item);
        heap.add(at(2));
        heap.remove(item);
        heap.remove(item);

        assertThat(heap.size()).isEqualTo(1);
        assertThat(heap.earliest()).isEqualTo(2);
    }
}
