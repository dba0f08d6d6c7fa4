package org.rechnungseingang.service.nodes;

import org.rechnungseingang.service.nodes.Stops.Armed;
import org.rechnungseingang.service.peppol.As4Messages;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Puts the points of {@link MessagePoint} and {@link StatusPoint} around the access point's methods and transactions; one is
 * that of any intake.
 */
class StopsOfMessages {

    private static final String TAKE = "org.rechnungseingang.service.peppol.TakeMessage";
    private static final String OUTBOUND = "org.rechnungseingang.service.peppol.outbound.";
    private static final String VERDICT = "org.rechnungseingang.service.validation.SettleVerdict.settle";
    private static final String PROOF = OUTBOUND + "SettleDelivery.settle";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeKnown(Armed armed) {
        return before(As4Messages.class.getName(), "receipt", MessagePoint.BEFORE_KNOWN, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeTake(Armed armed) {
        return before(TAKE, "take", MessagePoint.BEFORE_TAKE, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeNoted(Armed armed) {
        return before(As4Messages.class.getName(), "add", MessagePoint.BEFORE_NOTED, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeSending(Armed armed) {
        return before(OUTBOUND + "DeliverMessage", "run", StatusPoint.BEFORE_SENDING, armed);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beforeProof(Armed armed) {
        return before(OUTBOUND + "SettleDelivery", "settle", StatusPoint.BEFORE_PROOF, armed);
    }

    @Bean
    static TransactionExecutionListener aroundCommitsOfMessages(Armed armed) {
        return new TransactionExecutionListener() {
            @Override
            public void beforeCommit(TransactionExecution transaction) {
                pass(transaction, TAKE + ".take", MessagePoint.BEFORE_COMMIT_OF_MESSAGE);
                pass(transaction, VERDICT, StatusPoint.BEFORE_COMMIT_OF_STATUS);
                pass(transaction, PROOF, StatusPoint.BEFORE_COMMIT_OF_PROOF);
            }

            @Override
            public void afterCommit(TransactionExecution transaction, Throwable failure) {
                pass(transaction, TAKE + ".take", MessagePoint.BEFORE_RECEIPT);
                pass(transaction, PROOF, StatusPoint.BEFORE_END_OF_DELIVERY);
            }

            private void pass(TransactionExecution transaction, String name, Enum<?> point) {
                if (transaction.getTransactionName().equals(name)) {
                    armed.pass(point);
                }
            }
        };
    }

    private static Advisor before(String type, String method, Enum<?> point, Armed armed) {
        return Stops.around(type, method, call -> {
            armed.pass(point);
            return call.proceed();
        });
    }
}
