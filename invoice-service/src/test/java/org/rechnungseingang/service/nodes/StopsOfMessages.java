package org.rechnungseingang.service.nodes;

import org.rechnungseingang.service.nodes.Stops.Armed;
import org.rechnungseingang.service.peppol.As4Messages;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Puts the points of {@link MessagePoint} around the access point's methods and transactions; one is that of any intake. */
class StopsOfMessages {

    private static final String TAKE = "org.rechnungseingang.service.peppol.TakeMessage";

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
    static TransactionExecutionListener aroundTake(Armed armed) {
        return new TransactionExecutionListener() {
            @Override
            public void beforeCommit(TransactionExecution transaction) {
                pass(transaction, MessagePoint.BEFORE_COMMIT_OF_MESSAGE);
            }

            @Override
            public void afterCommit(TransactionExecution transaction, Throwable failure) {
                pass(transaction, MessagePoint.BEFORE_RECEIPT);
            }

            private void pass(TransactionExecution transaction, MessagePoint point) {
                if (transaction.getTransactionName().equals(TAKE + ".take")) {
                    armed.pass(point);
                }
            }
        };
    }

    private static Advisor before(String type, String method, MessagePoint point, Armed armed) {
        return Stops.around(type, method, call -> {
            armed.pass(point);
            return call.proceed();
        });
    }
}
