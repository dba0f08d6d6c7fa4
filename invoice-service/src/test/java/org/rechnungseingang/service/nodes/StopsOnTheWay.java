package org.rechnungseingang.service.nodes;

import java.util.Map;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.finance.InvoicePaid;
import org.rechnungseingang.service.finance.InvoicePosted;
import org.rechnungseingang.service.finance.PaymentOrderAccepted;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.nodes.Stops.Armed;
import org.rechnungseingang.service.routing.InvoiceAssigned;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Puts the points of the whole way around the service's own methods, and before and after the commits that its events tell of. */
class StopsOnTheWay {

    private static final String SERVICE = "org.rechnungseingang.service.";

    private static final Map<Class<?>, WayPoint> BEFORE_COMMIT = Map.of(
            InvoiceReceived.class, WayPoint.BEFORE_COMMIT_OF_MAIL,
            InvoiceAssigned.class, WayPoint.BEFORE_COMMIT_OF_ASSIGNMENT,
            InvoiceCertified.class, WayPoint.BEFORE_COMMIT_OF_CERTIFICATION,
            InvoiceOrdered.class, WayPoint.BEFORE_COMMIT_OF_ORDER,
            PaymentOrderAccepted.class, WayPoint.BEFORE_COMMIT_OF_ANSWER,
            InvoicePaid.class, WayPoint.BEFORE_COMMIT_OF_PAYMENT);

    private static final Map<Class<?>, WayPoint> AFTER_COMMIT = Map.of(
            InvoiceReceived.class, WayPoint.MAIL_STORED,
            InvoiceAssigned.class, WayPoint.ASSIGNED,
            InvoiceCertified.class, WayPoint.CERTIFIED,
            InvoiceOrdered.class, WayPoint.ORDERED,
            PaymentOrderAccepted.class, WayPoint.ANSWER_NOTED,
            InvoicePosted.class, WayPoint.POSTED,
            InvoicePaid.class, WayPoint.PAID);

    @Bean
    static AroundCommits aroundCommitsOnTheWay(Armed armed) {
        return new AroundCommits(armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor mailFetched(Armed armed) {
        return before("mail.UnpackMail", "unpack", WayPoint.MAIL_FETCHED, armed);
    }

    // It leaves no trace but its result: it is repeated until the kill finds it somewhere in the middle.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor duringUnpacking(Armed armed) {
        return Stops.around(SERVICE + "mail.UnpackMail", "unpack", call -> {
            boolean hit = armed.hits(WayPoint.DURING_UNPACKING);
            while (hit) {
                AopUtils.invokeJoinpointUsingReflection(call.getThis(), call.getMethod(), call.getArguments());
            }
            return call.proceed();
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeAssignment(Armed armed) {
        return before("routing.AssignInvoice", "run", WayPoint.BEFORE_ASSIGNMENT, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeCall(Armed armed) {
        return Stops.around(SERVICE + "finance.PaymentOrders", "write", call -> {
            Object order = call.proceed();
            armed.pass(WayPoint.BEFORE_CALL);
            return order;
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor financeSaidYes(Armed armed) {
        return before("finance.SettleAnswer", "settle", WayPoint.FINANCE_SAID_YES, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor feedbackRead(Armed armed) {
        return before("finance.ApplyFeedback", "apply", WayPoint.FEEDBACK_READ, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor duringPosting(Armed armed) {
        return Stops.around(SERVICE + "finance.CaseMoves", "onward", call -> {
            if (call.getArguments()[1] == Station.POSTED) {
                armed.pass(WayPoint.DURING_POSTING);
            }
            return call.proceed();
        });
    }

    private static Advisor before(String type, String method, WayPoint point, Armed armed) {
        MethodInterceptor stop = call -> {
            armed.pass(point);
            return call.proceed();
        };
        return Stops.around(SERVICE + type, method, stop);
    }

    /** Stops the thread that commits: everybody has written what the event makes them write, and nobody has read it yet. */
    static final class AroundCommits {

        private final Armed armed;

        AroundCommits(Armed armed) {
            this.armed = armed;
        }

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void before(Recorded event) {
            Optional.ofNullable(BEFORE_COMMIT.get(event.getClass())).ifPresent(armed::pass);
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void after(Recorded event) {
            Optional.ofNullable(AFTER_COMMIT.get(event.getClass())).ifPresent(armed::pass);
        }
    }
}
