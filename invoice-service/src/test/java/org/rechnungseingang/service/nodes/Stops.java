package org.rechnungseingang.service.nodes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.aopalliance.intercept.MethodInterceptor;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.validation.ExamineDocument;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Puts the stop points around the service's own methods and transactions; the service's code knows nothing of them. */
class Stops {

    private static final String INTAKE = ".ReceiveInvoice.receive";
    private static final String STAGE = ".SettleVerdict.settle";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Armed armed() {
        return new Armed();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeIntake(Armed armed) {
        return around(ReceiveInvoice.class.getName(), "receive", call -> {
            armed.pass(StopPoint.BEFORE_INTAKE);
            return call.proceed();
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor jobTaken(Armed armed) {
        return around(InvoiceCases.class.getName(), "get", call -> {
            armed.pass(StopPoint.JOB_TAKEN);
            return call.proceed();
        });
    }

    // A check leaves no trace but its result: it is repeated until the kill finds it somewhere in the middle.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor duringCheck(Armed armed) {
        return around(ExamineDocument.class.getName(), "examine", call -> {
            boolean hit = armed.hits(StopPoint.DURING_CHECK);
            ExamineDocument target = (ExamineDocument) call.getThis();
            while (hit) {
                target.examine((byte[]) call.getArguments()[0]);
            }
            return call.proceed();
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeStage(Armed armed) {
        return around("org.rechnungseingang.service.validation.SettleVerdict", "settle", call -> {
            armed.pass(StopPoint.BEFORE_STAGE);
            return call.proceed();
        });
    }

    @Bean
    static TransactionExecutionListener aroundCommits(Armed armed) {
        return new TransactionExecutionListener() {
            @Override
            public void beforeCommit(TransactionExecution transaction) {
                pass(transaction, StopPoint.BEFORE_COMMIT_OF_INTAKE, StopPoint.BEFORE_COMMIT_OF_STAGE);
            }

            @Override
            public void afterCommit(TransactionExecution transaction, Throwable failure) {
                pass(transaction, StopPoint.BEFORE_ANSWER, StopPoint.BEFORE_JOB_ENDS);
            }

            private void pass(TransactionExecution transaction, StopPoint intake, StopPoint stage) {
                String name = transaction.getTransactionName();
                if (name.endsWith(INTAKE)) {
                    armed.pass(intake);
                }
                if (name.endsWith(STAGE)) {
                    armed.pass(stage);
                }
            }
        };
    }

    // Outside the transaction that the method opens.
    static Advisor around(String type, String method, MethodInterceptor advice) {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                new StaticMethodMatcherPointcut() {
                    @Override
                    public boolean matches(java.lang.reflect.Method candidate, Class<?> target) {
                        return target.getName().equals(type)
                                && candidate.getName().equals(method);
                    }
                },
                advice);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** The point at which the next thread stops, for good unless it is told to go on; the others go on. */
    static final class Armed {

        private final AtomicReference<String> point = new AtomicReference<>("");
        private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(1));

        void at(String next) {
            held.set(new CountDownLatch(1));
            point.set(next);
            System.out.println("ARMED " + next);
        }

        void goOn() {
            held.get().countDown();
        }

        void pass(Enum<?> here) {
            if (hits(here)) {
                try {
                    held.get().await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        boolean hits(Enum<?> here) {
            String armed = point.get();
            boolean hit = armed.equals(here.name()) && point.compareAndSet(armed, "");
            if (hit) {
                System.out.println("STOPPED " + here);
            }
            return hit;
        }
    }
}
