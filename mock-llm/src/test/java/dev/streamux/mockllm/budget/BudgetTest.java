package dev.streamux.mockllm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void aThirdOfTheHeapIsForTokensOfAHundredBytes() {
        // 512 MiB / 3 / 100 B = 536870912 / 300
        assertThat(Budget.tokensFitting(512L << 20)).isEqualTo(1_789_569);
        assertThat(Budget.tokensFitting(1)).as("something always fits").isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefusedAndCountedAndTakesNothing() {
        Budget budget = new Budget(100);
        assertThat(budget.take(60)).isPresent();
        assertThat(budget.take(41)).isEmpty();
        assertThat(budget.take(40)).as("to the last token").isPresent();
        assertThat(budget.take(1)).isEmpty();
        assertThat(budget.state()).isEqualTo(new Budget.State(100, 100, 2));
    }

    @Test
    void aClaimIsGivenBackOnceHoweverOftenItIsTold() {
        Budget budget = new Budget(100);
        Claim first = budget.take(60).orElseThrow();
        assertThat(budget.take(40)).isPresent();
        first.giveBack();
        first.giveBack();
        assertThat(budget.running()).isEqualTo(40);
        assertThat(budget.take(60)).isPresent();
    }

    @Test
    void aClaimGrowsByWhatFits() {
        Budget budget = new Budget(100);
        Claim claim = budget.take(60).orElseThrow();
        assertThat(claim.grow(40)).isTrue();
        assertThat(claim.grow(1)).isFalse();
        assertThat(budget.running()).isEqualTo(100);
        claim.giveBack();
        assertThat(budget.running()).isZero();
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        Budget budget = new Budget(Long.MAX_VALUE);
        assertThat(budget.take(Long.MAX_VALUE)).isPresent();
        assertThat(budget.take(1)).isEmpty();
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> new Budget(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalThreadsNeverTakeMoreThanThereIs() throws InterruptedException {
        Budget budget = new Budget(10);
        AtomicLong taken = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int turn = 0; turn < 5_000; turn++) {
                    budget.take(3).ifPresent(claim -> {
                        assertThat(budget.running()).isBetween(3L, 9L);
                        taken.incrementAndGet();
                        claim.giveBack();
                    });
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(budget.running()).isZero();
        assertThat(taken.get() + budget.state().refused()).isEqualTo(20_000);
        assertThat(taken.get()).isPositive();
    }
}
